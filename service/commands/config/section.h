// Which value has each setting of a section, by flag, environment or file?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/result.h"
#include "service/commands/config/value.h"

namespace kring::service::config {

/// What a flag says of a setting.
struct Flag {
  std::string name;  ///< as people type it: "--allow-host"
  std::string key;   ///< in full: "harvest.allow_hosts"
  std::vector<std::string> texts;
};
/// A name (KRING_HARVEST_ALLOW_HOSTS) and its text; an empty text counts as not set.
using Variable = std::pair<std::string, std::string>;

/// Everything that may say something. A flag wins over the environment, that over the file, that
/// over the default.
struct Sources {
  std::vector<Flag> flags;
  std::vector<Variable> environment;  ///< names that do not begin with KRING_ say nothing
  std::string file_name;              ///< as problems call it
  Value file{Kind::kTable, {}, {}, {}, 0};
};

/// Whether others may know what is in a file.
enum class Secrecy : std::uint8_t {
  kPublic,
  kSecret,
};

/// What the reading told.
struct Report {
  catalog::Problems problems;
  std::vector<catalog::Text> warnings;
  std::string effective;               ///< TOML: every setting, and behind it who says so
  std::vector<std::string> variables;  ///< names of the environment that were asked for
};

/// One table, read key by key; what was never asked for is unknown. A fault becomes a problem with
/// its place, and the setting gets its fallback, so that all faults come at once.
class Section {
 public:
  /// The top. requires: both outlive every section.
  Section(const Sources& sources, Report& report);

  std::string read_text(std::string_view key, const std::string& fallback);
  /// One text or a list of them; in the environment commas stand between.
  std::vector<std::string> read_texts(std::string_view key,
                                      const std::vector<std::string>& fallback);
  /// The path of a file that is there; "" where nothing says one. A secret that everyone on this
  /// machine can read is warned of; what is in it is never read here.
  std::string read_file(std::string_view key, Secrecy secrecy);
  /// A table of texts that stands within a block, each with its key, as `key = { "a" = "b" }`;
  /// empty where nothing says one.
  std::vector<std::pair<std::string, std::string>> read_text_table(std::string_view key);
  /// [key]; absent where no source has anything of it.
  std::optional<Section> find_section(std::string_view key);
  /// [[key]], which only a file has.
  std::vector<Section> read_blocks(std::string_view key);

  /// Notes that what `key` holds (or lacks) is wrong, with the place before the text.
  void refuse(std::string_view key, catalog::Problem problem);
  /// Called when every setting was read.
  void refuse_unknown_keys();

 private:
  struct Found {
    Kind kind = Kind::kText;  ///< kList only where every item is a text
    std::vector<std::string> texts;
    std::string origin;  ///< behind the setting in Report::effective
    bool is_variable = false;
  };

  Section(const Section& parent, const Value* table, std::string prefix);

  [[nodiscard]] std::string full_key(std::string_view key) const;
  [[nodiscard]] std::string pointer_to(std::string_view key) const;
  [[nodiscard]] const Value* find_entry(std::string_view key) const;
  [[nodiscard]] const Flag* find_flag(std::string_view key) const;
  [[nodiscard]] const Variable* find_variable(std::string_view key) const;
  [[nodiscard]] catalog::Text place_of(std::string_view key) const;
  std::optional<Found> find(std::string_view key);
  void show(std::string_view key, std::string_view value, std::string_view origin);
  /// Whether a text of `key` holds what no terminal and no TOML shows; then it is refused.
  bool refuse_unreadable(std::string_view key, const std::vector<std::string>& texts);
  void refuse_kind(std::string_view key, const catalog::Text& wanted);

  const Sources* sources_;
  Report* report_;
  const Value* table_;     ///< nullptr where the file has no such table
  std::string prefix_;     ///< "", "harvest.", "crisis_contacts.0."
  std::string heading_;    ///< of the effective configuration, until it is written
  bool is_block_ = false;  ///< then only the file speaks
  std::vector<std::string> asked_;
};

/// A warning for each KRING_… variable that no setting reads although its name is much like one
/// that is read.
void warn_of_misspelt_variables(const Sources& sources, Report& report);

}  // namespace kring::service::config
