// How does long work show how far it is?
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace kring::service {

/// A bar on standard error, where that is a terminal; else nothing. Used by one thread.
class ProgressBar {
 public:
  /// `label` says what is being done ("indexing").
  explicit ProgressBar(std::string label);
  ~ProgressBar();  ///< wipes the bar

  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ProgressBar(ProgressBar&&) = delete;
  ProgressBar& operator=(ProgressBar&&) = delete;

  /// `of` is 0 where the end is not known.
  void show(std::size_t done, std::size_t of);

 private:
  std::string label_;
  bool is_terminal_;
  std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace kring::service
