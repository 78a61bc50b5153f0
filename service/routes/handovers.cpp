// POST /v1/handovers and /v1/handovers/claims: how does a patient come from a record system to the
// nurse's page without a word of them in an address?
#include "service/handovers.h"

#include <chrono>
#include <string>
#include <utility>
#include <variant>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "service/handover.h"
#include "service/idempotency_key.h"
#include "service/problem_response.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

using catalog::Json;

constexpr int kCreated = 201;
/// Behind a # it never reaches a server, nor its log.
constexpr const char* kPage = "/ontslag#overdracht=";

Json describe(const HandoverTicket& ticket, const std::string& public_address) {
  const auto expires = std::chrono::floor<std::chrono::seconds>(ticket.expires);
  return Json::Object{
      {"token", ticket.token},
      {"link", public_address + kPage + ticket.token},
      {"expires_at", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                                 fmt::gmtime(std::chrono::system_clock::to_time_t(expires)))}};
}

Fault fault_of(NotKept why) {
  return why == NotKept::kOtherFields ? Fault::kKeyOfOtherInput : Fault::kOverloaded;
}

Response post_handover(const Call& call, const Surroundings& surroundings) {
  catalog::Problems problems = find_unknown_parameters(call.request, {});
  const auto read = read_document(call, problems);
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& document = std::get<Json>(read);
  auto fields = parse_handover(document);
  if (!fields) problems.insert(problems.end(), fields.error().begin(), fields.error().end());
  const auto key = read_idempotency_key(call.request.headers);
  if (!key) problems.insert(problems.end(), key.error().begin(), key.error().end());
  const auto language = problem_language(call.request, document);
  if (!problems.empty()) return make_problem_response(Fault::kInvalidInput, language, problems);

  const auto kept =
      surroundings.handovers->keep(catalog::write_json(*fields), call.caller.who, *key);
  if (const auto* why = std::get_if<NotKept>(&kept))
    return make_problem_response(fault_of(*why), language);
  const auto& ticket = std::get<HandoverTicket>(kept);
  Response response =
      make_json_response(describe(ticket, surroundings.public_address), Caching::kNever);
  response.status = kCreated;
  return response;
}

Response make_gone_response(catalog::Language language) {
  return make_problem_response(
      Fault::kNotFound, language,
      {{"handover_gone",
        "/token",
        {"Deze link is al gebruikt, te oud of onbekend. Open de pagina opnieuw vanuit het dossier, "
         "of vul de velden zelf in.",
         "This link was used already, is too old or is not known. Open the page from the record "
         "again, or fill the fields in yourself."}}});
}

/// The token in the body; or its faults.
catalog::Result<std::string> parse_claim(const Json& document) {
  const auto token = document["token"].string();
  if (token && document.is_object() && document.object().size() == 1) return std::string(*token);
  return catalog::Problem{"bad_claim",
                          "",
                          {"Schrijf alleen {\"token\": \"…\"}, zoals de link het heeft.",
                           "Write {\"token\": \"…\"} alone, as the link has it."}};
}

Response post_claim(const Call& call, const Surroundings& surroundings) {
  catalog::Problems problems = find_unknown_parameters(call.request, {});
  const auto read = read_document(call, problems);
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto token = parse_claim(std::get<Json>(read));
  if (!token) problems.insert(problems.end(), token.error().begin(), token.error().end());
  if (!problems.empty())
    return make_problem_response(Fault::kInvalidInput, call.language, problems);
  const auto fields = surroundings.handovers->take(*token);
  if (!fields) return make_gone_response(call.language);
  return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, *fields};
}

}  // namespace

void add_handovers(Router& router, const Surroundings& surroundings) {
  router.add(Method::kPost, "/v1/handovers",
             [surroundings](const Call& call) { return post_handover(call, surroundings); });
  router.add(Method::kPost, "/v1/handovers/claims",
             [surroundings](const Call& call) { return post_claim(call, surroundings); });
}

}  // namespace kring::service
