// How is a fault answered over HTTP?
#include "service/problem_response.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "catalog/json.h"
#include "service/preference.h"

namespace kring::service {
namespace {

using catalog::Json;
using catalog::Language;

struct FaultEntry {
  Fault fault;
  int status;
  std::string_view code;
  std::string_view title_nl;
  std::string_view title_en;
  std::string_view detail_nl;
  std::string_view detail_en;
};

/// By Fault's order.
constexpr std::array<FaultEntry, 27> kFaults = {{
    {Fault::kMalformedRequest, 400, "malformed_request", "Onleesbaar verzoek", "Bad Request",
     "Het verzoek houdt zich niet aan HTTP/1.1.", "The request does not keep to HTTP/1.1."},
    {Fault::kInvalidInput, 400, "invalid_input", "Ongeldige invoer", "Bad Request",
     "De invoer klopt niet. Elke fout staat onder errors, met de plek en wat u kunt doen.",
     "The input is not right. Each fault stands under errors, with its place and what to do."},
    {Fault::kNoCredential, 401, "no_credential", "Aanmelden nodig", "Unauthorized",
     "Hiervoor moet Kring weten wie vraagt. Stuur een API-sleutel mee: Authorization: Bearer "
     "kring_…. De beheerder maakt er een met: kring keys create.",
     "For this Kring must know who asks. Send an API key: Authorization: Bearer kring_…. The "
     "operator makes one with: kring keys create."},
    {Fault::kNotLoggedIn, 401, "not_logged_in", "Inloggen nodig", "Unauthorized",
     "U bent niet ingelogd, of uw tijd is om. Log in op /login en vraag het opnieuw. Een programma "
     "stuurt een API-sleutel of token mee: Authorization: Bearer ….",
     "You are not logged in, or your time is up. Log in at /login and ask again. A program sends "
     "an "
     "API key or token: Authorization: Bearer …."},
    {Fault::kBadCredential, 401, "bad_credential", "Aanmelding geldt niet", "Unauthorized",
     "Deze sleutel of dit token geldt niet: fout, verlopen, ingetrokken of meer dan één. Vraag de "
     "beheerder om een nieuwe sleutel, of vraag een nieuw token aan.",
     "This key or token is not valid: wrong, expired, revoked or more than one. Ask the operator "
     "for a new key, or request a new token."},
    {Fault::kCrossSite, 403, "cross_site", "Van een andere website", "Forbidden",
     "Dit verzoek komt niet van een bladzijde van Kring zelf. Open Kring en vraag het daar.",
     "This request does not come from a page of Kring itself. Open Kring and ask it there."},
    {Fault::kForbidden, 403, "forbidden", "Geen toegang", "Forbidden",
     "U heeft hiervoor niet de juiste rol. Vraag de beheerder om een sleutel met die rol.",
     "You lack the role that this needs. Ask the operator for a key with that role."},
    {Fault::kNotFound, 404, "not_found", "Niet gevonden", "Not Found", "Hier staat niets.",
     "There is nothing here."},
    {Fault::kMethodNotAllowed, 405, "method_not_allowed", "Methode niet toegestaan",
     "Method Not Allowed", "Dit adres kent deze methode niet. De kop Allow noemt welke wel.",
     "This address does not know this method. The Allow header names those it knows."},
    {Fault::kNotAcceptable, 406, "not_acceptable", "Vorm niet leverbaar", "Not Acceptable",
     "Deze vorm is er niet. Onder errors staat wat u in de kop Accept kunt vragen.",
     "This form does not exist. What you can ask in the Accept header stands under errors."},
    {Fault::kTooSlow, 408, "request_timeout", "Verzoek duurde te lang", "Request Timeout",
     "Het verzoek kwam niet op tijd helemaal binnen.",
     "The request did not arrive in full in time."},
    {Fault::kBodyTooLarge, 413, "body_too_large", "Verzoek te groot", "Content Too Large",
     "Het verzoek is te groot. Een verzoek mag 1 MiB zijn.",
     "The request is too large. It may be 1 MiB."},
    {Fault::kTargetTooLong, 414, "target_too_long", "Adres te lang", "URI Too Long",
     "Het adres van het verzoek is te lang.", "The address of the request is too long."},
    {Fault::kUnsupportedType, 415, "unsupported_media_type", "Soort inhoud niet bekend",
     "Unsupported Media Type",
     "Stuur de inhoud als JSON, met de kop Content-Type: application/json.",
     "Send the content as JSON, with the header Content-Type: application/json."},
    {Fault::kUnknownExpectation, 417, "expectation_failed", "Verwachting niet bekend",
     "Expectation Failed", "De kop Expect mag alleen 100-continue zijn.",
     "The Expect header may only be 100-continue."},
    {Fault::kKeyOfOtherInput, 422, "idempotency_key_reused", "Sleutel al gebruikt",
     "Unprocessable Content",
     "Met deze Idempotency-Key stuurde u kort geleden andere invoer. Neem een nieuwe sleutel.",
     "With this Idempotency-Key you sent other input a short while ago. Take a new key."},
    {Fault::kTooManyRequests, 429, "too_many_requests", "Te veel verzoeken", "Too Many Requests",
     "U vraagt te vaak. De kop Retry-After zegt na hoeveel seconden het weer kan.",
     "You ask too often. The Retry-After header says after how many seconds you may ask again."},
    {Fault::kHeadTooLarge, 431, "headers_too_large", "Koppen te groot",
     "Request Header Fields Too Large", "Het verzoek heeft te veel of te lange koppen.",
     "The request has too many headers, or too long ones."},
    {Fault::kInternal, 500, "internal_error", "Er ging iets mis", "Internal Server Error",
     "Er ging iets mis in Kring. Probeer het opnieuw; de beheerder ziet de fout in het log.",
     "Something went wrong in Kring. Try again; the operator finds the fault in the log."},
    {Fault::kOpeningIndex, 503, "opening_index", "Nog niet klaar", "Service Unavailable",
     "De index wordt geopend. Probeer het over een paar seconden opnieuw.",
     "The index is being opened. Try again in a few seconds."},
    {Fault::kNoIndex, 503, "no_index", "Nog niet klaar", "Service Unavailable",
     "Er is nog geen index. De beheerder maakt er een met: kring index --catalog BESTAND --index "
     "MAP.",
     "There is no index yet. The operator makes one with: kring index --catalog FILE --index DIR."},
    {Fault::kUnreadableIndex, 503, "unreadable_index", "Nog niet klaar", "Service Unavailable",
     "De index kan niet worden gelezen. De beheerder vindt de reden in het log; kring index "
     "--rebuild maakt een nieuwe.",
     "The index cannot be read. The operator finds the reason in the log; kring index --rebuild "
     "makes a new one."},
    {Fault::kNoCatalogue, 503, "no_catalogue", "Nog niet klaar", "Service Unavailable",
     "De catalogus is nog niet gelezen. Probeer het over een paar seconden opnieuw.",
     "The catalogue has not been read yet. Try again in a few seconds."},
    {Fault::kNoTrail, 503, "no_audit_trail", "Geen auditspoor", "Service Unavailable",
     "Kring kan nu niet vastleggen wie dit vraagt, en geeft daarom geen antwoord. De beheerder "
     "vindt "
     "de reden in het log.",
     "Kring cannot record now who asks this, and so gives no answer. The operator finds the reason "
     "in the log."},
    {Fault::kIssuerAwaited, 503, "issuer_awaited", "Nog niet klaar", "Service Unavailable",
     "Kring wacht op de sleutels van de identiteitsaanbieder van dit token. Stuur het zo opnieuw.",
     "Kring awaits the keys of the identity provider of this token. Send it again in a moment."},
    {Fault::kTooManyConnections, 503, "too_many_connections", "Te druk", "Service Unavailable",
     "Er zijn te veel verbindingen. Probeer het over een paar seconden opnieuw.",
     "There are too many connections. Try again in a few seconds."},
    {Fault::kOverloaded, 503, "overloaded", "Te druk", "Service Unavailable",
     "Er zijn op dit moment te veel verzoeken. Probeer het over een paar seconden opnieuw.",
     "There are too many requests at this moment. Try again in a few seconds."},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kFaults.size(); ++i) {
    if (static_cast<std::size_t>(kFaults[i].fault) != i) return false;
  }
  return true;
}
static_assert(is_in_order());

constexpr std::string_view kRetryAfterSeconds = "5";

std::string_view pick(Language language, std::string_view nl, std::string_view en) {
  return language == Language::kEnglish ? en : nl;
}

Json make_errors(const catalog::Problems& problems, Language language) {
  Json::Array errors;
  for (const catalog::Problem& problem : problems) {
    errors.emplace_back(Json::Object{{"pointer", problem.pointer},
                                     {"code", problem.code},
                                     {"detail", catalog::in(language, problem.text)}});
  }
  return errors;
}

/// What a fault says of itself, in whatever language.
struct Words {
  std::string_view title;
  std::string_view detail;
  Json errors;
};

Response make_response(const FaultEntry& entry, std::string languages, const Words& words) {
  const Json document(Json::Object{{"type", "about:blank"},
                                   {"title", words.title},
                                   {"status", entry.status},
                                   {"detail", words.detail},
                                   {"code", entry.code},
                                   {"errors", words.errors}});
  Response response{entry.status,
                    {{"Content-Type", "application/problem+json"},
                     {"Content-Language", std::move(languages)},
                     {"Cache-Control", "no-store"}},
                    catalog::write_json(document)};
  if (entry.status == 503 || entry.status == 429)
    response.headers.push_back({"Retry-After", std::string(kRetryAfterSeconds)});
  return response;
}

/// The highest weight of the ranges that name the language, with or without a region; that of "*"
/// where none does.
int weight_of_language(const std::vector<WeightedRange>& ranges, std::string_view language) {
  std::optional<int> named;
  int any = 0;
  for (const auto& [range, weight] : ranges) {
    const std::string_view primary = std::string_view(range).substr(0, range.find('-'));
    if (equals_ignoring_case(primary, language)) named = std::max(named.value_or(0), weight);
    if (range == "*") any = std::max(any, weight);
  }
  return named.value_or(any);
}

}  // namespace

Response make_problem_response(Fault fault, Language language, const catalog::Problems& problems) {
  const FaultEntry& entry = kFaults.at(static_cast<std::size_t>(fault));
  return make_response(
      entry, std::string(tag_of(language)),
      {pick(language, entry.title_nl, entry.title_en),
       pick(language, entry.detail_nl, entry.detail_en), make_errors(problems, language)});
}

Response make_bilingual_problem_response(Fault fault) {
  const FaultEntry& entry = kFaults.at(static_cast<std::size_t>(fault));
  const std::string title = fmt::format("{} / {}", entry.title_nl, entry.title_en);
  const std::string detail = fmt::format("{} / {}", entry.detail_nl, entry.detail_en);
  return make_response(entry, "nl, en", {title, detail, Json::Array()});
}

void set_retry_after(Response& response, std::chrono::seconds wait) {
  for (Header& header : response.headers) {
    if (header.name == "Retry-After") header.value = std::to_string(wait.count());
  }
}

Fault fault_of(Rejection rejection) {
  switch (rejection) {
    case Rejection::kMalformed:
      return Fault::kMalformedRequest;
    case Rejection::kTargetTooLong:
      return Fault::kTargetTooLong;
    case Rejection::kHeadTooLarge:
      return Fault::kHeadTooLarge;
    case Rejection::kBodyTooLarge:
      return Fault::kBodyTooLarge;
    case Rejection::kUnknownMethod:
      return Fault::kMethodNotAllowed;
    case Rejection::kUnknownExpectation:
      return Fault::kUnknownExpectation;
    case Rejection::kTooSlow:
      return Fault::kTooSlow;
    case Rejection::kTooManyConnections:
      return Fault::kTooManyConnections;
    case Rejection::kTooManyRequests:
      return Fault::kTooManyRequests;
    case Rejection::kOverloaded:
      return Fault::kOverloaded;
  }
  return Fault::kMalformedRequest;
}

std::optional<Language> find_preferred_language(const Headers& headers) {
  std::vector<WeightedRange> ranges;
  for (const Header& header : headers) {
    if (!equals_ignoring_case(header.name, "Accept-Language")) continue;
    for (WeightedRange& range : parse_weighted_ranges(header.value))
      ranges.push_back(std::move(range));
  }
  const int dutch = weight_of_language(ranges, tag_of(Language::kDutch));
  const int english = weight_of_language(ranges, tag_of(Language::kEnglish));
  if (dutch == 0 && english == 0) return std::nullopt;
  return english > dutch ? Language::kEnglish : Language::kDutch;
}

Language choose_language(const Headers& headers) {
  return find_preferred_language(headers).value_or(Language::kDutch);
}

std::string_view tag_of(Language language) {
  return pick(language, "nl", "en");
}

}  // namespace kring::service
