// What does the oracle understand of each record, and of a profile?

#include <algorithm>

#include "catalog/version.h"
#include "indexer/language/call_hours.h"
#include "indexer/language/kinds.h"
#include "indexer/open_sessions.h"
#include "tests/engine/oracle.h"

namespace kring::tests {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;

constexpr int kDaysBefore = 14;
constexpr int kDaysAfter = 84;

bool is_elsewhere(const catalog::Site& site) {
  return !site.attendance.empty() && !site.attendance.has(Attendance::kInPerson);
}

// A virtual place says how one takes part there; beside one, the real places are in person.
AttendanceSet forms_at(const catalog::Activity& activity,
                       const catalog::Site& site,
                       AttendanceSet of_activity) {
  if (is_elsewhere(site)) return site.attendance;
  const bool has_virtual_place =
      std::any_of(activity.sites.begin(), activity.sites.end(), is_elsewhere);
  if (!has_virtual_place || !of_activity.has(Attendance::kInPerson)) return of_activity;
  AttendanceSet in_person;
  in_person.add(Attendance::kInPerson);
  return in_person;
}

bool states_hours(const std::vector<catalog::Schedule>& schedules) {
  return std::any_of(schedules.begin(), schedules.end(), [](const catalog::Schedule& schedule) {
    return schedule.opens && schedule.first_day && !indexer::is_for_calls(schedule);
  });
}

std::vector<catalog::Session> sessions_at(const catalog::Site* site,
                                          const indexer::OpenSessions& open,
                                          catalog::Date today) {
  return open.find(site, today - std::chrono::days{kDaysBefore},
                   today + std::chrono::days{kDaysAfter});
}

bool is_quick(const indexer::Annotation& facts, AttendanceSet forms) {
  const bool is_from_afar = forms.has(Attendance::kPhone) || forms.has(Attendance::kOnline);
  const bool meets = forms.has(Attendance::kInPerson) || forms.has(Attendance::kHomeVisit);
  return facts.group_size == catalog::GroupSize::kService
         || (facts.group_size == catalog::GroupSize::kOneToOne && is_from_afar && !meets);
}

bool teaches_language(const PlainActivity& activity, const catalog::Vocabulary& vocabulary) {
  const auto& found = activity.facts.concepts;
  return std::any_of(found.begin(), found.end(), [&](const indexer::FoundConcept& one) {
    return one.strength == indexer::Strength::kStrong
           && vocabulary.concepts()[one.number].teaches_language;
  });
}

std::vector<PlainSite> read_sites(const catalog::Activity& activity,
                                  const indexer::Annotation& facts,
                                  const catalog::Places& places,
                                  const indexer::OpenSessions& open,
                                  catalog::Date today) {
  std::vector<PlainSite> sites;
  for (std::size_t i = 0; i < activity.sites.size(); ++i) {
    const catalog::Site& site = activity.sites[i];
    PlainSite plain{
        site.name,
        site.postcode,
        catalog::locate(site.postcode, site.point, places).point,
        forms_at(activity, site, facts.attendance),
        facts.site_access[i],
        states_hours(catalog::schedules_at(activity, site)) || !facts.told_hours.empty(),
        false,
        sessions_at(&site, open, today)};
    plain.is_quick = is_quick(facts, plain.forms);
    sites.push_back(std::move(plain));
  }
  if (!sites.empty()) return sites;
  PlainSite nowhere;
  nowhere.forms = facts.attendance;
  nowhere.access = facts.told_access;
  nowhere.states_hours = states_hours(activity.schedules) || !facts.told_hours.empty();
  nowhere.is_quick = is_quick(facts, nowhere.forms);
  nowhere.sessions = sessions_at(nullptr, open, today);
  return {nowhere};
}

std::string name_text(const catalog::Activity& activity) {
  std::string text = activity.name;
  for (const std::string& tag : activity.tags)
    text += " . " + tag;
  return text;
}

std::string running_text(const catalog::Activity& activity) {
  return activity.description + " . " + activity.eligibility_description + " . "
         + activity.organization.name;
}

// The words of the running text, and the parts of every compound in it and in the name.
std::vector<std::string> stems_and_parts(const catalog::Activity& activity,
                                         const indexer::Analyser& analyser) {
  std::vector<std::string> all = analyser.terms_of(running_text(activity));
  for (const std::string& text : {name_text(activity), running_text(activity)}) {
    const std::vector<std::string> parts = analyser.all_terms_of(text).parts;
    all.insert(all.end(), parts.begin(), parts.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

catalog::Places read_places(const catalog::ActivityStore& store) {
  std::vector<catalog::Place> rows = store.places();
  std::vector<catalog::Address> addresses;
  store.for_each([&addresses](const catalog::StoredActivity& stored) {
    for (const catalog::Site& site : stored.activity.sites) {
      const auto postcode4 = catalog::parse_postcode4(site.postcode);
      if (postcode4 && site.point) addresses.push_back({*postcode4, *site.point});
    }
  });
  for (const catalog::Place& learned : catalog::learn_places(addresses, catalog::Places(rows)))
    rows.push_back(learned);
  return catalog::Places(rows);
}

bool is_activity(const catalog::Vocabulary& vocabulary, std::size_t number) {
  return vocabulary.concepts()[number].kind == catalog::ConceptKind::kActivity;
}

PlainNeed read_need(const engine::Need& need, const catalog::Vocabulary& vocabulary) {
  PlainNeed plain{need.priority, {}, {}};
  const auto number = need.concept_id ? vocabulary.find(*need.concept_id) : std::nullopt;
  if (number && is_activity(vocabulary, *number)) plain.named.push_back(*number);
  return plain;
}

void add_terms(const indexer::Analyser& analyser,
               const std::string& text,
               const PlainTerm& shape,
               std::vector<PlainTerm>& terms) {
  for (const std::string& stem : analyser.terms_of(text)) {
    const bool is_known = std::any_of(terms.begin(), terms.end(),
                                      [&stem](const PlainTerm& term) { return term.stem == stem; });
    if (!is_known) terms.push_back({stem, shape.is_interest});
  }
}

// Home, place and municipality by the postcode, where one is given.
void find_home(const catalog::Places& places, PlainRequest& request) {
  const engine::Person& person = request.profile.person;
  request.home = person.point;
  if (!person.postcode) return;
  const catalog::Place& place = *places.find(catalog::parse_postcode4(*person.postcode).value());
  if (!request.home) request.home = place.point;
  request.place = place.name;
  request.municipality = place.municipality;
}

// What the profile says of an activity by its id: to be avoided, or tried.
void add_known(const PlainActivity& activity, PlainRequest& request) {
  const std::string& id = activity.record.id.value;
  const std::vector<std::string>& avoided = request.profile.avoid.activities;
  if (std::find(avoided.begin(), avoided.end(), id) != avoided.end())
    request.avoided_keys.insert(activity.fold_key);
  for (const engine::Tried& tried : request.profile.tried) {
    if (tried.activity == id) request.tries.emplace(activity.fold_key, tried);
  }
}

}  // namespace

ConceptStrengths strengths_of(const PlainActivity& activity) {
  ConceptStrengths strengths;
  for (const indexer::FoundConcept& found : activity.facts.concepts)
    strengths[found.number] = found.strength;
  return strengths;
}

Oracle::Oracle(const catalog::ActivityStore& store, catalog::Date today)
    : vocabulary_(
        catalog::parse_vocabulary(store.document(catalog::DocumentKind::kVocabulary).text).value()),
      weights_(
          catalog::parse_weights(store.document(catalog::DocumentKind::kWeights).text).value()),
      places_(read_places(store)) {
  const indexer::Annotator annotator(vocabulary_);
  const indexer::Analyser& analyser = annotator.analyser();
  const indexer::AreaReader areas(places_);
  store.for_each([&](const catalog::StoredActivity& stored) {
    const catalog::Activity& record = stored.activity;
    PlainActivity plain;
    plain.record = record;
    plain.facts = annotator.annotate(record);
    plain.offers = indexer::offers_of(plain.facts, vocabulary_);
    plain.fold_key = catalog::hash_of(stored.representative.value_or(record.id).value);
    plain.is_represented = stored.representative.value_or(record.id) != record.id;
    plain.areas = areas.areas_of(record, plain.facts.told_areas);
    plain.name_stems = analyser.terms_of(name_text(record));
    plain.text_stems = stems_and_parts(record, analyser);
    plain.teaches_language = teaches_language(plain, vocabulary_);
    const indexer::OpenSessions open(record, plain.facts.told_hours, analyser, places_);
    plain.sites = read_sites(record, plain.facts, places_, open, today);
    activities_.push_back(std::move(plain));
  });
}

PlainRequest Oracle::make_request(const engine::Profile& profile) const {
  const indexer::Analyser analyser;
  PlainRequest request;
  request.profile = profile;
  find_home(places_, request);
  for (int form = 0; form < catalog::kAttendanceCount; ++form)
    request.forms.add(static_cast<Attendance>(form));
  if (profile.practical.attendance) request.forms = *profile.practical.attendance;
  for (const std::string& id : profile.avoid.concepts)
    request.avoided_concepts.push_back(vocabulary_.find(id).value());
  for (const PlainActivity& activity : activities_)
    add_known(activity, request);
  for (const std::string& words : profile.avoid.words) {
    std::vector<std::string> stems = analyser.terms_of(words);
    if (!stems.empty()) request.avoided_words.push_back(std::move(stems));
  }
  for (const engine::Need& need : profile.needs)
    request.needs.push_back(read_need(need, vocabulary_));
  add_words(vocabulary_, analyser, request);
  std::erase_if(request.needs,
                [](const PlainNeed& need) { return need.named.empty() && need.told.empty(); });
  for (const std::string& interest : profile.interests)
    add_terms(analyser, interest, {"", true}, request.terms);
  for (const engine::Need& need : request.profile.needs)
    add_terms(analyser, need.text, {"", false}, request.terms);
  const indexer::KindFinder kinds(vocabulary_);
  for (const std::string& interest : profile.interests)
    request.kinds |= kinds.kinds_in(analyser.tokens_of(interest));
  for (const engine::Need& need : request.profile.needs)
    request.kinds |= kinds.kinds_in(analyser.tokens_of(need.text));
  return request;
}

}  // namespace kring::tests
