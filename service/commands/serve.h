// How is the service started, by `kring serve` and by `kring demo`?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/answer.h"
#include "service/commands/access_options.h"
#include "service/commands/harvest_schedule.h"
#include "service/http/certificate.h"
#include "service/site/theme.h"
#include "service/site/tiles.h"

namespace kring::service {

struct ServeOptions {
  std::string catalog;  ///< file of the catalogue; it may be missing or locked: matching goes on
  std::string index;    ///< folder of the index; it may come later
  std::vector<std::string> listen;  ///< "HOST:PORT", "unix:PATH"; kDefaultListen where empty
  std::string public_address = {};  ///< "https://kring.example.org"; "": as each request names it
  std::vector<std::string> trusted_proxies = {};       ///< addresses, believed in X-Forwarded-For
  CertificateFiles tls = {};                           ///< both "": without TLS
  std::vector<engine::CrisisContact> crisis_contacts;  ///< shown first where danger is heard
  std::optional<HarvestSchedule> harvest = {};         ///< absent: feeds are fetched by others
  AccessOptions access = {};
  std::optional<Theme> theme = {};  ///< absent: the neutral one
  std::optional<Tiles> tiles = {};  ///< absent: maps show the places alone
  bool counts_gates = false;  ///< whether /metrics tells what gates remove, over many profiles
};

/// Serves until SIGTERM or SIGINT; prints each address once it accepts. Gives the exit code.
/// Throws catalog::Error where an address is wrong or cannot be bound.
int serve(const ServeOptions& options);

}  // namespace kring::service
