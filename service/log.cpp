// Where does the service say what happens?
#include "service/log.h"

#include <utility>

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace kring::service {
namespace {

std::shared_ptr<spdlog::logger> make_logger(std::shared_ptr<spdlog::sinks::sink> sink) {
  auto logger = std::make_shared<spdlog::logger>("kring", std::move(sink));
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  logger->flush_on(spdlog::level::info);
  return logger;
}

}  // namespace

Log::Log(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}

void Log::info(std::string_view line) const {
  logger_->info("{}", line);
}

void Log::warn(std::string_view line) const {
  logger_->warn("{}", line);
}

void Log::error(std::string_view line) const {
  logger_->error("{}", line);
}

Log make_stderr_log() {
  return Log(make_logger(std::make_shared<spdlog::sinks::stderr_sink_mt>()));
}

Log make_stream_log(std::ostream& stream) {
  return Log(make_logger(std::make_shared<spdlog::sinks::ostream_sink_mt>(stream)));
}

}  // namespace kring::service
