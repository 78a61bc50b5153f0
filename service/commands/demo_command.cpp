// How does `kring demo` show what Kring does?
#include <chrono>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "catalog/demo/demo_data.h"
#include "catalog/json.h"
#include "engine/engine.h"
#include "service/commands/commands.h"
#include "service/commands/demo_setup.h"
#include "service/commands/demo_text.h"
#include "service/commands/import_report.h"
#include "service/commands/serve.h"
#include "service/commands/theme_file.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {

namespace {

using catalog::Json;

struct DemoOptions {
  std::string folder;
  std::vector<std::string> listen;
  std::string theme;          ///< as kring serve has it
  bool stays_silent = false;  ///< stops after the example match
  bool is_json = false;
};

struct Example {
  engine::Profile profile;
  engine::MatchAnswer answer;
};

/// Absent where no path is told. Throws catalog::Error where the theme cannot be taken.
std::optional<Theme> find_theme(const std::string& path) {
  if (path.empty()) return std::nullopt;
  auto theme = load_theme(path);
  if (!theme) throw catalog::Error(theme.error().front().text.en);
  return *std::move(theme);
}

/// The judged profile that the program carries, asked today.
Example make_example(const DemoFolder& folder, const Clock& clock) {
  auto parsed = engine::parse_profile_text(catalog::demo_profile());
  if (!parsed)
    throw catalog::Error("the demo profile cannot be read: " + parsed.error().front().text.en);
  engine::Profile profile = std::move(parsed).value();
  profile.date.reset();
  profile = with_date(std::move(profile), clock());
  const auto answer = engine::Engine::open(folder.index)->match(profile, engine::kDefaultLimit);
  if (!answer)
    throw catalog::Error("the demo profile is refused: " + answer.error().front().text.en);
  return {.profile = std::move(profile), .answer = *answer};
}

void print_json(const DemoFolder& folder, const DemoReport& report, const Example& example) {
  const auto count = [](std::size_t number) { return Json(static_cast<std::int64_t>(number)); };
  Json imports = Json::Array{};
  for (const catalog::ImportReport& import : report.imports) {
    imports.push_back(to_json(import));
  }
  std::cout << write_pretty_json(Json::Object{{"catalog", folder.catalog},
                                              {"index", folder.index},
                                              {"activities", count(report.activities)},
                                              {"places", count(report.places)},
                                              {"imports", std::move(imports)},
                                              {"indexed", report.is_indexed_now},
                                              {"answer", to_json(example.answer)}})
            << std::endl;
}

void print_text(const DemoFolder& folder, const DemoReport& report, const Example& example) {
  std::cout << fmt::format("{} activiteiten en {} postcodes staan klaar in {}\n\n",
                           report.activities, report.places, folder.catalog)
            << describe_person(example.profile) << "\n"
            << describe_answer(example.answer) << std::flush;
}

int run_demo(const DemoOptions& options) {
  const Clock clock = [] { return std::chrono::system_clock::now(); };
  const auto theme = find_theme(options.theme);
  const DemoFolder folder =
      open_demo_folder(options.folder.empty() ? default_demo_folder() : options.folder);
  const DemoReport report = prepare_demo(folder, clock);
  const Example example = make_example(folder, clock);
  if (options.is_json) {
    print_json(folder, report, example);
  } else {
    print_text(folder, report, example);
  }
  if (options.stays_silent) return 0;
  if (!options.is_json)
    std::cout << "Open het adres hieronder in een browser. Stoppen: Ctrl-C.\n" << std::flush;
  return serve({.catalog = folder.catalog,
                .index = folder.index,
                .listen = options.listen,
                .crisis_contacts = {},
                .access = {.network = access::Unnamed::kTrusted},
                .theme = theme});
}

}  // namespace

void add_demo(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<DemoOptions>();
  CLI::App* command = app.add_subcommand(
      "demo", "Import and index the demo catalogue, print an example match, and serve it.");
  command
      ->add_option("--listen", options->listen,
                   "Where to listen, default 127.0.0.1:8080; may be given more than once")
      ->type_name("HOST:PORT|unix:PATH")
      ->allow_extra_args(false);
  command->add_flag("--no-serve", options->stays_silent, "Stop after the example match");
  command
      ->add_option("--data", options->folder,
                   "Where the demo keeps catalogue and index; default ~/.local/state/kring/demo")
      ->type_name("DIR");
  command
      ->add_option("--theme", options->theme,
                   "The organisation's own look: a style sheet or a folder, as kring serve has it")
      ->type_name("PATH");
  command->add_flag("--json", options->is_json,
                    "Print the report and the example's answer as JSON");
  command->footer(
      "All data is invented and travels inside the program. A second start changes nothing and "
      "takes a moment.\nThe demo asks nobody for a key, wherever it listens.\n\n"
      "Example:\n  kring demo --listen 127.0.0.1:9000");
  command->callback([options, &chosen] { chosen = [options] { return run_demo(*options); }; });
}

}  // namespace kring::service
