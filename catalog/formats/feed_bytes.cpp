#include "catalog/formats/feed_bytes.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/result.h"

namespace kring::catalog {
namespace {

[[noreturn]] void throw_unreadable(const std::string& path) {
  throw Error("Het bestand " + path + " is niet te lezen. Controleer de rechten.\nThe file " + path
              + " cannot be read. Check its access rights.");
}

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  const bool is_empty = file && file.peek() == std::ifstream::traits_type::eof();
  if (!is_empty && !(file && bytes << file.rdbuf())) throw_unreadable(path);
  return std::move(bytes).str();
}

/// An open file, closed with it.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

struct FeedBytes::Mapping {
  Mapping(void* first, std::size_t count) : begin(first), size(count) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  Mapping(Mapping&&) = delete;
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() { ::munmap(begin, size); }

  void* begin;
  std::size_t size;
};

FeedBytes::FeedBytes(std::string bytes)
    : held_(std::make_shared<const std::string>(std::move(bytes))), view_(*held_) {}

FeedBytes FeedBytes::load(const std::string& path) {
  const Descriptor file(path);
  struct stat status = {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) throw_unreadable(path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (!S_ISREG(status.st_mode) || size < kMappedFrom) return FeedBytes(read_whole(path));
  return map(file.number(), size, path);
}

FeedBytes FeedBytes::map(int file, std::size_t size, const std::string& name) {
  FeedBytes bytes;
  if (size == 0) return bytes;
  void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (begin == MAP_FAILED) throw_unreadable(name);
  bytes.mapping_ = std::make_shared<const Mapping>(begin, size);
  bytes.view_ = {static_cast<const char*>(begin), size};
  return bytes;
}

FeedBytes FeedBytes::without_first(std::size_t count) const {
  FeedBytes rest = *this;
  rest.view_.remove_prefix(count);
  return rest;
}

void FeedBytes::release(std::string_view part) const {
  if (mapping_ == nullptr || part.empty()) return;
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  char* const base = static_cast<char*>(mapping_->begin);
  // Whole pages only: the last may be read on.
  const std::size_t first = static_cast<std::size_t>(part.data() - base) / page * page;
  const std::size_t last = static_cast<std::size_t>(part.data() + part.size() - base) / page * page;
  if (last > first) ::madvise(base + first, last - first, MADV_DONTNEED);
}

void ReleasedReading::pass(std::size_t position) {
  if (bytes_ == nullptr || position < released_ + kReleaseEvery) return;
  bytes_->release(bytes_->view().substr(released_, position - released_));
  released_ = position;
}

}  // namespace kring::catalog
