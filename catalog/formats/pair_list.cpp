#include "catalog/formats/pair_list.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "catalog/formats/scratch_bytes.h"

namespace kring::catalog::formats {

void PairList::store(Order order) {
  if (order == Order::kAscending) std::sort(added_.begin(), added_.end());
  size_ = added_.size();
  const std::string_view bytes(reinterpret_cast<const char*>(added_.data()),
                               size_ * sizeof(NumberPair));
  if (bytes.size() < kMappedFrom) {
    stored_ = FeedBytes(std::string(bytes));
  } else {
    ScratchBytes file;
    file.write(bytes);
    stored_ = file.finish();
  }
  added_ = {};
}

NumberPair PairList::at(std::size_t index) const {
  NumberPair pair;
  std::memcpy(&pair, stored_.view().data() + index * sizeof(NumberPair), sizeof(NumberPair));
  return pair;
}

std::size_t PairList::find_first(std::uint64_t first) const {
  std::size_t begin = 0;
  for (std::size_t count = size_; count > 0;) {
    const std::size_t half = count / 2;
    if (at(begin + half).first < first) {
      begin += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return begin;
}

}  // namespace kring::catalog::formats
