// Which subcommands does the program have?
//
// One file each. Each adds itself to the command line; when it is the chosen one, `chosen` holds
// what it does. Exit codes: 0 done, 1 failed, 2 wrong usage.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace kring::service {

/// Runs a subcommand and gives the exit code. Throws catalog::Error, caught in main.
using Action = std::function<int()>;

void add_import(CLI::App& app, Action& chosen);
void add_harvest(CLI::App& app, Action& chosen);
void add_check(CLI::App& app, Action& chosen);
void add_annotate(CLI::App& app, Action& chosen);
void add_duplicates(CLI::App& app, Action& chosen);
void add_export(CLI::App& app, Action& chosen);
void add_places(CLI::App& app, Action& chosen);
void add_index(CLI::App& app, Action& chosen);
void add_match(CLI::App& app, Action& chosen);
void add_plan(CLI::App& app, Action& chosen);
void add_search(CLI::App& app, Action& chosen);
void add_serve(CLI::App& app, Action& chosen);
void add_demo(CLI::App& app, Action& chosen);
void add_audit(CLI::App& app, Action& chosen);
void add_keys(CLI::App& app, Action& chosen);
void add_status(CLI::App& app, Action& chosen);

}  // namespace kring::service
