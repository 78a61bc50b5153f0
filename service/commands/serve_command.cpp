// kring serve: how does the service start, run and stop?
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

#include "catalog/result.h"
#include "service/api.h"
#include "service/background.h"
#include "service/commands/commands.h"
#include "service/commands/config/file.h"
#include "service/commands/config/section.h"
#include "service/commands/health_metrics.h"
#include "service/commands/serve.h"
#include "service/commands/serve_config.h"
#include "service/commands/serve_tasks.h"
#include "service/commands/store_open_data.h"
#include "service/current_matcher.h"
#include "service/gate_counts.h"
#include "service/guard.h"
#include "service/http/server.h"
#include "service/log.h"
#include "service/request_metrics.h"
#include "service/rim.h"
#include "service/routes/routes.h"
#include "service/service_manager.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

constexpr std::chrono::milliseconds kWatchEvery{1'000};    ///< for an index put in place by anyone
constexpr std::chrono::milliseconds kForgetEvery{15'000};  ///< handovers that nobody came for
constexpr int kFaultyConfig = 1;
constexpr std::chrono::milliseconds kRenewEvery{1'000};  ///< looks at the certificate's files
constexpr int kWrongUsage = 2;
constexpr std::size_t kFewestThreads = 2;  ///< one may be at a long answer

struct ServeArguments {
  std::vector<config::Flag> flags;
  std::string config;
  bool checks_only = false;
};

/// A setting that a flag says.
struct FlagText {
  std::string_view key;  ///< of the setting
  std::string_view flag;
  std::string_view help;
};

ServerOptions make_server_options(const ServeOptions& serve,
                                  std::shared_ptr<const Certificate> certificate) {
  ServerOptions options;
  options.certificate = std::move(certificate);
  options.proxies = serve.trusted_proxies;
  options.signs = {tell_stopping, find_alive_period(), tell_alive};
  options.threads = std::max<std::size_t>(kFewestThreads, std::thread::hardware_concurrency());
  // One more than may wait for a provider, so that others hear at once that they must.
  if (serve.access.login) options.patient_threads = access::kTurns + 1;
  const auto listen =
      serve.listen.empty() ? std::vector<std::string>{std::string(kDefaultListen)} : serve.listen;
  for (const std::string& text : listen) {
    const auto address = parse_listen(text);
    if (!address)
      throw catalog::Error(format_problem(address.error().front(), catalog::Language::kEnglish));
    options.listen.push_back(*address);
  }
  return options;
}

/// What the operator's environment says; nothing of it is kept.
std::vector<config::Variable> read_environment() {
  std::vector<config::Variable> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t sign = text.find('=');
    if (!text.starts_with("KRING_") || sign == std::string_view::npos) continue;
    variables.emplace_back(text.substr(0, sign), text.substr(sign + 1));
  }
  return variables;
}

/// Every fault at once: of flags, environment and file together, or of a file that is no TOML.
catalog::Result<ServeConfig> read_config(const ServeArguments& arguments) {
  config::Sources sources;
  sources.flags = arguments.flags;
  sources.environment = read_environment();
  if (!arguments.config.empty()) {
    const auto file = config::load_file(arguments.config);
    if (!file) return file.error();
    auto table = config::parse_file(*file);
    if (!table) return table.error();
    sources.file_name = file->name;
    sources.file = *std::move(table);
  }
  return read_serve_config(sources);
}

void print_texts(const catalog::Text& text) {
  std::cerr << text.nl << "\n  " << text.en << "\n";
}

void print_problems(const catalog::Problems& problems) {
  for (const auto& problem : problems) {
    print_texts({format_problem(problem, catalog::Language::kDutch),
                 format_problem(problem, catalog::Language::kEnglish)});
  }
}

int run(const ServeArguments& arguments) {
  const auto config = read_config(arguments);
  if (!config) {
    print_problems(config.error());
    return arguments.checks_only ? kFaultyConfig : kWrongUsage;
  }
  for (const catalog::Text& warning : config->warnings) {
    print_texts(warning);
  }
  if (!arguments.checks_only) return serve(config->options);
  std::cout << config->effective;
  return 0;
}

/// A flag that says the setting `key`; those that are given go before environment and file.
CLI::Option* add_setting(CLI::App& command, ServeArguments& arguments, const FlagText& text) {
  const auto keep = [&arguments, flag = std::string(text.flag),
                     key = std::string(text.key)](const std::vector<std::string>& values) {
    arguments.flags.push_back({flag, key, values});
  };
  return command.add_option_function<std::vector<std::string>>(std::string(text.flag), keep,
                                                               std::string(text.help));
}

/// A flag without a value, that says `value` of the setting.
void add_switch(CLI::App& command,
                ServeArguments& arguments,
                const FlagText& text,
                const std::string& value) {
  command.add_flag_callback(
      std::string(text.flag),
      [&arguments, flag = std::string(text.flag), key = std::string(text.key), value] {
        arguments.flags.push_back({flag, key, {value}});
      },
      std::string(text.help));
}

bool speaks_tls(const CertificateFiles& files) {
  return files != CertificateFiles{};
}

/// As a person may type it.
std::string format_address(const ListenAddress& address, const CertificateFiles& tls) {
  static constexpr std::string_view kPlainScheme = "http://";
  std::string text = format_listen(address);
  if (speaks_tls(tls) && text.starts_with(kPlainScheme))
    text.replace(0, kPlainScheme.size(), "https://");
  return text;
}

void tell_addresses(const Server& server, const CertificateFiles& tls) {
  for (const ListenAddress& address : server.addresses())
    std::cout << "Kring luistert op / listens on " << format_address(address, tls) << std::endl;
}

/// Null where the options name none.
std::shared_ptr<Certificate> load_certificate(const CertificateFiles& files) {
  return speaks_tls(files) ? std::make_shared<Certificate>(files) : nullptr;
}

/// Takes over a certificate that was renewed, and at a SIGHUP the one that is there.
void renew(Certificate& certificate, Server& server, const Log& log) {
  if (server.take_hangup()) {
    certificate.reload();
    log.info("certificate read anew");
  } else if (certificate.refresh()) {
    log.info("certificate taken over");
  }
}

/// Absent without a certificate. requires: `server` and `certificate` outlive the task.
std::optional<BackgroundTask> keep_renewing(Certificate* certificate,
                                            Server& server,
                                            const Log& log) {
  if (certificate == nullptr) return std::nullopt;
  return std::optional<BackgroundTask>(
      std::in_place, "certificate not renewed", kRenewEvery,
      [certificate, &server, log](const std::stop_token&) { renew(*certificate, server, log); },
      log);
}

}  // namespace

int serve(const ServeOptions& options) {
  const Log log = make_stderr_log();
  const Clock clock = [] { return std::chrono::system_clock::now(); };
  CurrentMatcher matchers(make_index_source(options.index, options.crisis_contacts));
  StoreOpenData open_data(options.catalog, options.index + "/" + kOpenListFile);
  GateCounts gate_counts;
  Handovers handovers(clock);
  const auto request_metrics = std::make_shared<RequestMetrics>();
  Surroundings surroundings{matchers, clock, &open_data, options.public_address};
  surroundings.handovers = &handovers;
  if (options.theme) surroundings.theme = &*options.theme;
  if (options.tiles) surroundings.tiles = &*options.tiles;
  if (options.counts_gates) surroundings.gate_counts = &gate_counts;
  surroundings.metrics = [&, gates = surroundings.gate_counts] {
    return request_metrics->write() + write_log_metrics(log)
           + (gates == nullptr ? "" : gates->write())
           + read_health_metrics(options.catalog, options.index, matchers);
  };
  const auto login = make_login(options.access, options.public_address, clock);
  surroundings.login = login.get();
  surroundings.note = [&log](std::string_view line) { log.info(line); };
  const auto gate =
      make_gate(options.access, make_session_entrance(login, options.public_address), clock, log);
  const auto certificate = load_certificate(options.tls);
  const Transport transport =
      options.public_address.starts_with("https://") ? Transport::kHttps : Transport::kAny;
  Server server(make_server_options(options, certificate),
                make_application(make_router(surroundings, make_guard(gate)), log,
                                 {transport, make_tracing(options.access, clock), request_metrics,
                                  site_frame(surroundings)}),
                log);
  server.stop_on_signals();

  const BackgroundTask watch = keep_watching(matchers, kWatchEvery, log);
  const BackgroundTask follow = keep_following(options, clock, log);
  const BackgroundTask read_open_data(
      "catalogue not read for the open APIs", kWatchEvery,
      [&open_data](const std::stop_token& stop) { open_data.refresh(stop); }, log);
  const BackgroundTask forget(
      "handovers not forgotten", kForgetEvery,
      [&handovers](const std::stop_token&) { handovers.drop_expired(); }, log);
  const auto harvest = keep_harvesting(options, clock, log);
  const auto renewal = keep_renewing(certificate.get(), server, log);
  tell_addresses(server, options.tls);
  tell_ready();
  server.run();
  log.info("stopped");
  return 0;
}

namespace {

void add_tls(CLI::App& command, ServeArguments& arguments) {
  add_setting(command, arguments,
              {"tls.certificate", "--tls-certificate",
               "Speak TLS 1.2 and 1.3 on every HOST:PORT, with this certificate in PEM and those "
               "that signed it; a renewed one is taken over while running, and at SIGHUP"})
      ->type_name("FILE")
      ->expected(1);
  add_setting(command, arguments,
              {"tls.key", "--tls-key", "The certificate's key in PEM, without a passphrase"})
      ->type_name("FILE")
      ->expected(1);
}

void add_access(CLI::App& command, ServeArguments& arguments) {
  add_setting(command, arguments,
              {"access.keys", "--keys",
               "The API keys of kring keys; who asks from another machine needs one, except for "
               "the public catalogue"})
      ->type_name("FILE")
      ->expected(1);
  add_setting(command, arguments,
              {"access.audit", "--audit",
               "Keep an audit trail here: who asked what of which kind, never what it said"})
      ->type_name("FILE")
      ->expected(1);
  add_switch(command, arguments,
             {"access.network_callers", "--allow-anonymous",
              "Let everyone who can reach the service match without a key"},
             "trusted");
  add_switch(command, arguments,
             {"access.local_callers", "--local-needs-key",
              "Trust callers on this machine no more than others: for behind a proxy that adds no "
              "X-Forwarded-For"},
             "named");
}

void add_config(CLI::App& command, ServeArguments& arguments) {
  command
      .add_option("--config", arguments.config,
                  "A TOML file with the same keys (public_address for --public-address, "
                  "trusted_proxies for --trusted-proxy, "
                  "and a block [tls] "
                  "with certificate and key). Blocks "
                  "[[crisis_contacts]] with name and phone stand first where danger is heard. A "
                  "block [tiles] with folder and credit lays a map under the places that fit. A "
                  "block [access] says who may ask (README), with [[access.issuers]] for "
                  "identity providers; with client_id there people log in with their browser. A "
                  "block [harvest], which may have lists allow_hosts and "
                  "allow_private, fetches "
                  "the feeds of kring harvest --add by their schedules")
      ->type_name("FILE")
      ->envname("KRING_CONFIG");
  command.add_flag("--check-config", arguments.checks_only,
                   "Print what would hold, as TOML, with who says so; or every fault. Starts "
                   "nothing; exits with 0 or 1");
}

}  // namespace

void add_serve(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("serve",
                                     "Answer over HTTP: matches, gaps, activities, the open APIs "
                                     "/hsds and /rpde, and a page at /.");
  const auto arguments = std::make_shared<ServeArguments>();
  add_setting(*command, *arguments,
              {"catalog", "--catalog",
               "The catalogue, default kring.db; its changes reach the index within seconds"})
      ->type_name("FILE")
      ->expected(1);
  add_setting(*command, *arguments,
              {"index", "--index",
               "The index to answer from, default kring.index; a new one is taken over while "
               "running"})
      ->type_name("DIR")
      ->expected(1);
  add_setting(*command, *arguments,
              {"listen", "--listen",
               "Where to listen, default 127.0.0.1:8080; may be given more than once"})
      ->type_name("HOST:PORT|unix:PATH")
      ->allow_extra_args(false);
  add_setting(*command, *arguments,
              {"trusted_proxies", "--trusted-proxy",
               "A proxy on another machine that is believed in X-Forwarded-For, so that the "
               "requests of each of its clients are counted apart; may be given more than once"})
      ->type_name("ADDRESS")
      ->allow_extra_args(false);
  add_tls(*command, *arguments);
  add_access(*command, *arguments);
  add_setting(*command, *arguments,
              {"public_address", "--public-address",
               "How the world reaches this service, for the addresses in answers of the open APIs; "
               "default: as each request names it. With https, browsers are told to keep to it"})
      ->type_name("https://HOST")
      ->expected(1);
  add_setting(*command, *arguments,
              {"theme", "--theme",
               "The organisation's own look: a CSS file with tokens of NL Design System, or a "
               "folder with theme.css and, where they are to be shown, name.txt and logo.svg or "
               "logo.png; default: a neutral theme"})
      ->type_name("PATH")
      ->expected(1);
  add_config(*command, *arguments);
  command->footer(
      "A flag wins over the environment, the environment over the file, the file over the default. "
      "In the environment\n"
      "public_address is KRING_PUBLIC_ADDRESS, allow_hosts of [harvest] is "
      "KRING_HARVEST_ALLOW_HOSTS, and so on; commas\n"
      "separate what is a list. An empty variable says nothing.\n\n"
      "IPv6 stands in brackets: [::1]:8080. Port 0 takes a free port. SIGTERM and SIGINT stop the "
      "service: requests in\n"
      "flight get their answer. /health/ready says whether it can match, and why not.\n\nExample:\n"
      "  kring serve --catalog nijmegen.db --index nijmegen.index --listen 127.0.0.1:8080 --listen "
      "unix:/run/kring.sock");
  command->callback([arguments, &chosen] { chosen = [arguments] { return run(*arguments); }; });
}

}  // namespace kring::service
