// When does a site meet, from the day asked for on?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/quantity.h"
#include "engine/answer.h"
#include "engine/asked.h"

namespace kring::engine {

/// A match looks this far ahead.
inline constexpr int kHorizonDays = 84;

/// One meeting in local time.
struct Meeting {
  catalog::Date day;
  catalog::Minutes starts;  ///< since midnight
  catalog::Minutes lasts;   ///< 0: not known
  catalog::Minutes offset;  ///< east of UTC
  catalog::Minutes enough;  ///< of a longer one, so many make it worth coming
};

/// Meetings of the site from `asked.date` on, within the horizon and the index's sessions, soonest
/// first.
std::vector<Meeting> meetings_of(const Asked& asked, const SiteAt& at);

/// Whether the person is free: for the whole meeting, or for enough of a longer one.
bool is_free(const Week& free, const Meeting& meeting);
/// Whether more than half of the meeting falls in hours to be avoided.
bool is_avoided(const Week& avoided, const Meeting& meeting);

/// Whether the person is free for the meeting, as far as known, and need not avoid it.
bool suits(const Asked& asked, const Meeting& meeting);

/// The first meeting that the person is free for and need not avoid.
std::optional<Meeting> find_next(const Asked& asked, const SiteAt& at);

/// The starts of the first `most` meetings that suit, in RFC 3339: "2026-11-25T10:00:00+01:00".
std::vector<std::string> first_starts(const Asked& asked, const SiteAt& at, std::size_t most);

}  // namespace kring::engine
