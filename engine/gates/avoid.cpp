// Is it something, somewhere, by someone or at an hour that the person must not be sent to?

#include <algorithm>

#include "engine/gates/gates.h"
#include "engine/sessions.h"

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
  const std::vector<std::string>& activities = asked.profile.avoid.activities;
  return !activities.empty()
         && std::find(activities.begin(), activities.end(), at.segment->id(at.activity))
                != activities.end();
}

// Every meeting that fits the free hours falls in hours to be avoided.
bool meets_only_at_avoided_hours(const Asked& asked, const SiteAt& at) {
  return asked.avoids_hours && !meetings_of(asked, at).empty() && !find_next(asked, at);
}

}  // namespace

catalog::Answer judge_avoid(const Asked& asked, const SiteAt& at) {
  const bool is_avoided_word =
      !asked.avoided_by_word.empty() && asked.avoided_by_word[at.segment_number][at.activity];
  if (is_avoided_word || is_named(asked, at) || is_avoided_party(asked, at)
      || is_avoided_place(asked, at)) {
    return catalog::Answer::kNo;
  }
  if (strong_concepts(at).meets(asked.avoided_concepts)) return catalog::Answer::kNo;
  if (meets_only_at_avoided_hours(asked, at)) return catalog::Answer::kNo;
  return weak_concepts(at).meets(asked.avoided_concepts) ? catalog::Answer::kUnknown
                                                         : catalog::Answer::kYes;
}

}  // namespace kring::engine
