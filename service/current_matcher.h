// Which index answers now?
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/answer.h"
#include "service/matcher.h"

namespace kring::service {

/// Where indexes come from.
struct MatcherSource {
  std::function<std::string()> read_stamp;               ///< "" where there is no index
  std::function<std::shared_ptr<const Matcher>()> open;  ///< throws catalog::Error
};

/// The source of the index folder `index_dir`; `contacts` as open_engine_matcher takes them.
MatcherSource make_index_source(const std::string& index_dir,
                                const std::vector<engine::CrisisContact>& contacts = {});

enum class Readiness : std::uint8_t {
  kReady,
  kOpening,  ///< nobody has looked yet, or the first is being opened
  kNoIndex,
  kUnreadable,  ///< there is one, and the last time it could not be opened
};

/// Holds the newest matcher. Each request takes one for its whole duration; an older one lives
/// until its last request ends. Thread-safe.
class CurrentMatcher {
 public:
  explicit CurrentMatcher(MatcherSource source);

  /// Null while there is none.
  [[nodiscard]] std::shared_ptr<const Matcher> get() const;
  [[nodiscard]] Readiness readiness() const;

  /// Opens the index anew where another one has been put in place; whether it did. Where that
  /// fails, throws catalog::Error and keeps the one it has. Called by one thread at a time.
  bool refresh();

 private:
  void put(std::shared_ptr<const Matcher> matcher);
  /// While there is no matcher.
  void note(Readiness readiness);

  const MatcherSource source_;
  std::string stamp_;         ///< of the matcher held; used by refresh() alone
  bool has_failed_ = false;   ///< the last refresh; used by refresh() alone
  mutable std::mutex mutex_;  ///< rather than std::atomic<shared_ptr>, which thread sanitizers
                              ///< cannot follow in g++ 12
  std::shared_ptr<const Matcher> matcher_;
  Readiness readiness_ = Readiness::kOpening;
};

}  // namespace kring::service
