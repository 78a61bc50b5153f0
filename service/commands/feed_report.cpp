#include "service/commands/feed_report.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "service/metric_text.h"

namespace kring::service {
namespace {

using catalog::Json;
using catalog::UnixSeconds;

std::string format_moment(UnixSeconds moment) {
  const std::chrono::sys_seconds time{std::chrono::seconds(moment)};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

Json moment_to_json(const std::optional<UnixSeconds>& moment) {
  return moment ? Json(format_moment(*moment)) : Json();
}

std::string moment_to_text(const std::optional<UnixSeconds>& moment) {
  return moment ? format_moment(*moment) : "nooit / never";
}

std::string without_query(const std::string& url) {
  return url.substr(0, url.find('?'));
}

/// Kept as Dutch and English under each other.
catalog::Text split_error(const std::string& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string::npos) return {text, text};
  return {text.substr(0, end), text.substr(end + 1)};
}

std::string schedule_to_text(const catalog::KeptFeed& feed) {
  return feed.every_minutes
             ? fmt::format("elke {} min. / every {} min", *feed.every_minutes, *feed.every_minutes)
             : "op verzoek / when asked";
}

struct FeedMetric {
  Metric family;
  std::function<std::int64_t(const FeedHealth&)> value;
};

const std::vector<FeedMetric>& all_metrics() {
  static const std::vector<FeedMetric> kMetrics = {
      {{"kring_feed_last_good_seconds",
        "When the feed was last fetched whole, Unix time; 0: never.", "gauge"},
       [](const FeedHealth& health) { return health.feed.good_at.value_or(0); }},
      {{"kring_feed_records", "Live records of the feed's source.", "gauge"},
       [](const FeedHealth& health) { return static_cast<std::int64_t>(health.records); }},
      {{"kring_feed_errors_total", "Fetches of the feed that failed.", "counter"},
       [](const FeedHealth& health) { return health.feed.errors_total; }},
      {{"kring_feed_held_records", "Records whose removal waits for confirmation.", "gauge"},
       [](const FeedHealth& health) { return health.feed.held; }}};
  return kMetrics;
}

}  // namespace

std::vector<FeedHealth> read_feed_health(const catalog::ActivityStore& store) {
  std::map<std::string, std::size_t> records;
  const std::vector<catalog::KeptFeed> feeds = store.feeds();
  if (feeds.empty()) return {};
  for (const catalog::SourceCount& source : store.sources()) {
    records[source.source] = source.activities;
  }
  std::vector<FeedHealth> health;
  health.reserve(feeds.size());
  for (const catalog::KeptFeed& feed : feeds) {
    health.push_back({feed, records[feed.source]});
  }
  return health;
}

Json feeds_to_json(const std::vector<FeedHealth>& feeds) {
  Json list = Json::Array{};
  for (const auto& [feed, records] : feeds) {
    const catalog::Text error = split_error(feed.last_error);
    list.push_back(
        Json::Object{{"source", feed.source},
                     {"url", without_query(feed.url)},
                     {"format", feed.format.empty() ? Json() : Json(feed.format)},
                     {"every_minutes", feed.every_minutes ? Json(*feed.every_minutes) : Json()},
                     {"records", static_cast<std::int64_t>(records)},
                     {"last_tried", moment_to_json(feed.tried_at)},
                     {"last_good", moment_to_json(feed.good_at)},
                     {"retry_at", moment_to_json(feed.retry_at)},
                     {"last_error", feed.last_error.empty() ? Json() : Json(error.nl)},
                     {"last_error_en", feed.last_error.empty() ? Json() : Json(error.en)},
                     {"failures", feed.failures},
                     {"errors", feed.errors_total},
                     {"held", feed.held}});
  }
  return list;
}

std::string feeds_to_text(const std::vector<FeedHealth>& feeds) {
  std::string text;
  for (const auto& [feed, records] : feeds) {
    text += fmt::format(
        "  feed {}: {}\n    {}; {} activiteiten / activities; goed / good: {}; fouten / errors: "
        "{}\n",
        feed.source, without_query(feed.url), schedule_to_text(feed), records,
        moment_to_text(feed.good_at), feed.errors_total);
    if (!feed.last_error.empty()) {
      const catalog::Text error = split_error(feed.last_error);
      text += fmt::format("    {}\n    {}\n", error.nl, error.en);
    }
    if (feed.held > 0) {
      text += fmt::format(
          "    {} verwijderingen wachten op bevestiging / removals wait for confirmation: kring "
          "harvest --confirm {}\n",
          feed.held, feed.source);
    }
  }
  return text;
}

std::string feeds_to_metrics(const std::vector<FeedHealth>& feeds) {
  std::string text;
  if (feeds.empty()) return text;
  for (const auto& [family, value] : all_metrics()) {
    text += describe_metric(family);
    for (const FeedHealth& health : feeds) {
      text += fmt::format("{}{{source=\"{}\"}} {}\n", family.name, escape_label(health.feed.source),
                          value(health));
    }
  }
  return text;
}

}  // namespace kring::service
