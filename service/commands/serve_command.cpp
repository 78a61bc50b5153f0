// kring serve: how does the service start, run and stop?
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <sys/resource.h>

#include "catalog/result.h"
#include "service/api.h"
#include "service/background.h"
#include "service/commands/catalog_follower.h"
#include "service/commands/commands.h"
#include "service/commands/serve.h"
#include "service/commands/serve_config.h"
#include "service/commands/store_open_data.h"
#include "service/current_matcher.h"
#include "service/http/client.h"
#include "service/http/server.h"
#include "service/log.h"
#include "service/rim.h"
#include "service/routes/routes.h"
#include "service/service_manager.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

constexpr std::chrono::milliseconds kWatchEvery{1'000};     ///< for an index put in place by anyone
constexpr std::chrono::milliseconds kFollowEvery{3'000};    ///< for changes of the catalogue
constexpr std::chrono::milliseconds kHarvestEvery{15'000};  ///< looks which feeds are due
constexpr std::chrono::milliseconds kRenewEvery{1'000};     ///< looks at the certificate's files
constexpr int kWrongUsage = 2;

struct ServeArguments {
  ServeOptions options;
  std::string config;
};

ServerOptions make_server_options(const ServeOptions& serve,
                                  std::shared_ptr<const Certificate> certificate) {
  ServerOptions options;
  options.certificate = std::move(certificate);
  options.proxies = serve.trusted_proxies;
  options.signs = {tell_stopping, find_alive_period(), tell_alive};
  options.threads = std::max<std::size_t>(1, std::thread::hardware_concurrency());
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

catalog::Problem make_missing(std::string_view name) {
  const std::string flag(name);
  return {"missing_option",
          "",
          {"Geef --" + flag + ", of schrijf " + flag + " in het bestand van --config.",
           "Give --" + flag + ", or write " + flag + " in the file of --config."}};
}

bool speaks_tls(const CertificateFiles& files) {
  return files != CertificateFiles{};
}

/// What a flag did not say, the file says.
ServeOptions merge(ServeOptions flags, const ServeOptions& file) {
  if (flags.catalog.empty()) flags.catalog = file.catalog;
  if (flags.index.empty()) flags.index = file.index;
  if (flags.listen.empty()) flags.listen = file.listen;
  if (flags.public_address.empty()) flags.public_address = file.public_address;
  if (flags.trusted_proxies.empty()) flags.trusted_proxies = file.trusted_proxies;
  if (!speaks_tls(flags.tls)) flags.tls = file.tls;
  flags.crisis_contacts = file.crisis_contacts;
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

catalog::Problem make_bad_proxy(const std::string& text) {
  return {"bad_proxy",
          "",
          {"'" + text + "' is geen adres. Schrijf --trusted-proxy als 192.0.2.1 of 2001:db8::1.",
           "'" + text + "' is no address. Write --trusted-proxy as 192.0.2.1 or 2001:db8::1."}};
}

catalog::Problem make_half_tls() {
  return {"half_tls",
          "",
          {"Geef --tls-certificate en --tls-key samen, of geen van beide.",
           "Give --tls-certificate and --tls-key together, or neither."}};
}

catalog::Problems find_problems(const ServeOptions& options) {
  catalog::Problems problems;
  if (options.catalog.empty()) problems.push_back(make_missing("catalog"));
  if (options.index.empty()) problems.push_back(make_missing("index"));
  if (!options.public_address.empty() && !is_web_address(options.public_address))
    problems.push_back(make_bad_public_address());
  if (options.tls.certificate.empty() != options.tls.key.empty())
    problems.push_back(make_half_tls());
  for (const std::string& proxy : options.trusted_proxies) {
    if (!is_address(proxy)) problems.push_back(make_bad_proxy(proxy));
  }
  for (const std::string& text : options.listen) {
    const auto address = parse_listen(text);
    if (!address) problems.push_back(address.error().front());
  }
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

/// As many open files as the system allows this process: a connection is one, and the usual 1,024
/// would leave none for the catalogue.
void raise_file_limit() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

/// As a person may type it.
std::string format_address(const ListenAddress& address, const CertificateFiles& tls) {
  static constexpr std::string_view kPlainScheme = "http://";
  std::string text = format_listen(address);
  if (speaks_tls(tls) && text.starts_with(kPlainScheme))
    text.replace(0, kPlainScheme.size(), "https://");
  return text;
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
  StoreOpenData open_data(options.catalog);
  const Surroundings surroundings{
      matchers, clock, &open_data, options.public_address,
      [catalog = options.catalog] { return read_feed_metrics(catalog); }};
  raise_file_limit();
  const auto certificate = load_certificate(options.tls);
  Server server(make_server_options(options, certificate),
                make_application(make_router(surroundings), log), log);
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
  const auto renewal = keep_renewing(certificate.get(), server, log);
  for (const ListenAddress& address : server.addresses()) {
    std::cout << "Kring luistert op / listens on " << format_address(address, options.tls)
              << std::endl;
  }
  tell_ready();
  server.run();
  log.info("stopped");
  return 0;
}

namespace {

void add_tls(CLI::App& command, CertificateFiles& files) {
  command
      .add_option(
          "--tls-certificate", files.certificate,
          "Speak TLS 1.2 and 1.3 on every HOST:PORT, with this certificate in PEM and those "
          "that signed it; a renewed one is taken over while running, and at SIGHUP")
      ->type_name("FILE");
  command.add_option("--tls-key", files.key, "The certificate's key in PEM, without a passphrase")
      ->type_name("FILE");
}

}  // namespace

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
      ->add_option("--trusted-proxy", options.trusted_proxies,
                   "A proxy on another machine that is believed in X-Forwarded-For, so that the "
                   "requests of each of its clients are counted apart; may be given more than once")
      ->type_name("ADDRESS")
      ->allow_extra_args(false);
  add_tls(*command, options.tls);
  command
      ->add_option("--public-address", options.public_address,
                   "How the world reaches this service, for the addresses in answers of the open "
                   "APIs; default: as "
                   "each request names it")
      ->type_name("https://HOST");
  command
      ->add_option(
          "--config", arguments->config,
          "A TOML file with the keys catalog, index, listen, public_address and trusted_proxies, "
          "and a block [tls] "
          "with certificate and key; flags win. Blocks "
          "[[crisis_contacts]] with name and phone stand first where danger is heard. A block "
          "[harvest], which may have lists allow_hosts and allow_private, fetches the feeds of "
          "kring harvest --add by their schedules")
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
