// Whose request is answered next?
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <unordered_map>

namespace kring::service {

/// Work that waits, in a line for each client; one of each in turn, so that no client's work waits
/// for all of another's. Thread-safe.
class Turns {
 public:
  using Work = std::function<void()>;
  using Clock = std::chrono::steady_clock;
  using ClientId = std::size_t;  ///< two clients may share one by chance, and then a line

  /// At the end of the client's line.
  void add(ClientId client, Work work);

  /// The first work of the client whose turn it is. requires: some waits.
  Work take();

  /// Whether the client has `most` works waiting, or one that has waited for `longest`.
  [[nodiscard]] bool is_behind(ClientId client,
                               std::size_t most,
                               std::chrono::milliseconds longest) const;

 private:
  struct Waiting {
    Clock::time_point since;
    Work work;
  };
  struct Line {
    ClientId client = 0;
    std::deque<Waiting> waiting;  // never empty
  };
  using Lines = std::list<Line>;

  mutable std::mutex mutex_;
  Lines lines_;  // whose turn it is first
  std::unordered_map<ClientId, Lines::iterator> by_client_;
};

}  // namespace kring::service
