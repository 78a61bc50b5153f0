// Does the JSON reader draw the line of RFC 8259 where others draw it?
//
// The documents of JSONTestSuite: names in y_ are JSON, n_ are none, and of i_ a reader may decide.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

constexpr std::size_t kValidDocuments = 95;
constexpr std::size_t kInvalidDocuments = 188;

struct Judgement {
  std::size_t read = 0;
  std::vector<std::string> refused;  ///< names of files
  std::vector<std::string> accepted;
  std::vector<std::string> ambiguous;  ///< of those, what the strict reading refuses
};

/// What the reader makes of the documents whose names begin with `prefix`.
Judgement judge(const std::string& folder, const std::string& prefix) {
  Judgement judgement;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(prefix)) continue;
    ++judgement.read;
    const std::string text = read_file(entry.path());
    const auto document = catalog::parse_json_document(text);
    (document ? judgement.accepted : judgement.refused).push_back(name);
    if (document && !catalog::parse_json(text)) judgement.ambiguous.push_back(name);
  }
  std::sort(judgement.refused.begin(), judgement.refused.end());
  std::sort(judgement.accepted.begin(), judgement.accepted.end());
  std::sort(judgement.ambiguous.begin(), judgement.ambiguous.end());
  return judgement;
}

}  // namespace

TEST_CASE("of JSONTestSuite every invalid document is refused and every valid one read") {
  const auto shared = shared_folder("JSONTestSuite");
  if (!shared) return;
  const std::string folder = *shared + "/standards/json-test-suite/test_parsing";
  const Judgement invalid = judge(folder, "n_");
  CHECK(invalid.read == kInvalidDocuments);
  CAPTURE(invalid.accepted);
  CHECK(invalid.accepted.empty());
  const Judgement valid = judge(folder, "y_");
  CHECK(valid.read == kValidDocuments);
  CAPTURE(valid.refused);
  CHECK(valid.accepted.size() == kValidDocuments);
  // Valid, and refused where what they say matters: of a name that stands twice two readers may
  // take another value, and a text with NUL ends early where it is read as C reads it.
  CHECK(valid.ambiguous
        == std::vector<std::string>{
            "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
            "y_object_escaped_null_in_key.json", "y_string_null_escape.json"});
}

}  // namespace kring::tests
