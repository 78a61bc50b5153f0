#include "indexer/format/record.h"

#include "catalog/activity_json.h"
#include "catalog/result.h"

namespace kring::indexer {

std::string write_record(const Record& record) {
  catalog::Json json{catalog::Json::Object()};
  json.set("source", record.source);
  json.set("activity", catalog::activity_to_json(record.activity));
  return catalog::write_json(json);
}

Record read_record(std::string_view stored) {
  const catalog::Result<catalog::Json> json = catalog::parse_json(stored);
  if (!json) {
    throw catalog::Error(
        "A record of the index is damaged. Build the index anew: kring index --catalog FILE.db "
        "--index DIR --rebuild");
  }
  return {catalog::activity_from_json((*json)["activity"]),
          std::string((*json)["source"].string().value_or(""))};
}

}  // namespace kring::indexer
