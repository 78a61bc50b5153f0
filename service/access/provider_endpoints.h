// Where do people log in now?
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "service/access/discovery.h"
#include "service/access/steady_clock.h"

namespace kring::service::access {

inline constexpr std::chrono::seconds kSilentTime{5};  ///< a provider is left alone that was silent

/// Asks the provider at the first login and when what it told grows old; never two at once, and
/// never twice within kSilentTime where it does not answer. Thread-safe.
class ProviderEndpoints {
 public:
  ProviderEndpoints(std::string issuer, Fetch fetch, SteadyClock clock);

  /// What is known without asking; absent where it must be asked for first.
  std::optional<LoginEndpoints> fresh();

  /// Absent where the provider does not tell them, and has not for kKeepTime.
  std::optional<LoginEndpoints> find();

 private:
  using Moment = std::chrono::steady_clock::time_point;

  /// Younger than `age`.
  std::optional<LoginEndpoints> known(std::chrono::seconds age);
  void ask();

  const std::string issuer_;
  const Fetch fetch_;
  const SteadyClock clock_;
  std::mutex asking_;                 ///< held while the provider is asked
  std::optional<Moment> was_silent_;  ///< when it last was; under asking_
  std::mutex mutex_;                  ///< of what follows
  std::optional<LoginEndpoints> endpoints_;
  Moment read_;  ///< when they were told
};

}  // namespace kring::service::access
