#include "service/commands/duplicates_report.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "catalog/duplicates/wording.h"

namespace kring::service {
namespace {

using catalog::DuplicateLink;
using catalog::Json;
using catalog::duplicates::Conflict;
using catalog::duplicates::Member;
using catalog::duplicates::PartScore;
using catalog::duplicates::Saying;

constexpr int kScoreDecimals = 4;
constexpr double kScoreOne = catalog::kScoreOne;

Json checked_on(const Member& member) {
  return member.activity.verified_on ? Json(catalog::format_date(*member.activity.verified_on))
                                     : Json();
}

Json to_json(const Member& member) {
  return Json::Object{{"id", member.activity.id.value},
                      {"source", member.source},
                      {"name", member.activity.name},
                      {"organization", member.activity.organization.name},
                      {"checked_on", checked_on(member)}};
}

Json parts_json(const std::vector<PartScore>& parts) {
  Json::Array list;
  for (const PartScore& part : parts) {
    list.push_back(Json::Object{{"name", catalog::duplicates::name_of(part.part)},
                                {"value", catalog::make_decimal(part.value, kScoreDecimals)},
                                {"points", catalog::make_decimal(part.points, kScoreDecimals)}});
  }
  return Json(std::move(list));
}

Json to_json(const ToldSet& told) {
  Json::Array members;
  for (const Member& member : told.members) {
    members.push_back(to_json(member));
  }
  Json::Array links;
  for (const DuplicateLink& link : told.set.links) {
    links.push_back(service::to_json(link));
  }
  return Json::Object{{"representative", told.set.representative.value},
                      {"members", std::move(members)},
                      {"links", std::move(links)},
                      {"conflicts", catalog::duplicates::conflicts_to_json(
                                        catalog::duplicates::conflicts_of(told.members))}};
}

const char* state_text(catalog::duplicates::LinkState state) {
  switch (state) {
    case catalog::duplicates::LinkState::kFound:
      return "gevonden / found";
    case catalog::duplicates::LinkState::kConfirmed:
      return "bevestigd / confirmed";
    case catalog::duplicates::LinkState::kRejected:
      return "afgewezen / rejected";
  }
  return "";
}

std::string link_text(const DuplicateLink& link) {
  const catalog::Text reasons = catalog::duplicates::describe(link.score);
  return fmt::format("    {:.2f}  {}\n      {}\n      {}\n", link.score.score.points / kScoreOne,
                     state_text(link.state), reasons.nl, reasons.en);
}

std::string conflict_text(const Conflict& conflict) {
  std::string text = fmt::format("    verschil / differs: {}\n", conflict.field);
  for (const Saying& saying : conflict.sayings) {
    const std::string day = saying.checked_on ? catalog::format_date(*saying.checked_on) : "?";
    text += fmt::format("      {} ({}): {}\n", saying.source, day, saying.value);
  }
  return text;
}

std::string to_text(const ToldSet& told) {
  std::string text;
  for (const Member& member : told.members) {
    const bool is_shown = member.activity.id == told.set.representative;
    text += fmt::format("{} {}  {} | {} ({})\n", is_shown ? "*" : " ", member.activity.id.value,
                        member.activity.name, member.activity.organization.name, member.source);
  }
  for (const DuplicateLink& link : told.set.links) {
    text += link_text(link);
  }
  for (const Conflict& conflict : catalog::duplicates::conflicts_of(told.members)) {
    text += conflict_text(conflict);
  }
  return text + "\n";
}

}  // namespace

std::vector<ToldSet> load_told_sets(const catalog::ActivityStore& store) {
  std::vector<ToldSet> told;
  for (catalog::DuplicateSet& set : store.duplicate_sets()) {
    ToldSet next{std::move(set), {}};
    for (const catalog::ActivityId& id : next.set.members) {
      std::optional<catalog::StoredActivity> stored = store.find(id);
      if (stored) next.members.push_back({std::move(stored->activity), std::move(stored->source)});
    }
    told.push_back(std::move(next));
  }
  return told;
}

Json to_json(const std::vector<ToldSet>& sets) {
  Json::Array list;
  for (const ToldSet& told : sets) {
    list.push_back(to_json(told));
  }
  return Json::Object{{"sets", std::move(list)}};
}

std::string to_text(const std::vector<ToldSet>& sets) {
  std::string text;
  for (const ToldSet& told : sets) {
    text += to_text(told);
  }
  return text
         + fmt::format(
             "{} groepen van dubbele records (* wordt getoond) / sets of duplicates (* is "
             "shown)\n",
             sets.size());
}

Json to_json(const DuplicateLink& link) {
  catalog::Text reasons = catalog::duplicates::describe(link.score);
  return Json::Object{{"ids", Json::Array{Json(link.first.value), Json(link.second.value)}},
                      {"score", catalog::make_decimal(link.score.score.points, kScoreDecimals)},
                      {"state", catalog::duplicates::name_of(link.state)},
                      {"who", link.who},
                      {"at", link.at},
                      {"text", std::move(reasons.nl)},
                      {"text_en", std::move(reasons.en)},
                      {"parts", parts_json(link.score.parts)}};
}

}  // namespace kring::service
