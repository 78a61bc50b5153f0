#include "engine/search/ranking.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

#include "engine/sessions.h"

namespace kring::engine {
namespace {

constexpr std::int64_t kMinutesInDay = 1440;

double meters_or_far(const RankedHit& hit) {
  return hit.distance ? hit.distance->value : std::numeric_limits<double>::max();
}

std::string_view id_of(const RankedHit& hit) {
  return hit.site.at.segment->id(hit.site.at.activity);
}

bool is_more_relevant(const RankedHit& a, const RankedHit& b) {
  const auto key = [](const RankedHit& hit) {
    return std::make_tuple(std::popcount(hit.text.missing), hit.text.tier, hit.text.about,
                           -hit.text.in_name, hit.site.verdict.unknown.count(), meters_or_far(hit),
                           -hit.checked);
  };
  const auto key_a = key(a);
  const auto key_b = key(b);
  return key_a != key_b ? key_a < key_b : id_of(a) < id_of(b);
}

// Each key is made once.
template <class KeyOf>
void sort_by(KeyOf key_of, std::vector<RankedHit>& hits) {
  using Keyed = std::pair<std::invoke_result_t<KeyOf, const RankedHit&>, RankedHit>;
  std::vector<Keyed> keyed;
  keyed.reserve(hits.size());
  for (const RankedHit& hit : hits) {
    keyed.emplace_back(key_of(hit), hit);
  }
  std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return a.first != b.first ? a.first < b.first : is_more_relevant(a.second, b.second);
  });
  std::transform(keyed.begin(), keyed.end(), hits.begin(),
                 [](const Keyed& entry) { return entry.second; });
}

std::string folded_name(const RankedHit& hit) {
  const SiteAt& at = hit.site.at;
  return indexer::fold(indexer::Snapshot::record({at.segment, at.activity}).activity.name);
}

// Minutes until the next meeting, from midnight; the largest number where none is known.
std::int64_t minutes_to_next(const Asked& asked, const RankedHit& hit) {
  const std::optional<Meeting> next = find_next(asked, hit.site.at);
  if (!next) return std::numeric_limits<std::int64_t>::max();
  return (next->day - asked.date).count() * kMinutesInDay + next->starts.value;
}

}  // namespace

RankedHit make_ranked(const TextHit& text,
                      const JudgedSite& site,
                      std::optional<catalog::Meters> distance) {
  RankedHit hit{text, site, distance, site.at.features().verified[site.at.activity]};
  // A day that is not known is the smallest number, whose opposite does not exist.
  if (hit.checked == indexer::kNoNumber) hit.checked = indexer::kNoNumber + 1;
  return hit;
}

bool is_better_site(const RankedHit& a, const RankedHit& b) {
  const std::size_t unknown_a = a.site.verdict.unknown.count();
  const std::size_t unknown_b = b.site.verdict.unknown.count();
  if (unknown_a != unknown_b) return unknown_a < unknown_b;
  return meters_or_far(a) < meters_or_far(b);
}

void sort_hits(const Asked& asked, SearchOrder order, std::vector<RankedHit>& hits) {
  switch (order) {
    case SearchOrder::kRelevance:
      std::sort(hits.begin(), hits.end(), is_more_relevant);
      break;
    case SearchOrder::kDistance:
      sort_by(meters_or_far, hits);
      break;
    case SearchOrder::kNextSession:
      sort_by([&asked](const RankedHit& hit) { return minutes_to_next(asked, hit); }, hits);
      break;
    case SearchOrder::kName:
      sort_by(folded_name, hits);
      break;
    case SearchOrder::kChecked:
      sort_by([](const RankedHit& hit) { return -hit.checked; }, hits);
      break;
  }
}

catalog::Text explain_order(SearchOrder order) {
  switch (order) {
    case SearchOrder::kRelevance:
      return {
          "Eerst wat uw woorden precies zo noemt. Dan andere vormen, delen van woorden, en "
          "woorden met dezelfde betekenis. Daarbinnen eerst wat er echt over gaat, dan wat de "
          "woorden in de naam heeft. Dan wat het meest bekend is, en wat dichtbij is.",
          "First what has your words as you wrote them. Then other forms, parts of words, and "
          "words that mean the same. Within these first what is really about it, then what "
          "has the words in its name. Then what is best known, and what is near."};
    case SearchOrder::kDistance:
      return {"Wat het dichtst bij de plaats is, staat eerst.",
              "What is nearest to the place comes first."};
    case SearchOrder::kNextSession:
      return {"Wat het eerst weer is, staat eerst.", "What happens soonest comes first."};
    case SearchOrder::kName:
      return {"Op naam, van A tot Z.", "By name, from A to Z."};
    case SearchOrder::kChecked:
      return {"Wat het laatst is nagekeken, staat eerst.", "What was checked last comes first."};
  }
  return {};
}

}  // namespace kring::engine
