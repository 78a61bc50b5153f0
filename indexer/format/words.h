// In which activities of a segment does a word stand?
//
// The only rooms that know Xapian are this file's and words_writer's sources.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kring::indexer {

/// What a term of the index is made of: one of these letters and a stem, or a spelling.
inline constexpr char kNameField = 'N';       ///< stems of name and owner's tags
inline constexpr char kTextField = 'D';       ///< stems of description and other running text
inline constexpr char kPartField = 'P';       ///< stems of the parts of compounds in both
inline constexpr char kVenueField = 'V';      ///< stems of the names of venues and their towns
inline constexpr char kVenuePartField = 'Q';  ///< stems of the parts of compounds in these
inline constexpr char kSpellingField = 'E';   ///< folded spellings, wherever they stand
// What only the duplicates say for which an activity stands: search reads it, the score does not.
inline constexpr char kFoldedField = 'S';          ///< their stems, wherever they stand
inline constexpr char kFoldedPartField = 'T';      ///< stems of the parts of their compounds
inline constexpr char kFoldedSpellingField = 'U';  ///< their folded spellings

/// Numbers of activities of a segment, ascending, each once.
using Postings = std::vector<std::uint32_t>;

/// Those of either list.
Postings unite(const Postings& a, const Postings& b);

/// Those that `find` gives for every one of `terms`; none without terms.
Postings find_all(const std::vector<std::string>& terms,
                  const std::function<Postings(const std::string&)>& find);

/// The words of one segment. Thread-safe: each thread borrows a handle of its own.
class Words {
 public:
  /// `folder` is the Xapian database. Throws catalog::Error.
  explicit Words(const std::string& folder);
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;
  ~Words();

  /// The activities whose `field` holds `term`. Throws catalog::Error on a damaged file.
  [[nodiscard]] Postings find(char field, const std::string& term) const;

  /// The activities in whose running text, or in a part of a compound, `stem` stands. Throws as
  /// find().
  [[nodiscard]] Postings find_in_text(const std::string& stem) const;

  /// The spellings that begin with `prefix`, in the order of their bytes. Throws as find().
  [[nodiscard]] std::vector<std::string> find_spellings(const std::string& prefix) const;

 private:
  class Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace kring::indexer
