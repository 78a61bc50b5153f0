// Does every JSON document that is taken go out as it came in?

#include "catalog/json.h"

#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const catalog::Result<catalog::Json> document = catalog::parse_json(bytes);
  if (!document) return;
  const catalog::Result<catalog::Json> compact = catalog::parse_json(write_json(*document));
  expect(compact && *compact == *document, "a document is the same when written and read");
  const catalog::Result<catalog::Json> pretty = catalog::parse_json(write_pretty_json(*document));
  expect(pretty && *pretty == *document, "a document is the same when laid out and read");
  static_cast<void>(document->number());
  static_cast<void>(document->integer());
}

}  // namespace kring::fuzz
