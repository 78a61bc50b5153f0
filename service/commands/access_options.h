// Who may ask what of `kring serve`, and what keeps strangers out?
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/access/gate.h"
#include "service/access/issuer.h"
#include "service/access/login.h"
#include "service/api.h"
#include "service/log.h"
#include "service/rim.h"

namespace kring::service {

/// How people log in with a browser.
struct LoginOptions {
  access::Issuer issuer;    ///< at which
  std::string client;       ///< as which client of it
  std::string secret_file;  ///< what is in it proves that; "": PKCE alone
  std::string scope;        ///< that is asked for
  /// How long ago people may have said to the provider who they are; zero: however long.
  std::chrono::minutes max_age = access::kSessionTime;
  access::AskAgain ask_again = access::AskAgain::kYes;

  bool operator==(const LoginOptions&) const = default;
};

struct AccessOptions {
  std::string keys = {};                     ///< file of kring keys; "": there are none
  std::string audit = {};                    ///< file of the audit trail; "": none is kept
  std::vector<access::Issuer> issuers = {};  ///< whose tokens are trusted
  std::optional<LoginOptions> login = {};    ///< absent: nobody can
  access::Unnamed local = access::Unnamed::kTrusted;
  access::Unnamed network = access::Unnamed::kPublicOnly;

  bool operator==(const AccessOptions&) const = default;
};

/// Throws catalog::Error where the trail cannot be written. Without a trail it records nothing.
Tracing make_tracing(const AccessOptions& options, const Clock& clock);

/// Null where nobody can log in. `public_address` is that of the service, to which people come
/// back. Throws catalog::Error where the secret cannot be read.
std::shared_ptr<access::Login> make_login(const AccessOptions& options,
                                          const std::string& public_address,
                                          const Clock& clock);

/// How the gate knows who is logged in; absent where `login` is null.
std::optional<access::SessionEntrance> make_session_entrance(
    const std::shared_ptr<access::Login>& login,
    const std::string& public_address);

/// Why a token is refused is logged, and nothing of it. Throws catalog::Error where the keys cannot
/// be read.
std::shared_ptr<access::Gate> make_gate(const AccessOptions& options,
                                        std::optional<access::SessionEntrance> sessions,
                                        const Clock& clock,
                                        const Log& log);

}  // namespace kring::service
