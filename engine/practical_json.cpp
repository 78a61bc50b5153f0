#include "engine/practical_json.h"

namespace kring::engine {

using catalog::Json;

Json write_hours(const std::vector<WeekHours>& hours) {
  Json list{Json::Array()};
  for (const WeekHours& entry : hours) {
    Json days{Json::Array()};
    for (const int day : entry.days) {
      days.push_back(name_of_weekday(day));
    }
    Json json{Json::Object()};
    json.set("days", std::move(days));
    json.set("from", catalog::format_time_of_day(entry.from));
    json.set("to", catalog::format_time_of_day(entry.to));
    list.push_back(std::move(json));
  }
  return list;
}

Json write_travel(const std::vector<Travel>& travel) {
  Json list{Json::Array()};
  for (const Travel& entry : travel) {
    Json json{Json::Object()};
    json.set("mode", name_of(entry.mode));
    json.set("max_minutes", entry.max_minutes.value);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace kring::engine
