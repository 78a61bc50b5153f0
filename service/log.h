// Where does the service say what happens?
//
// One line an event, for the operator. A line never holds any part of a request's body, query or
// headers.
#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace kring::service {

/// A handle on one log; copies write to the same. Every function may be called from several threads
/// at once.
class Log {
 public:
  void info(std::string_view line) const;
  void warn(std::string_view line) const;
  void error(std::string_view line) const;

 private:
  friend Log make_stderr_log();
  friend Log make_stream_log(std::ostream& stream);
  explicit Log(std::shared_ptr<spdlog::logger> logger);

  std::shared_ptr<spdlog::logger> logger_;
};

Log make_stderr_log();

/// requires: `stream` outlives every copy.
Log make_stream_log(std::ostream& stream);

}  // namespace kring::service
