// How is an answer written as JSON?

#include "engine/answer_json.h"

#include <array>
#include <cmath>

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Score;

constexpr std::array<std::string_view, kGateCount> kGateNames = {
    "not_live", "age",      "gender", "area", "travel", "attendance",
    "language", "referral", "access", "cost", "time",   "avoid"};
constexpr std::array<std::string_view, 3> kUnderstoodKinds = {"wish", "refusal", "limit"};
constexpr std::array<std::string_view, 3> kYardsticks = {"wish", "reference", "none"};
constexpr int kScoreDecimals = 4;

Json decimal(Score score) {
  return catalog::make_decimal(score.points, kScoreDecimals);
}
Json decimal_or_null(const std::optional<Score>& score) {
  return score ? decimal(*score) : Json();
}

Json write_filled(const std::optional<FilledField>& filled) {
  if (!filled) return {};
  Json json = object();
  json.set("pointer", filled->pointer);
  json.set("value", filled->value);
  return json;
}

Json write_understood(const UnderstoodWords& understood) {
  Json json = object();
  json.set("need", static_cast<std::int64_t>(understood.need));
  json.set("kind", kUnderstoodKinds[static_cast<std::size_t>(understood.kind)]);
  json.set("name", understood.name);
  json.set("label", understood.label);
  json.set("effect", text_or_null(understood.effect));
  json.set("words", understood.words);
  json.set("begin", static_cast<std::int64_t>(understood.begin));
  json.set("end", static_cast<std::int64_t>(understood.end));
  json.set("acts_on", write_filled(understood.acts_on));
  json.set("is_undone", understood.is_undone);
  return json;
}

Json write_gap(const Gap& gap) {
  Json json = object();
  json.set("kind", gap.is_support ? "support" : "dimension");
  json.set("name", gap.name);
  json.set("gap", decimal_or_null(gap.gap));
  json.set("value", decimal_or_null(gap.value));
  json.set("yardstick", kYardsticks[static_cast<std::size_t>(gap.yardstick)]);
  json.set("evidence", texts(gap.evidence));
  json.set("unknown", texts(gap.unknown));
  Json before;
  if (gap.gap_before) {
    before.set("gap", decimal(*gap.gap_before));
    before.set("change", gap.change);
  }
  json.set("before", std::move(before));
  return json;
}

Json write_typology(const std::optional<Typology>& typology) {
  if (!typology) return {};
  Json json = object();
  json.set("name", typology->name);
  json.set("text", typology->text);
  return json;
}

Json write_loneliness(const Loneliness& loneliness) {
  Json json = object();
  json.set("name", loneliness.name);
  json.set("gap", decimal_or_null(loneliness.gap));
  json.set("evidence", texts(loneliness.evidence));
  return json;
}

Json write_contact_change(const ContactChange& change) {
  Json json = object();
  json.set("contact", change.contact);
  json.set("alias", change.alias);
  json.set("change", change.change);
  json.set("text", change.text);
  return json;
}

Json write_ask_first(const AskFirst& question) {
  Json json = object();
  json.set("pointer", question.pointer);
  json.set("text", question.text);
  return json;
}

Json write_tie(const TieSuggestion& tie) {
  Json json = object();
  json.set("contact", tie.contact);
  json.set("alias", tie.alias);
  json.set("why", texts(tie.why));
  json.set("occasion", write_occasion(tie.occasion));
  json.set("steps", list(tie.steps, write_step));
  return json;
}

Json write_part(const ScorePart& part) {
  Json json = object();
  json.set("name", part.name);
  json.set("value", decimal(part.value));
  json.set("weight", decimal(part.weight));
  json.set("points", decimal(part.points));
  return json;
}

Json write_reason(const Reason& reason) {
  Json json = object();
  json.set("text", reason.text);
  json.set("part", reason.part);
  json.set("field", reason.field);
  json.set("checked_on", date_or_null(reason.checked_on));
  return json;
}

Json write_question(const Question& question) {
  Json json = object();
  json.set("text", question.text);
  json.set("gate", name_of(question.gate));
  json.set("field", question.field);
  if (question.access_need) json.set("access_need", name_of(*question.access_need));
  return json;
}

Json write_travel(const std::optional<Journey>& journey) {
  if (!journey) return {};
  Json json = object();
  json.set("mode", name_of(journey->mode));
  json.set("minutes", journey->minutes.value);
  return json;
}

Json write_limit(const RelaxedLimit& change) {
  Json json = object();
  json.set("pointer", change.pointer);
  json.set("from", change.from);
  json.set("to", change.to);
  return json;
}

Json write_counterfactual(const std::optional<Counterfactual>& counterfactual) {
  if (!counterfactual) return {};
  Json json = object();
  json.set("change", write_limit(counterfactual->change));
  json.set("rank", counterfactual->rank);
  json.set("text", counterfactual->text);
  return json;
}

Json write_match(const Match& match) {
  Json json = object();
  json.set("rank", match.rank);
  json.set("activity", write_card(match.activity));
  json.set("score", decimal(match.score));
  json.set("parts", list(match.parts, write_part));
  json.set("reasons", list(match.reasons, write_reason));
  json.set("questions", list(match.questions, write_question));
  json.set("tried", text_or_null(match.tried));
  json.set("travel", write_travel(match.travel));
  json.set("next_sessions", texts(match.next_sessions));
  json.set("starts_in_days", whole_or_null(match.starts_in_days));
  json.set("verified_on", date_or_null(match.verified_on));
  json.set("first_step", text_or_null(match.first_step));
  json.set("counterfactual", write_counterfactual(match.counterfactual));
  return json;
}

