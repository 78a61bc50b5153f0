// What does the catalogue do when the disk, the file or a lock fails, or the process dies?
#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "catalog/result.h"
#include "catalog/store/store.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityStore;
using catalog::Error;
using catalog::OpenMode;

constexpr std::size_t kManyRecords = 3'000;

/// What opening says; "" where it opens.
std::string fault_of(const std::string& path, OpenMode mode) {
  try {
    const ActivityStore store = ActivityStore::open(path, mode);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

/// Writes a number where SQLite's file header keeps its fields (big-endian;
/// https://sqlite.org/fileformat2.html).
void patch_header(const std::string& path, std::size_t offset, unsigned char value) {
  std::string bytes = read_file(path);
  for (std::size_t index = 0; index < 4; ++index) {
    bytes[offset + index] = index == 3 ? static_cast<char>(value) : '\0';
  }
  write_file(path, bytes);
}

void make_catalogue(const std::string& path) {
  ActivityStore store = ActivityStore::open(path, OpenMode::kCreateIfMissing);
  import_records(store, make_options("wijk"), {make_record("a", "Koffie")});
}

std::vector<catalog::FeedRecord> many_records() {
  std::vector<catalog::FeedRecord> records = {make_record("a", "Koffie")};
  for (std::size_t index = 0; index < kManyRecords; ++index) {
    records.push_back(
        make_record("n" + std::to_string(index), "Activiteit " + std::string(500, 'x')));
  }
  return records;
}

/// Runs `work` in a process of its own that reports nothing to the test program.
template <class Work>
pid_t in_child(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 3;
    try {
      code = work();
    } catch (const Error&) {
      code = 1;
    }
    ::_exit(code);
  }
  return child;
}

}  // namespace

TEST_CASE("a catalogue that is not there is named, with the command that makes it") {
  const ScratchFolder folder;
  const std::string path = folder.file("geen.db");
  CHECK_THAT(fault_of(path, OpenMode::kReadOnly),
             Catch::Contains(path) && Catch::Contains("kring import"));
  CHECK_THAT(fault_of(path, OpenMode::kReadWrite), Catch::Contains("does not exist"));
  CHECK(!std::filesystem::exists(path));
}

TEST_CASE("a catalogue in a folder that is not there is not made") {
  const ScratchFolder folder;
  CHECK_THAT(fault_of(folder.file("map/catalog.db"), OpenMode::kCreateIfMissing),
             Catch::Contains("Make the folder first"));
}

TEST_CASE("a file that is no catalogue is refused and left alone") {
  const ScratchFolder folder;
  const std::string path = folder.file("tekst.db");
  write_file(path, std::string(2000, 'x'));
  CHECK_THAT(fault_of(path, OpenMode::kCreateIfMissing), Catch::Contains("not a catalogue"));
  CHECK(read_file(path) == std::string(2000, 'x'));
  CHECK_THAT(fault_of(folder.file("."), OpenMode::kCreateIfMissing),
             Catch::Contains("not a catalogue"));
}

TEST_CASE("a database of another program is refused") {
  const ScratchFolder folder;
  const std::string path = folder.file("ander.db");
  make_catalogue(path);
  patch_header(path, 68, 7);  // application_id
  CHECK_THAT(fault_of(path, OpenMode::kCreateIfMissing), Catch::Contains("not a catalogue"));
}

TEST_CASE("a catalogue of a newer program asks to update this one") {
  const ScratchFolder folder;
  const std::string path = folder.file("nieuw.db");
  make_catalogue(path);
  patch_header(path, 60, 99);  // user_version, where the schema's number is kept
  CHECK_THAT(fault_of(path, OpenMode::kReadWrite), Catch::Contains("Update Kring"));
}

TEST_CASE("a handle for reading cannot import") {
  const ScratchFolder folder;
  make_catalogue(folder.file("catalog.db"));
  ActivityStore store = ActivityStore::open(folder.file("catalog.db"), OpenMode::kReadOnly);
  CHECK_THROWS_WITH(store.begin_import(make_options("wijk")), Catch::Contains("read-only"));
  CHECK(store.count() == 1);
}

TEST_CASE("while one import runs another says that the catalogue is locked, and readers go on") {
  const ScratchFolder folder;
  make_catalogue(folder.file("catalog.db"));
  ActivityStore first = ActivityStore::open(folder.file("catalog.db"), OpenMode::kReadWrite);
  ActivityStore second = ActivityStore::open(folder.file("catalog.db"), OpenMode::kReadWrite);
  const auto session = first.begin_import(make_options("wijk"));
  session->add(make_record("b", "Soep"));
  CHECK_THROWS_WITH(second.begin_import(make_options("stad")), Catch::Contains("locked"));
  CHECK(second.count() == 1);
  session->finish();
  CHECK(second.count() == 1);
}

TEST_CASE("an import that is killed leaves the old state or the new, never a part") {
  const ScratchFolder folder;
  const std::string path = folder.file("catalog.db");
  make_catalogue(path);
  const std::vector<catalog::FeedRecord> records = many_records();
  for (const int milliseconds : {5, 40, 90, 150, 250, 400}) {
    const pid_t child = in_child([&] {
      ActivityStore store = ActivityStore::open(path, OpenMode::kReadWrite);
      import_records(store, make_options("wijk"), records);
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const ActivityStore store = ActivityStore::open(path, OpenMode::kReadOnly);
    const std::size_t count = store.count();
    CAPTURE(milliseconds, count);
    CHECK((count == 1 || count == records.size()));
  }
}

TEST_CASE("a full disk ends an import with an error and the old state") {
  const ScratchFolder folder;
  const std::string path = folder.file("catalog.db");
  make_catalogue(path);
  const pid_t child = in_child([&] {
    ActivityStore store = ActivityStore::open(path, OpenMode::kReadWrite);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1'000'000, 1'000'000};  // bytes that one file may have
    ::setrlimit(RLIMIT_FSIZE, &limit);
    import_records(store, make_options("wijk"), many_records());
    return 0;
  });
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 1);
  ActivityStore store = ActivityStore::open(path, OpenMode::kReadWrite);
  CHECK(store.count() == 1);
  CHECK(import_records(store, make_options("wijk"), {make_record("a", "Koffie")}).unchanged == 1);
}

}  // namespace kring::tests
