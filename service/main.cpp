// Which subcommand was asked for, and how did it end?
#include <exception>
#include <iostream>

#include <sys/resource.h>

#include "catalog/result.h"
#include "service/commands/commands.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

/// As many open files as the system allows this process: a connection of `serve` is one, and
/// an imported table has one for each column of keys; the usual 1,024 run out.
void raise_file_limit() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

void add_all(CLI::App& app, Action& chosen) {
  add_import(app, chosen);
  add_harvest(app, chosen);
  add_check(app, chosen);
  add_duplicates(app, chosen);
  add_export(app, chosen);
  add_places(app, chosen);
  add_index(app, chosen);
  add_annotate(app, chosen);
  add_match(app, chosen);
  add_plan(app, chosen);
  add_search(app, chosen);
  add_serve(app, chosen);
  add_demo(app, chosen);
  add_audit(app, chosen);
  add_keys(app, chosen);
  add_status(app, chosen);
}

int run(int argc, char** argv) {
  CLI::App app("Kring finds the people, groups and activities that a person's network lacks.",
               "kring");
  app.set_version_flag("--version", "kring " KRING_VERSION);
  app.require_subcommand(1);
  app.footer(
      "In the order of the data: import, places, index, serve. Each: kring SUBCOMMAND --help.\n"
      "To see it work: kring demo");
  Action chosen;
  add_all(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kWrongUsage;
  }
  raise_file_limit();
  return chosen();
}

}  // namespace
}  // namespace kring::service

int main(int argc, char** argv) {
  try {
    return kring::service::run(argc, argv);
  } catch (const kring::catalog::Error& error) {
    std::cerr << "kring: " << error.what() << "\n";
  } catch (const std::exception& error) {
    std::cerr << "kring: unexpected: " << error.what() << "\n";
  }
  return kring::service::kFailed;
}
