// Is any configuration read, or refused, without harm?
//
// Three fields: a file, a variable of the environment, and a flag's text.
#include <string>

#include "service/commands/config/file.h"
#include "service/commands/serve_config.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

namespace config = service::config;

void expect_texts(const catalog::Problems& problems) {
  for (const catalog::Problem& problem : problems) {
    expect(!problem.text.nl.empty() && !problem.text.en.empty(), "a fault is told in both tongues");
  }
}

}  // namespace

void read(std::string_view bytes) {
  const auto fields = split_fields(bytes, 3);
  const auto table = config::parse_file({"kring.toml", std::string(fields[0])});
  if (!table) return expect_texts(table.error());
  config::Sources sources;
  sources.file_name = "kring.toml";
  sources.file = *table;
  sources.environment = {{"KRING_HARVEST_ALLOW_HOSTS", std::string(fields[1])}};
  if (!fields[2].empty()) sources.flags = {{"--listen", "listen", {std::string(fields[2])}}};
  const auto read = service::read_serve_config(sources);
  if (!read) return expect_texts(read.error());
  const auto effective = config::parse_file({"effective", read->effective});
  expect(effective.has_value() || read->effective.size() > config::kMaxBytes
             || effective.error().front().code == "config_too_large",
         "what would hold is TOML");
}

}  // namespace kring::fuzz
