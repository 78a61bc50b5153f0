#include "service/commands/access_options.h"

#include <utility>

#include "service/access/key_ring.h"
#include "service/access/token_reader.h"
#include "service/audit/trail.h"
#include "service/commands/issuer_fetch.h"
#include "service/http/listen.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

/// Whether only this machine can reach the address. A name other than localhost may be anyone's.
bool is_on_this_machine(const ListenAddress& address) {
  const auto* tcp = std::get_if<TcpAddress>(&address);
  if (tcp == nullptr) return true;
  return tcp->host == "localhost" || tcp->host == "::1" || tcp->host.starts_with("127.");
}

access::FindByToken make_token_finder(const std::vector<access::Issuer>& issuers,
                                      const Clock& clock,
                                      const Log& log) {
  const auto reader = std::make_shared<access::TokenReader>(
      issuers, access::TokenReader::World{.fetch = make_issuer_fetch(issuers), .clock = clock});
  return [reader, log](const access::BearerToken& token) -> std::optional<access::Caller> {
    auto outcome = reader->read(token);
    if (auto* caller = std::get_if<access::Caller>(&outcome)) return std::move(*caller);
    log.info("token refused: " + std::string(name_of(std::get<access::TokenFault>(outcome))));
    return std::nullopt;
  };
}

catalog::Problem make_unguarded(const std::string& listen) {
  return {"unguarded_address",
          "",
          {"Op " + listen
               + " kan iedereen in het netwerk bij Kring. Geef --keys BESTAND (kring keys create "
                 "maakt sleutels), of --allow-anonymous als iedereen alles mag vragen.",
           "Everyone in the network can reach Kring on " + listen
               + ". Give --keys FILE (kring keys create makes keys), or --allow-anonymous where "
                 "everyone may ask everything."}};
}

}  // namespace

void add_access_flags(CLI::App& command, AccessOptions& options) {
  command
      .add_option("--keys", options.keys,
                  "The API keys of kring keys; who asks from another machine needs one, except for "
                  "the public catalogue")
      ->type_name("FILE");
  command
      .add_option("--audit", options.audit,
                  "Keep an audit trail here: who asked what of which kind, never what it said")
      ->type_name("FILE");
  command.add_flag_callback(
      "--allow-anonymous", [&options] { options.network = access::Unnamed::kTrusted; },
      "Let everyone who can reach the service match without a key");
  command.add_flag_callback(
      "--local-needs-key", [&options] { options.local = access::Unnamed::kPublicOnly; },
      "Trust callers on this machine no more than others: for behind a proxy that adds no "
      "X-Forwarded-For");
}

AccessOptions merge(AccessOptions flags, const AccessOptions& file) {
  if (flags.keys.empty()) flags.keys = file.keys;
  flags.issuers = file.issuers;
  if (flags.audit.empty()) flags.audit = file.audit;
  if (flags.local == AccessOptions().local) flags.local = file.local;
  if (flags.network == AccessOptions().network) flags.network = file.network;
  return flags;
}

catalog::Problems find_access_problems(const AccessOptions& options,
                                       const std::vector<std::string>& listen) {
  if (!options.keys.empty() || !options.issuers.empty()
      || options.network == access::Unnamed::kTrusted)
    return {};
  catalog::Problems problems;
  for (const std::string& text : listen) {
    const auto address = parse_listen(text);
    if (address && !is_on_this_machine(*address)) problems.push_back(make_unguarded(text));
  }
  return problems;
}

Tracing make_tracing(const AccessOptions& options, const Clock& clock) {
  if (options.audit.empty()) return {};
  return {[trail = std::make_shared<audit::Trail>(options.audit)](const audit::Entry& entry) {
            trail->append(entry);
          },
          clock};
}

std::shared_ptr<access::Gate> make_gate(const AccessOptions& options,
                                        const Clock& clock,
                                        const Log& log) {
  access::GateOptions gate{.local = options.local, .network = options.network};
  if (!options.keys.empty()) {
    gate.find_by_key = [ring = std::make_shared<access::KeyRing>(options.keys, clock)](
                           const access::ApiKey& key) { return ring->find_caller(key); };
  }
  if (!options.issuers.empty()) gate.find_by_token = make_token_finder(options.issuers, clock, log);
  return std::make_shared<access::Gate>(std::move(gate));
}

}  // namespace kring::service
