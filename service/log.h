// Where does the service say what happens?
//
// One line an event, for the operator. A line never holds any part of a request's body, query or
// headers.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace kring::service {

class LogQueue;

/// A handle on one log; copies write to the same. Every function may be called from several threads
/// at once, and none waits for who reads the log.
class Log {
 public:
  void info(std::string_view line) const;
  void warn(std::string_view line) const;
  void error(std::string_view line) const;

  /// Lines that nobody read in time, since the beginning.
  [[nodiscard]] std::uint64_t lost() const;

 private:
  friend Log make_stderr_log();
  friend Log make_stream_log(std::ostream& stream);
  explicit Log(std::shared_ptr<spdlog::logger> logger, std::shared_ptr<const LogQueue> queue = {});

  std::shared_ptr<spdlog::logger> logger_;
  std::shared_ptr<const LogQueue> queue_;  ///< null: lines are written at once
};

/// Lines wait in a LogQueue; the last copy to go writes what is left.
Log make_stderr_log();

/// requires: `stream` outlives every copy.
Log make_stream_log(std::ostream& stream);

}  // namespace kring::service
