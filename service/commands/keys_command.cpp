// kring keys create, list and revoke: who gets an API key, and who loses it?
#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "catalog/json.h"
#include "service/access/credential.h"
#include "service/access/key_file.h"
#include "service/commands/commands.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using access::KeyRecord;
using access::KeyRecords;
using catalog::format_date;
using catalog::Json;
using catalog::Problem;
using catalog::Problems;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr int kDefaultDays = 365;
constexpr int kMostDays = 1'095;  ///< three years: a forgotten key ends some day

struct KeysArguments {
  std::string file;
  std::string name;
  std::vector<std::string> roles;
  access::Scope scope;
  int days = kDefaultDays;
  std::string id;  ///< of the key to revoke
  bool is_json = false;
};

std::chrono::system_clock::time_point read_now() {
  return std::chrono::system_clock::now();
}

int print_problems(const Problems& problems) {
  for (const Problem& problem : problems) {
    std::cerr << problem.text.nl << "\n  " << problem.text.en << "\n";
  }
  return kWrongUsage;
}

Problem make_scope_problem(access::ScopeFault fault) {
  if (fault == access::ScopeFault::kNoMunicipality) {
    return {"no_municipality",
            "",
            {"De rollen editor en publisher gelden voor één gemeente: geef --municipality GM0268.",
             "The roles editor and publisher hold for one municipality: give --municipality "
             "GM0268."}};
  }
  return {
      "no_organization",
      "",
      {"De rol owner geldt voor één organisatie: geef --organization met het id van haar record.",
       "The role owner holds for one organisation: give --organization with the id of its "
       "record."}};
}

/// A record without the key itself.
catalog::Result<KeyRecord> make_record(const KeysArguments& arguments) {
  Problems problems;
  KeyRecord record;
  for (const std::string& name : arguments.roles) {
    if (const auto role = access::find_role(name)) {
      record.roles.add(*role);
      continue;
    }
    problems.push_back(
        {"unknown_role",
         "",
         {"Deze rol is er niet. Kies uit: " + access::list_role_names() + ".",
          "There is no such role. Choose from: " + access::list_role_names() + "."}});
  }
  if (arguments.name.empty() || arguments.name.size() > access::kMaxKeyNameBytes) {
    problems.push_back({"bad_name",
                        "",
                        {"Geef --name: welk systeem de sleutel krijgt, ten hoogste 100 tekens.",
                         "Give --name: which system gets the key, at most 100 characters."}});
  }
  const auto fault = access::find_scope_fault(record.roles, arguments.scope);
  if (fault != access::ScopeFault::kNone) problems.push_back(make_scope_problem(fault));
  if (!problems.empty()) return problems;
  record.name = arguments.name;
  record.scope = arguments.scope;
  record.created = std::chrono::floor<std::chrono::days>(read_now());
  record.expires = record.created + std::chrono::days(arguments.days);
  return record;
}

int create_key(const KeysArguments& arguments) {
  auto record = make_record(arguments);
  if (!record) return print_problems(record.error());
  const access::NewKey key = access::make_key();
  KeyRecord whole = *std::move(record);
  whole.id = key.id;
  whole.hash = key.hash;
  bool has_room = true;
  access::change_keys(arguments.file, [&](KeyRecords& keys) {
    has_room = keys.size() < access::kMaxKeys;
    if (has_room) keys.push_back(whole);
  });
  if (!has_room) {
    throw catalog::Error("The file " + arguments.file
                         + " has as many keys as it may. Take revoked ones out of it.");
  }
  if (arguments.is_json) {
    std::cout << catalog::write_pretty_json(
        Json::Object{{"key", key.text}, {"id", key.id}, {"expires", format_date(whole.expires)}})
              << "\n";
    return kDone;
  }
  std::cout << key.text << "\n";
  std::cerr << fmt::format(
      "Bewaar deze sleutel nu: hij is hierna niet meer te zien. Geldig tot en met {}.\nKeep this "
      "key now: it is not shown again. Valid up to and including {}.\n",
      format_date(whole.expires), format_date(whole.expires));
  return kDone;
}

std::string_view name_of(access::KeyState state) {
  if (state == access::KeyState::kRevoked) return "revoked";
  return state == access::KeyState::kExpired ? "expired" : "valid";
}

std::string join_roles(access::Roles roles) {
  std::string joined;
  for (const std::string_view name : roles.names())
    joined.append(joined.empty() ? "" : ",").append(name);
  return joined;
}

