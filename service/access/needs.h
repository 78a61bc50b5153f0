// What does each route ask of its caller?
//
// The one table of routes and rights. A route that does not stand in it is refused to everyone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "service/access/role.h"
#include "service/message.h"

namespace kring::service::access {

enum class Entrance : std::uint8_t {
  kOpen,  ///< anyone, as often as they like: whether the service runs, and what the page is made of
  kPublic,  ///< anyone, within the limits of their address
  kRoles,   ///< a caller with one of the roles
};

enum class Trace : std::uint8_t {
  kRefusals,  ///< the audit trail tells who was refused
  kAlways,    ///< and who was not: the request may tell of a person, or changes something
};

struct Need {
  Method method;
  std::string_view pattern;  ///< of the route, as the router has it
  Entrance entrance;
  Trace trace;
  Roles roles = {};  ///< of which one is needed; empty unless kRoles
};

/// The whole table.
std::span<const Need> needs();

/// Of one route; null where the table lacks it. Asking for a route's options needs nothing.
const Need* find_need(Method method, std::string_view pattern);

}  // namespace kring::service::access
