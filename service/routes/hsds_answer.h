// What is a request to the HSDS API answered from, and in what form?
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "service/routes/hsds_filters.h"
#include "service/routes/hsds_query.h"
#include "service/routes/routes.h"

namespace kring::service {

/// Everything that one request to the API is answered from.
struct Hsds {
  const Call& call;
  const Surroundings& surroundings;
  const OpenData& data;
  std::shared_ptr<const OpenSnapshot> snapshot;
  std::shared_ptr<const Matcher>
      matcher;  ///< null while there is no index: then no service has own terms

  /// The terms of Kring's own vocabulary that a service has.
  [[nodiscard]] catalog::Json::Array terms_of(const std::string& service_id) const;
  /// Refers to this. Absent where the query's postcode is unknown.
  [[nodiscard]] std::optional<OpenFilter> make_filter(const HsdsQuery& query) const;
  /// A service with those terms.
  [[nodiscard]] catalog::Json whole_service(const catalog::Json& document) const;
  [[nodiscard]] Response answer(const catalog::Json& document) const;
};

/// Which objects stand on the page asked for, where there are so many.
OpenSpan span_of(const HsdsQuery& query);

/// A page of HSDS with its envelope, or its lines.
Response answer_list(const Hsds& hsds,
                     const HsdsQuery& query,
                     std::size_t total,
                     catalog::Json::Array contents);

}  // namespace kring::service
