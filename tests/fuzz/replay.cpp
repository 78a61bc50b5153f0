// Does a target still take every seed, whatever the compiler?
//
// Reads all files of the folders and files that are named.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tests/fuzz/target.h"

namespace {

namespace fs = std::filesystem;

void replay(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  kring::fuzz::read(bytes);
}

/// How many files were read.
int replay_all(const fs::path& path) {
  if (!fs::is_directory(path)) {
    replay(path);
    return 1;
  }
  int count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    std::cerr << entry.path() << '\n';
    replay(entry.path());
    ++count;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  int count = 0;
  for (int i = 1; i < argc; ++i) {
    count += replay_all(argv[i]);
  }
  std::cout << count << " inputs read\n";
  return count > 0 ? 0 : 1;
}
