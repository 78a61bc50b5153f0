// Where does the service say what happens?
#include "service/log.h"

#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/ostream_sink.h>
#include <unistd.h>

#include "service/log_queue.h"

namespace kring::service {
namespace {

constexpr const char* kPattern = "%Y-%m-%dT%H:%M:%S.%e%z %l %v";

std::string to_line(spdlog::formatter& formatter, const spdlog::details::log_msg& message) {
  spdlog::memory_buf_t line;
  formatter.format(message, line);
  return {line.data(), line.size()};
}

std::string describe_loss(std::uint64_t lines) {
  spdlog::pattern_formatter formatter(kPattern);
  const std::string text = fmt::format("{} lines of this log were lost: nobody read it", lines);
  return to_line(formatter, {"kring", spdlog::level::warn, text});
}

/// Hands each line to the queue.
class QueueSink : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit QueueSink(std::shared_ptr<LogQueue> queue) : queue_(std::move(queue)) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    queue_->add(to_line(*formatter_, message));
  }
  void flush_() override {}

 private:
  std::shared_ptr<LogQueue> queue_;
};

std::shared_ptr<spdlog::logger> make_logger(std::shared_ptr<spdlog::sinks::sink> sink) {
  auto logger = std::make_shared<spdlog::logger>("kring", std::move(sink));
  logger->set_pattern(kPattern);
  logger->flush_on(spdlog::level::info);
  return logger;
}

}  // namespace

Log::Log(std::shared_ptr<spdlog::logger> logger, std::shared_ptr<const LogQueue> queue)
    : logger_(std::move(logger)), queue_(std::move(queue)) {}

void Log::info(std::string_view line) const {
  logger_->info("{}", line);
}

void Log::warn(std::string_view line) const {
  logger_->warn("{}", line);
}

void Log::error(std::string_view line) const {
  logger_->error("{}", line);
}

std::uint64_t Log::lost() const {
  return queue_ ? queue_->lost() : 0;
}

Log make_stderr_log() {
  auto queue = std::make_shared<LogQueue>(STDERR_FILENO, describe_loss);
  return Log(make_logger(std::make_shared<QueueSink>(queue)), queue);
}

Log make_stream_log(std::ostream& stream) {
  return Log(make_logger(std::make_shared<spdlog::sinks::ostream_sink_mt>(stream)));
}

}  // namespace kring::service
