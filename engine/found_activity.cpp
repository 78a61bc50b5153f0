#include "engine/found_activity.h"

#include "catalog/activity_json.h"

namespace kring::engine {

catalog::Json to_json(const FoundActivity& found) {
  using catalog::Json;
  Json json = catalog::activity_to_json(found.activity);
  json.set("same_as", found.same_as.is_null() ? Json(Json::Array()) : found.same_as);
  json.set("represented_by", found.represented_by ? Json(found.represented_by->value) : Json());
  json.set("conflicts", found.conflicts.is_null() ? Json(Json::Array()) : found.conflicts);
  if (found.only_for) json.set("only_for", found.only_for == Gender::kWoman ? "women" : "men");
  if (!found.spoken.empty()) {
    json.set("spoken", Json::Array(found.spoken.begin(), found.spoken.end()));
  }
  if (!found.written_in.empty()) json.set("written_in", found.written_in);
  if (found.told_cost) json.set("told_cost", catalog::make_decimal(found.told_cost->value, 2));
  return json;
}

}  // namespace kring::engine
