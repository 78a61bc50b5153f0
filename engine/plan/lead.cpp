// How does the person get into an activity: who calls whom, before which day, and what to ask?

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <span>

#include <fmt/format.h>

#include "engine/gaps/contacts.h"
#include "engine/plan/making.h"

namespace kring::engine {
namespace {

using catalog::Date;
using catalog::Referral;

constexpr std::array kTips = {"tip.short", "tip.topic", "tip.click"};
constexpr std::array kCallers = {"call.person", "call.together", "call.professional"};
constexpr std::array<std::string_view, 8> kTimeWords = {"ochtend", "middag",  "avond", "dag",
                                                        "week",    "morning", "noon",  "evening"};
constexpr std::array<std::string_view, 5> kAlwaysWords = {"24 uur per dag", "24/7", "dag en nacht",
                                                          "24 hours a day", "day and night"};
constexpr int kMinutesOfMeeting = 120;    ///< with the way to the next; own reasoning
constexpr std::size_t kMaxQuestions = 3;  ///< that one remembers on the phone; own reasoning

Caller choose_caller(const Making& making, Referral referral) {
  const Profile& profile = making.profile();
  const bool needs_referral = referral == Referral::kReferral || referral == Referral::kIndication;
  if (needs_referral && has_worker(profile)) return Caller::kProfessional;
  const bool needs_company =
      profile.practical.first_step_support.value_or(false) || profile.moment == Moment::kDischarge;
  return needs_company ? Caller::kTogether : Caller::kPerson;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// "2026-11-25T10:00:00+01:00" as its day.
std::optional<Date> day_of(const std::string& session) {
  return catalog::parse_date(session);
}

// "2026-11-25T10:00:00+01:00" as "10:00".
std::string time_of(const std::string& session) {
  return session.substr(session.find('T') + 1, 5);
}

// Whether nobody can be at both: they begin on one day and soon after each other.
bool do_coincide(const std::string& a, const std::string& b) {
  const auto time_of_a = catalog::parse_time_of_day(time_of(a));
  const auto time_of_b = catalog::parse_time_of_day(time_of(b));
  return time_of_a && time_of_b && day_of(a) == day_of(b)
         && std::abs(time_of_a->value - time_of_b->value) < kMinutesOfMeeting;
}

// The first meeting that one can still call about: after the first working day of the plan and what
// one has to wait. One beside the agenda's, where there is one.
std::optional<std::string> find_first_meeting(const Match& match, const Agenda& agenda) {
  const Date first_call = working_day_near(agenda.from, agenda.from);
  const Date soonest = first_call + std::chrono::weeks{match.activity.waiting_weeks.value_or(0)};
  std::optional<std::string> first;
  for (const std::string& session : match.next_sessions) {
    const auto day = day_of(session);
    if (!day || *day <= soonest) continue;
    const bool is_taken = std::any_of(
        agenda.meetings.begin(), agenda.meetings.end(),
        [&session](const std::string& meeting) { return do_coincide(session, meeting); });
    if (!is_taken) return session;
    if (!first) first = session;
  }
  return first;
}

// The last day to call: within the days that the moment gives, and before the first meeting.
Date choose_call_day(const Making& making, const std::optional<std::string>& meeting, Date from) {
  Date day = from + std::chrono::days{making.defaults.call_within_days};
  const auto meets_on = meeting ? day_of(*meeting) : std::nullopt;
  if (meets_on) day = std::min(day, *meets_on - std::chrono::days{1});
  return working_day_near(day, from);
}

std::string tell_meeting(const Sentences& sentences, const std::optional<std::string>& meeting) {
  if (!meeting) return {};
  return sentences.say("lead.first_meeting",
                       {{"date", sentences.day(*day_of(*meeting))}, {"time", time_of(*meeting)}});
}

const catalog::Site* find_site(const catalog::Activity& activity, const ActivityCard& card) {
  for (const catalog::Site& site : activity.sites) {
    if (site.name == card.venue_name && site.city == card.venue_city) return &site;
  }
  return nullptr;
}

std::string join_address(const catalog::Site& site) {
  const std::string place = site.postcode.empty() || site.city.empty()
                                ? site.postcode + site.city
                                : site.postcode + " " + site.city;
  return site.street.empty() || place.empty() ? site.street + place : site.street + ", " + place;
}

// A meeting face to face, as far as known.
bool is_in_person(const Match& match) {
  const catalog::AttendanceSet forms = match.activity.attendance;
  return forms.empty() || forms.has(catalog::Attendance::kInPerson);
}

void tell_form(const Making& making, const Match& match, std::vector<std::string>& facts) {
  const catalog::AttendanceSet forms = match.activity.attendance;
  if (is_in_person(match)) return;
  if (forms.has(catalog::Attendance::kHomeVisit)) {
    facts.push_back(making.sentences.say("lead.home_visit"));
  } else if (forms.has(catalog::Attendance::kPhone)) {
    facts.push_back(making.sentences.say("lead.phone"));
  } else {
    facts.push_back(making.sentences.say("lead.online"));
  }
}

void tell_cost(const Making& making, const Match& match, std::vector<std::string>& facts) {
  const auto cost = match.activity.cost_per_session;
  if (!cost) return;
  const std::string_view comma = making.sentences.language() == "en" ? "." : ",";
  const std::string euros = cost->value % 100 == 0 ? std::to_string(cost->value / 100)
                                                   : fmt::format("{}{}{:02}", cost->value / 100,
                                                                 comma, cost->value % 100);
  facts.push_back(cost->value == 0 ? making.sentences.say("lead.free")
                                   : making.sentences.say("lead.cost", {{"number", euros}}));
}

std::string lowered(const std::string& text) {
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool has_any(const std::string& lower, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&lower](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

// Whether a note at a phone says when it is answered: "ma en wo 9-12", "elke ochtend". One that
// says something else ("liefst appen") leaves it unknown.
bool tells_hours(const std::string& note) {
  const std::string lower = lowered(note);
  return std::any_of(lower.begin(), lower.end(), [](char c) { return c >= '0' && c <= '9'; })
         || has_any(lower, kTimeWords);
}

// Whether it is a line that the record itself says is answered day and night.
bool is_always_answered(const catalog::Activity& activity, const ActivityCard& card) {
  return card.attendance.has(catalog::Attendance::kPhone)
         && has_any(lowered(activity.name + " " + activity.description), kAlwaysWords);
}

std::vector<std::string> tell_facts(const Making& making, const Match& match, const Lead& lead) {
  const Sentences& sentences = making.sentences;
  std::vector<std::string> facts;
  const std::string entry = "entry." + std::string(catalog::name_of(lead.referral));
  const bool tells_who_helps = lead.referral == Referral::kIndication;
  if (sentences.has(entry))
    facts.push_back(sentences.say(tells_who_helps ? making.key_of_helper(entry) : entry));
  const int weeks = match.activity.waiting_weeks.value_or(0);
  if (weeks == 1) facts.push_back(sentences.say("lead.waiting_one"));
  if (weeks > 1)
    facts.push_back(sentences.say("lead.waiting", {{"number", std::to_string(weeks)}}));
  tell_form(making, match, facts);
  if (match.travel) {
    facts.push_back(sentences.say("lead.travel." + std::string(name_of(match.travel->mode)),
                                  {{"number", std::to_string(match.travel->minutes.value)}}));
  }
  tell_cost(making, match, facts);
  return facts;
}

std::vector<std::string> tell_questions(const Making& making, const Match& match) {
  std::vector<std::string> questions;
  for (const Question& question : match.questions) {
    if (questions.size() == kMaxQuestions) break;
    if (question.gate == Gate::kAvoid) continue;  // the sheet is silent on what is avoided
    const std::string text =
        making.speaks_as_the_answer()
            ? question.text
            : making.sentences.say("ask." + std::string(name_of(question.inquiry)));
    if (std::find(questions.begin(), questions.end(), text) == questions.end())
      questions.push_back(text);
  }
  return questions;
}

/// A way of taking part, which is no need that another lead could meet instead.
constexpr std::string_view kOnline = "reachability_online";

// What a fallback has to share: the needs that the match meets; where it meets none, what it is.
std::vector<std::string> concepts_to_share(const Making& making, const Match& match) {
  const std::vector<std::string> needed = needed_concepts(making);
  std::vector<std::string> own = match.activity.concepts;
  std::erase(own, kOnline);
  std::vector<std::string> met = own;
  std::erase_if(met, [&needed](const std::string& id) { return !holds(needed, id); });
  return met.empty() ? own : met;
}

// For a group to which nothing says that the person belongs (engine/score/audience.cpp).
bool is_for_others(const Match& match) {
  return std::any_of(match.parts.begin(), match.parts.end(), [](const ScorePart& part) {
    return part.name == "audience" && part.value.points == 0;
  });
}

// One thing under two names: at the same place at the same hour.
bool are_one_thing(const Match& a, const Match& b) {
  return !a.activity.venue_name.empty() && a.activity.venue_name == b.activity.venue_name
         && a.activity.venue_city == b.activity.venue_city && !a.next_sessions.empty()
         && !b.next_sessions.empty() && a.next_sessions.front() == b.next_sessions.front();
}

// Whether the plan has the activity already, by this name or another.
bool is_taken(const Making& making,
              const Match& match,
              const std::vector<catalog::ActivityId>& taken) {
  return std::any_of(taken.begin(), taken.end(), [&](const catalog::ActivityId& id) {
    if (id == match.activity.id) return true;
    const Match* known = find_match(making.answer(), id);
    return known != nullptr && are_one_thing(*known, match);
  });
}

std::vector<std::string> tell_tips(const Making& making, const Match& match) {
  std::vector<std::string> tips;
  if (match.activity.group_size != catalog::GroupSize::kOneToOne) return tips;
  if (is_in_person(match)) tips.push_back(making.sentences.say("tip.place"));
  for (const char* const tip : kTips)
    tips.push_back(making.sentences.say(tip));
  return tips;
}

}  // namespace

Lead make_lead(const Making& making, const Match& match, const Agenda& agenda) {
  Lead lead;
  lead.activity = match.activity;
  bool is_always = false;
  if (const auto facts = making.source.find_facts(match.activity.id)) {
    lead.referral = facts->referral;
    is_always = is_always_answered(facts->activity, match.activity);
    if (!facts->activity.phones.empty())
      lead.phone_note = facts->activity.phones.front().description;
    const catalog::Site* site = find_site(facts->activity, match.activity);
    if (site != nullptr) lead.address = join_address(*site);
  }
  if (!lead.activity.phone.empty() && !is_always && !tells_hours(lead.phone_note))
    lead.phone_hours = making.sentences.say("lead.hours_unknown");
  lead.caller = choose_caller(making, lead.referral);
  lead.first_meeting = find_first_meeting(match, agenda);
  lead.call_by = choose_call_day(making, lead.first_meeting, agenda.from);
  lead.call_text = making.sentences.say(kCallers.at(static_cast<std::size_t>(lead.caller)),
                                        {{"date", making.sentences.day(lead.call_by)}});
  lead.first_meeting_text = is_always ? making.sentences.say("lead.always")
                                      : tell_meeting(making.sentences, lead.first_meeting);
  lead.facts = tell_facts(making, match, lead);
  lead.questions = tell_questions(making, match);
  lead.tips = tell_tips(making, match);
  return lead;
}

const Match* find_fallback(const Making& making,
                           const Match& match,
                           const std::vector<catalog::ActivityId>& taken) {
  const std::vector<std::string> shared = concepts_to_share(making, match);
  for (const Match& other : making.answer().matches) {
    if (is_taken(making, other, taken) || is_for_others(other)) continue;
    const bool meets_the_same = std::any_of(shared.begin(), shared.end(), [&](const auto& id) {
      return holds(other.activity.concepts, id);
    });
    if (meets_the_same) return &other;
  }
  return nullptr;
}

}  // namespace kring::engine
