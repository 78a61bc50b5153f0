// How is text put on A4 pages?
//
// Wraps Pango and Cairo. Lengths are in points, from the left and top of the page. Fonts are
// embedded. The same calls give the same bytes with the same fonts and libraries.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "catalog/quantity.h"

namespace kring::service {

inline constexpr double kPageWidth = 595.28;   ///< A4
inline constexpr double kPageHeight = 841.89;  ///< A4

struct PaperSettings {
  std::string language;  ///< BCP 47
  bool is_right_to_left = false;
  std::string title;
  catalog::Date made_on;  ///< stands in the document as when it was made
};

enum class Ink : std::uint8_t {
  kText,
  kSoft,
  kAccent,
  kWarning,
  kPaper,  ///< on a dark ground
};

enum class Weight : std::uint8_t {
  kRegular,
  kBold,
};

/// What a text is in the document's structure.
enum class Role : std::uint8_t {
  kParagraph,
  kTitle,
  kHeading,
  kSubheading,
};

enum class Alignment : std::uint8_t {
  kStart,  ///< where the language begins its lines
  kCentre,
};

struct TextStyle {
  double points = 12.5;
  Weight weight = Weight::kRegular;
  Ink ink = Ink::kText;
  Role role = Role::kParagraph;
  Alignment alignment = Alignment::kStart;
  double hanging = 0;  ///< by how much lines after the first, and what follows a tab, begin later
};

struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

/// A document that grows page by page. Not thread-safe; two papers in two threads are.
class Paper {
 public:
  /// Starts the first page. Throws catalog::Error where no font is found.
  explicit Paper(const PaperSettings& settings);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;
  Paper(Paper&&) = delete;
  Paper& operator=(Paper&&) = delete;

  /// The height of the text broken into lines of `width`.
  [[nodiscard]] double measure(const std::string& text, const TextStyle& style, double width);

  /// Writes it from `box.top` on; its height does not count.
  void write(const std::string& text, const TextStyle& style, const Box& box);
  /// A line across the top of the box.
  void draw_rule(const Box& box);
  /// A line of dots across the top of the box.
  void draw_dots(const Box& box);
  void fill(const Box& box);   ///< lightly, with round corners
  void frame(const Box& box);  ///< in the colour of a warning
  void fill_disc(const Box& box);
  void turn_page();

  /// The whole document. Call once, last. Throws catalog::Error where it could not be drawn.
  [[nodiscard]] std::string finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace kring::service
