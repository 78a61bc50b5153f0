#include "indexer/language/annotator.h"

#include <algorithm>
#include <map>
#include <string>

#include "indexer/language/facts.h"

namespace kring::indexer {
namespace {

constexpr int kNamedOften =
    2;  ///< times a concept is named in running text before it counts as strong

// How often, and where, each concept is named.
struct Mentions {
  int strong = 0;  // in name or tags
  int whole = 0;   // as a term in running text
  int part = 0;    // as part of a compound in running text
};

using MentionsByConcept = std::map<std::size_t, Mentions>;

void count_prominent(const std::vector<FoundConcept>& found, MentionsByConcept& mentions) {
  for (const FoundConcept& hit : found) {
    ++mentions[hit.number].strong;
  }
}

void count_running(const std::vector<FoundConcept>& found, MentionsByConcept& mentions) {
  for (const FoundConcept& hit : found) {
    ++(hit.strength == Strength::kStrong ? mentions[hit.number].whole : mentions[hit.number].part);
  }
}

std::vector<FoundConcept> weigh(const MentionsByConcept& mentions) {
  std::vector<FoundConcept> concepts;
  for (const auto& [number, hits] : mentions) {
    const bool is_strong = hits.strong > 0 || hits.whole >= kNamedOften;
    concepts.push_back({number, is_strong ? Strength::kStrong : Strength::kWeak});
  }
  return concepts;
}

}  // namespace

Annotator::Annotator(const catalog::Vocabulary& vocabulary) : finder_(vocabulary) {}

Annotation Annotator::annotate(const catalog::Activity& activity) const {
  MentionsByConcept mentions;
  count_prominent(finder_.find(analyser_.words_of(activity.name)), mentions);
  for (const std::string& tag : activity.tags) {
    count_prominent(finder_.find(analyser_.words_of(tag)), mentions);
  }
  count_running(finder_.find(analyser_.words_of(activity.description)), mentions);
  count_running(finder_.find(analyser_.words_of(activity.eligibility_description)), mentions);

  const std::string folded = folded_text_of(activity);
  const AgeRule age = find_age_rule(activity, folded);
  Annotation annotation;
  annotation.concepts = weigh(mentions);
  annotation.attendance = find_attendance_forms(activity, folded);
  annotation.group_size = find_group_size_of(activity, folded, annotation.attendance);
  annotation.min_age = age.min;
  annotation.max_age = age.max;
  annotation.cost_per_session = find_cost_per_session(activity, folded);
  annotation.waiting_weeks = find_waiting_weeks(activity);
  annotation.referral = find_referral(activity, folded);
  annotation.live = find_live(activity, folded);
  annotation.last_day = find_last_day(activity);
  annotation.is_crisis_service = is_crisis_service(activity);
  annotation.is_only_for_residents = is_only_for_residents(folded);
  for (const catalog::Site& site : activity.sites) {
    annotation.site_access.push_back(find_access(site));
  }
  return annotation;
}

}  // namespace kring::indexer
