#include "service/commands/access_options.h"

#include <utility>

#include "service/access/key_ring.h"
#include "service/access/token_reader.h"
#include "service/audit/trail.h"
#include "service/commands/issuer_fetch.h"

namespace kring::service {
namespace {

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

}  // namespace

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