Json to_json(const KeyRecord& key) {
  Json roles = Json::Array{};
  for (const std::string_view name : key.roles.names())
    roles.push_back(name);
  return Json::Object{{"id", key.id},
                      {"prefix", access::shown(key)},
                      {"name", key.name},
                      {"roles", std::move(roles)},
                      {"municipality", key.scope.municipality},
                      {"organization", key.scope.organization},
                      {"created", format_date(key.created)},
                      {"expires", format_date(key.expires)},
                      {"state", name_of(access::state_of(key, read_now()))}};
}

int list_keys(const KeysArguments& arguments) {
  const KeyRecords keys = access::load_keys(arguments.file);
  if (arguments.is_json) {
    Json list = Json::Array{};
    for (const KeyRecord& key : keys)
      list.push_back(to_json(key));
    std::cout << catalog::write_pretty_json(Json::Object{{"keys", std::move(list)}}) << "\n";
    return kDone;
  }
  for (const KeyRecord& key : keys) {
    std::cout << fmt::format("{}…  {:8}  {}  {}  {}{}{}\n", access::shown(key),
                             name_of(access::state_of(key, read_now())), format_date(key.expires),
                             join_roles(key.roles), key.name,
                             key.scope.municipality.empty() ? "" : "  " + key.scope.municipality,
                             key.scope.organization.empty() ? "" : "  " + key.scope.organization);
  }
  return kDone;
}

/// The id that an argument names: itself, or within a shown prefix or a whole key.
std::string_view strip_to_id(std::string_view text) {
  if (text.starts_with(access::kKeyPrefix)) text.remove_prefix(access::kKeyPrefix.size());
  return text.substr(0, access::kKeyIdBytes * 2);
}

int revoke_key(const KeysArguments& arguments) {
  access::load_keys(arguments.file);
  bool is_found = false;
  access::change_keys(arguments.file, [&](KeyRecords& keys) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeyRecord& key) {
      return key.id == strip_to_id(arguments.id);
    });
    is_found = found != keys.end();
    if (is_found && !found->revoked)
      found->revoked = std::chrono::floor<std::chrono::days>(read_now());
  });
  if (is_found) return kDone;
  std::cerr << "Deze sleutel staat er niet bij. kring keys list noemt ze.\n"
               "There is no such key. kring keys list names them.\n";
  return kFailed;
}

CLI::App* add_one(CLI::App& keys, KeysArguments& arguments, const char* name, const char* text) {
  CLI::App* command = keys.add_subcommand(name, text);
  command->add_option("--keys", arguments.file, "The file of keys")->type_name("FILE")->required();
  return command;
}

void add_create(CLI::App& keys, const std::shared_ptr<KeysArguments>& arguments, Action& chosen) {
  CLI::App* command =
      add_one(keys, *arguments, "create", "Make a key and print it; it is shown this once");
  command->add_option("--name", arguments->name, "Which system gets it")->required();
  command
      ->add_option("--role", arguments->roles,
                   "One of: " + access::list_role_names() + "; may be given more than once")
      ->required()
      ->allow_extra_args(false);
  command
      ->add_option("--municipality", arguments->scope.municipality,
                   "For editor and publisher: the municipality's code")
      ->type_name("GM0268");
  command
      ->add_option("--organization", arguments->scope.organization,
                   "For owner: the id of the organisation's record")
      ->type_name("ID");
  command->add_option("--days", arguments->days, "How long it is valid, default 365")
      ->check(CLI::Range(1, kMostDays));
  command->add_flag("--json", arguments->is_json, "Print key, id and last day as JSON");
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return create_key(*arguments); }; });
}

}  // namespace

void add_keys(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<KeysArguments>();
  CLI::App* keys = app.add_subcommand("keys", "API keys of programs that use the service");
  keys->require_subcommand(1);
  add_create(*keys, arguments, chosen);
  CLI::App* list =
      add_one(*keys, *arguments, "list", "Tell which keys there are, never their secrets");
  list->add_flag("--json", arguments->is_json, "As JSON");
  list->callback([arguments, &chosen] { chosen = [arguments] { return list_keys(*arguments); }; });
  CLI::App* revoke =
      add_one(*keys, *arguments, "revoke", "End a key at once; a running service sees it");
  revoke->add_option("ID", arguments->id, "As kring keys list shows it")->required();
  revoke->callback(
      [arguments, &chosen] { chosen = [arguments] { return revoke_key(*arguments); }; });
  keys->footer(
      "The file holds no key, only SHA-256 of each: a key is 256 random bits, which nobody "
      "guesses.\n"
      "Clients send: Authorization: Bearer kring_… or X-API-Key: kring_…\n\nExample:\n"
      "  kring keys create --keys keys.json --name ward-7 --role record_system\n"
      "  kring serve --catalog kring.db --index kring.index --listen 0.0.0.0:8080 --keys "
      "keys.json");
}

}  // namespace kring::service
