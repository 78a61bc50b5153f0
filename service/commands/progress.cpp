// How does long work show how far it is?
#include "service/commands/progress.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace kring::service {
namespace {

constexpr std::size_t kBarWidth = 40;  ///< characters
constexpr std::chrono::milliseconds kDrawEvery{100};
constexpr const char* kWipe = "\r\x1b[K";  ///< to the line's start, and clear it

}  // namespace

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), is_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (is_terminal_) std::cerr << kWipe << std::flush;
}

void ProgressBar::show(std::size_t done, std::size_t of) {
  const auto now = std::chrono::steady_clock::now();
  if (!is_terminal_ || now - last_drawn_ < kDrawEvery) return;
  last_drawn_ = now;
  if (of == 0) {
    std::cerr << kWipe << fmt::format("{} {}", label_, done) << std::flush;
    return;
  }
  const std::size_t filled = std::min(kBarWidth, kBarWidth * done / of);
  std::cerr << kWipe
            << fmt::format("{} [{}{}] {}/{}", label_, std::string(filled, '#'),
                           std::string(kBarWidth - filled, '.'), done, of)
            << std::flush;
}

}  // namespace kring::service
