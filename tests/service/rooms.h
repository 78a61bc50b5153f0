// How does a test ask the service without sockets?
#pragma once

#include <sstream>
#include <string>

#include "service/api.h"
#include "service/current_matcher.h"
#include "service/http/application.h"
#include "service/message.h"
#include "service/open_data.h"
#include "service/router.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {

/// The service without sockets, at the time of make_fixed_clock().
class Rooms {
 public:
  /// `open_data` outlives the rooms; without it there are no open APIs. Without a guard everyone
  /// may ask everything.
  explicit Rooms(MatcherSource source,
                 const OpenData* open_data = nullptr,
                 Guard guard = {},
                 ApplicationOptions options = {});

  Response get(const std::string& target, Headers headers = {}) const;
  /// Posts a body that is called JSON.
  Response post(const std::string& target, std::string body) const;
  Response send(Method method,
                const std::string& target,
                std::string body,
                Headers headers = {}) const;
  [[nodiscard]] std::string log() const { return log_.str(); }

 private:
  std::ostringstream log_;
  CurrentMatcher matchers_;
  Application application_;
};

/// With the stub of make_stub_matcher().
Rooms make_rooms();

}  // namespace kring::service::tests
