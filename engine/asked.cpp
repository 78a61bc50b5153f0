#include "engine/asked.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "indexer/language/analysis.h"
#include "indexer/language/areas.h"
#include "indexer/language/wishes.h"

namespace kring::engine {
namespace {

using catalog::Attendance;
using catalog::Problem;
using catalog::Problems;

constexpr std::size_t kWordBits = 64;
constexpr std::size_t kNearPlaces = 3;

std::string describe_near(const catalog::Places& places, int postcode4) {
  std::vector<std::string> names;
  for (const catalog::Place& place : places.near(postcode4, kNearPlaces)) {
    names.push_back(place.name.empty() ? std::to_string(place.postcode4)
                                       : fmt::format("{} {}", place.postcode4, place.name));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// The text names places of the table, never the postcode that was sent.
Problem unknown_postcode(const catalog::Places& places, int postcode4) {
  const std::string near = describe_near(places, postcode4);
  const Problem problem{
      "unknown_postcode",
      "/person/postcode",
      {"Deze postcode staat niet in de tabel. ", "This postcode is not in the table. "}};
  Problem full = problem;
  full.text.nl += near.empty() ? "Er zijn nog geen plaatsen." : "Dichtbij zijn: " + near + ".";
  full.text.en += near.empty() ? "There are no places yet." : "Near it are: " + near + ".";
  full.text.nl += " Beheerder: voeg plaatsen toe met kring places import.";
  full.text.en += " Administrator: add places with kring places import.";
  return full;
}

void find_home(const Profile& profile,
               const catalog::Places& places,
               Asked& asked,
               Problems& problems) {
  asked.home = profile.person.point;
  if (!profile.person.postcode) return;
  const std::optional<int> postcode4 = catalog::parse_postcode4(*profile.person.postcode);
  const catalog::Place* place = postcode4 ? places.find(*postcode4) : nullptr;
  if (place == nullptr) {
    problems.push_back(unknown_postcode(places, postcode4.value_or(0)));
    return;
  }
  if (!asked.home) asked.home = place->point;
  if (!place->name.empty()) asked.place_hash = indexer::area_hash_of(place->name);
  if (!place->municipality.empty()) {
    asked.municipality_hash = indexer::area_hash_of(place->municipality);
  }
}

void find_forms(const Practical& practical, Asked& asked) {
  for (int form = 0; form < catalog::kAttendanceCount; ++form) {
    asked.forms.add(static_cast<Attendance>(form));
  }
  if (practical.attendance) asked.forms = *practical.attendance;
  if (!practical.travel) return;
  asked.reach.emplace();
  for (const Travel& travel : *practical.travel) {
    asked.reach->push_back({travel.mode, travel.max_minutes.value});
  }
}

Problem unknown_concept(std::string pointer) {
  return {"unknown_concept",
          std::move(pointer),
          {"Dit begrip bestaat niet. Zie GET /v1/concepts.",
           "There is no such concept. See GET /v1/concepts."}};
}

// What is asked for and kept out at once cannot be answered: the person says which holds.
Problem needed_and_avoided(std::string pointer) {
  return {"needed_and_avoided",
          std::move(pointer),
          {"Dit begrip staat ook in avoid. Haal het daar weg, of hier.",
           "This concept stands in avoid too. Take it away there, or here."}};
}

void check_contradictions(const Profile& profile, Problems& problems) {
  const std::vector<std::string>& avoided = profile.avoid.concepts;
  for (std::size_t i = 0; i < profile.needs.size(); ++i) {
    const std::optional<std::string>& needed = profile.needs[i].concept_id;
    if (!needed || std::find(avoided.begin(), avoided.end(), *needed) == avoided.end()) continue;
    problems.push_back(needed_and_avoided(fmt::format("/needs/{}/concept", i)));
  }
}

void find_avoided(const Avoid& avoid,
                  const catalog::Vocabulary& vocabulary,
                  Asked& asked,
                  Problems& problems) {
  for (std::size_t i = 0; i < avoid.concepts.size(); ++i) {
    if (const auto number = vocabulary.find(avoid.concepts[i])) {
      asked.avoided_concepts.add(*number);
    } else {
      problems.push_back(unknown_concept(fmt::format("/avoid/concepts/{}", i)));
    }
  }
  for (const std::string& name : avoid.organizations) {
    asked.avoided_organizations.push_back(indexer::name_hash_of(name));
  }
  for (const std::string& name : avoid.places) {
    asked.avoided_venues.push_back(indexer::name_hash_of(name));
    const std::optional<int> postcode4 = catalog::parse_postcode4(name);
    if (postcode4 && name.size() == 4) asked.avoided_postcodes4.push_back(*postcode4);
  }
  asked.avoided_hours = merge_hours(avoid.hours);
  asked.avoids_hours = !avoid.hours.empty();
}

// What equals the activity in all its duplicates; absent where the index has it not.
std::optional<std::uint64_t> find_fold_key(const indexer::Snapshot& snapshot,
                                           const std::string& id) {
  const std::optional<indexer::ActivityAt> at = snapshot.find(id);
  if (!at) return std::nullopt;
  return at->segment->features().fold_key[at->number];
}

void find_known_activities(const Profile& profile, Asked& asked) {
  for (const std::string& id : profile.avoid.activities) {
    if (const auto key = find_fold_key(asked.snapshot, id)) {
      asked.avoided_activities.push_back(*key);
    }
  }
  for (const Tried& tried : profile.tried) {
    if (!tried.activity) continue;
    if (const auto key = find_fold_key(asked.snapshot, *tried.activity)) {
      asked.tries.push_back({*key, &tried});
    }
  }
}

// Activities of a segment that hold every one of `stems`, in name or text.
indexer::Postings activities_with(const indexer::Segment& segment,
                                  const std::vector<std::string>& stems) {
  const indexer::Words& words = segment.words();
  return indexer::find_all(stems, [&words](const std::string& stem) {
    return indexer::unite(words.find(indexer::kNameField, stem), words.find_in_text(stem));
  });
}

// By activity of the segment: whether it holds one of the texts.
std::vector<bool> flag_avoided(const indexer::Segment& segment,
                               const std::vector<std::string>& texts,
                               const indexer::Analyser& analyser) {
  std::vector<bool> avoided(segment.count());
  for (const std::string& text : texts) {
    for (const std::uint32_t number : activities_with(segment, analyser.terms_of(text))) {
      avoided[number] = true;
    }
  }
  return avoided;
}

void find_avoided_words(const Avoid& avoid, const indexer::Analyser& analyser, Asked& asked) {
  if (avoid.words.empty()) return;
  for (const auto& segment : asked.snapshot.segments()) {
    asked.avoided_by_word.push_back(flag_avoided(*segment, avoid.words, analyser));
  }
}

// The concepts of activities in one need: what it names, and what its words ask besides.
AskedNeed read_need(const Need& need,
                    const std::optional<std::size_t>& named,
                    const std::vector<std::size_t>& told,
                    const catalog::Vocabulary& vocabulary) {
  AskedNeed asked{need.priority, {}, {}};
  const bool names_activity =
      named && vocabulary.concepts()[*named].kind == catalog::ConceptKind::kActivity;
  if (names_activity) asked.named.add(*named);
  for (const std::size_t number : told) {
    if (number != named) asked.told.add(number);
  }
  return asked;
}

void find_needs(const Understood& understood, Asked& asked, Problems& problems) {
  const catalog::Vocabulary& vocabulary = asked.snapshot.vocabulary();
  for (std::size_t i = 0; i < asked.profile.needs.size(); ++i) {
    const Need& need = asked.profile.needs[i];
    const auto named = need.concept_id ? vocabulary.find(*need.concept_id) : std::nullopt;
    if (need.concept_id && !named) {
      problems.push_back(unknown_concept(fmt::format("/needs/{}/concept", i)));
    }
    const AskedNeed read = read_need(need, named, understood.told[i], vocabulary);
    if (!read.named.empty() || !read.told.empty()) asked.needs.push_back(read);
  }
}

void find_groups(const Person& person, const catalog::Vocabulary& vocabulary, Asked& asked) {
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    if (vocabulary.concepts()[number].teaches_language) asked.language_lessons.add(number);
    const std::optional<catalog::Audience>& audience = vocabulary.concepts()[number].audience;
    if (!audience) continue;
    asked.groups.all.add(number);
    const bool is_young = audience->max_age && person.age && *person.age <= *audience->max_age;
    const bool is_new = audience->is_for_newcomers && is_newcomer(person);
    if (is_young || is_new) asked.groups.own.add(number);
  }
  for (const AskedNeed& need : asked.needs) {
    asked.groups.own.add(need.named);
    asked.groups.own.add(need.told);
  }
}

void check_not_meant(const Profile& profile,
                     const catalog::Vocabulary& vocabulary,
                     Problems& problems) {
  for (std::size_t i = 0; i < profile.not_meant.size(); ++i) {
    const std::string& name = profile.not_meant[i].name;
    if (indexer::find_limit(name) || vocabulary.find(name)) continue;
    problems.push_back(unknown_concept(fmt::format("/not_meant/{}/name", i)));
  }
}

void add_terms(const std::string& text,
               AskedTerm::Origin origin,
               const indexer::Analyser& analyser,
               std::vector<AskedTerm>& terms) {
  for (const std::string& stem : analyser.terms_of(text)) {
    const auto is_it = [&stem](const AskedTerm& term) { return term.stem == stem; };
    if (std::none_of(terms.begin(), terms.end(), is_it)) terms.push_back({stem, origin});
  }
}

void find_terms(const std::vector<std::string>& texts,
                const indexer::Analyser& analyser,
                Asked& asked) {
  for (const std::string& interest : asked.profile.interests) {
    add_terms(interest, AskedTerm::Origin::kInterest, analyser, asked.terms);
  }
  for (const std::string& text : texts) {
    add_terms(text, AskedTerm::Origin::kNeed, analyser, asked.terms);
  }
}

std::vector<Span> merge_spans(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  std::vector<Span> merged;
  for (const Span& span : spans) {
    if (!merged.empty() && span.from <= merged.back().to) {
      merged.back().to = std::max(merged.back().to, span.to);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

}  // namespace

void ConceptBits::add(std::size_t number) {
  (number < kWordBits ? low : high) |= std::uint64_t{1} << (number % kWordBits);
}

bool ConceptBits::has(std::size_t number) const {
  return ((number < kWordBits ? low : high) >> (number % kWordBits) & 1U) != 0;
}

bool is_newcomer(const Person& person) {
  static constexpr auto kAtHomeHere = std::to_array<std::string_view>(
      {"nl", "fy", "li", "nds", "gos", "stl", "twd", "drt", "sdz", "vel", "zea", "dse"});
  if (person.languages.empty()) return false;
  const std::string_view best = person.languages.front();
  const std::string_view language = best.substr(0, best.find('-'));
  return std::find(kAtHomeHere.begin(), kAtHomeHere.end(), language) == kAtHomeHere.end();
}

bool is_needed(const std::vector<AskedNeed>& needs, std::size_t number) {
  return std::any_of(needs.begin(), needs.end(), [number](const AskedNeed& need) {
    return need.named.has(number) || need.told.has(number);
  });
}

ConceptBits strong_concepts(const SiteAt& at) {
  return {at.features().strong_low[at.activity], at.features().strong_high[at.activity]};
}

ConceptBits weak_concepts(const SiteAt& at) {
  return {at.features().weak_low[at.activity], at.features().weak_high[at.activity]};
}

std::vector<std::size_t> subjects_of(const SiteAt& at, const catalog::Vocabulary& vocabulary) {
  const ConceptBits strong = strong_concepts(at);
  const ConceptBits weak = weak_concepts(at);
  std::vector<std::size_t> subjects;
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    const bool is_about = strong.has(number) || weak.has(number);
    const catalog::ConceptKind kind = vocabulary.concepts()[number].kind;
    if (is_about && kind == catalog::ConceptKind::kActivity) subjects.push_back(number);
  }
  return subjects;
}

Week merge_hours(const std::vector<WeekHours>& hours) {
  Week week;
  for (const WeekHours& entry : hours) {
    for (const int day : entry.days) {
      week[static_cast<std::size_t>(day)].push_back({entry.from.value, entry.to.value});
    }
  }
  for (std::vector<Span>& spans : week) {
    spans = merge_spans(std::move(spans));
  }
  return week;
}

catalog::Result<Asked> prepare(const Understood& understood,
                               const indexer::Snapshot& snapshot,
                               const indexer::Analyser& analyser) {
  const Profile& profile = understood.profile;
  Problems problems;
  Asked asked{.profile = profile,
              .snapshot = snapshot,
              .date = *profile.date,
              .home = {},
              .forms = {},
              .reach = {},
              .languages = {},
              .free = {},
              .preferred_size = profile.practical.group_size,
              .start_within_days = profile.practical.start_within_days,
              .avoided_hours = {},
              .avoided_concepts = {},
              .avoided_organizations = {},
              .avoided_venues = {},
              .avoided_postcodes4 = {},
              .avoided_activities = {},
              .tries = {},
              .avoided_by_word = {},
              .needs = {},
              .groups = {},
              .language_lessons = {},
              .kinds = understood.kinds,
              .terms = {}};
  find_home(profile, snapshot.places(), asked, problems);
  find_forms(profile.practical, asked);
  for (const std::string& tag : profile.person.languages) {
    asked.languages.push_back(indexer::pack_language(tag));
  }
  if (profile.practical.availability) asked.free = merge_hours(*profile.practical.availability);
  find_avoided(profile.avoid, snapshot.vocabulary(), asked, problems);
  find_avoided_words(profile.avoid, analyser, asked);
  find_known_activities(profile, asked);
  find_needs(understood, asked, problems);
  find_groups(profile.person, snapshot.vocabulary(), asked);
  check_not_meant(profile, snapshot.vocabulary(), problems);
  check_contradictions(profile, problems);
  find_terms(understood.texts, analyser, asked);
  if (!problems.empty()) return problems;
  return asked;
}

}  // namespace kring::engine
