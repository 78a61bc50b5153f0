#include "indexer/format/segment.h"

#include <cstring>

#include "catalog/result.h"

namespace kring::indexer {
namespace {

std::uint64_t begin_at(std::span<const std::byte> begins, std::size_t i) {
  std::uint64_t value = 0;
  std::memcpy(&value, begins.data() + i * sizeof value, sizeof value);
  return value;
}

std::uint32_t number_at(std::span<const std::byte> numbers, std::size_t i) {
  std::uint32_t value = 0;
  std::memcpy(&value, numbers.data() + i * sizeof value, sizeof value);
  return value;
}

std::string_view text_of(std::span<const std::byte> bytes, std::size_t from, std::size_t length) {
  return {reinterpret_cast<const char*>(bytes.data()) + from, length};
}

[[noreturn]] void fail_damaged(const std::string& name) {
  throw catalog::Error(
      "The index segment " + name
      + " is damaged. Build the index anew: kring index --catalog FILE.db --index DIR --rebuild");
}

}  // namespace

Segment::Segment(const std::string& index_dir, const SegmentEntry& entry, Verify verify)
    : feature_file_(ColumnFile::open(index_dir + "/" + entry.name + "/features.kcol", verify)),
      record_file_(ColumnFile::open(index_dir + "/" + entry.name + "/records.kcol", verify)),
      features_(features_of(feature_file_)),
      ids_(record_file_.column("ids", kIdBytes)),
      by_id_(record_file_.column("by_id", sizeof(std::uint32_t))),
      record_begins_(record_file_.column("record_begin", sizeof(std::uint64_t))),
      records_(record_file_.column("records", 1)),
      words_(index_dir + "/" + entry.name + "/words"),
      dead_(features_.live.size()) {
  const bool is_sound = ids_.size() == count() * kIdBytes
                        && by_id_.size() == count() * sizeof(std::uint32_t)
                        && record_begins_.size() == (count() + 1) * sizeof(std::uint64_t)
                        && begin_at(record_begins_, count()) == records_.size();
  if (!is_sound) fail_damaged(entry.name);
  if (entry.tombstones.empty()) return;
  const ColumnFile file =
      ColumnFile::open(index_dir + "/" + entry.name + "/" + entry.tombstones, verify);
  const std::span<const std::byte> numbers = file.column("dead", sizeof(std::uint32_t));
  for (std::size_t i = 0; i < numbers.size() / sizeof(std::uint32_t); ++i) {
    const std::uint32_t number = number_at(numbers, i);
    if (number >= count()) fail_damaged(entry.name);
    dead_[number] = true;
    ++dead_count_;
  }
}

std::string_view Segment::id(std::uint32_t number) const {
  return text_of(ids_, number * kIdBytes, kIdBytes);
}

std::string_view Segment::record(std::uint32_t number) const {
  const std::uint64_t begin = begin_at(record_begins_, number);
  const std::uint64_t end = begin_at(record_begins_, number + std::size_t{1});
  if (begin > end || end > records_.size()) fail_damaged("records.kcol");
  return text_of(records_, begin, end - begin);
}

std::optional<std::uint32_t> Segment::find(std::string_view wanted) const {
  std::size_t low = 0;
  std::size_t high = count();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (id(number_at(by_id_, middle)) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count() || id(number_at(by_id_, low)) != wanted) return std::nullopt;
  return number_at(by_id_, low);
}

std::vector<ColumnData> columns_of(const RecordColumns& records) {
  return {{"ids", kIdBytes, std::as_bytes(std::span(records.ids))},
          {"by_id", sizeof(std::uint32_t), std::as_bytes(std::span(records.by_id))},
          {"record_begin", sizeof(std::uint64_t), std::as_bytes(std::span(records.record_begin))},
          {"records", 1, std::as_bytes(std::span(records.records))}};
}

std::vector<ColumnData> columns_of(const std::vector<std::uint32_t>& dead) {
  return {{"dead", sizeof(std::uint32_t), std::as_bytes(std::span(dead))}};
}

}  // namespace kring::indexer
