#include "engine/gaps/gaps.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/gaps/words.h"

namespace kring::engine {
namespace {

using catalog::in;

// A need that names a gap of the network says so louder than any map.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kGapConcepts = {{
    {"gap_practical", "practical"},
    {"gap_emotional", "emotional"},
    {"gap_information", "informational"},
    {"gap_esteem", "esteem"},
    {"gap_size", "size"},
    {"gap_quality", "quality"},
    {"gap_stability", "stability"},
    {"gap_variety", "variety"},
    {"gap_density", "density"},
    {"gap_reachability", "reachability"},
}};

constexpr int kNamedGapBase = 5'500;  // of a need with priority 1 …
constexpr int kNamedGapStep = 1'500;  // … and this more for each step of priority

void raise_named(const Profile& profile, std::vector<Gap>& gaps) {
  for (const Need& need : profile.needs) {
    const auto named =
        std::find_if(kGapConcepts.begin(), kGapConcepts.end(),
                     [&need](const auto& entry) { return need.concept_id == entry.first; });
    if (named == kGapConcepts.end()) continue;
    const auto gap = std::find_if(gaps.begin(), gaps.end(), [named](const Gap& candidate) {
      return candidate.name == named->second;
    });
    const int points = kNamedGapBase + kNamedGapStep * (need.priority - 1);
    gap->gap = catalog::Score{std::max(points, gap->gap.value_or(catalog::Score{0}).points)};
    gap->value = catalog::Score{catalog::kScoreOne - gap->gap->points};
    gap->yardstick = Yardstick::kWish;
    gap->evidence.push_back(
        in(profile.language, {"Dit staat bij de wensen.", "This is among the needs."}));
  }
}

const Gap* find_gap(const std::vector<Gap>& gaps, const Gap& wanted) {
  const auto found = std::find_if(gaps.begin(), gaps.end(),
                                  [&wanted](const Gap& gap) { return gap.name == wanted.name; });
  return found == gaps.end() ? nullptr : &*found;
}

// What changed since the earlier map.
void compare_with_before(const Profile& profile, std::vector<Gap>& gaps) {
  if (!profile.network_before) return;
  Profile before;
  before.language = profile.language;
  before.network = profile.network_before;
  std::vector<Gap> earlier = assess_support(before);
  const std::vector<Gap> dimensions = assess_dimensions(before);
  earlier.insert(earlier.end(), dimensions.begin(), dimensions.end());
  for (Gap& gap : gaps) {
    const Gap* then = find_gap(earlier, gap);
    if (then == nullptr || !then->gap) continue;
    gap.gap_before = then->gap;
    if (!gap.gap) {
      gap.change = in(profile.language, {"Nu is het niet bekend.", "Now it is not known."});
    } else if (gap.gap->points < then->gap->points) {
      gap.change = in(profile.language, {"Het gemis is kleiner.", "The gap is smaller."});
    } else if (gap.gap->points > then->gap->points) {
      gap.change = in(profile.language, {"Het gemis is groter.", "The gap is larger."});
    } else {
      gap.change = in(profile.language, {"Het is gelijk gebleven.", "It stayed the same."});
    }
  }
}

}  // namespace

std::vector<Gap> assess_gaps(const Profile& profile) {
  std::vector<Gap> gaps = assess_support(profile);
  const std::vector<Gap> dimensions = assess_dimensions(profile);
  gaps.insert(gaps.end(), dimensions.begin(), dimensions.end());
  compare_with_before(profile, gaps);
  raise_named(profile, gaps);
  return gaps;
}

}  // namespace kring::engine
