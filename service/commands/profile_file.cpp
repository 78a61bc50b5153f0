#include "service/commands/profile_file.h"

#include <fstream>
#include <iostream>
#include <istream>

#include "service/http/limits.h"
#include "service/rim.h"

namespace kring::service {
namespace {

/// All of the stream; throws catalog::Error where it is longer than the service takes.
std::string read_all(std::istream& stream) {
  std::string text(kMaxBodyBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad())
    throw catalog::Error("Could not read the profile: the file or stream broke off.");
  if (text.size() > kMaxBodyBytes)
    throw catalog::Error("The profile is larger than 1 MiB. Is it a profile?");
  return text;
}

}  // namespace

std::string load_profile(const std::string& path) {
  if (path == "-") return read_all(std::cin);
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw catalog::Error("Could not open the profile " + path
                         + ". Check the path, or give - to read standard input.");
  }
  return read_all(file);
}

int refuse(const catalog::Problems& problems, catalog::Language language) {
  for (const auto& problem : problems)
    std::cerr << format_problem(problem, language) << "\n";
  return 1;
}

}  // namespace kring::service
