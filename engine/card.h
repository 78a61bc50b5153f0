// What does an answer show of an activity?
#pragma once

#include "engine/answer.h"
#include "engine/asked.h"
#include "indexer/format/record.h"

namespace kring::engine {

/// The card of `record`, of its site `at`.
ActivityCard make_card(const indexer::Snapshot& snapshot,
                       const SiteAt& at,
                       const indexer::Record& record);

}  // namespace kring::engine
