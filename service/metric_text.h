// How does a figure look in Prometheus' text format?
#pragma once

#include <string>
#include <string_view>

namespace kring::service {

/// A family of figures.
struct Metric {
  std::string_view name;
  std::string_view help;
  std::string_view kind;  ///< "gauge", "counter" or "histogram"
};

/// The two lines that stand before the figures of a family.
std::string describe_metric(const Metric& metric);

/// A label's value as the format wants it.
std::string escape_label(std::string_view text);

}  // namespace kring::service
