// How does `kring status` tell how a catalogue and its index stand?
#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include "service/commands/commands.h"
#include "service/commands/status_report.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {

namespace {

struct StatusOptions {
  std::string catalog;
  std::string index;
  std::string owner;  ///< an organisation's name or id; "" for the whole
  bool is_json = false;
};

int show_owner_tasks(const StatusOptions& options, catalog::Date today) {
  const std::vector<engine::OwnerTask> tasks =
      engine::Engine::open(options.index)->list_owner_tasks(today, options.owner);
  std::cout << (options.is_json ? write_pretty_json(owner_tasks_json(tasks)) + "\n"
                                : owner_tasks_text(tasks));
  return 0;
}

int show_status(const StatusOptions& options) {
  const catalog::Date today = today_in_amsterdam(std::chrono::system_clock::now());
  if (!options.owner.empty()) return show_owner_tasks(options, today);
  const StatusReport report = make_status(options.catalog, options.index, today);
  std::cout << (options.is_json ? write_pretty_json(to_json(report)) + "\n" : to_text(report));
  return 0;
}

}  // namespace

void add_status(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<StatusOptions>();
  CLI::App* command = app.add_subcommand(
      "status",
      "Tell how a catalogue and its index stand: revisions, counts, ages, sizes, problems.");
  command->footer("Example: kring status --catalog kring.db --index index");
  command->add_option("--catalog", options->catalog, "file of the catalogue")->required();
  command->add_option("--index", options->index, "folder of the index")->required();
  command->add_option("--owner", options->owner,
                      "organisation, by name or id: list what its records leave unknown");
  command->add_flag("--json", options->is_json, "print the report as JSON");
  command->callback([options, &chosen] { chosen = [options] { return show_status(*options); }; });
}

}  // namespace kring::service
