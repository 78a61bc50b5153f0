// Where does a paged feed go on after a page?
//
// RPDE 1.0: `next` leads on until a page without items names itself. HSDS 3 and Open Referral UK:
// pages are numbered, and the last says that it is. Anything else is one page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "catalog/feeds/web_address.h"
#include "catalog/result.h"

namespace kring::catalog::feeds {

enum class Paging : std::uint8_t {
  kSingle,    ///< the page is the feed
  kNumbered,  ///< pages of one list
  kChanges,   ///< RPDE: changes since the page before
};

struct PageTurn {
  Paging paging = Paging::kSingle;
  bool is_empty = false;  ///< the page lists nothing
  bool is_thin = false;   ///< of no record more than its own fields (is_thin_list())
  /// Absent at the end of the series; of changes, where the next ones will be is `last`.
  std::optional<WebAddress> next = {};
  std::optional<WebAddress> last = {};  ///< of changes, at their end: asked for again later
};

/// Problems: a next page at another host (next_elsewhere), one that is the page itself although it
/// lists something (next_loops), and an address that is none.
Result<PageTurn> turn_page(std::string_view body, const WebAddress& address);

}  // namespace kring::catalog::feeds
