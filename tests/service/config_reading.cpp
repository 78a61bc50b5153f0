#include "tests/service/config_reading.h"

#include <catch2/catch.hpp>

#include "service/commands/config/file.h"

namespace kring::service::tests {

config::Sources sources_of(const std::string& text) {
  config::Sources sources;
  sources.file_name = "kring.toml";
  sources.file = *config::parse_file({"kring.toml", text});
  return sources;
}

catalog::Result<ServeConfig> read(const std::string& text) {
  return read_serve_config(sources_of(text));
}

ServeOptions options_of(const std::string& text) {
  const auto config = read(text);
  REQUIRE(config);
  return config->options;
}

std::vector<std::string> faults_of(const config::Sources& sources) {
  std::vector<std::string> faults;
  const auto config = read_serve_config(sources);
  if (config) return faults;
  for (const catalog::Problem& problem : config.error()) {
    CHECK(!problem.text.nl.empty());
    faults.push_back(problem.pointer + ": " + problem.text.en);
  }
  return faults;
}

}  // namespace kring::service::tests
