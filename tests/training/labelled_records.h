// Which records are labelled with what they are about, and with what holds of them?
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "tests/training/table.h"

namespace kring::tests {

struct LabelledRecord {
  catalog::Activity activity;
  std::set<std::string> concepts;  ///< ids of activities
  Row labels;  ///< what holds, by column of a truth table (catalog/demo/README.md); may be empty
};

using LabelledRecords = std::vector<LabelledRecord>;

/// A corpus: tab-separated lines of id, concepts, name, description, tags, organization ("name /
/// description"), with a heading. Throws std::runtime_error where it cannot be read.
LabelledRecords read_corpus(const std::string& path);

/// Those of its records of which `labels` tells what holds: a table with the columns of a truth
/// table, and `sure`, those of which the text tells nothing.
LabelledRecords read_corpus(const std::string& path, const std::string& labels);

/// The records of a catalogue that stand in its truth table (catalog/demo/README.md).
LabelledRecords read_catalogue(const std::string& catalog, const std::string& truth);

}  // namespace kring::tests
