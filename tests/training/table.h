// What stands in a tab-separated file with a heading?
#pragma once

#include <map>
#include <string>
#include <vector>

namespace kring::tests {

using Row = std::map<std::string, std::string>;  ///< fields by heading

std::vector<std::string> split(const std::string& text, char separator);

/// Throws std::runtime_error where it cannot be read.
std::vector<Row> read_table(const std::string& path);

/// The ids of activities in a comma-separated list, in its order: gaps, constraints and safety are
/// none.
std::vector<std::string> read_concepts(const std::string& list);

std::string trim(std::string text);

}  // namespace kring::tests
