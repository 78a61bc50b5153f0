// What does the service's configuration file say?
#include "service/commands/serve_config.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "service/commands/issuer_fetch.h"

namespace kring::service {
namespace {

using catalog::Problem;
using catalog::Problems;

Problem make_kind_problem(std::string_view key, std::string_view nl, std::string_view en) {
  return {"wrong_type",
          "/" + std::string(key),
          {fmt::format("Schrijf bij {} {}.", key, nl), fmt::format("Write {} for {}.", en, key)}};
}

Problem make_unknown_key(std::string_view key) {
  return {"unknown_key",
          "/" + std::string(key),
          {fmt::format("De sleutel {} bestaat niet. Er zijn: catalog, index, listen, "
                       "public_address, crisis_contacts, access, harvest.",
                       key),
           fmt::format("There is no key {}. There are: catalog, index, listen, public_address, "
                       "crisis_contacts, access, harvest.",
                       key)}};
}

/// A file that cannot be read, or is no TOML, with the place of the first fault.
Problem make_parse_problem(const toml::parse_error& error, const std::string& path) {
  const auto place = error.source().begin;
  if (place.line == 0) {
    return {"unreadable_config",
            "",
            {fmt::format("{} kan niet worden gelezen. Controleer het pad en de rechten.", path),
             fmt::format("{} cannot be read. Check the path and its access rights.", path)}};
  }
  return {"bad_config",
          "",
          {fmt::format("{} regel {} kolom {}: dit is geen TOML ({}).", path, place.line,
                       place.column, error.description()),
           fmt::format("{} line {} column {}: this is no TOML ({}).", path, place.line,
                       place.column, error.description())}};
}

/// A text or a list of texts; anything else adds a problem.
catalog::Result<std::vector<std::string>> read_texts(std::string_view key, const toml::node& node) {
  if (const auto* text = node.as_string()) return std::vector<std::string>{text->get()};
  const Problem problem =
      make_kind_problem(key, "een tekst of een lijst van teksten", "a text or a list of texts");
  const auto* list = node.as_array();
  if (list == nullptr) return problem;
  std::vector<std::string> texts;
  for (const toml::node& entry : *list) {
    const auto* text = entry.as_string();
    if (text == nullptr) return problem;
    texts.push_back(text->get());
  }
  return texts;
}

catalog::Result<std::string> read_text(std::string_view key, const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  return make_kind_problem(key, "een tekst", "a text");
}

// [[crisis_contacts]] with name and phone, both texts that say something.
catalog::Result<std::vector<engine::CrisisContact>> read_contacts(const toml::node& node) {
  const Problem problem =
      make_kind_problem("crisis_contacts", "blokken [[crisis_contacts]] met name en phone",
                        "blocks [[crisis_contacts]] with name and phone");
  const auto* list = node.as_array();
  if (list == nullptr) return problem;
  std::vector<engine::CrisisContact> contacts;
  for (const toml::node& entry : *list) {
    const auto* table = entry.as_table();
    if (table == nullptr || table->size() != 2) return problem;
    const std::string name = (*table)["name"].value_or(std::string());
    const std::string phone = (*table)["phone"].value_or(std::string());
    if (name.empty() || phone.empty()) return problem;
    contacts.push_back({name, phone});
  }
  return contacts;
}

// [harvest] with the hosts that feeds may lead to; it may be empty.
catalog::Result<HarvestSchedule> read_harvest(const toml::node& node) {
  const Problem problem =
      make_kind_problem("harvest", "een blok [harvest] met allow_hosts en allow_private",
                        "a block [harvest] with allow_hosts and allow_private");
  const auto* table = node.as_table();
  if (table == nullptr) return problem;
  HarvestSchedule schedule;
  for (const auto& [key, hosts] : *table) {
    const bool is_private = key == "allow_private";
    if (!is_private && key != "allow_hosts") return problem;
    const auto read = read_texts(key.str(), hosts);
    if (!read) return read.error();
    (is_private ? schedule.private_hosts : schedule.allowed_hosts) = *read;
  }
  return schedule;
}

/// Role names by what the issuer calls them.
std::optional<std::vector<std::pair<std::string, access::Role>>> read_role_names(
    const toml::node_view<const toml::node>& node) {
  const auto* table = node.as_table();
  if (table == nullptr || table->empty()) return std::nullopt;
  std::vector<std::pair<std::string, access::Role>> roles;
  for (const auto& [value, name] : *table) {
    const auto role = access::find_role(name.value_or(std::string()));
    if (!role) return std::nullopt;
    roles.emplace_back(std::string(value.str()), *role);
  }
  return roles;
}

/// A text of the table, "" where it is missing; what it names is no longer unread.
std::string take_text(const toml::table& table, std::string_view name, std::size_t& unread) {
  const auto text = table[name].value<std::string>();
  if (text) --unread;
  return text.value_or("");
}

/// Absent where a key is missing, unknown or of another kind.
std::optional<access::Issuer> read_issuer(const toml::node& node) {
  const auto* table = node.as_table();
  if (table == nullptr) return std::nullopt;
  auto roles = read_role_names((*table)["roles"]);
  if (!roles) return std::nullopt;
  std::size_t unread = table->size() - 1;
  access::Issuer issuer;
  issuer.name = take_text(*table, "issuer", unread);
  issuer.audience = take_text(*table, "audience", unread);
  issuer.key_set = take_text(*table, "key_set", unread);
  const std::string claim = take_text(*table, "roles_claim", unread);
  if (!claim.empty()) issuer.roles_claim = claim;
  issuer.municipality_claim = take_text(*table, "municipality_claim", unread);
  issuer.organization_claim = take_text(*table, "organization_claim", unread);
  issuer.roles = *std::move(roles);
  const bool is_whole = unread == 0 && !issuer.audience.empty() && is_issuer_address(issuer.name)
                        && (issuer.key_set.empty() || is_issuer_address(issuer.key_set));
  if (!is_whole) return std::nullopt;
  return issuer;
}

catalog::Result<std::vector<access::Issuer>> read_issuers(const toml::node& node) {
  const Problem problem = make_kind_problem(
      "access/issuers",
      "blokken [[access.issuers]] met issuer (https://…), audience, een blok roles van hun naam naar "
      "die van Kring (" + access::list_role_names() + "), en zo nodig key_set, roles_claim, "
      "municipality_claim, organization_claim",
      "blocks [[access.issuers]] with issuer (https://…), audience, a block roles from their name to "
      "Kring's (" + access::list_role_names() + "), and where needed key_set, roles_claim, "
      "municipality_claim, organization_claim");
  const auto* list = node.as_array();
  if (list == nullptr) return problem;
  std::vector<access::Issuer> issuers;
  for (const toml::node& entry : *list) {
    auto issuer = read_issuer(entry);
    if (!issuer) return problem;
    issuers.push_back(*std::move(issuer));
  }
  return issuers;
}

std::optional<access::Unnamed> find_trust(std::string_view word) {
  if (word == "trusted") return access::Unnamed::kTrusted;
  if (word == "named") return access::Unnamed::kPublicOnly;
  return std::nullopt;
}

/// Whether `key` is one of the texts of [access], and `text` may be its value.
bool take_access_text(std::string_view key, const std::string& text, AccessOptions& options) {
  if (key == "keys") options.keys = text;
  if (key == "audit") options.audit = text;
  if (key == "keys" || key == "audit") return true;
  const auto trust = find_trust(text);
  if (key == "local_callers") options.local = trust.value_or(options.local);
  if (key == "network_callers") options.network = trust.value_or(options.network);
  return trust && (key == "local_callers" || key == "network_callers");
}

// [access] with blocks issuers, and texts keys, audit, local_callers and network_callers.
catalog::Result<AccessOptions> read_access(const toml::node& node) {
  const Problem problem = make_kind_problem(
      "access",
      "een blok [access] met keys, audit, [[access.issuers]], en local_callers of network_callers: "
      "\"trusted\" of \"named\"",
      "a block [access] with keys, audit, [[access.issuers]], and local_callers or "
      "network_callers: "
      "\"trusted\" or \"named\"");
  const auto* table = node.as_table();
  if (table == nullptr) return problem;
  AccessOptions options;
  for (const auto& [key, value] : *table) {
    if (key == "issuers") {
      const auto issuers = read_issuers(value);
      if (!issuers) return issuers.error();
      options.issuers = *issuers;
      continue;
    }
    const auto text = value.value<std::string>();
    if (!text || !take_access_text(key.str(), *text, options)) return problem;
  }
  return options;
}

catalog::Result<ServeOptions> read_table(const toml::table& table) {
  ServeOptions options;
  Problems problems;
  const auto keep = [&problems](auto result, auto& target) {
    if (result) {
      target = *std::move(result);
    } else {
      problems.insert(problems.end(), result.error().begin(), result.error().end());
    }
  };
  for (const auto& [key, node] : table) {
    if (key == "catalog") {
      keep(read_text(key.str(), node), options.catalog);
    } else if (key == "index") {
      keep(read_text(key.str(), node), options.index);
    } else if (key == "listen") {
      keep(read_texts(key.str(), node), options.listen);
    } else if (key == "public_address") {
      keep(read_text(key.str(), node), options.public_address);
    } else if (key == "crisis_contacts") {
      keep(read_contacts(node), options.crisis_contacts);
    } else if (key == "access") {
      keep(read_access(node), options.access);
    } else if (key == "harvest") {
      keep(read_harvest(node), options.harvest);
    } else {
      problems.push_back(make_unknown_key(key.str()));
    }
  }
  if (!problems.empty()) return problems;
  return options;
}

}  // namespace

catalog::Result<ServeOptions> read_serve_config(const std::string& path) {
  const auto parsed = toml::parse_file(path);
  if (parsed.failed()) return make_parse_problem(parsed.error(), path);
  return read_table(parsed.table());
}

}  // namespace kring::service
