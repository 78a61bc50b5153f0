// What does the audit trail tell of one request?
#pragma once

#include <chrono>
#include <string>

#include "catalog/json.h"
#include "service/access/caller.h"
#include "service/audit/purpose.h"

namespace kring::service::audit {

/// After NEN 7513: who, in which role, when, what, for what, with which result. Never what was
/// asked or answered; nobody is told apart whom it was about, as a profile names nobody.
struct Entry {
  std::chrono::system_clock::time_point when;
  access::Caller caller;
  std::string action;  ///< "POST /v1/matches": method and pattern of the route
  Purpose purpose = Purpose::kNotStated;
  int status = 0;  ///< of the answer
  std::string correlation;
};

/// Its members, in the order of the line.
catalog::Json::Object to_json(const Entry& entry);

}  // namespace kring::service::audit
