#include "service/commands/health_metrics.h"

#include <cstdint>

#include <fmt/format.h>

#include "catalog/store/store.h"
#include "indexer/format/manifest.h"
#include "service/commands/feed_report.h"
#include "service/commands/harvest.h"
#include "service/metric_text.h"

namespace kring::service {
namespace {

constexpr Metric kReady = {"kring_index_ready", "1 where an index answers, else 0.", "gauge"};
constexpr Metric kIndexRevision = {
    "kring_index_revision", "Revision of the catalogue that the answering index holds.", "gauge"};
constexpr Metric kWritten = {"kring_index_written_seconds",
                             "When the newest index was put in place, Unix time.", "gauge"};
constexpr Metric kCatalogRevision = {"kring_catalog_revision", "Revision of the catalogue.",
                                     "gauge"};

constexpr Metric kReadable = {"kring_catalog_readable",
                              "1 where the catalogue can be read now, else 0.", "gauge"};

constexpr Metric kLost = {"kring_log_lost_lines_total",
                          "Lines of the log that nobody read in time.", "counter"};

std::string write_figure(const Metric& metric, std::int64_t value) {
  return describe_metric(metric) + fmt::format("{} {}\n", metric.name, value);
}

std::string write_index_metrics(const std::string& index, const CurrentMatcher& matchers) {
  const auto matcher = matchers.get();
  std::string text = write_figure(kReady, matcher ? 1 : 0);
  if (matcher) text += write_figure(kIndexRevision, matcher->versions().index.number);
  const auto written = indexer::find_put_time(index);
  if (written) text += write_figure(kWritten, to_unix_seconds(*written));
  return text;
}

/// Throws catalog::Error where the catalogue cannot be read.
std::string read_catalog_metrics(const std::string& catalog) {
  const auto store = catalog::ActivityStore::open(catalog, catalog::OpenMode::kReadOnly);
  return write_figure(kReadable, 1) + write_figure(kCatalogRevision, store.revision().number)
         + feeds_to_metrics(read_feed_health(store));
}

}  // namespace

std::string read_health_metrics(const std::string& catalog,
                                const std::string& index,
                                const CurrentMatcher& matchers) {
  const std::string index_metrics = write_index_metrics(index, matchers);
  // Who watches the service learns that its catalogue is gone by the figures, not for want of them.
  try {
    return index_metrics + read_catalog_metrics(catalog);
  } catch (const catalog::Error&) {
    return index_metrics + write_figure(kReadable, 0);
  }
}

std::string write_log_metrics(const Log& log) {
  return write_figure(kLost, static_cast<std::int64_t>(log.lost()));
}

}  // namespace kring::service
