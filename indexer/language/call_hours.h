// Are these hours in which someone answers, and nobody meets?
#pragma once

#include "catalog/activity.h"

namespace kring::indexer {

/// Whether a schedule's own description says that its hours are for calls, applications or an
/// office: "telefonisch spreekuur", "bereikbaarheid coördinator". Such hours are no meetings.
bool is_for_calls(const catalog::Schedule& schedule);

}  // namespace kring::indexer
