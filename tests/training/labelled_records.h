// Which records are labelled with the concepts they are about?
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog/activity.h"

namespace kring::tests {

struct LabelledRecord {
  catalog::Activity activity;
  std::set<std::string> concepts;  ///< ids of activities
};

using LabelledRecords = std::vector<LabelledRecord>;

/// A corpus: tab-separated lines of id, concepts, name, description, tags, organization ("name /
/// description"), with a heading. Throws std::runtime_error where it cannot be read.
LabelledRecords read_corpus(const std::string& path);

/// The records of a catalogue that stand in its truth table (catalog/demo/README.md).
LabelledRecords read_catalogue(const std::string& catalog, const std::string& truth);

}  // namespace kring::tests
