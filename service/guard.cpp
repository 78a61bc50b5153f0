#include "service/guard.h"

#include <string>
#include <utility>

#include "service/audit/purpose.h"
#include "service/problem_response.h"

namespace kring::service {
namespace {

using access::Denial;
using access::Refusal;

Fault fault_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::kNoCredential:
      return Fault::kNoCredential;
    case Refusal::kNotLoggedIn:
      return Fault::kNotLoggedIn;
    case Refusal::kBadCredential:
      return Fault::kBadCredential;
    case Refusal::kIssuerAwaited:
      return Fault::kIssuerAwaited;
    case Refusal::kCrossSite:
      return Fault::kCrossSite;
    case Refusal::kForbidden:
      return Fault::kForbidden;
    case Refusal::kTooManyRequests:
      return Fault::kTooManyRequests;
  }
  return Fault::kForbidden;
}

/// As RFC 6750 has it.
std::string make_challenge(Refusal refusal) {
  std::string challenge = "Bearer realm=\"kring\"";
  if (refusal == Refusal::kBadCredential) challenge += ", error=\"invalid_token\"";
  if (refusal == Refusal::kForbidden) challenge += ", error=\"insufficient_scope\"";
  return challenge;
}

Response make_refusal(const Denial& denial, catalog::Language language) {
  Response response = make_problem_response(fault_of(denial.refusal), language);
  if (denial.retry_after.count() > 0) {
    set_retry_after(response, denial.retry_after);
  } else {
    response.headers.push_back({"WWW-Authenticate", make_challenge(denial.refusal)});
  }
  return response;
}

}  // namespace

Guard make_guard(std::shared_ptr<access::Gate> gate) {
  return [gate = std::move(gate)](const Call& call, Method method, std::string_view pattern) {
    auto admitted = gate->admit(call.request, method, pattern);
    if (auto* denial = std::get_if<Denial>(&admitted))
      return Admission{std::move(denial->caller), make_refusal(*denial, call.language)};
    auto& caller = std::get<access::Caller>(admitted);
    const auto purpose = audit::read_purpose(call.request.headers);
    if (purpose) return Admission{std::move(caller), std::nullopt};
    return Admission{std::move(caller),
                     make_problem_response(Fault::kInvalidInput, call.language, purpose.error())};
  };
}

}  // namespace kring::service
