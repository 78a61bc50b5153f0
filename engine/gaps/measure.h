// How much of each kind of support and each dimension does a map hold?
//
// Numbers alone, in points of 10,000 and in whole arithmetic; what they are told in stands in
// tell.h. A value says how far the map comes up to its yardstick: the person's wish, else a soft
// reference or our own reasoning. The formulas stand at the head of the file of each measure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "catalog/quantity.h"
#include "catalog/vocabulary.h"
#include "engine/answer.h"
#include "engine/gaps/contacts.h"

namespace kring::engine {

/// The kinds of support, then the dimensions, each in the contract's order.
inline constexpr std::size_t kKindCount = catalog::kSupportCount + catalog::kDimensionCount;
constexpr std::size_t kind_of(catalog::Support support) {
  return static_cast<std::size_t>(support);
}
constexpr std::size_t kind_of(catalog::Dimension dimension) {
  return catalog::kSupportCount + static_cast<std::size_t>(dimension);
}
std::string_view name_of_kind(std::size_t kind);

/// Soft references, where the person named no wish.
inline constexpr int kReferenceContacts = 8;  ///< two thirds of 11.7, the mean of 23 studies of
                                              ///< psychosis (field facts, 2.3)
inline constexpr int kReferenceDomains = 4;   ///< of the map's areas of life: own reasoning
inline constexpr int kReferenceVisits = 2;    ///< a week: the goal that the Dutch training sets as
                                              ///< its example (field facts, 3.3)

inline constexpr int kNearMinutes = 30;  ///< one way: about the 8 km at which visits fall off
inline constexpr int kFarMinutes = 60;   ///< one way: beyond, somebody is not there to drop in

struct Measure {
  std::optional<int> value;  ///< 0..10,000; absent: unknown
  Yardstick yardstick = Yardstick::kNone;
};
using Measures = std::array<Measure, kKindCount>;

/// All unknown where the map names no contacts; an empty list of contacts is known to be empty.
Measures measure_map(const Network& network);

Measure measure_support(const Network& network, const Contacts& contacts, catalog::Support support);
Measure measure_size(const Network& network, const Contacts& contacts);
Measure measure_quality(const Contacts& contacts);
Measure measure_stability(const Contacts& contacts);
Measure measure_variety(const Network& network, const Contacts& contacts);
Measure measure_density(const Network& network, const Contacts& contacts);
Measure measure_reachability(const Network& network, const Contacts& contacts);

/// The item of the map that feeds a kind of support.
std::optional<int> Contact::*item_of(catalog::Support support);

/// What the evidence counts besides.
int count_confidants(const Contacts& contacts);
/// Points of the wished confidants who are there; absent without a wish.
std::optional<int> measure_confidants(const Network& network, const Contacts& contacts);
std::vector<Domain> find_domains(const Contacts& contacts);  ///< with contact monthly or more
int count_ties(const Network& network, const Contacts& contacts);

/// The wish, where one of more than nothing is named.
std::optional<int> wish_for(const std::optional<int>& wanted);

/// Points: 10,000 x part / whole, rounded, at most 10,000. requires: whole > 0.
int share(int part, int whole);

}  // namespace kring::engine
