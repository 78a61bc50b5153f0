#include "service/handover.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/profile.h"

namespace kring::service {
namespace {

using catalog::Json;
using catalog::Problems;

constexpr auto kMembers = std::to_array<std::string_view>(
    {"language", "date", "moment", "sheet_language", "person", "practical", "needs"});
constexpr auto kOfPerson = std::to_array<std::string_view>({"age", "postcode"});
constexpr auto kPractical = std::to_array<std::string_view>(
    {"travel", "max_cost_per_session", "start_within_days", "first_step_support"});

void refuse_others(const Json& object,
                   const std::string& place,
                   std::span<const std::string_view> known,
                   Problems& problems) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.object()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string pointer = place;
    pointer.append("/").append(name);
    problems.push_back({"not_handed_over",
                        std::move(pointer),
                        {"Dit vraagt de pagina niet. Laat het weg.",
                         "The page does not ask this. Leave it out."}});
  }
}

}  // namespace

catalog::Result<Json> parse_handover(const Json& document) {
  const auto profile = engine::parse_profile(document);
  if (!profile) return profile.error();
  Problems problems;
  refuse_others(document, "", kMembers, problems);
  refuse_others(document["person"], "/person", kOfPerson, problems);
  refuse_others(document["practical"], "/practical", kPractical, problems);
  if (document["needs"].array().size() > kMaxHandedNeeds) {
    problems.push_back({"too_many_needs",
                        "/needs",
                        {"Geef hoogstens twee wensen over: de belangrijkste.",
                         "Hand over two needs at most: the most important."}});
  }
  if (!problems.empty()) return problems;
  return document;
}

}  // namespace kring::service
