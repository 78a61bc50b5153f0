#include "indexer/language/call_hours.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/language/analysis.h"

namespace kring::indexer {

bool is_for_calls(const catalog::Schedule& schedule) {
  static constexpr auto kSigns = std::to_array<std::string_view>(
      {"bereikba", "telefonisch", "aanmeld", "aanvra", "opgave", "opgeven", "kantoor",
       "coordinator", "te bellen", "reachable", "by phone", "office hours"});
  const std::string note = fold(schedule.description);
  return std::any_of(kSigns.begin(), kSigns.end(), [&note](std::string_view sign) {
    return note.find(sign) != std::string::npos;
  });
}

}  // namespace kring::indexer
