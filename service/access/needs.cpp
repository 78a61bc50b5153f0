#include "service/access/needs.h"

#include <algorithm>
#include <array>

namespace kring::service::access {
namespace {

constexpr Need open(std::string_view pattern) {
  return {Method::kGet, pattern, Entrance::kOpen, Trace::kRefusals};
}

constexpr Need read(std::string_view pattern) {
  return {Method::kGet, pattern, Entrance::kPublic, Trace::kRefusals};
}

/// A list of the open API whose parameters come in the body.
constexpr Need ask(std::string_view pattern) {
  return {Method::kPost, pattern, Entrance::kPublic, Trace::kRefusals};
}

/// Coming in and going out.
constexpr Need trace(Method method, std::string_view pattern) {
  return {method, pattern, Entrance::kPublic, Trace::kAlways};
}

/// What tells of a person.
constexpr Need advise(std::string_view pattern) {
  return {Method::kPost,
          pattern,
          Entrance::kRoles,
          Trace::kAlways,
          {Role::kProfessional, Role::kRecordSystem}};
}

constexpr auto kNeeds = std::to_array<Need>({
    open("/"),
    open("/gesprek"),
    open("/ontslag"),
    open("/zoeken"),
    open("/toegankelijkheid"),
    open("/privacy"),
    open("/assets/{name}"),
    open("/assets/texts/{name}"),
    open("/tiles/{zoom}/{column}/{row}"),
    read("/activiteiten/{id}"),
    read("/activiteiten/{id}/agenda.ics"),
    read("/login"),
    read("/login/status"),
    trace(Method::kGet, "/login/callback"),
    trace(Method::kPost, "/logout"),
    open("/health/live"),
    open("/health/ready"),
    {Method::kGet, "/metrics", Entrance::kRoles, Trace::kRefusals, {Role::kMonitor, Role::kAdmin}},
    advise("/v1/matches"),
    advise("/v1/gaps"),
    advise("/v1/plans"),
    advise("/v1/handovers"),
    advise("/v1/handovers/claims"),
    read("/v1/activities"),
    read("/v1/activities/{id}"),
    read("/v1/concepts"),
    read("/v1/places"),
    read("/v1/openapi.json"),
    read("/hsds"),
    read("/hsds/"),
    read("/hsds/openapi.json"),
    read("/hsds/services"),
    ask("/hsds/services"),
    read("/hsds/services/{id}"),
    read("/hsds/organizations"),
    ask("/hsds/organizations"),
    read("/hsds/organizations/{id}"),
    read("/hsds/service_at_locations"),
    ask("/hsds/service_at_locations"),
    read("/hsds/service_at_locations/{id}"),
    read("/hsds/taxonomies"),
    ask("/hsds/taxonomies"),
    read("/hsds/taxonomies/{id}"),
    read("/hsds/taxonomy_terms"),
    ask("/hsds/taxonomy_terms"),
    read("/hsds/taxonomy_terms/{id}"),
    read("/rpde/terms"),
    read("/rpde/activities"),
});

/// A browser asks with it, without a key, whether it may ask.
constexpr Need kPreflight = {Method::kOptions, "", Entrance::kPublic, Trace::kRefusals};

}  // namespace

std::span<const Need> needs() {
  return kNeeds;
}

const Need* find_need(Method method, std::string_view pattern) {
  if (method == Method::kOptions) return &kPreflight;
  const auto* const found =
      std::find_if(kNeeds.begin(), kNeeds.end(), [method, pattern](const Need& need) {
        return need.method == method && need.pattern == pattern;
      });
  return found == kNeeds.end() ? nullptr : found;
}

}  // namespace kring::service::access