Json write_relaxation(const Relaxation& relaxation) {
  Json json = object();
  json.set("changes", list(relaxation.changes, write_limit));
  json.set("text", relaxation.text);
  json.set("opens", relaxation.opens);
  json.set("examples",
           list(relaxation.examples, [](const catalog::ActivityId& id) { return Json(id.value); }));
  return json;
}

Json write_portfolio_entry(const PortfolioEntry& entry) {
  static constexpr const char* kRoles[] = {"member", "early_start", "bridge"};
  Json json = object();
  json.set("activity", entry.activity.value);
  json.set("adds", texts(entry.adds));
  json.set("role", kRoles[static_cast<std::size_t>(entry.role)]);
  json.set("step", whole_or_null(entry.step));
  json.set("go_on_when", text_or_null(entry.go_on_when));
  return json;
}

}  // namespace

Json object() {
  return Json{Json::Object()};
}

Json texts(const std::vector<std::string>& values) {
  Json::Array array;
  for (const std::string& value : values) {
    array.emplace_back(value);
  }
  return array;
}

// "" is absent.
Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json date_or_null(const std::optional<catalog::Date>& date) {
  return date ? Json(catalog::format_date(*date)) : Json();
}

Json whole_or_null(const std::optional<int>& number) {
  return number ? Json(*number) : Json();
}

Json write_versions(const Versions& versions) {
  Json json = object();
  json.set("catalog", versions.catalog.number);
  json.set("index", versions.index.number);
  json.set("vocabulary", versions.vocabulary);
  json.set("weights", versions.weights);
  json.set("engine", versions.engine);
  return json;
}

Json write_safety(const std::optional<SafetyNotice>& safety) {
  if (!safety) return {};
  Json json = object();
  json.set("text", safety->text);
  json.set("contacts", list(safety->contacts, [](const CrisisContact& contact) {
             Json entry = object();
             entry.set("name", contact.name);
             entry.set("phone", contact.phone);
             return entry;
           }));
  return json;
}

/// In millionths of a degree, as the index has it.
Json point_or_null(const std::optional<catalog::Point>& point) {
  static constexpr int kDecimals = 6;
  static constexpr double kMillion = 1'000'000;
  if (!point) return {};
  Json json = object();
  json.set("latitude", catalog::make_decimal(std::llround(point->latitude * kMillion), kDecimals));
  json.set("longitude",
           catalog::make_decimal(std::llround(point->longitude * kMillion), kDecimals));
  return json;
}

Json write_card(const ActivityCard& card) {
  Json json = object();
  json.set("id", card.id.value);
  json.set("name", card.name);
  json.set("organization", card.organization);
  json.set("source", card.source);
  json.set("concepts", texts(card.concepts));
  json.set("attendance", list(catalog::forms_of(card.attendance),
                              [](catalog::Attendance form) { return Json(name_of(form)); }));
  json.set("group_size", card.group_size ? Json(name_of(*card.group_size)) : Json());
  Json venue;
  if (!card.venue_name.empty() || !card.venue_city.empty()) {
    venue.set("name", card.venue_name);
    venue.set("city", card.venue_city);
  }
  json.set("venue", std::move(venue));
  json.set("location", point_or_null(card.location));
  json.set("phone", text_or_null(card.phone));
  json.set("email", text_or_null(card.email));
  json.set("url", text_or_null(card.url));
  Json cost;
  if (card.cost_per_session) {
    cost.set("per_session", catalog::make_decimal(card.cost_per_session->value, 2));
  }
  json.set("cost", std::move(cost));
  json.set("waiting_weeks", whole_or_null(card.waiting_weeks));
  return json;
}

Json write_occasion(const std::optional<Occasion>& occasion) {
  if (!occasion) return {};
  Json json = object();
  json.set("activity", occasion->activity.value);
  json.set("text", occasion->text);
  return json;
}

Json write_step(const TieStep& step) {
  Json json = object();
  json.set("name", step.name);
  json.set("text", step.text);
  json.set("who", step.who);
  json.set("when", catalog::format_date(step.when));
  return json;
}

std::string_view name_of(Gate gate) {
  return kGateNames[static_cast<std::size_t>(gate)];
}

Json to_json(const GapAnswer& answer) {
  Json json = object();
  json.set("date", catalog::format_date(answer.date));
  json.set("versions", write_versions(answer.versions));
  json.set("safety", write_safety(answer.safety));
  json.set("understood", list(answer.understood, write_understood));
  json.set("gaps", list(answer.gaps, write_gap));
  json.set("typology", write_typology(answer.typology));
  json.set("loneliness", list(answer.loneliness, write_loneliness));
  json.set("network_changes", list(answer.network_changes, write_contact_change));
  json.set("ask_first", list(answer.ask_first, write_ask_first));
  return json;
}

Json to_json(const MatchAnswer& answer) {
  Json json = to_json(answer.assessment);
  json.set("home", point_or_null(answer.home));
  json.set("ties", list(answer.ties, write_tie));
  json.set("matches", list(answer.matches, write_match));
  json.set("portfolio",
           list(answer.portfolio, [](const catalog::ActivityId& id) { return Json(id.value); }));
  json.set("portfolio_entries", list(answer.portfolio_entries, write_portfolio_entry));
  json.set("portfolio_lacks", text_or_null(answer.portfolio_lacks));
  json.set("relaxations", list(answer.relaxations, write_relaxation));
  Json excluded = object();
  for (const auto& [gate, count] : answer.excluded) {
    excluded.set(std::string(name_of(gate)), count);
  }
  json.set("excluded", std::move(excluded));
  return json;
}

}  // namespace kring::engine
