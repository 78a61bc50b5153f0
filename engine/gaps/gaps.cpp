#include "engine/gaps/gaps.h"

#include <fmt/format.h>

#include "engine/gaps/reckon.h"
#include "engine/gaps/tell.h"

namespace kring::engine {
namespace {

using catalog::Dimension;
using catalog::in;
using catalog::Language;
using catalog::Score;
using catalog::Support;

constexpr int kClearlyAsked = catalog::kScoreOne / 2;  // half of what the needs ask, or more

std::vector<std::string> tell_kind(const Network& network, std::size_t kind, Language language) {
  if (kind < catalog::kSupportCount) {
    return tell_support(network, static_cast<Support>(kind), language);
  }
  return tell_dimension(network, static_cast<Dimension>(kind - catalog::kSupportCount), language);
}

Gap make_gap(std::size_t kind, const std::optional<int>& points) {
  Gap gap;
  gap.is_support = kind < catalog::kSupportCount;
  gap.name = name_of_kind(kind);
  if (points) {
    gap.gap = Score{*points};
    gap.value = Score{catalog::kScoreOne - *points};
  }
  return gap;
}

// In words: the map, then the needs.
void tell_gap(const Network& network,
              const Measure& measure,
              std::size_t kind,
              Language language,
              Gap& gap) {
  if (measure.value) {
    gap.evidence = tell_kind(network, kind, language);
    gap.yardstick = measure.yardstick;
  }
  if (!measure.value || is_incomplete(network, kind)) {
    const bool asks_for_map = !network.contacts && kind >= catalog::kSupportCount;
    gap.unknown.push_back(question_of(asks_for_map ? kind_of(Dimension::kSize) : kind, language));
  }
}

void tell_needs(const AskedKinds& asked, std::size_t kind, Language language, Gap& gap) {
  if (asked.at_least[kind] > 0) {
    gap.yardstick = Yardstick::kWish;
    gap.evidence.push_back(in(language, {"Dit staat bij de wensen.", "This is among the needs."}));
  } else if (gap.gap && asked.points[kind] >= kClearlyAsked) {
    gap.evidence.push_back(in(language, {"De wensen vragen hierom.", "The needs ask for this."}));
  }
}

int percent_of(int points) {
  return (100 * points + catalog::kScoreOne / 2) / catalog::kScoreOne;
}

void tell_change(const std::optional<int>& then, Language language, Gap& gap) {
  if (!then) return;
  gap.gap_before = Score{*then};
  if (!gap.gap) {
    gap.change = in(language, {"Nu is het niet bekend.", "Now it is not known."});
    return;
  }
  const int now = gap.gap->points;
  if (now == *then) {
    gap.change = in(language, {"Het is gelijk gebleven.", "It stayed the same."});
    return;
  }
  gap.change =
      in(language,
         {fmt::format("Het gemis is {}: eerst {}%, nu {}%.", now < *then ? "kleiner" : "groter",
                      percent_of(*then), percent_of(now)),
          fmt::format("The gap is {}: first {}%, now {}%.", now < *then ? "smaller" : "larger",
                      percent_of(*then), percent_of(now))});
}

// The gaps of the earlier map, against the wishes of now where there are any; only what that map
// tells.
GapPoints reckon_earlier(const Profile& profile, const AskedKinds& asked) {
  if (!profile.network_before) return {};
  Network earlier = *profile.network_before;
  if (profile.network) earlier.wanted = profile.network->wanted;
  const Measures measures = measure_map(earlier);
  GapPoints gaps = reckon_gaps(measures, asked);
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    if (!measures[kind].value) gaps[kind].reset();
  }
  return gaps;
}

}  // namespace

std::vector<Gap> assess_gaps(const Understood& understood, const catalog::Vocabulary& vocabulary) {
  const Profile& profile = understood.profile;
  const Network network = profile.network.value_or(Network());
  const AskedKinds asked = find_asked_kinds(understood, vocabulary);
  const Measures measures = measure_map(network);
  const GapPoints points = reckon_gaps(measures, asked);
  const GapPoints before = reckon_earlier(profile, asked);
  std::vector<Gap> gaps;
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    Gap gap = make_gap(kind, points[kind]);
    tell_gap(network, measures[kind], kind, profile.language, gap);
    tell_needs(asked, kind, profile.language, gap);
    tell_change(before[kind], profile.language, gap);
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

}  // namespace kring::engine
