// kring match: what does the service answer to this profile?
#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include <unistd.h>

#include "catalog/json.h"
#include "engine/engine.h"
#include "service/commands/commands.h"
#include "service/commands/profile_file.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

struct MatchOptions {
  std::string index;
  std::string profile;
  int limit = engine::kDefaultLimit;
};

int run(const MatchOptions& options) {
  const auto document = catalog::parse_json(load_profile(options.profile));
  if (!document) return refuse(document.error(), catalog::Language::kDutch);
  const auto parsed = engine::parse_profile(*document);
  if (!parsed) {
    return refuse(parsed.error(), find_language(*document, catalog::Language::kDutch));
  }
  const auto profile = with_date(*parsed, std::chrono::system_clock::now());
  const auto engine = engine::Engine::open(options.index);
  const auto answer = engine->match(profile, options.limit);
  if (!answer) return refuse(answer.error(), profile.language);
  const auto printed = engine::to_json(*answer);
  const bool is_for_people = ::isatty(STDOUT_FILENO) == 1;
  std::cout << (is_for_people ? catalog::write_pretty_json(printed) : catalog::write_json(printed))
            << "\n";
  return 0;
}

}  // namespace

void add_match(CLI::App& app, Action& chosen) {
  auto* command =
      app.add_subcommand("match", "Print the answer of POST /v1/matches for one profile.");
  const auto options = std::make_shared<MatchOptions>();
  command->add_option("--index", options->index, "The index to match against")
      ->required()
      ->type_name("DIR");
  command->add_option("--limit", options->limit, "How many matches to print")
      ->check(CLI::Range(1, engine::kMaxLimit))
      ->capture_default_str()
      ->type_name("N");
  command->add_option("profile", options->profile, "The profile as JSON; - reads standard input")
      ->required()
      ->type_name("PROFILE.json|-");
  command->footer(
      "A profile without a date is for today. What is wrong with a profile is told on standard "
      "error, one line a\n"
      "fault, with exit code 1.\n\nExample:\n  kring match --index nijmegen.index --limit 5 "
      "profile.json");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace kring::service
