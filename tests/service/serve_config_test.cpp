// Do flags, environment and configuration file give what the service does, with all faults at once?
#include "service/commands/serve_config.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "service/commands/config/file.h"
#include "tests/catalog/scratch.h"
#include "tests/service/config_reading.h"

namespace kring::service::tests {
namespace {

/// A file that goes with the test.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& ending)
      : path_(std::filesystem::temp_directory_path()
              / ("kring-" + std::to_string(::getpid()) + ending)) {
    std::ofstream stream(path_);
  }
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ScratchFile(ScratchFile&&) = delete;
  ScratchFile& operator=(ScratchFile&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string load_documented() {
  const auto path = std::filesystem::path(KRING_SOURCE_DIR) / "service/packaging/kring.toml";
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// What would hold, without who says so.
std::string without_origins(const std::string& effective) {
  return std::regex_replace(effective, std::regex("  # [^\n]*"), "");
}

}  // namespace

TEST_CASE("a configuration names the proxies that are believed") {
  CHECK(options_of("trusted_proxies = ['192.0.2.1', '::1']").trusted_proxies
        == std::vector<std::string>{"192.0.2.1", "::1"});
  CHECK(faults_of(sources_of("trusted_proxies = ['proxy.example.org']")).size() == 1);
}

TEST_CASE("what gates remove is counted only where a configuration says so") {
  CHECK_FALSE(options_of("").counts_gates);
  CHECK(options_of("gate_counts = 'on'").counts_gates);
  CHECK(faults_of(sources_of("gate_counts = 'often'")).size() == 1);
}

TEST_CASE("a map of one's own needs its folder and who made it, and is off by default") {
  CHECK_FALSE(options_of("").tiles);
  CHECK_FALSE(options_of("[tiles]\nfolder = ''\ncredit = ''\n").tiles);
  const kring::tests::ScratchFolder folder;
  const std::string path = folder.file("");
  CHECK(faults_of(sources_of("[tiles]\nfolder = '" + path + "'\ncredit = 'a'\n"))
        == std::vector<std::string>{"/tiles/folder: kring.toml line 2: That folder has no "
                                    "ZOOM/COLUMN/ROW.png. Put tiles in it."});
  std::filesystem::create_directories(folder.file("3/2"));
  kring::tests::write_file(folder.file("3/2/1.png"), "\x89PNG\r\n\x1a\n...");
  CHECK(options_of("[tiles]\nfolder = '" + path + "'\ncredit = 'Hoogwater'\n").tiles
        == Tiles{path, "Hoogwater"});
  CHECK(faults_of(sources_of("[tiles]\nfolder = '" + path + "'\n"))
        == std::vector<std::string>{
            "/tiles/credit: kring.toml line 1: Write who made the map; that stands beside it."});
  CHECK(faults_of(sources_of("[tiles]\nfolder = '/nowhere'\ncredit = 'a'\n"))
        == std::vector<std::string>{"/tiles/folder: kring.toml line 2: There is no such folder. "
                                    "Write where ZOOM/COLUMN/ROW.png are."});
}

TEST_CASE("a configuration gives catalogue, index and addresses") {
  const auto options = options_of(
      "catalog = 'a.db'\nindex = \"a.index\"\nlisten = ['[::1]:80', 'unix:/run/a.sock']\n");
  CHECK(options.catalog == "a.db");
  CHECK(options.index == "a.index");
  CHECK(options.listen == std::vector<std::string>{"[::1]:80", "unix:/run/a.sock"});
  CHECK(options_of("listen = 'localhost:8080'").listen
        == std::vector<std::string>{"localhost:8080"});
}

TEST_CASE("a configuration says how the world reaches the service") {
  CHECK(options_of("public_address = 'https://kring.example/'").public_address
        == "https://kring.example");
  CHECK_FALSE(read("public_address = 3"));
  CHECK_FALSE(read("public_address = 'kring.example'"));
}

TEST_CASE("an organisation's own crisis contacts have a name and a phone") {
  const auto options =
      options_of("[[crisis_contacts]]\nname = 'Crisisdienst'\nphone = '024-000 00 00'\n");
  REQUIRE(options.crisis_contacts.size() == 1);
  CHECK(options.crisis_contacts[0].name == "Crisisdienst");
  CHECK(options.crisis_contacts[0].phone == "024-000 00 00");
  CHECK(faults_of(sources_of("[[crisis_contacts]]\nname = 'a'\nphone = '1'\n"
                             "[[crisis_contacts]]\nname = 'b'\nfone = '2'\n"))
        == std::vector<std::string>{
            "/crisis_contacts/1/phone: kring.toml line 4: Each block [[crisis_contacts]] has name "
            "and phone. Write what is missing.",
            "/crisis_contacts/1/fone: kring.toml line 6: There is no key fone. Do you mean phone? "
            "There are: name, phone."});
  CHECK_FALSE(read("crisis_contacts = 'bel ons'\n"));
  CHECK_FALSE(read("crisis_contacts = ['bel ons']\n"));
}

TEST_CASE("a configuration's block harvest names hosts, and may be empty") {
  CHECK(options_of("[harvest]\nallow_hosts = 'a.example'\nallow_private = ['10.0.0.1', 'b']\n")
            .harvest
        == HarvestSchedule{{"a.example"}, {"10.0.0.1", "b"}});
  CHECK(options_of("[harvest]\n").harvest == HarvestSchedule{});
  CHECK_FALSE(options_of("").harvest);
  CHECK_FALSE(read("[harvest]\nevery = 5\n"));
  CHECK_FALSE(read("harvest = true\n"));
}

TEST_CASE("a configuration names a certificate with its key, or neither") {
  const ScratchFile certificate(".crt");
  const ScratchFile key(".key");
  const auto options = options_of("[tls]\ncertificate = '" + certificate.path().string()
                                  + "'\nkey = '" + key.path().string() + "'\n");
  CHECK(options.tls == CertificateFiles{certificate.path(), key.path()});
  CHECK(options_of("[tls]\n").tls == CertificateFiles{});
  CHECK(
      faults_of(sources_of("[tls]\ncertificate = '" + certificate.path().string() + "'\n"))
      == std::vector<std::string>{"/tls/key: kring.toml line 1: Give certificate and key of [tls] "
                                  "together, or neither."});
  CHECK(faults_of(sources_of("[tls]\ncertificate = '/nowhere/a'\nkey = '/nowhere/b'\n")).size()
        == 2);
  CHECK_FALSE(read("tls = 'a.crt'\n"));
}

TEST_CASE("a flag alone opens a block") {
  const ScratchFile certificate(".crt");
  const ScratchFile key(".key");
  config::Sources sources;
  sources.flags = {{"--tls-certificate", "tls.certificate", {certificate.path()}},
                   {"--tls-key", "tls.key", {key.path()}}};
  const auto config = read_serve_config(sources);
  REQUIRE(config);
  CHECK(config->options.tls == CertificateFiles{certificate.path(), key.path()});
}

TEST_CASE("a secret that everyone can read is warned of, and never shown") {
  const ScratchFile certificate(".crt");
  const ScratchFile key(".key");
  std::ofstream(key.path()) << "deep secret";
  const std::string text = "[tls]\ncertificate = '" + certificate.path().string() + "'\nkey = '"
                           + key.path().string() + "'\n";
  std::filesystem::permissions(key.path(), std::filesystem::perms(0640));
  CHECK(read(text)->warnings.empty());
  std::filesystem::permissions(key.path(), std::filesystem::perms(0644));
  const auto config = read(text);
  REQUIRE(config->warnings.size() == 1);
  CHECK(config->warnings[0].en.find("secret of tls.key") != std::string::npos);
  CHECK(config->effective.find("deep secret") == std::string::npos);
}

TEST_CASE("a flag wins over the environment, that over the file, that over the default") {
  config::Sources sources = sources_of("catalog = 'file.db'\nindex = 'file.index'\n");
  sources.environment = {{"KRING_CATALOG", "environment.db"}, {"KRING_INDEX", "environment.index"}};
  sources.flags = {{"--catalog", "catalog", {"flag.db"}}};
  const auto config = read_serve_config(sources);
  REQUIRE(config);
  CHECK(config->options.catalog == "flag.db");
  CHECK(config->options.index == "environment.index");
  CHECK(config->options.listen == std::vector<std::string>{"127.0.0.1:8080"});
  CHECK(config->effective
        == "catalog = \"flag.db\"  # --catalog\n"
           "index = \"environment.index\"  # KRING_INDEX\n"
           "listen = [\"127.0.0.1:8080\"]  # default\n"
           "public_address = \"\"  # default\n"
           "trusted_proxies = []  # default\n"
           "gate_counts = \"off\"  # default\n"
           "theme = \"\"  # default\n");
  sources.environment.clear();
  CHECK(read_serve_config(sources)->options.index == "file.index");
}

TEST_CASE("the environment reaches into blocks, and separates by commas") {
  config::Sources sources;
  sources.environment = {{"KRING_HARVEST_ALLOW_HOSTS", "a.example, b.example"},
                         {"KRING_LISTEN", "127.0.0.1:1,unix:/run/a"},
                         {"KRING_INDEX", ""}};
  const auto config = read_serve_config(sources);
  REQUIRE(config);
  CHECK(config->options.harvest == HarvestSchedule{{"a.example", "b.example"}, {}});
  CHECK(config->options.listen == std::vector<std::string>{"127.0.0.1:1", "unix:/run/a"});
  CHECK(config->options.index == kDefaultIndex);
}

TEST_CASE("all faults of a configuration come at once, each with its place") {
  config::Sources sources =
      sources_of("catalog = 3\nlisen = ['a:1']\n\n[harvest]\nalow_hosts = []\n");
  sources.flags = {{"--listen", "listen", {"127.0.0.1:1", "nowhere"}}};
  sources.environment = {{"KRING_PUBLIC_ADDRESS", "kring.example"}};
  CHECK(
      faults_of(sources)
      == std::vector<std::string>{
          "/catalog: kring.toml line 1: Write a text between quotes for catalog.",
          ("/listen: --listen: 'nowhere' is no address to listen on. Write HOST:PORT, [IPv6]:PORT "
           "or unix:PATH."),
          ("/public_address: KRING_PUBLIC_ADDRESS: Write the address as "
           "https://kring.example.org."),
          ("/harvest/alow_hosts: kring.toml line 5: There is no key alow_hosts. Do you mean "
           "allow_hosts? There are: allow_hosts, allow_private."),
          ("/lisen: kring.toml line 2: There is no key lisen. Do you mean listen? There are: "
           "catalog, index, listen, public_address, trusted_proxies, gate_counts, theme, tls, "
           "tiles, access, "
           "harvest, "
           "crisis_contacts.")});
}

TEST_CASE("paths and lists that say nothing are refused") {
  CHECK_FALSE(read("catalog = ''"));
  CHECK_FALSE(read("index = ''"));
  CHECK_FALSE(read("listen = []"));
}

TEST_CASE("texts that no terminal shows are refused") {
  CHECK_FALSE(read("catalog = \"a\\u001B.db\""));
  config::Sources sources;
  sources.environment = {{"KRING_LISTEN", "unix:/run/\xFF"}};
  CHECK(faults_of(sources)
        == std::vector<std::string>{
            "/listen: KRING_LISTEN: Write readable text in UTF-8 on one line."});
}

TEST_CASE("a variable that is spelled almost like a setting's is warned of") {
  config::Sources sources;
  sources.environment = {{"KRING_CATALOGUE", "a.db"}, {"KRING_SOMETHING_ELSE", "b"}};
  const auto config = read_serve_config(sources);
  REQUIRE(config);
  REQUIRE(config->warnings.size() == 1);
  CHECK(config->warnings[0].en
        == "KRING_CATALOGUE in the environment does nothing. Do you mean KRING_CATALOG?");
  sources.environment.emplace_back("KRING_LISTEN", "nowhere");
  CHECK(faults_of(sources).size() == 2);
}

TEST_CASE("what would hold reads back as what holds") {
  const auto config = read(
      "catalog = 'a \"b\" \\ c.db'\nlisten = ['[::1]:80', 'unix:/run/a']\n"
      "[harvest]\nallow_hosts = ['é.example']\n"
      "[[crisis_contacts]]\nname = 'a'\nphone = '1'\n"
      "[[crisis_contacts]]\nname = 'b'\nphone = '2'\n"
      "[access]\nlocal_callers = 'named'\n"
      "[[access.issuers]]\nissuer = 'https://a.example'\naudience = 'k'\n"
      "roles = {'a \"b.c' = 'editor', d = 'owner'}\n");
  REQUIRE(config);
  const auto again = read(config->effective);
  REQUIRE(again);
  CHECK(without_origins(again->effective) == without_origins(config->effective));
}

TEST_CASE("the documented configuration is the default") {
  const auto documented = read(load_documented());
  REQUIRE(documented);
  CHECK(without_origins(documented->effective)
        == without_origins(read_serve_config({})->effective));
  CHECK(documented->effective.find("# default") == std::string::npos);
}

TEST_CASE("the examples of the documented configuration are valid and name every setting") {
  const auto all =
      read(std::regex_replace(load_documented(), std::regex("(^|\n)#(?=[a-z\\[])"), "$1"));
  REQUIRE(all);
  CHECK(all->options.harvest == HarvestSchedule{});
  CHECK(all->options.access.issuers.size() == 1);
  CHECK(all->options.crisis_contacts.size() == 1);
  CHECK(all->effective.find("# default") == std::string::npos);
}

TEST_CASE("a file that is no TOML, not there, or too large is one problem with its place") {
  const auto broken = config::parse_file({"kring.toml", "catalog = 'a.db'\nindex = \n"});
  REQUIRE_FALSE(broken);
  CHECK(broken.error().front().text.en.find("kring.toml line 2") == 0);
  CHECK_FALSE(config::load_file("/nowhere/kring.toml"));
  CHECK_FALSE(config::load_file("/"));
  const std::string large(config::kMaxBytes + 1, '#');
  CHECK_FALSE(config::parse_file({"kring.toml", large}));
}

TEST_CASE("a date that breaks off is refused as any other text that is no TOML") {
  for (const char* text : {"a = 1979-05-27T\0207", "a = 1979-05-27T", "a = 1979-", "a = 1:"}) {
    CHECK_FALSE(config::parse_file({"kring.toml", text}));
  }
}

TEST_CASE("letters beyond ASCII stand between quotes or in comments only") {
  for (const char* text : {"a = é", "é = 1", "a = 'b' é", "a = '''é''''' é", R"(a = "\"é\" ґ" ґ)",
                           "a =0[\"ﱿ", "a = \"\"\"\\é\"\"\""}) {
    const auto parsed = config::parse_file({"kring.toml", text});
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().front().text.en.find("line 1: this is no TOML") != std::string::npos);
  }
  for (const char* text : {"a = 'é~7E' # é", R"(a = "é~7E")", R"(a = "\u00e9~7E")"}) {
    const auto parsed = config::parse_file({"kring.toml", text});
    REQUIRE(parsed);
    CHECK(parsed->items.front().text == "é~7E");
  }
}

TEST_CASE("a file that is no UTF-8 is refused") {
  const auto parsed = config::parse_file({"kring.toml", "a = 'caf\xE9'"});
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().front().text.en.find("is not UTF-8") != std::string::npos);
}

TEST_CASE("tables within tables without end are refused") {
  std::string deep = "[a";
  for (std::size_t level = 0; level <= config::kMaxDots; ++level) {
    deep += ".a";
  }
  const auto parsed = config::parse_file({"kring.toml", deep + "]\n"});
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().front().code == "config_too_large");
}

TEST_CASE("a configuration is read from its file") {
  const ScratchFile scratch(".toml");
  std::ofstream(scratch.path()) << "\xEF\xBB\xBF"
                                << "catalog = 'a.db'\n";
  const auto file = config::load_file(scratch.path());
  REQUIRE(file);
  CHECK(file->name == scratch.path());
  CHECK(file->text == "catalog = 'a.db'\n");
}

}  // namespace kring::service::tests
