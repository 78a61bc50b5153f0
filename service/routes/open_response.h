// What do answers of the open APIs have in common?
//
// Anyone may read them from any page of any site, keep them a while, and ask whether they changed.
#pragma once

#include <string>

#include "catalog/json.h"
#include "catalog/result.h"
#include "service/problem_response.h"
#include "service/routes/routes.h"

namespace kring::service {

/// The body of an answer, and what is said of it.
struct OpenBody {
  std::string type = "application/json";
  std::string bytes;
  std::string changed_at = {};  ///< RFC 3339, UTC; "" where nobody said
  int max_age_seconds = 60;
  std::string next = {};  ///< address of the next page, for formats that have no place for it; ""
                          ///< where there is none
};

/// 200 with ETag and Last-Modified, or 304 where the client has these bytes.
Response make_open_response(const Call& call, OpenBody body);

/// The problems, readable from any site.
Response make_open_problem(const Call& call, Fault fault, const catalog::Problems& problems = {});

/// Adds the answer to a browser's question whether it may ask from another site.
void add_preflight(Router& router, const std::string& pattern);

/// "name=value" with percent signs.
std::string encode_query(const QueryParameter& parameter);

/// The address of this service as its clients see it, without a slash at the end: as configured,
/// else as the request names it.
std::string base_address(const Call& call, const Surroundings& surroundings);

}  // namespace kring::service
