#include "service/commands/author.h"

#include <chrono>

#include <fmt/chrono.h>

namespace kring::service {

catalog::Author make_author(const std::string& who, const std::string& why) {
  const auto now =
      std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  return {.who = who, .why = why, .at = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))};
}

}  // namespace kring::service
