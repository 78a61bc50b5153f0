// How are sets of duplicates told, to people and to scripts?
#pragma once

#include <string>
#include <vector>

#include "catalog/duplicates/conflicts.h"
#include "catalog/json.h"
#include "catalog/store/store.h"

namespace kring::service {

/// A set with its records, in the order of its members.
struct ToldSet {
  catalog::DuplicateSet set;
  std::vector<catalog::duplicates::Member> members;
};

std::vector<ToldSet> load_told_sets(const catalog::ActivityStore& store);

/// {"sets": [{"representative", "members", "links", "conflicts"}]}; a link has score, state, who,
/// at, parts and its reasons in words (text, text_en).
catalog::Json to_json(const std::vector<ToldSet>& sets);

/// For people: Dutch with English beside it.
std::string to_text(const std::vector<ToldSet>& sets);

/// A link as reports show it: ids, score, state, parts, text and text_en.
catalog::Json to_json(const catalog::DuplicateLink& link);

}  // namespace kring::service
