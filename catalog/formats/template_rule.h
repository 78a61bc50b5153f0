// Which days and how often, in Dutch words: what is the recurrence rule?
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kring::catalog::formats {

/// How a spreadsheet tells a recurrence rule.
struct RuleWords {
  std::string days;  ///< "maandag, woensdag", "2e vrijdag", "ma t/m vr"
  std::string
      frequency;  ///< "elke week", "om de 2 weken", "elke maand", "eenmalig"; "" means every week
  bool operator==(const RuleWords&) const = default;
};

/// The rule ("FREQ=WEEKLY;INTERVAL=1;BYDAY=WE"), "" where nothing repeats; absent where the words
/// cannot be read, or tell several things ("elke maand" on "dinsdag"). A frequency may be a rule
/// itself.
std::optional<std::string> parse_rule_words(const RuleWords& words);

/// Words that parse_rule_words reads as `rule`, which is written as it is where words do not
/// suffice.
RuleWords write_rule_words(const std::string& rule);

}  // namespace kring::catalog::formats
