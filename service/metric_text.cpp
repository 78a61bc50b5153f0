#include "service/metric_text.h"

#include <fmt/format.h>

namespace kring::service {

std::string describe_metric(const Metric& metric) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", metric.name, metric.help, metric.kind);
}

std::string escape_label(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    if (letter == '\n') {
      escaped += "\\n";
      continue;
    }
    if (letter == '\\' || letter == '"') escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

}  // namespace kring::service
