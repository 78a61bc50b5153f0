// Is the configuration file read, with all its faults at once?
#include "service/commands/serve_config.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <catch2/catch.hpp>

namespace kring::service::tests {
namespace {

/// A file that goes with the test.
class ConfigFile {
 public:
  explicit ConfigFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path()
              / ("kring-" + std::to_string(::getpid()) + ".toml")) {
    std::ofstream(path_) << text;
  }
  ~ConfigFile() { std::filesystem::remove(path_); }
  ConfigFile(const ConfigFile&) = delete;
  ConfigFile& operator=(const ConfigFile&) = delete;
  ConfigFile(ConfigFile&&) = delete;
  ConfigFile& operator=(ConfigFile&&) = delete;

  [[nodiscard]] catalog::Result<ServeOptions> read() const { return read_serve_config(path_); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("an organisation's own crisis contacts have a name and a phone") {
  const auto options =
      ConfigFile("[[crisis_contacts]]\nname = 'Crisisdienst'\nphone = '024-000 00 00'\n").read();
  REQUIRE(options);
  REQUIRE(options->crisis_contacts.size() == 1);
  CHECK(options->crisis_contacts[0].name == "Crisisdienst");
  CHECK(options->crisis_contacts[0].phone == "024-000 00 00");
  CHECK_FALSE(ConfigFile("[[crisis_contacts]]\nname = 'Crisisdienst'\n").read());
  CHECK_FALSE(ConfigFile("crisis_contacts = 'bel ons'\n").read());
}

TEST_CASE("a configuration gives catalogue, index and addresses") {
  const auto options =
      ConfigFile(
          "catalog = 'a.db'\nindex = \"a.index\"\nlisten = ['[::1]:80', 'unix:/run/a.sock']\n")
          .read();
  REQUIRE(options);
  CHECK(options->catalog == "a.db");
  CHECK(options->index == "a.index");
  CHECK(options->listen == std::vector<std::string>{"[::1]:80", "unix:/run/a.sock"});
  CHECK(ConfigFile("listen = 'localhost:8080'").read()->listen
        == std::vector<std::string>{"localhost:8080"});
}

TEST_CASE("a configuration says how the world reaches the service") {
  CHECK(ConfigFile("public_address = 'https://kring.example'").read()->public_address
        == "https://kring.example");
  CHECK_FALSE(ConfigFile("public_address = 3").read());
}

TEST_CASE("a configuration's block harvest names hosts, and may be empty") {
  const auto options =
      ConfigFile("[harvest]\nallow_hosts = 'a.example'\nallow_private = ['10.0.0.1', 'b']\n")
          .read();
  REQUIRE(options);
  CHECK(options->harvest == HarvestSchedule{{"a.example"}, {"10.0.0.1", "b"}});
  CHECK(ConfigFile("[harvest]\n").read()->harvest == HarvestSchedule{});
  CHECK_FALSE(ConfigFile("").read()->harvest);
  CHECK_FALSE(ConfigFile("[harvest]\nevery = 5\n").read());
  CHECK_FALSE(ConfigFile("harvest = true\n").read());
}

TEST_CASE(
    "a configuration's block access says who may ask, and keeps what it does not say strict") {
  const auto options =
      ConfigFile("[access]\nkeys = 'k.json'\naudit = 'a.jsonl'\nlocal_callers = 'named'\n").read();
  REQUIRE(options);
  CHECK(options->access.keys == "k.json");
  CHECK(options->access.audit == "a.jsonl");
  CHECK(options->access.local == access::Unnamed::kPublicOnly);
  CHECK(options->access.network == access::Unnamed::kPublicOnly);
  CHECK(ConfigFile("[access]\nnetwork_callers = 'trusted'\n").read()->access.network
        == access::Unnamed::kTrusted);
  CHECK_FALSE(ConfigFile("[access]\nnetwork_callers = 'everyone'\n").read());
  CHECK_FALSE(ConfigFile("[access]\nkey = 'k.json'\n").read());
  CHECK_FALSE(ConfigFile("access = 'k.json'\n").read());
}

TEST_CASE("a configuration names the issuers whose tokens are trusted, whole or not at all") {
  const std::string head = "[[access.issuers]]\n";
  const std::string issuer = "issuer = 'https://login.example/t'\n";
  const std::string rest = "audience = 'kring'\nroles = {'a b' = 'professional'}\n";
  const auto options =
      ConfigFile(head + issuer + rest + "municipality_claim = 'gm'\nroles_claim = '/r/s'\n").read();
  REQUIRE(options);
  CHECK(options->access.issuers
        == std::vector<access::Issuer>{{.name = "https://login.example/t",
                                        .audience = "kring",
                                        .key_set = "",
                                        .roles_claim = "/r/s",
                                        .roles = {{"a b", access::Role::kProfessional}},
                                        .municipality_claim = "gm"}});
  for (const std::string& text :
       {head + rest, head + issuer, head + "issuer = 'http://login.example'\n" + rest,
        head + issuer + rest + "colour = 'red'\n", head + issuer + rest + "key_set = 'file:///a'\n",
        head + issuer + "audience = 'kring'\nroles = {a = 'king'}\n",
        head + issuer + "audience = 'kring'\nroles = {}\n"}) {
    CAPTURE(text);
    CHECK_FALSE(ConfigFile(text).read());
  }
  CHECK(ConfigFile(head + "issuer = 'http://127.0.0.1:9'\n" + rest).read());
}

TEST_CASE("a configuration's unknown keys and wrong kinds come at once") {
  const auto options = ConfigFile("catalog = 3\nlisten = [1]\nport = 80\n").read();
  REQUIRE_FALSE(options);
  CHECK(options.error().size() == 3);
}

TEST_CASE("a file that is no TOML, or not there, is one problem with its place") {
  const auto broken = ConfigFile("catalog = 'a.db'\nindex = \n").read();
  REQUIRE_FALSE(broken);
  CHECK(broken.error().front().text.en.find("line 2") != std::string::npos);
  CHECK_FALSE(read_serve_config("/nowhere/kring.toml"));
}

}  // namespace kring::service::tests
