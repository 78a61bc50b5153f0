// kring serve: how does the service start, run and stop?
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "catalog/result.h"
#include "service/api.h"
#include "service/background.h"
#include "service/commands/catalog_follower.h"
#include "service/commands/commands.h"
#include "service/commands/serve.h"
#include "service/commands/serve_config.h"
#include "service/commands/store_open_data.h"
#include "service/current_matcher.h"
#include "service/guard.h"
#include "service/http/server.h"
#include "service/log.h"
#include "service/rim.h"
#include "service/routes/routes.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

constexpr std::chrono::milliseconds kWatchEvery{1'000};     ///< for an index put in place by anyone
constexpr std::chrono::milliseconds kFollowEvery{3'000};    ///< for changes of the catalogue
constexpr std::chrono::milliseconds kHarvestEvery{15'000};  ///< looks which feeds are due
constexpr int kWrongUsage = 2;

struct ServeArguments {
  ServeOptions options;
  std::string config;
};

ServerOptions make_server_options(const std::vector<std::string>& listen) {
  ServerOptions options;
  options.threads = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  for (const std::string& text : listen) {
    const auto address = parse_listen(text);
    if (!address)
      throw catalog::Error(format_problem(address.error().front(), catalog::Language::kEnglish));
    options.listen.push_back(*address);
  }
  return options;
}

catalog::Problem make_missing(std::string_view name) {
  const std::string flag(name);
  return {"missing_option",
          "",
          {"Geef --" + flag + ", of schrijf " + flag + " in het bestand van --config.",
           "Give --" + flag + ", or write " + flag + " in the file of --config."}};
}

/// What a flag did not say, the file says.
ServeOptions merge(ServeOptions flags, const ServeOptions& file) {
  if (flags.catalog.empty()) flags.catalog = file.catalog;
  if (flags.index.empty()) flags.index = file.index;
  if (flags.listen.empty()) flags.listen = file.listen;
  if (flags.public_address.empty()) flags.public_address = file.public_address;
  flags.crisis_contacts = file.crisis_contacts;
  flags.access = merge(std::move(flags.access), file.access);
  flags.harvest = file.harvest;
  return flags;
}

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

catalog::Problem make_bad_public_address() {
  return {"bad_public_address",
          "",
          {"Schrijf --public-address als https://kring.voorbeeld.nl.",
           "Write --public-address as https://kring.example.org."}};
}

catalog::Problems find_problems(const ServeOptions& options) {
  catalog::Problems problems;
  if (options.catalog.empty()) problems.push_back(make_missing("catalog"));
  if (options.index.empty()) problems.push_back(make_missing("index"));
  if (!options.public_address.empty() && !is_web_address(options.public_address))
    problems.push_back(make_bad_public_address());
  for (const std::string& text : options.listen) {
    const auto address = parse_listen(text);
    if (!address) problems.push_back(address.error().front());
  }
  const auto of_access = find_access_problems(options.access, options.listen);
  problems.insert(problems.end(), of_access.begin(), of_access.end());
  return problems;
}

/// Every fault at once: of the flags and the file together, or of the file where it cannot be read.
catalog::Result<ServeOptions> complete(const ServeArguments& arguments) {
  ServeOptions options = arguments.options;
  if (!arguments.config.empty()) {
    const auto file = read_serve_config(arguments.config);
    if (!file) return file.error();
    options = merge(std::move(options), *file);
  }
  auto problems = find_problems(options);
  if (!problems.empty()) return problems;
  while (options.public_address.ends_with('/'))
    options.public_address.pop_back();
  return options;
}

int run(const ServeArguments& arguments) {
  const auto options = complete(arguments);
  if (options) return serve(*options);
  for (const auto& problem : options.error()) {
    std::cerr << format_problem(problem, catalog::Language::kDutch) << "\n  "
              << format_problem(problem, catalog::Language::kEnglish) << "\n";
  }
  return kWrongUsage;
}

}  // namespace

int serve(const ServeOptions& options) {
  const Log log = make_stderr_log();
  const Clock clock = [] { return std::chrono::system_clock::now(); };
  CurrentMatcher matchers(make_index_source(options.index, options.crisis_contacts));
  const auto listen = options.listen.empty() ? std::vector<std::string>{std::string(kDefaultListen)}
                                             : options.listen;
  StoreOpenData open_data(options.catalog);
  const Surroundings surroundings{
      matchers, clock, &open_data, options.public_address,
      [catalog = options.catalog] { return read_feed_metrics(catalog); }};
  Server server(
      make_server_options(listen),
      make_application(make_router(surroundings, make_guard(make_gate(options.access, clock, log))),
                       log, make_tracing(options.access, clock)),
      log);
  server.stop_on_signals();

  const BackgroundTask watch(
      "index not taken over", kWatchEvery,
      [&matchers, &log](const std::stop_token&) {
        if (matchers.refresh()) log.info("index taken over");
      },
      log);
  const BackgroundTask follow(
      "catalogue not followed", kFollowEvery,
      [follow_options = FollowOptions{options.catalog, options.index, clock},
       &log](const std::stop_token& stop) { follow_catalog(follow_options, stop, log); },
      log);
  const BackgroundTask read_open_data(
      "catalogue not read for the open APIs", kWatchEvery,
      [&open_data](const std::stop_token&) { open_data.refresh(); }, log);
  std::optional<BackgroundTask> harvest;
  if (options.harvest) {
    harvest.emplace(
        "feeds not fetched", kHarvestEvery,
        [&options, &clock, &log](const std::stop_token& stop) {
          harvest_due(options.catalog, *options.harvest, {clock, stop, log});
        },
        log);
  }
  for (const ListenAddress& address : server.addresses()) {
    std::cout << "Kring luistert op / listens on " << format_listen(address) << std::endl;
  }
  server.run();
  log.info("stopped");
  return 0;
}

void add_serve(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("serve",
                                     "Answer over HTTP: matches, gaps, activities, the open APIs "
                                     "/hsds and /rpde, and a page at /.");
  const auto arguments = std::make_shared<ServeArguments>();
  ServeOptions& options = arguments->options;
  command
      ->add_option("--catalog", options.catalog,
                   "The catalogue; its changes reach the index within seconds")
      ->type_name("FILE");
  command
      ->add_option("--index", options.index,
                   "The index to answer from; a new one is taken over while running")
      ->type_name("DIR");
  command
      ->add_option("--listen", options.listen,
                   "Where to listen, default 127.0.0.1:8080; may be given more than once")
      ->type_name("HOST:PORT|unix:PATH")
      ->allow_extra_args(false);
  command
      ->add_option("--public-address", options.public_address,
                   "How the world reaches this service, for the addresses in answers of the open "
                   "APIs; default: as "
                   "each request names it")
      ->type_name("https://HOST");
  add_access_flags(*command, options.access);
  command
      ->add_option(
          "--config", arguments->config,
          "A TOML file with the keys catalog, index, listen and public_address; flags win. Blocks "
          "[[crisis_contacts]] with name and phone stand first where danger is heard. A block "
          "[access] says who may ask (README), with [[access.issuers]] for identity providers. A "
          "block [harvest], which may have lists allow_hosts and allow_private, fetches the feeds "
          "of kring harvest --add by their schedules")
      ->type_name("FILE");
  command->footer(
      "IPv6 stands in brackets: [::1]:8080. Port 0 takes a free port. SIGTERM and SIGINT stop the "
      "service: requests in\n"
      "flight get their answer. /health/ready says whether it can match, and why not.\n\nExample:\n"
      "  kring serve --catalog nijmegen.db --index nijmegen.index --listen 127.0.0.1:8080 --listen "
      "unix:/run/kring.sock");
  command->callback([arguments, &chosen] { chosen = [arguments] { return run(*arguments); }; });
}

}  // namespace kring::service
