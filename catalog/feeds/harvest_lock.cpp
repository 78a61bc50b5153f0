#include "catalog/feeds/harvest_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "catalog/result.h"

namespace kring::catalog::feeds {

namespace {

constexpr int kReadableByAll = 0644;

}  // namespace

HarvestLock::HarvestLock(const std::string& catalog) {
  const std::string path = catalog + ".harvest";
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg, hicpp-vararg): POSIX has no other open
  file_ = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, kReadableByAll);
  if (file_ < 0)
    throw Error("cannot make " + path + ": check that the folder of the catalogue may be written");
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    ::close(file_);
    throw Error("the feeds of " + catalog
                + " are being fetched by another program: wait until it is done");
  }
}

HarvestLock::~HarvestLock() {
  ::close(file_);
}

}  // namespace kring::catalog::feeds
