// Which profile comes next?
//
// Valid profiles in every shape: each member is there or not, by chance. Equal seeds give equal
// profiles.
#pragma once

#include <string>
#include <vector>

#include "catalog/json.h"
#include "tests/bench/random.h"
#include "tests/engine/oracle.h"

namespace kring::tests {

/// What profiles may speak of: taken from a vocabulary, places and the activities of a catalogue.
struct Stock {
  std::vector<std::string> concepts;
  std::vector<std::string> postcodes;
  std::vector<std::string> words;  ///< of the activities' names, stop words aside
  std::vector<std::string> activities;
  std::vector<std::string> organizations;  ///< names and ids
  std::vector<std::string> venues;         ///< names, postcodes and their digits
};
Stock make_stock(const Oracle& oracle, const std::vector<catalog::Place>& places);

/// A profile as it would be sent.
catalog::Json make_random_profile(bench::Random& random, const Stock& stock);

}  // namespace kring::tests
