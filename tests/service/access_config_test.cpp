// Does a configuration give who may ask, strict where it says nothing?
#include "service/commands/access_config.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "service/access/role.h"
#include "tests/service/config_reading.h"

namespace kring::service::tests {

TEST_CASE(
    "a configuration's block access says who may ask, and keeps what it does not say strict") {
  const auto options =
      options_of("[access]\nkeys = 'k.json'\naudit = 'a.jsonl'\nlocal_callers = 'named'\n");
  CHECK(options.access.keys == "k.json");
  CHECK(options.access.audit == "a.jsonl");
  CHECK(options.access.local == access::Unnamed::kPublicOnly);
  CHECK(options.access.network == access::Unnamed::kPublicOnly);
  CHECK(options_of("[access]\nnetwork_callers = 'trusted'\n").access.network
        == access::Unnamed::kTrusted);
  CHECK(options_of("").access == AccessOptions{});
  CHECK(faults_of(sources_of("[access]\nnetwork_callers = 'everyone'\nkey = 'k.json'\n"))
        == std::vector<std::string>{
            "/access/network_callers: kring.toml line 2: Write \"trusted\" where they may ask "
            "without a key, else \"named\".",
            "/access/key: kring.toml line 3: There is no key key. Do you mean keys? There are: "
            "keys, audit, local_callers, network_callers, issuers."});
  CHECK_FALSE(read("access = 'k.json'\n"));
}

TEST_CASE("a configuration that listens beyond this machine says who may ask") {
  for (const std::string address : {"0.0.0.0:80", "[::]:80", "192.0.2.1:80", "kring.example:80"}) {
    CAPTURE(address);
    const std::string listen = "listen = '" + address + "'\n";
    const auto faults = faults_of(sources_of(listen));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].find("/listen: kring.toml line 1: Everyone in the network can reach") == 0);
    CHECK(read(listen + "[access]\nkeys = 'k.json'\n"));
    CHECK(read(listen + "[access]\nnetwork_callers = 'trusted'\n"));
    CHECK_FALSE(read(listen + "[access]\nlocal_callers = 'trusted'\n"));
  }
  CHECK(read("listen = ['localhost:80', '127.0.0.2:80', '[::1]:80', 'unix:/run/kring.sock']\n"));
}

TEST_CASE("a configuration names the issuers whose tokens are trusted, whole or not at all") {
  const std::string head = "[[access.issuers]]\n";
  const std::string issuer = "issuer = 'https://login.example/t'\n";
  const std::string rest = "audience = 'kring'\nroles = {'a b' = 'professional'}\n";
  const auto options =
      options_of(head + issuer + rest + "municipality_claim = 'gm'\nroles_claim = '/r/s'\n");
  CHECK(options.access.issuers
        == std::vector<access::Issuer>{{.name = "https://login.example/t",
                                        .audience = "kring",
                                        .key_set = "",
                                        .roles_claim = "/r/s",
                                        .roles = {{"a b", access::Role::kProfessional}},
                                        .municipality_claim = "gm"}});
  const std::vector<std::string> refused = {
      head + rest,
      head + issuer,
      head + "issuer = 'http://login.example'\n" + rest,
      head + issuer + rest + "colour = 'red'\n",
      head + issuer + rest + "key_set = 'file:///a'\n",
      head + issuer + "audience = 'kring'\nroles = {a = 'king'}\n",
      head + issuer + "audience = 'kring'\nroles = {a = 3}\n",
      head + issuer + "audience = 'kring'\nroles = {\"\\u001B\" = 'editor'}\n",
      head + issuer + "audience = 'kring'\nroles = {}\n"};
  for (const std::string& text : refused) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
  CHECK(read(head + "issuer = 'http://127.0.0.1:9'\n" + rest));
  CHECK(
      faults_of(sources_of(head
                           + "issuer = 'http://login.example'\n"
                             "audience = 'kring'\nroles = {a = 'king'}\n"))
      == std::vector<std::string>{
          "/access/issuers/0/issuer: kring.toml line 2: Write the address as "
          "https://login.example.org.",
          "/access/issuers/0/roles: kring.toml line 4: Write { \"their name\" = \"role of Kring\" "
          "}. Roles are: "
              + access::list_role_names() + "."});
}

TEST_CASE("a configuration says at which one issuer people log in, and where they come back") {
  const std::string issuer =
      "[[access.issuers]]\nissuer = 'https://login.example/t'\naudience = 'kring'\n"
      "roles = {'a b' = 'professional'}\n";
  const std::string client = "client_id = 'pages'\n";
  const std::string address = "public_address = 'https://kring.example'\n";
  const auto options = options_of(address + issuer + client);
  REQUIRE(options.access.login);
  CHECK(options.access.login->issuer == options.access.issuers.front());
  CHECK(options.access.login->client == "pages");
  CHECK(options.access.login->scope == "openid");
  CHECK(options.access.login->max_age == std::chrono::minutes{600});
  const auto max_age_of = [&](const std::string& text) {
    const auto told = read(address + issuer + client + "login_max_age_minutes = " + text + "\n");
    return told ? std::optional(told->options.access.login->max_age) : std::nullopt;
  };
  CHECK(max_age_of("'0'") == std::chrono::minutes{0});
  CHECK(max_age_of("'10080'") == std::chrono::minutes{10'080});
  for (const char* text : {"''", "'-1'", "'10081'", "'10 h'", "'1e3'", "600"})
    CHECK_FALSE(max_age_of(text));
  const auto ask_again_of = [&](const std::string& text) {
    const auto told = read(address + issuer + client + "login_ask_again = " + text + "\n");
    return told ? std::optional(told->options.access.login->ask_again) : std::nullopt;
  };
  CHECK(options.access.login->ask_again == access::AskAgain::kYes);
  CHECK(ask_again_of("'yes'") == access::AskAgain::kYes);
  CHECK(ask_again_of("'no'") == access::AskAgain::kNo);
  for (const char* text : {"''", "'No'", "false"})
    CHECK_FALSE(ask_again_of(text));
  const auto used_once = [&](const std::string& line) {
    const auto told = read(address + issuer + line);
    return told ? std::optional(told->options.access.issuers.front().is_used_once) : std::nullopt;
  };
  CHECK(used_once("") == false);
  CHECK(used_once("tokens_once = 'no'\n") == false);
  CHECK(used_once("tokens_once = 'yes'\n") == true);
  CHECK_FALSE(used_once("tokens_once = 'on'\n"));
  CHECK_FALSE(options_of(issuer).access.login);
  CHECK(faults_of(sources_of(issuer + client))
        == std::vector<std::string>{"/public_address: kring.toml line 1: Logging in (client_id) "
                                    "needs public_address, to which people come "
                                    "back. Write it as https://kring.example.org."});
  const auto twice = faults_of(sources_of(address + issuer + client + issuer + client));
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].find("/access/issuers/1/client_id: kring.toml line 11: People log in at one")
        == 0);
  CHECK_FALSE(read(address + issuer + client + "client_secret_file = '/nowhere/secret'\n"));
}

}  // namespace kring::service::tests
