#include "indexer/format/columns.h"

#include <array>
#include <cassert>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/result.h"
#include "catalog/version.h"
#include "indexer/format/files.h"

namespace kring::indexer {
namespace {

using catalog::Error;

constexpr std::string_view kMagic = "KRINGCOL";
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kAlignment = 64;

struct Entry {
  std::array<char, kMaxColumnName + 1> name;
  std::uint64_t element_size;
  std::uint64_t offset;
  std::uint64_t count;
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t columns;
  std::uint64_t file_bytes;
  std::uint64_t checksum;
};
static_assert(sizeof(Header) == kHeaderBytes);

std::size_t align(std::size_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[noreturn]] void fail(const std::string& path, std::string_view what) {
  throw Error(
      fmt::format("The index file {} {}. Build the index anew: kring index --catalog FILE.db "
                  "--index DIR --rebuild",
                  path, what));
}

std::string lay_out(const std::vector<ColumnData>& columns) {
  std::vector<Entry> entries;
  std::size_t offset = align(kHeaderBytes + columns.size() * sizeof(Entry));
  for (const ColumnData& column : columns) {
    assert(column.name.size() <= kMaxColumnName && column.bytes.size() % column.element_size == 0);
    Entry entry{{}, column.element_size, offset, column.bytes.size() / column.element_size};
    std::memcpy(entry.name.data(), column.name.data(), column.name.size());
    entries.push_back(entry);
    offset = align(offset + column.bytes.size());
  }
  std::string file(offset, '\0');
  std::memcpy(file.data() + kHeaderBytes, entries.data(), entries.size() * sizeof(Entry));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].bytes.empty()) {
      std::memcpy(file.data() + entries[i].offset, columns[i].bytes.data(),
                  columns[i].bytes.size());
    }
  }
  Header header{{}, kColumnVersion, static_cast<std::uint32_t>(columns.size()), file.size(), 0};
  std::memcpy(header.magic.data(), kMagic.data(), kMagic.size());
  header.checksum = catalog::hash_of(std::string_view(file).substr(kHeaderBytes));
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

}  // namespace

struct ColumnFile::Mapping {
  std::string path;
  void* address = MAP_FAILED;
  std::size_t size = 0;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  Mapping(Mapping&&) = delete;
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (address != MAP_FAILED) ::munmap(address, size);
  }

  [[nodiscard]] std::span<const std::byte> bytes() const {
    return {static_cast<const std::byte*>(address), size};
  }
};

void write_columns(const std::string& path, const std::vector<ColumnData>& columns) {
  write_file_durably(path, lay_out(columns));
}

ColumnFile::ColumnFile(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
ColumnFile::ColumnFile(ColumnFile&&) noexcept = default;
ColumnFile& ColumnFile::operator=(ColumnFile&&) noexcept = default;
ColumnFile::~ColumnFile() = default;

ColumnFile ColumnFile::open(const std::string& path, Verify verify) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, "cannot be opened");
  struct stat status {};
  auto mapping = std::make_unique<Mapping>();
  mapping->path = path;
  if (::fstat(descriptor, &status) == 0) mapping->size = static_cast<std::size_t>(status.st_size);
  if (mapping->size >= kHeaderBytes) {
    mapping->address = ::mmap(nullptr, mapping->size, PROT_READ, MAP_SHARED, descriptor, 0);
  }
  ::close(descriptor);
  if (mapping->address == MAP_FAILED) fail(path, "is cut off");
  Header header{};
  std::memcpy(&header, mapping->address, sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
    fail(path, "is no index file");
  }
  if (header.version != kColumnVersion) fail(path, "has another version than this program");
  if (header.file_bytes != mapping->size
      || kHeaderBytes + header.columns * sizeof(Entry) > mapping->size) {
    fail(path, "is cut off");
  }
  if (verify == Verify::kWholeFile
      && catalog::hash_of(as_text(mapping->bytes().subspan(kHeaderBytes))) != header.checksum) {
    fail(path, "is damaged");
  }
  return ColumnFile(std::move(mapping));
}

std::span<const std::byte> ColumnFile::column(std::string_view name,
                                              std::size_t element_size) const {
  Header header{};
  std::memcpy(&header, mapping_->address, sizeof header);
  for (std::uint32_t i = 0; i < header.columns; ++i) {
    Entry entry{};
    std::memcpy(&entry, mapping_->bytes().data() + kHeaderBytes + i * sizeof(Entry), sizeof entry);
    if (name
        != std::string_view(entry.name.data(), ::strnlen(entry.name.data(), entry.name.size()))) {
      continue;
    }
    const bool fits = entry.element_size == element_size && entry.offset % kAlignment == 0
                      && entry.offset <= mapping_->size
                      && entry.count <= (mapping_->size - entry.offset) / element_size;
    if (!fits) fail(mapping_->path, fmt::format("has a column {} of another shape", name));
    return mapping_->bytes().subspan(entry.offset, entry.count * element_size);
  }
  fail(mapping_->path, fmt::format("lacks the column {}", name));
}

}  // namespace kring::indexer
