#include "service/audit/entry.h"

#include <utility>

#include <fmt/format.h>

#include "catalog/quantity.h"

namespace kring::service::audit {
namespace {

using catalog::Json;

/// "2026-11-26T12:00:00.123Z"
std::string format_moment(std::chrono::system_clock::time_point when) {
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::milliseconds>(when - day));
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", catalog::format_date(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

}  // namespace

Json::Object to_json(const Entry& entry) {
  Json roles = Json::Array{};
  for (const std::string_view name : entry.caller.roles.names())
    roles.push_back(name);
  return {{"when", format_moment(entry.when)},
          {"who", entry.caller.who},
          {"roles", std::move(roles)},
          {"municipality", entry.caller.scope.municipality},
          {"organization", entry.caller.scope.organization},
          {"action", entry.action},
          {"purpose", name_of(entry.purpose)},
          {"status", entry.status},
          {"correlation", entry.correlation}};
}

}  // namespace kring::service::audit
