#include "catalog/duplicates/conflicts.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "catalog/duplicates/words.h"

namespace kring::catalog::duplicates {
namespace {

constexpr double kCentsOfEuro = 100;

std::string folded(const std::string& text) {
  std::string whole;
  for (const std::string& word : cut_words(text)) {
    whole += word;
  }
  return whole;
}

std::string joined(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::string line;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    line += (line.empty() ? "" : "; ") + text;
  }
  return line;
}

std::string phones_of(const Activity& activity) {
  std::vector<std::string> numbers;
  for (const Phone& phone : activity.phones) {
    numbers.push_back(phone.number);
  }
  return joined(std::move(numbers));
}

std::string sites_of(const Activity& activity) {
  std::vector<std::string> addresses;
  for (const Site& site : activity.sites) {
    std::string address = site.street;
    for (const std::string& more : {site.postcode, site.city}) {
      if (!more.empty()) address += (address.empty() ? "" : ", ") + more;
    }
    addresses.push_back(std::move(address));
  }
  return joined(std::move(addresses));
}

std::string time_of(const Schedule& schedule) {
  std::string text = schedule.rrule;
  if (text.empty() && schedule.first_day) text = format_date(*schedule.first_day);
  if (schedule.opens) text += " " + format_time_of_day(*schedule.opens);
  if (schedule.opens && schedule.closes) text += "-" + format_time_of_day(*schedule.closes);
  return text;
}

std::string schedules_of(const Activity& activity) {
  std::vector<std::string> times;
  for (const Schedule& schedule : activity.schedules) {
    times.push_back(time_of(schedule));
  }
  for (const Site& site : activity.sites) {
    for (const Schedule& schedule : site.schedules) {
      times.push_back(time_of(schedule));
    }
  }
  return joined(std::move(times));
}

std::string costs_of(const Activity& activity) {
  std::vector<std::string> costs;
  for (const CostOption& cost : activity.costs) {
    std::string text = cost.option;
    if (cost.amount) {
      const double euros = static_cast<double>(cost.amount->value) / kCentsOfEuro;
      text += fmt::format("{}{:.2f}", text.empty() ? "" : " ", euros);
    }
    costs.push_back(std::move(text));
  }
  return joined(std::move(costs));
}

std::string number_text(const std::optional<int>& number) {
  return number ? std::to_string(*number) : std::string();
}

struct Field {
  std::string_view name;
  std::string (*read)(const Activity&);
};

constexpr std::array kFields = {
    Field{"name", [](const Activity& activity) { return activity.name; }},
    Field{"organization", [](const Activity& activity) { return activity.organization.name; }},
    Field{"status", [](const Activity& activity) { return std::string(name_of(activity.status)); }},
    Field{"phones", phones_of},
    Field{"email", [](const Activity& activity) { return activity.email; }},
    Field{"url", [](const Activity& activity) { return activity.url; }},
    Field{"sites", sites_of},
    Field{"schedules", schedules_of},
    Field{"costs", costs_of},
    Field{"min_age", [](const Activity& activity) { return number_text(activity.min_age); }},
    Field{"max_age", [](const Activity& activity) { return number_text(activity.max_age); }}};

}  // namespace

std::vector<Conflict> conflicts_of(const std::vector<Member>& members) {
  std::vector<Conflict> conflicts;
  for (const Field& field : kFields) {
    Conflict conflict{field.name, {}};
    std::set<std::string> different;
    for (const Member& member : members) {
      std::string value = field.read(member.activity);
      if (value.empty()) continue;
      different.insert(folded(value));
      conflict.sayings.push_back(
          {member.activity.id, member.source, member.activity.verified_on, std::move(value)});
    }
    if (different.size() > 1) conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

Json conflicts_to_json(const std::vector<Conflict>& conflicts) {
  Json::Array list;
  for (const Conflict& conflict : conflicts) {
    Json::Array values;
    for (const Saying& saying : conflict.sayings) {
      const Json checked_on = saying.checked_on ? Json(format_date(*saying.checked_on)) : Json();
      values.push_back(Json::Object{{"id", saying.id.value},
                                    {"source", saying.source},
                                    {"checked_on", checked_on},
                                    {"value", saying.value}});
    }
    list.push_back(Json::Object{{"field", conflict.field}, {"values", std::move(values)}});
  }
  return Json(std::move(list));
}

}  // namespace kring::catalog::duplicates
