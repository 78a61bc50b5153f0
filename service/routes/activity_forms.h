// In which forms is one activity given?
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/found_activity.h"

namespace kring::service {

struct ActivityForm {
  std::string_view media_type;
  std::string_view content_type;  ///< as it is sent
  /// "" where the activity cannot be said in it: a calendar of what has no dates. `revision` is the
  /// catalogue's.
  std::string (*write)(const engine::FoundActivity& found, int revision);
};

/// JSON first: it is what a client gets that prefers none.
std::span<const ActivityForm> activity_forms();

}  // namespace kring::service
