// Does the old index stay when a build is killed or the disk is full?

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "catalog/result.h"
#include "indexer/format/snapshot.h"
#include "tests/indexer/small_catalogue.h"

namespace kring::tests {
namespace {

using indexer::BuildMode;
using indexer::Snapshot;

constexpr int kRefused = 7;

// An index of ten activities, and a catalogue that meanwhile has thirty.
void make_outdated_index(const ScratchFolder& folder) {
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(10));
  build(store, folder.file("index"));
  import_records(store, make_options("source"), make_records(30));
}

// Runs `build_it` in a process of its own; how that ended, as waitpid tells.
template <class Work>
int run_apart(const Work& build_it) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      build_it();
      ::_exit(0);
    } catch (const catalog::Error&) {
      ::_exit(kRefused);
    } catch (const std::exception&) {
      ::_exit(1);
    }
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

void require_old_index(const ScratchFolder& folder) {
  const Snapshot snapshot = Snapshot::open(folder.file("index"), indexer::Verify::kWholeFile);
  REQUIRE(snapshot.count() == 10);
}

void require_next_build_works(const ScratchFolder& folder) {
  const auto store = open_store(folder);
  REQUIRE(build(store, folder.file("index")).live == 30);
  REQUIRE(Snapshot::open(folder.file("index"), indexer::Verify::kWholeFile).count() == 30);
}

}  // namespace

TEST_CASE("a build that is killed halfway leaves the old index answering") {
  for (const BuildMode mode : {BuildMode::kUpdate, BuildMode::kRebuild}) {
    const ScratchFolder folder;
    make_outdated_index(folder);
    const int status = run_apart([&folder, mode] {
      const auto store = open_store(folder);
      indexer::build_index(
          store, {folder.file("index"), kToday, mode, [](std::size_t done, std::size_t of) {
                    if (2 * done >= of) ::kill(::getpid(), SIGKILL);
                  }});
    });
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGKILL);
    require_old_index(folder);
    require_next_build_works(folder);
  }
}

TEST_CASE("a disk that is full at any moment refuses the build and leaves the old index") {
  for (const rlim_t bytes : {0U, 512U, 4'096U, 9'000U, 20'000U}) {
    INFO("no file may grow beyond " << bytes << " bytes");
    const ScratchFolder folder;
    make_outdated_index(folder);
    const int status = run_apart([&folder, bytes] {
      const auto store = open_store(folder);
      const rlimit limit{bytes, bytes};
      std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c): the write itself then fails
      ::setrlimit(RLIMIT_FSIZE, &limit);
      build(store, folder.file("index"), BuildMode::kRebuild);
    });
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == kRefused);
    require_old_index(folder);
    require_next_build_works(folder);
  }
}

}  // namespace kring::tests
