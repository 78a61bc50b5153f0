// Who asks?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "service/access/role.h"

namespace kring::service::access {

/// For which part of the catalogue the roles hold.
struct Scope {
  std::string municipality;  ///< its code, "GM0268"; "" where the roles need none
  std::string organization;  ///< the id of its record; "" likewise

  bool operator==(const Scope&) const = default;
};

/// The text of a problem where a role lacks the scope that it needs, or a scope has no role.
enum class ScopeFault : std::uint8_t {
  kNone,
  kNoMunicipality,  ///< an editor or publisher of no municipality
  kNoOrganization,  ///< an owner of no organisation
};
ScopeFault find_scope_fault(Roles roles, const Scope& scope);

enum class Identity : std::uint8_t {
  kAnonymous,
  kLocal,  ///< on this machine, without a key
  kKey,
  kToken,
};

/// Computed once a request, before any route sees it.
struct Caller {
  Identity identity = Identity::kAnonymous;
  std::string who = "anonymous";  ///< for the audit trail: "key:1f2e…", "local"
  Roles roles;
  Scope scope;

  bool operator==(const Caller&) const = default;
};

/// Whether the caller has the role for this municipality, or this organisation. What has none
/// ("") is nobody's.
bool may_edit(const Caller& caller, std::string_view municipality);
bool may_publish(const Caller& caller, std::string_view municipality);
bool owns(const Caller& caller, std::string_view organization);

}  // namespace kring::service::access
