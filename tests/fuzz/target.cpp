#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace kring::fuzz {

void expect(bool holds, std::string_view promise) {
  if (holds) return;
  std::cerr << "broken promise: " << promise << std::endl;
  std::abort();
}

std::vector<std::string_view> split_fields(std::string_view bytes, std::size_t count) {
  std::vector<std::string_view> fields;
  while (fields.size() + 1 < count) {
    const std::size_t end = std::min(bytes.find(kFieldSeparator), bytes.size());
    fields.push_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  fields.push_back(bytes);
  return fields;
}

}  // namespace kring::fuzz
