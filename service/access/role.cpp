#include "service/access/role.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kring::service::access {
namespace {

/// By Role's order.
constexpr std::array<std::string_view, kRoleCount> kNames = {
    "professional", "record_system", "editor", "publisher", "owner", "admin", "auditor", "monitor"};

}  // namespace

std::string_view name_of(Role role) {
  return kNames.at(static_cast<std::size_t>(role));
}

std::optional<Role> find_role(std::string_view name) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Role>(found - kNames.begin());
}

std::string list_role_names() {
  std::string list;
  for (const std::string_view name : kNames)
    list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

std::vector<std::string_view> Roles::names() const {
  std::vector<std::string_view> names;
  names.reserve(kRoleCount);
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    if (has(static_cast<Role>(i))) names.push_back(kNames.at(i));
  }
  return names;
}

}  // namespace kring::service::access
