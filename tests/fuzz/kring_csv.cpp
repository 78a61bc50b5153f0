// Is any file read as the municipality's table, or refused, without harm, and do its values come
// back?
#include <string>
#include <vector>

#include "catalog/formats/formula_guard.h"
#include "catalog/formats/template_rule.h"
#include "catalog/formats/template_values.h"
#include "tests/fuzz/feed_target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  using namespace catalog::formats;  // NOLINT(google-build-using-namespace): of this body alone
  read_feed("kring-csv", bytes);
  const std::string text(bytes);
  expect(unguard_cell(guard_cell(text)) == text, "a guarded cell is read as it was written");
  const std::vector<std::string> items = parse_list(text);
  expect(parse_list(write_list(items)) == items, "a list is read as it was written");
  const auto rule = parse_rule_words({text, ""});
  expect(!rule || parse_rule_words(write_rule_words(*rule)) == rule,
         "a rule is read as it was written");
}

}  // namespace kring::fuzz
