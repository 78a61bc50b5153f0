// How are the faults of a table told, however many there are?
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "catalog/formats/feed.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxNamedFaults = 50;  ///< of one kind; the rest is counted

/// Where in a table a fault is.
struct CellPlace {
  std::string row;      ///< "services.csv:12"
  std::string heading;  ///< "organization_id", or "" where the fault is of the row
};

/// Hands faults on to a sink, the first of each kind one by one.
class TableWarnings {
 public:
  explicit TableWarnings(FeedSink& sink) : sink_(sink) {}

  /// `text` goes on after the place, in small letters.
  void add(const std::string& code, const CellPlace& place, const Text& text);
  /// Says how many more there are of each kind. Call once, at the end.
  void finish();

 private:
  struct Kind {
    std::size_t count = 0;
    std::string last_row;
  };

  FeedSink& sink_;
  std::map<std::string, Kind> kinds_;
};

}  // namespace kring::catalog::formats
