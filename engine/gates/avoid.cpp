// Is it something, somewhere, by someone or at an hour that the person must not be sent to?
//
// Places and hours are judged at each site: the others stay. What was tried before counts here too.

#include <algorithm>

#include "engine/gates/gates.h"
#include "engine/sessions.h"
#include "engine/tried.h"

namespace kring::engine {
namespace {

template <class Value>
bool holds(const std::vector<Value>& values, Value value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_avoided_place(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const std::uint64_t venue = features.venue[at.row];
  const std::uint64_t postcode = features.postcode[at.row];
  return (venue != 0 && holds(asked.avoided_venues, venue))
         || (postcode != 0 && holds(asked.avoided_venues, postcode))
         || holds(asked.avoided_postcodes4, static_cast<int>(features.postcode4[at.row]));
}

bool is_avoided_party(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const std::uint64_t id = features.organization_id[at.activity];
  return holds(asked.avoided_organizations, features.organization[at.activity])
         || (id != 0 && holds(asked.avoided_organizations, id));
}

bool is_named(const Asked& asked, const SiteAt& at) {
  return holds(asked.avoided_activities, at.features().fold_key[at.activity]);
}

// Every meeting that fits the free hours falls in hours to be avoided.
bool meets_only_at_avoided_hours(const Asked& asked, const SiteAt& at) {
  return asked.avoids_hours && !meetings_of(asked, at).empty() && !find_next(asked, at);
}

// It comes together at hours that nobody told.
bool may_meet_at_avoided_hours(const Asked& asked, const SiteAt& at) {
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  return asked.avoids_hours && at.features().has_schedule[at.row] == 0
         && forms.has(catalog::Attendance::kInPerson);
}

}  // namespace

catalog::Answer judge_avoid(const Asked& asked, const SiteAt& at) {
  const bool is_avoided_word =
      !asked.avoided_by_word.empty() && asked.avoided_by_word[at.segment_number][at.activity];
  if (is_avoided_word || is_named(asked, at) || is_avoided_party(asked, at)
      || is_avoided_place(asked, at) || find_trial(asked, at) == Trial::kStaysOut) {
    return catalog::Answer::kNo;
  }
  if (strong_concepts(at).meets(asked.avoided_concepts)) return catalog::Answer::kNo;
  if (meets_only_at_avoided_hours(asked, at)) return catalog::Answer::kNo;
  const bool is_doubtful =
      may_meet_at_avoided_hours(asked, at) || weak_concepts(at).meets(asked.avoided_concepts);
  return is_doubtful ? catalog::Answer::kUnknown : catalog::Answer::kYes;
}

}  // namespace kring::engine
