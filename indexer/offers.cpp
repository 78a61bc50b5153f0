#include "indexer/offers.h"

#include <algorithm>

namespace kring::indexer {
namespace {

constexpr std::uint16_t kFull = 10'000;
constexpr std::uint16_t kHalf = 5'000;

std::uint16_t& at(Offers& offers, catalog::Support support) {
  return offers[static_cast<std::size_t>(support)];
}
std::uint16_t& at(Offers& offers, catalog::Dimension dimension) {
  return offers[catalog::kSupportCount + static_cast<std::size_t>(dimension)];
}

void raise(std::uint16_t& offer, std::uint16_t to) {
  offer = std::max(offer, to);
}
void lower(std::uint16_t& offer) {
  offer /= 2;
}

}  // namespace

Offers offers_of(const Annotation& annotation, const catalog::Vocabulary& vocabulary) {
  Offers offers{};
  for (const FoundConcept& found : annotation.concepts) {
    const catalog::Concept& entry = vocabulary.concepts()[found.number];
    if (entry.kind != catalog::ConceptKind::kActivity) continue;
    const std::uint16_t amount = found.strength == Strength::kStrong ? kFull : kHalf;
    for (const catalog::Support support : entry.supports) {
      raise(at(offers, support), amount);
    }
    for (const catalog::Dimension dimension : entry.dimensions) {
      raise(at(offers, dimension), amount);
    }
  }
  const bool is_close = annotation.group_size == catalog::GroupSize::kOneToOne
                        || annotation.group_size == catalog::GroupSize::kSmallGroup;
  if (is_close) {
    raise(at(offers, catalog::Dimension::kQuality), kHalf);
    raise(at(offers, catalog::Dimension::kStability), kHalf);
  }
  if (annotation.group_size == catalog::GroupSize::kLargeEvent) {
    lower(at(offers, catalog::Dimension::kQuality));
    lower(at(offers, catalog::Dimension::kStability));
  }
  if (annotation.group_size != catalog::GroupSize::kService) {
    raise(at(offers, catalog::Dimension::kSize), kHalf);
  }
  const bool needs_no_journey = annotation.attendance.has(catalog::Attendance::kHomeVisit)
                                || annotation.attendance.has(catalog::Attendance::kPhone)
                                || annotation.attendance.has(catalog::Attendance::kOnline);
  if (needs_no_journey) raise(at(offers, catalog::Dimension::kReachability), kFull);
  return offers;
}

}  // namespace kring::indexer
