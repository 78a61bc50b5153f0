#include "tests/audit/temporary_trail.h"

#include <fstream>
#include <iterator>

#include "service/access/digest.h"

namespace kring::service::audit::tests {

TemporaryTrail::TemporaryTrail()
    : folder_(std::filesystem::temp_directory_path()
              / ("kring-audit-" + access::make_random_digits(8))) {
  std::filesystem::create_directories(folder_);
}

TemporaryTrail::~TemporaryTrail() {
  std::filesystem::remove_all(folder_);
}

std::vector<std::string> TemporaryTrail::files() const {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() != ".head") files.push_back(entry.path());
  }
  return files;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

Entry make_entry(const std::string& action) {
  const std::chrono::sys_days day = std::chrono::year(2026) / std::chrono::November / 26;
  return {.when = day + std::chrono::milliseconds(43'200'123),
          .caller = {access::Identity::kKey, "key:0123456789ab", {access::Role::kRecordSystem}, {}},
          .action = action,
          .purpose = Purpose::kDischarge,
          .status = 200,
          .correlation = "7d444840-9dc0-11d1-b245-5ffdce74fad2"};
}

}  // namespace kring::service::audit::tests
