// When is "2025-05-24T14:00:00Z", on the clock of the place itself?
//
// The rule: a time without offset is local. An instant is kept exactly: on the clock of its place
// where that is abroad and its zone is known; as Dutch local time where its offset is the one that
// the Netherlands have at that moment, or where it is written in UTC ("Z") by a feed that is not of
// another country; else as the local time of the offset given, in the fixed zone of that offset. A
// zone that the feed names goes before all this.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/quantity.h"
#include "catalog/schedule/place_zone.h"

namespace kring::catalog::formats {

/// A date, with a time and an offset where they are written.
struct Moment {
  Date day;
  std::optional<Minutes> time;        ///< of day; seconds are dropped, but :59 is the next minute
  std::optional<Minutes> utc_offset;  ///< minutes east of UTC
  bool is_utc = false;                ///< written with "Z"
  bool operator==(const Moment&) const = default;
};

/// "2025-05-24", "2025-05-24T14:00", "2025-05-24T14:00:00.000Z", "2025-12-06 11:00:00-05:00".
std::optional<Moment> parse_moment(std::string_view text);

/// A moment on a local clock.
struct LocalMoment {
  Date day;
  std::optional<Minutes> time;
  std::string zone;  ///< IANA
};

/// `place`: where it happens.
LocalMoment localise(const Moment& moment, const Whereabouts& place);

/// `moment` on the clock of `zone`, where it is an instant; as written where it is not.
LocalMoment localise_in(const Moment& moment, const std::string& zone);

/// Minutes from `from` to `to`, where both have times: exact for instants.
std::optional<long> minutes_between(const Moment& from, const Moment& to);

}  // namespace kring::catalog::formats
