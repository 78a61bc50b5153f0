// How many faults does a report hold, when a feed of a million records has a million?
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "catalog/formats/feed.h"

namespace kring::catalog {

inline constexpr std::size_t kMaxListed = 10'000;  ///< entries of one list of a report

/// Counts all, and keeps the first kMaxListed in the order in which they came.
class IssueList {
 public:
  void add(RecordIssue issue) {
    ++count_;
    if (listed_.size() < kMaxListed) listed_.push_back(std::move(issue));
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::vector<RecordIssue>& listed() const { return listed_; }

 private:
  std::size_t count_ = 0;
  std::vector<RecordIssue> listed_;
};

}  // namespace kring::catalog
