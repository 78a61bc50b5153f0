// What is known of a feed that is fetched again and again?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kring::catalog {

/// Seconds since 1970-01-01T00:00:00Z.
using UnixSeconds = std::int64_t;

/// A feed on the web and how fetching it went. "" where a text is not known.
struct KeptFeed {
  std::string source;                         ///< whose records it brings; one feed a source
  std::string url;                            ///< its first page
  std::string format;                         ///< "": told by the content
  std::optional<std::int64_t> every_minutes;  ///< absent: fetched when somebody asks
  std::vector<std::string> allowed_hosts;     ///< besides its own, to which it may redirect
  std::vector<std::string> private_hosts;     ///< that may have a private address

  std::string next;                            ///< where the series goes on; "": at `url`
  std::string etag;                            ///< of the page that is asked first, as are the next
  std::string last_modified;                   ///< HTTP date
  std::optional<UnixSeconds> series_began_at;  ///< first of the pages that wait to be imported

  std::optional<UnixSeconds> tried_at;
  std::optional<UnixSeconds> good_at;   ///< last walked to its end and imported
  std::optional<UnixSeconds> retry_at;  ///< not before, by schedule
  std::string last_error;               ///< Dutch and English; "" after a good fetch
  std::int64_t failures = 0;            ///< in a row
  std::int64_t errors_total = 0;
  std::int64_t held = 0;  ///< records whose removal waits for confirmation

  bool operator==(const KeptFeed&) const = default;
};

/// A page that was fetched and waits to be imported.
struct FeedPage {
  std::string url;
  std::string body;
};

}  // namespace kring::catalog
