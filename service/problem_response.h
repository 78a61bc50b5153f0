// How is a fault answered over HTTP?
//
// The one table of faults and statuses, and their form: problem+json of RFC 9457, with every fault
// at once.
#pragma once

#include <cstdint>

#include "catalog/result.h"
#include "service/http/application.h"
#include "service/message.h"

namespace kring::service {

enum class Fault : std::uint8_t {
  kMalformedRequest,
  kInvalidInput,
  kNoCredential,
  kBadCredential,
  kForbidden,
  kNotFound,
  kMethodNotAllowed,
  kNotAcceptable,
  kTooSlow,
  kBodyTooLarge,
  kTargetTooLong,
  kUnsupportedType,
  kUnknownExpectation,
  kTooOften,
  kHeadTooLarge,
  kInternal,
  kNoIndex,
  kUnreadableIndex,
  kNoCatalogue,
  kNoTrail,
  kTooManyConnections,
};

/// {type, title, status, detail, code, errors[{pointer, code, detail}]} in `language`.
Response make_problem_response(Fault fault,
                               catalog::Language language,
                               const catalog::Problems& problems = {});

/// What a connection's refusal is as a fault.
Fault fault_of(Rejection rejection);

/// Dutch or English, as the client prefers in Accept-Language; Dutch where it asks for neither.
catalog::Language choose_language(const Headers& headers);

}  // namespace kring::service
