#include "catalog/formats/pair_list.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <queue>
#include <string_view>
#include <utility>

namespace kring::catalog::formats {
namespace {

constexpr std::size_t kBlockPairs = 256;  ///< read at once, 4 KiB

std::string_view bytes_of(const std::vector<NumberPair>& pairs) {
  return {reinterpret_cast<const char*>(pairs.data()), pairs.size() * sizeof(NumberPair)};
}

NumberPair pair_at(std::string_view bytes, std::size_t index) {
  NumberPair pair;
  std::memcpy(&pair, bytes.data() + index * sizeof(NumberPair), sizeof(NumberPair));
  return pair;
}

/// The next pair of a sorted run, and its index in the file of runs.
using NextOfRun = std::pair<NumberPair, std::size_t>;

}  // namespace

void PairList::add(NumberPair pair) {
  if (held_.size() == kMaxHeldPairs) write_held();
  held_.push_back(pair);
  ++size_;
}

void PairList::store() {
  if (file_ == nullptr) {
    sort_held();
    held_.shrink_to_fit();
    return;
  }
  write_held();
  held_.shrink_to_fit();
  if (order_ == Order::kAscending) merge_runs();
}

void PairList::sort_held() {
  if (order_ == Order::kAscending) std::sort(held_.begin(), held_.end());
}

void PairList::write_held() {
  if (file_ == nullptr) file_ = std::make_unique<ScratchBytes>();
  sort_held();
  file_->write(bytes_of(held_));
  held_.clear();
}

void PairList::merge_runs() {
  const FeedBytes runs = file_->finish();
  std::priority_queue<NextOfRun, std::vector<NextOfRun>, std::greater<>> waiting;
  for (std::size_t begin = 0; begin < size_; begin += kMaxHeldPairs) {
    waiting.emplace(pair_at(runs, begin), begin);
  }
  auto merged = std::make_unique<ScratchBytes>();
  const auto write_block = [&] {
    beginnings_.push_back(held_.front().first);
    merged->write(bytes_of(held_));
    held_.clear();
  };
  for (std::size_t count = 0; !waiting.empty(); ++count) {
    const auto [pair, index] = waiting.top();
    waiting.pop();
    held_.push_back(pair);
    if (held_.size() == kBlockPairs) write_block();
    if (count % kMaxHeldPairs == 0) runs.release(runs);
    const std::size_t next = index + 1;
    if (next < size_ && next % kMaxHeldPairs != 0) waiting.emplace(pair_at(runs, next), next);
  }
  if (!held_.empty()) write_block();
  file_ = std::move(merged);
}

void PairList::hold(std::size_t index) const {
  const bool is_held = index >= held_from_ && index - held_from_ < held_.size();
  if (file_ == nullptr || is_held) return;
  held_from_ = index / kBlockPairs * kBlockPairs;
  held_.resize(std::min(kBlockPairs, size_ - held_from_));
  file_->read(held_from_ * sizeof(NumberPair),
              {reinterpret_cast<char*>(held_.data()), held_.size() * sizeof(NumberPair)});
}

NumberPair PairList::at(std::size_t index) const {
  hold(index);
  return held_[index - held_from_];
}

std::size_t PairList::find_first(std::uint64_t first) const {
  // It stands in the last block that begins below, or begins the next one.
  const auto next = std::lower_bound(beginnings_.begin(), beginnings_.end(), first);
  const auto block = static_cast<std::size_t>(next - beginnings_.begin());
  hold(block == 0 ? 0 : (block - 1) * kBlockPairs);
  const auto found = std::lower_bound(
      held_.begin(), held_.end(), first,
      [](const NumberPair& pair, std::uint64_t wanted) { return pair.first < wanted; });
  return held_from_ + static_cast<std::size_t>(found - held_.begin());
}

}  // namespace kring::catalog::formats
