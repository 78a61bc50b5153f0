// How are the pages of a feed gathered?
//
// Each page is kept in the catalogue as it comes, with the place where the series goes on. So
// memory holds one page, nothing is locked while the network is waited for, and what breaks off,
// even with the program, goes on from there the next time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "catalog/feeds/fetch.h"
#include "catalog/feeds/paging.h"
#include "catalog/store/store.h"

namespace kring::catalog::feeds {

inline constexpr std::size_t kMaxPages = 100'000;  ///< of one series
inline constexpr UnixSeconds kMaxSeriesAge =
    86'400;  ///< pages of a series that broke off longer ago are no one state of the source

enum class WalkEnd : std::uint8_t {
  kWhole,      ///< the end of the series was reached
  kUnchanged,  ///< the source says that nothing changed
  kBrokenOff,  ///< the problems tell why; pages before are kept
};

struct Walk {
  WalkEnd end = WalkEnd::kBrokenOff;
  Paging paging = Paging::kSingle;  ///< of the last page
  std::size_t pages = 0;            ///< kept by this walk
  Problems problems;
};

/// Fetches from where `feed` stopped, or from its start; `feed` and its pages in `store` tell how
/// far it came. Throws Error where the catalogue fails.
Walk walk_feed(ActivityStore& store,
               KeptFeed& feed,
               const FetchSettings& settings,
               UnixSeconds now);

}  // namespace kring::catalog::feeds
