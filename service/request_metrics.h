// How many requests were answered, and how long did each route take?
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace kring::service {

struct AnsweredRequest {
  std::string_view method;
  std::string_view route;  ///< its pattern, "-" where none matched; never the path that was asked
  int status;
  std::chrono::microseconds taken;  ///< from the whole request to its answer
};

/// Counts since the service began. What it holds is bounded by routes, methods and statuses.
/// Thread-safe.
class RequestMetrics {
 public:
  void note(const AnsweredRequest& request);
  /// Of a request that was refused before any route saw it.
  void note_refusal(int status);

  /// All figures in Prometheus' text format.
  [[nodiscard]] std::string write() const;

 private:
  /// Upper bounds of the histogram's buckets; a match takes about a millisecond.
  static constexpr std::array<std::chrono::microseconds, 13> kBounds = {
      std::chrono::microseconds{250}, std::chrono::microseconds{500},
      std::chrono::milliseconds{1},   std::chrono::microseconds{2'500},
      std::chrono::milliseconds{5},   std::chrono::milliseconds{10},
      std::chrono::milliseconds{25},  std::chrono::milliseconds{50},
      std::chrono::milliseconds{100}, std::chrono::milliseconds{250},
      std::chrono::milliseconds{500}, std::chrono::seconds{1},
      std::chrono::seconds{5}};

  struct Route {
    std::array<std::uint64_t, kBounds.size() + 1> counts = {};  ///< the last is beyond every bound
    std::chrono::microseconds taken{};
    std::map<int, std::uint64_t> statuses;
  };
  using Name = std::pair<std::string, std::string>;  ///< method and route

  static std::string write_durations(const Name& name, const Route& route);

  mutable std::mutex mutex_;
  std::map<Name, Route> routes_;
  std::map<int, std::uint64_t> refusals_;  ///< by status
};

}  // namespace kring::service
