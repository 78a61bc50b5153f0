// Which facts does a record leave unknown, for its owner to fill in?
//
// What is unknown to everyone who asks, whoever it is: the other side of the questions of a match.
#pragma once

#include <bitset>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"
#include "engine/answer.h"
#include "indexer/format/snapshot.h"

namespace kring::engine {

/// What an owner can do where a fact is missing. requires: an owner can do something about `gate`
/// (not about age, gender, attendance or avoid, of which silence is no unknown).
MissingFact missing_fact(Gate gate);

/// By gate, how many live activities leave a fact unknown that the gate asks for; gates of which
/// none does are absent.
std::map<Gate, int> count_unknown(const indexer::Snapshot& snapshot, catalog::Date date);

/// The live activities of an organisation, by its name or its id in the source, that leave
/// something unknown, by id.
std::vector<OwnerTask> list_owner_tasks(const indexer::Snapshot& snapshot,
                                        catalog::Date date,
                                        std::string_view organization);

}  // namespace kring::engine
