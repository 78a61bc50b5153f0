#include "service/access/caller.h"

namespace kring::service::access {
namespace {

bool is_of(std::string_view scope, std::string_view object) {
  return !object.empty() && scope == object;
}

}  // namespace

ScopeFault find_scope_fault(Roles roles, const Scope& scope) {
  if (roles.has_any_of(kMunicipalRoles) && scope.municipality.empty())
    return ScopeFault::kNoMunicipality;
  if (roles.has(Role::kOwner) && scope.organization.empty()) return ScopeFault::kNoOrganization;
  return ScopeFault::kNone;
}

bool may_edit(const Caller& caller, std::string_view municipality) {
  return caller.roles.has(Role::kEditor) && is_of(caller.scope.municipality, municipality);
}

bool may_publish(const Caller& caller, std::string_view municipality) {
  return caller.roles.has(Role::kPublisher) && is_of(caller.scope.municipality, municipality);
}

bool owns(const Caller& caller, std::string_view organization) {
  return caller.roles.has(Role::kOwner) && is_of(caller.scope.organization, organization);
}

}  // namespace kring::service::access
