#include "service/commands/serve_config.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "service/commands/access_config.h"
#include "service/commands/theme_file.h"
#include "service/http/client.h"
#include "service/http/listen.h"

namespace kring::service {
namespace {

using config::Report;
using config::Section;

/// A path that says something.
std::string read_path(Section& top, std::string_view key, const std::string& fallback) {
  std::string path = top.read_text(key, fallback);
  if (path.empty()) {
    top.refuse(
        key, {"empty_value",
              "",
              {"Schrijf een pad, of laat de sleutel weg.", "Write a path, or leave the key out."}});
  }
  return path;
}

std::vector<std::string> read_listen(Section& top) {
  std::vector<std::string> listen = top.read_texts("listen", {std::string(kDefaultListen)});
  if (listen.empty()) {
    top.refuse("listen", {"empty_value",
                          "",
                          {"Schrijf ten minste één adres, of laat de sleutel weg.",
                           "Write one address at least, or leave the key out."}});
  }
  for (const std::string& text : listen) {
    const auto address = parse_listen(text);
    if (!address) top.refuse("listen", address.error().front());
  }
  return listen;
}

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string read_public_address(Section& top) {
  std::string address = top.read_text("public_address", "");
  if (!address.empty() && !is_web_address(address)) {
    top.refuse("public_address", {"bad_public_address",
                                  "",
                                  {"Schrijf het adres als https://kring.voorbeeld.nl.",
                                   "Write the address as https://kring.example.org."}});
  }
  while (address.ends_with('/'))
    address.pop_back();
  return address;
}

std::vector<std::string> read_proxies(Section& top) {
  std::vector<std::string> proxies = top.read_texts("trusted_proxies", {});
  for (const std::string& text : proxies) {
    if (is_address(text)) continue;
    top.refuse("trusted_proxies",
               {"bad_proxy",
                "",
                {"'" + text + "' is geen adres. Schrijf het als 192.0.2.1 of 2001:db8::1.",
                 "'" + text + "' is no address. Write it as 192.0.2.1 or 2001:db8::1."}});
  }
  return proxies;
}

/// Whether the operator wants the counts of gates, which come from profiles.
bool read_gate_counts(Section& top) {
  const std::string word = top.read_text("gate_counts", "off");
  if (word != "on" && word != "off") {
    top.refuse("gate_counts",
               {"bad_gate_counts", "", {"Schrijf \"on\" of \"off\".", "Write \"on\" or \"off\"."}});
  }
  return word == "on";
}

/// The theme at the path that is told; absent where none is.
std::optional<Theme> read_theme(Section& top) {
  const std::string path = top.read_text("theme", "");
  if (path.empty()) return std::nullopt;
  auto theme = load_theme(path);
  if (theme) return *std::move(theme);
  for (const catalog::Problem& problem : theme.error())
    top.refuse("theme", problem);
  return std::nullopt;
}

/// [tls] with the two files of the certificate.
CertificateFiles read_tls(Section& top) {
  auto section = top.find_section("tls");
  if (!section) return {};
  CertificateFiles files;
  files.certificate = section->read_file("certificate", config::Secrecy::kPublic);
  files.key = section->read_file("key", config::Secrecy::kSecret);
  if (files.certificate.empty() != files.key.empty()) {
    const std::string_view missing = files.key.empty() ? "key" : "certificate";
    section->refuse(missing, {"half_tls",
                              "",
                              {"Geef certificate en key van [tls] samen, of geen van beide.",
                               "Give certificate and key of [tls] together, or neither."}});
  }
  section->refuse_unknown_keys();
  return files;
}

/// [tiles] with the folder of a map and who made it; absent where it is empty.
std::optional<Tiles> read_tiles(Section& top) {
  auto section = top.find_section("tiles");
  if (!section) return std::nullopt;
  Tiles tiles{section->read_text("folder", ""), section->read_text("credit", "")};
  section->refuse_unknown_keys();
  if (tiles.folder.empty() && tiles.credit.empty()) return std::nullopt;
  std::error_code ignored;
  if (!std::filesystem::is_directory(tiles.folder, ignored)) {
    section->refuse("folder", {"no_tiles",
                               "",
                               {"Die map is er niet. Schrijf waar ZOOM/KOLOM/RIJ.png staan.",
                                "There is no such folder. Write where ZOOM/COLUMN/ROW.png are."}});
  } else if (!has_tiles(tiles)) {
    section->refuse("folder", {"no_tiles",
                               "",
                               {"In die map staat geen ZOOM/KOLOM/RIJ.png. Zet er kaartbeelden in.",
                                "That folder has no ZOOM/COLUMN/ROW.png. Put tiles in it."}});
  }
  if (tiles.credit.empty()) {
    section->refuse("credit", {"missing_key",
                               "",
                               {"Schrijf wie de kaart maakte; dat staat erbij.",
                                "Write who made the map; that stands beside it."}});
  }
  return tiles;
}

/// [harvest] with the hosts that feeds may lead to; it may be empty.
std::optional<HarvestSchedule> read_harvest(Section& top) {
  auto section = top.find_section("harvest");
  if (!section) return std::nullopt;
  HarvestSchedule schedule{section->read_texts("allow_hosts", {}),
                           section->read_texts("allow_private", {})};
  section->refuse_unknown_keys();
  return schedule;
}

std::string read_contact_text(Section& block, std::string_view key) {
  std::string text = block.read_text(key, "");
  if (text.empty()) {
    block.refuse(key, {"missing_key",
                       "",
                       {"Elk blok [[crisis_contacts]] heeft name en phone. Schrijf wat ontbreekt.",
                        "Each block [[crisis_contacts]] has name and phone. Write what is "
                        "missing."}});
  }
  return text;
}

std::vector<engine::CrisisContact> read_contacts(Section& top) {
  std::vector<engine::CrisisContact> contacts;
  auto blocks = top.read_blocks("crisis_contacts");
  contacts.reserve(blocks.size());
  for (Section& block : blocks) {
    std::string name = read_contact_text(block, "name");
    contacts.push_back({std::move(name), read_contact_text(block, "phone")});
    block.refuse_unknown_keys();
  }
  return contacts;
}

}  // namespace

catalog::Result<ServeConfig> read_serve_config(const config::Sources& sources) {
  Report report;
  Section top(sources, report);
  ServeOptions options;
  options.catalog = read_path(top, "catalog", kDefaultCatalog);
  options.index = read_path(top, "index", kDefaultIndex);
  options.listen = read_listen(top);
  options.public_address = read_public_address(top);
  options.trusted_proxies = read_proxies(top);
  options.counts_gates = read_gate_counts(top);
  options.theme = read_theme(top);
  // Sections come after the single keys, as TOML wants them.
  options.tls = read_tls(top);
  options.tiles = read_tiles(top);
  options.access = read_access(top);
  options.harvest = read_harvest(top);
  options.crisis_contacts = read_contacts(top);
  refuse_login_without_address(top, options.access, options.public_address);
  refuse_unguarded(top, options.access, options.listen);
  top.refuse_unknown_keys();
  warn_of_misspelt_variables(sources, report);
  if (!report.problems.empty()) {
    for (catalog::Text& warning : report.warnings) {
      report.problems.push_back({"warning", "", std::move(warning)});
    }
    return std::move(report.problems);
  }
  return ServeConfig{std::move(options), std::move(report.warnings), std::move(report.effective)};
}

}  // namespace kring::service
