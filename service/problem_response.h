// How is a fault answered over HTTP?
//
// The one table of faults and statuses, and their form: problem+json of RFC 9457, with every fault
// at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "catalog/result.h"
#include "service/http/application.h"
#include "service/message.h"

namespace kring::service {

enum class Fault : std::uint8_t {
  kMalformedRequest,
  kInvalidInput,
  kNoCredential,
  kNotLoggedIn,
  kBadCredential,
  kCrossSite,
  kForbidden,
  kNotFound,
  kMethodNotAllowed,
  kNotAcceptable,
  kTooSlow,
  kBodyTooLarge,
  kTargetTooLong,
  kUnsupportedType,
  kUnknownExpectation,
  kKeyOfOtherInput,
  kTooManyRequests,
  kHeadTooLarge,
  kInternal,
  kOpeningIndex,
  kNoIndex,
  kUnreadableIndex,
  kNoCatalogue,
  kNoTrail,
  kIssuerAwaited,
  kTooManyConnections,
  kOverloaded,
};

/// {type, title, status, detail, code, errors[{pointer, code, detail}]} in `language`.
Response make_problem_response(Fault fault,
                               catalog::Language language,
                               const catalog::Problems& problems = {});

/// The same in both languages, for whom nobody knows the language of.
Response make_bilingual_problem_response(Fault fault);

/// In the place of what the answer says to all alike.
void set_retry_after(Response& response, std::chrono::seconds wait);

/// What a connection's refusal is as a fault.
Fault fault_of(Rejection rejection);

/// Dutch or English, as the client prefers in Accept-Language (RFC 9110, 12.5.4); Dutch where it
/// takes both alike. Absent where it takes neither, or has no such header.
std::optional<catalog::Language> find_preferred_language(const Headers& headers);

/// As find_preferred_language; else Dutch.
catalog::Language choose_language(const Headers& headers);

/// "nl" or "en".
std::string_view tag_of(catalog::Language language);

}  // namespace kring::service
