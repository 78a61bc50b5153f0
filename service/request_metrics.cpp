#include "service/request_metrics.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "service/metric_text.h"

namespace kring::service {
namespace {

constexpr Metric kRequests = {"kring_requests_total", "Requests that a route answered.", "counter"};
constexpr Metric kRefusals = {"kring_refused_requests_total",
                              "Requests that were refused before any route saw them.", "counter"};
constexpr Metric kDurations = {"kring_request_duration_seconds",
                               "Time from a whole request to its answer.", "histogram"};

std::string format_seconds(std::chrono::microseconds duration) {
  static constexpr std::int64_t kMicroseconds = 1'000'000;  ///< of a second
  return fmt::format("{}.{:06}", duration.count() / kMicroseconds,
                     duration.count() % kMicroseconds);
}

}  // namespace

void RequestMetrics::note(const AnsweredRequest& request) {
  const auto bound = std::lower_bound(kBounds.begin(), kBounds.end(), request.taken);
  const auto bucket = static_cast<std::size_t>(bound - kBounds.begin());
  Name name{request.method, request.route};
  const std::lock_guard lock(mutex_);
  Route& route = routes_[std::move(name)];
  ++route.counts.at(bucket);
  route.taken += request.taken;
  ++route.statuses[request.status];
}

void RequestMetrics::note_refusal(int status) {
  const std::lock_guard lock(mutex_);
  ++refusals_[status];
}

std::string RequestMetrics::write_durations(const Name& name, const Route& route) {
  const std::string labels =
      fmt::format("method=\"{}\",route=\"{}\"", name.first, escape_label(name.second));
  std::string text;
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < route.counts.size(); ++i) {
    count += route.counts.at(i);
    const std::string bound = i < kBounds.size() ? format_seconds(kBounds.at(i)) : "+Inf";
    text += fmt::format("{}_bucket{{{},le=\"{}\"}} {}\n", kDurations.name, labels, bound, count);
  }
  text += fmt::format("{}_sum{{{}}} {}\n", kDurations.name, labels, format_seconds(route.taken));
  text += fmt::format("{}_count{{{}}} {}\n", kDurations.name, labels, count);
  return text;
}

std::string RequestMetrics::write() const {
  const std::lock_guard lock(mutex_);
  std::string requests = describe_metric(kRequests);
  std::string durations = describe_metric(kDurations);
  for (const auto& [name, route] : routes_) {
    durations += write_durations(name, route);
    for (const auto& [status, count] : route.statuses) {
      requests += fmt::format("{}{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n", kRequests.name,
                              name.first, escape_label(name.second), status, count);
    }
  }
  std::string refusals = describe_metric(kRefusals);
  for (const auto& [status, count] : refusals_)
    refusals += fmt::format("{}{{status=\"{}\"}} {}\n", kRefusals.name, status, count);
  return requests + refusals + durations;
}

}  // namespace kring::service
