// Is a temporary file of a feed's bytes nameless, and is a full disk told?
#include "catalog/formats/scratch_bytes.h"

#include <array>
#include <csignal>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv is POSIX
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "catalog/result.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::formats::ScratchBytes;

/// TMPDIR names another folder for as long as this lives.
// NOLINTBEGIN(concurrency-mt-unsafe): tests have one thread
class TemporaryFolderAt {
 public:
  explicit TemporaryFolderAt(const std::string& path) {
    const char* const before = std::getenv("TMPDIR");
    if (before != nullptr) before_ = before;
    ::setenv("TMPDIR", path.c_str(), 1);
  }
  TemporaryFolderAt(const TemporaryFolderAt&) = delete;
  TemporaryFolderAt& operator=(const TemporaryFolderAt&) = delete;
  TemporaryFolderAt(TemporaryFolderAt&&) = delete;
  TemporaryFolderAt& operator=(TemporaryFolderAt&&) = delete;
  ~TemporaryFolderAt() { before_ ? ::setenv("TMPDIR", before_->c_str(), 1) : ::unsetenv("TMPDIR"); }

 private:
  std::optional<std::string> before_;
};
// NOLINTEND(concurrency-mt-unsafe)

/// A resource has this limit for as long as this lives.
class ResourceLimit {
 public:
  using Resource = decltype(RLIMIT_FSIZE);

  ResourceLimit(Resource resource, rlim_t most) : resource_(resource) {
    ::getrlimit(resource_, &before_);
    const rlimit limit{most, before_.rlim_max};
    ::setrlimit(resource_, &limit);
  }
  ResourceLimit(const ResourceLimit&) = delete;
  ResourceLimit& operator=(const ResourceLimit&) = delete;
  ResourceLimit(ResourceLimit&&) = delete;
  ResourceLimit& operator=(ResourceLimit&&) = delete;
  ~ResourceLimit() { ::setrlimit(resource_, &before_); }

 private:
  Resource resource_;
  rlimit before_{};
};

/// No file grows larger than `bytes` for as long as this lives.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes)
      : handler_(std::signal(SIGXFSZ, SIG_IGN)), limit_(RLIMIT_FSIZE, bytes) {}
  FileLimit(const FileLimit&) = delete;
  FileLimit& operator=(const FileLimit&) = delete;
  FileLimit(FileLimit&&) = delete;
  FileLimit& operator=(FileLimit&&) = delete;
  ~FileLimit() { std::signal(SIGXFSZ, handler_); }

 private:
  void (*handler_)(int);
  ResourceLimit limit_;
};

}  // namespace

TEST_CASE("temporary bytes have no name while they are written, nor when they are read") {
  const ScratchFolder folder;
  const TemporaryFolderAt temporary(folder.file(""));
  ScratchBytes bytes;
  bytes.write("Koffie");
  CHECK(std::filesystem::is_empty(folder.file("")));
  bytes.write(" en thee");
  CHECK(bytes.finish().view() == "Koffie en thee");
  CHECK(std::filesystem::is_empty(folder.file("")));
}

TEST_CASE("a part of temporary bytes is read by itself, and one that is not there is told") {
  ScratchBytes bytes;
  bytes.write("Koffie en thee");
  std::array<char, 4> part{};
  bytes.read(10, part);
  CHECK(std::string_view(part.data(), part.size()) == "thee");
  CHECK_THROWS_WITH(bytes.read(11, part), Catch::Contains("cannot be read"));
}

TEST_CASE("temporary bytes may be none") {
  CHECK(ScratchBytes().finish().view().empty());
}

TEST_CASE("a full disk is told by the piece that does not fit") {
  ScratchBytes bytes;
  const std::string piece(1'000'000, 'x');
  const FileLimit limit(1'500'000);
  bytes.write(piece);
  CHECK_THROWS_WITH(bytes.write(piece), Catch::Contains("Free some space"));
}

TEST_CASE("a temporary folder that is not there is told with the remedy") {
  const ScratchFolder folder;
  const TemporaryFolderAt temporary(folder.file("weg"));
  CHECK_THROWS_WITH(ScratchBytes(), Catch::Contains("set TMPDIR to another folder"));
}

TEST_CASE("too many open files are told as what they are") {
  std::exception_ptr failure;
  {
    const ResourceLimit limit(RLIMIT_NOFILE, 0);
    try {
      const ScratchBytes bytes;
    } catch (...) {
      failure = std::current_exception();  // read below: a sanitizer that looks at it needs a file
    }
  }
  REQUIRE(failure);
  CHECK_THROWS_WITH(std::rethrow_exception(failure), Catch::Contains("ulimit -n"));
}

}  // namespace kring::tests
