// What does the service's configuration file say?
#include "service/commands/serve_config.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

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

// [access] with texts keys, audit, local_callers and network_callers.
catalog::Result<AccessOptions> read_access(const toml::node& node) {
  const Problem problem = make_kind_problem(
      "access", "een blok [access] met keys, audit, local_callers = \"trusted\" of \"named\"",
      "a block [access] with keys, audit, local_callers = \"trusted\" or \"named\"");
  const auto* table = node.as_table();
  if (table == nullptr) return problem;
  AccessOptions options;
  for (const auto& [key, value] : *table) {
    const auto text = value.value<std::string>();
    if (!text) return problem;
    if (key == "keys") {
      options.keys = *text;
    } else if (key == "audit") {
      options.audit = *text;
    } else if (key == "local_callers" && (*text == "trusted" || *text == "named")) {
      options.local = *text == "trusted" ? access::Unnamed::kTrusted : access::Unnamed::kPublicOnly;
    } else {
      return problem;
    }
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
