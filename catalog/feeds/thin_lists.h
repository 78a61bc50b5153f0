// How does a list become whole whose records leave out what each one's own address tells?
//
// HSDS 3 and Open Referral UK list services without their places, times and phone numbers. Some
// give these in the list where `full=true` is asked for; all give them at `/services/{id}`.
#pragma once

#include <cstddef>
#include <optional>

#include "catalog/feeds/fetch.h"
#include "catalog/json.h"
#include "catalog/result.h"

namespace kring::catalog::feeds {

/// Makes the thin pages of one series whole.
class ThinLists {
 public:
  /// `settings` outlives this.
  explicit ThinLists(const FetchSettings& settings) : settings_(settings) {}

  /// `page`; a thin one in full, or with its records as their own addresses tell them, asked for
  /// one after another. A record that is not to be had there, or tells no more, stays as it is
  /// listed; where the first few all do, no more are asked for. Problems where the server does not
  /// answer now: the page is to be asked for again.
  Result<FetchedPage> fill(FetchedPage page);

 private:
  std::optional<FetchedPage> fetch_in_full(const WebAddress& list, std::size_t records);
  Result<FetchedPage> fetch_each(FetchedPage page, Json list);
  /// Null where the record's own address tells no more. Problems as fill().
  Result<Json> fetch_record(const WebAddress& list, const Json& listed);

  const FetchSettings& settings_;
  bool may_give_full_ = true;
  std::size_t asked_ = 0;  ///< records
  std::size_t told_ = 0;   ///< of these, that told more than the list
};

}  // namespace kring::catalog::feeds
