#include "indexer/format/record.h"

#include <utility>

#include "catalog/activity_json.h"
#include "catalog/result.h"

namespace kring::indexer {
namespace {

using catalog::Json;

std::vector<SameAs> read_same_as(const Json& list) {
  std::vector<SameAs> same_as;
  for (const Json& entry : list.array()) {
    same_as.push_back({{std::string(entry["id"].string().value_or(""))},
                       std::string(entry["source"].string().value_or(""))});
  }
  return same_as;
}

}  // namespace

Json write_same_as(const std::vector<SameAs>& same_as) {
  Json::Array list;
  for (const SameAs& other : same_as) {
    list.push_back(Json::Object{{"id", other.id.value}, {"source", other.source}});
  }
  return Json(std::move(list));
}

std::string write_record(const Record& record) {
  catalog::Json json{catalog::Json::Object()};
  json.set("source", record.source);
  json.set("activity", catalog::activity_to_json(record.activity));
  if (!record.same_as.empty()) {
    json.set("representative", record.representative.value);
    json.set("same_as", write_same_as(record.same_as));
    json.set("conflicts", record.conflicts);
  }
  return catalog::write_json(json);
}

Record read_record(std::string_view stored) {
  const catalog::Result<catalog::Json> json = catalog::parse_json(stored);
  if (!json) {
    throw catalog::Error(
        "A record of the index is damaged. Build the index anew: kring index --catalog FILE.db "
        "--index DIR --rebuild");
  }
  Record record{catalog::activity_from_json((*json)["activity"]),
                std::string((*json)["source"].string().value_or("")),
                {std::string((*json)["representative"].string().value_or(""))},
                read_same_as((*json)["same_as"]),
                (*json)["conflicts"]};
  if (record.same_as.empty()) record.representative = record.activity.id;
  return record;
}

}  // namespace kring::indexer
