#include "catalog/feeds/fetch_problems.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace kring::catalog::feeds {

namespace {

/// Request timeout, too many requests, and the server's own troubles.
constexpr std::array kPassingStatuses = {408, 425, 429, 500, 502, 503, 504};

struct Wording {
  TransferFault fault;
  const char* code;
  const char* nl;
  const char* en;
};

constexpr std::array kWordings = {
    Wording{TransferFault::kTimeout, "timeout",
            "de server antwoordt niet op tijd. Probeer het later opnieuw.",
            "the server does not answer in time. Try again later."},
    Wording{TransferFault::kUnreachable, "unreachable",
            "deze server is niet te bereiken. Controleer het adres.",
            "this server cannot be reached. Check the address."},
    Wording{TransferFault::kCut, "cut_off",
            "het antwoord breekt halverwege af. Probeer het later opnieuw.",
            "the answer breaks off halfway. Try again later."},
    Wording{
        TransferFault::kTooLarge, "too_large",
        "deze pagina is groter dan Kring in één keer leest (64 MiB). Vraag de bron om pagina's.",
        "this page is larger than Kring reads at once (64 MiB). Ask the source for pages."},
    Wording{
        TransferFault::kPrivateAddress, "private_address",
        "dit adres ligt in een afgeschermd netwerk. Sta de server toe met --allow-private HOST, "
        "als dat de bedoeling is.",
        "this address is in a private network. Allow its host with --allow-private HOST where "
        "that is meant."},
    Wording{TransferFault::kCertificate, "certificate",
            "de beveiligde verbinding klopt niet (certificaat). Vraag de bron dit te herstellen.",
            "the secure connection is not in order (certificate). Ask the source to mend it."},
    Wording{TransferFault::kStopped, "stopped",
            "het ophalen is gestopt omdat het programma stopt; het gaat de volgende keer verder.",
            "fetching stopped because the program stops; it goes on the next time."},
    Wording{TransferFault::kOther, "fetch_failed", "het ophalen is mislukt. Controleer het adres.",
            "fetching failed. Check the address."},
};

Problem make_problem(const char* code, const WebAddress& address, const Text& text) {
  const std::string place = shown(address);
  return {code, "", {place + ": " + text.nl, place + ": " + text.en}};
}

}  // namespace

bool may_pass(const HttpAnswer& answer) {
  switch (answer.fault) {
    case TransferFault::kNone:
      return std::find(kPassingStatuses.begin(), kPassingStatuses.end(), answer.status)
             != kPassingStatuses.end();
    case TransferFault::kTimeout:
    case TransferFault::kUnreachable:
    case TransferFault::kCut:
      return true;
    default:
      return false;
  }
}

Problem describe_failure(const HttpAnswer& answer, const WebAddress& address) {
  const auto* const found =
      std::find_if(kWordings.begin(), kWordings.end(),
                   [&](const Wording& wording) { return wording.fault == answer.fault; });
  if (found != kWordings.end()) return make_problem(found->code, address, {found->nl, found->en});
  return make_problem(
      may_pass(answer) ? "server_trouble" : "http_status", address,
      {fmt::format("de server antwoordt met status {}. Controleer het adres.", answer.status),
       fmt::format("the server answers with status {}. Check the address.", answer.status)});
}

Problem make_retry_later(const WebAddress& address, std::chrono::seconds wait) {
  return make_problem(
      "retry_later", address,
      {fmt::format("de server vraagt om {} seconden te wachten. Probeer het daarna opnieuw.",
                   wait.count()),
       fmt::format("the server asks to wait {} seconds. Try again after that.", wait.count())});
}

Problem make_host_not_allowed(const WebAddress& origin, const WebAddress& target) {
  return make_problem(
      "host_not_allowed", origin,
      {fmt::format("dit leidt naar {}. Sta die server toe met --allow-host {}, als dat klopt.",
                   shown(target), target.host),
       fmt::format("this leads to {}. Allow that host with --allow-host {} where that is right.",
                   shown(target), target.host)});
}

Problem make_too_many_redirects(const WebAddress& address, int limit) {
  return make_problem(
      "redirect_loop", address,
      {fmt::format("dit verwijst meer dan {} keer door. Vraag de bron naar het juiste adres.",
                   limit),
       fmt::format("this redirects more than {} times. Ask the source for the right address.",
                   limit)});
}

}  // namespace kring::catalog::feeds
