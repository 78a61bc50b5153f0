// Which roles are there?
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kring::service::access {

/// What a caller may be. A caller without any role is anonymous.
enum class Role : std::uint8_t {
  kProfessional,  ///< asks matches, gaps and plans for a person
  kRecordSystem,  ///< a record system that asks the same on behalf of its users
  kEditor,        ///< changes the catalogue of one municipality
  kPublisher,     ///< approves what editors of one municipality changed
  kOwner,         ///< changes the activities of one organisation
  kAdmin,         ///< keeps the service itself
  kAuditor,       ///< reads the audit trail
  kMonitor,       ///< reads the figures of the service
};
inline constexpr std::size_t kRoleCount = 8;

/// As it stands in files, tokens' mappings and the audit trail: "record_system".
std::string_view name_of(Role role);
std::optional<Role> find_role(std::string_view name);

/// All names, for help texts: "professional, record_system, …".
std::string list_role_names();

/// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles)
      add(role);
  }

  constexpr void add(Role role) { bits_ = bits_ | bit_of(role); }
  [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & bit_of(role)) != 0; }
  [[nodiscard]] constexpr bool has_any_of(Roles others) const {
    return (bits_ & others.bits_) != 0;
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::vector<std::string_view> names() const;  ///< in Role's order

  constexpr bool operator==(const Roles&) const = default;

 private:
  static constexpr std::uint32_t bit_of(Role role) { return 1U << static_cast<unsigned>(role); }

  std::uint32_t bits_ = 0;
};

/// Roles that mean nothing without the municipality they are for.
inline constexpr Roles kMunicipalRoles = {Role::kEditor, Role::kPublisher};

}  // namespace kring::service::access
