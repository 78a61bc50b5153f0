// Does every JSON document that is taken go out as it came in, and is what is ambiguous refused?

#include "catalog/json.h"

#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const auto document = catalog::parse_json_document(bytes);
  const auto clear = catalog::parse_json(bytes);
  expect(clear.has_value() == (document && document->ambiguities.empty()),
         "a document is refused where it is none or is ambiguous");
  if (!document) return;
  const catalog::Json& value = document->value;
  const auto compact = catalog::parse_json_document(write_json(value));
  expect(compact && compact->value == value, "a document is the same when written and read");
  const auto pretty = catalog::parse_json_document(write_pretty_json(value));
  expect(pretty && pretty->value == value, "a document is the same when laid out and read");
  static_cast<void>(value.number());
  static_cast<void>(value.integer());
}

}  // namespace kring::fuzz
