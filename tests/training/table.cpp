#include "tests/training/table.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kring::tests {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    parts.push_back(part);
  }
  return parts;
}

std::string trim(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error(path + " cannot be read");
  const std::vector<std::string> headings = split(line, '\t');
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> fields = split(line, '\t');
    Row row;
    for (std::size_t i = 0; i < headings.size() && i < fields.size(); ++i) {
      row[headings[i]] = fields[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> read_concepts(const std::string& list) {
  std::vector<std::string> concepts;
  for (const std::string& id : split(list, ',')) {
    const bool is_activity =
        !id.starts_with("gap_") && !id.starts_with("constraint_") && !id.starts_with("safety_");
    if (is_activity && !id.empty()) concepts.push_back(trim(id));
  }
  return concepts;
}

}  // namespace kring::tests
