#include "engine/gaps/measure.h"

#include <algorithm>

namespace kring::engine {

using catalog::Dimension;
using catalog::Support;

std::string_view name_of_kind(std::size_t kind) {
  return kind < catalog::kSupportCount
             ? catalog::name_of(static_cast<Support>(kind))
             : catalog::name_of(static_cast<Dimension>(kind - catalog::kSupportCount));
}

Measures measure_map(const Network& network) {
  Measures measures;
  if (!network.contacts) return measures;
  const Contacts contacts = own_contacts(network);
  for (int i = 0; i < catalog::kSupportCount; ++i) {
    const auto support = static_cast<Support>(i);
    measures[kind_of(support)] = measure_support(network, contacts, support);
  }
  measures[kind_of(Dimension::kSize)] = measure_size(network, contacts);
  measures[kind_of(Dimension::kQuality)] = measure_quality(contacts);
  measures[kind_of(Dimension::kStability)] = measure_stability(contacts);
  measures[kind_of(Dimension::kVariety)] = measure_variety(network, contacts);
  measures[kind_of(Dimension::kDensity)] = measure_density(network, contacts);
  measures[kind_of(Dimension::kReachability)] = measure_reachability(network, contacts);
  return measures;
}

std::optional<int> wish_for(const std::optional<int>& wanted) {
  return wanted && *wanted > 0 ? wanted : std::nullopt;
}

int share(int part, int whole) {
  return std::min(catalog::kScoreOne, (2 * part * catalog::kScoreOne + whole) / (2 * whole));
}

}  // namespace kring::engine
