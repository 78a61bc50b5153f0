// Is a key kept without being kept, and does it end when it should?
#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "service/access/digest.h"
#include "service/access/key_file.h"
#include "service/access/key_ring.h"

namespace kring::service::access {
namespace {

using namespace std::chrono_literals;

constexpr catalog::Date kDay = std::chrono::year(2026) / std::chrono::November / 26;

/// A folder of its own, gone at the end.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() / ("kring-keys-" + make_random_digits(8))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  [[nodiscard]] std::string file() const { return path_ / "keys.json"; }

 private:
  std::filesystem::path path_;
};

KeyRecord make_record(const NewKey& key) {
  return {.id = key.id,
          .name = "ward 7",
          .hash = key.hash,
          .roles = {Role::kRecordSystem},
          .scope = {},
          .created = kDay,
          .expires = kDay + std::chrono::days(30),
          .revoked = std::nullopt};
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

NewKey add_key(const std::string& path) {
  NewKey key = make_key();
  change_keys(path, [&](KeyRecords& keys) { keys.push_back(make_record(key)); });
  return key;
}

WallClock stand_at(std::chrono::system_clock::time_point now) {
  return [now] { return now; };
}

}  // namespace

TEST_CASE("SHA-256 is the one of FIPS 180") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(equals_in_constant_time("abc", "abc"));
  CHECK_FALSE(equals_in_constant_time("abc", "abd"));
  CHECK_FALSE(equals_in_constant_time("abc", "abcd"));
}

TEST_CASE("HMAC is that of RFC 4231") {
  CHECK(hmac_sha256("Jefe", "what do ya want for nothing?")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("the file holds the hash of a key and never the key, and its owner alone reads it") {
  const Folder folder;
  const NewKey key = add_key(folder.file());
  const std::string text = read_file(folder.file());
  CHECK(text.find(key.hash) != std::string::npos);
  CHECK(text.find(key.text.substr(key.text.rfind('_') + 1)) == std::string::npos);
  struct stat status {};
  REQUIRE(::stat(folder.file().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(load_keys(folder.file()) == KeyRecords{make_record(key)});
}

TEST_CASE("a key lets its holder in until its last day is over") {
  const Folder folder;
  const NewKey key = add_key(folder.file());
  const auto find_at = [&](std::chrono::system_clock::time_point now) {
    return KeyRing(folder.file(), stand_at(now)).find_caller({key.text});
  };
  const auto caller = find_at(kDay + 30 * 24h + 23h);
  REQUIRE(caller);
  CHECK(caller->who == "key:" + key.id);
  CHECK(caller->roles == Roles{Role::kRecordSystem});
  CHECK_FALSE(find_at(kDay + 31 * 24h));
}

TEST_CASE("a revoked key is refused by a ring that was open before") {
  const Folder folder;
  const NewKey key = add_key(folder.file());
  const NewKey other = add_key(folder.file());
  KeyRing ring(folder.file(), stand_at(kDay));
  REQUIRE(ring.find_caller({key.text}));
  change_keys(folder.file(), [](KeyRecords& keys) { keys.front().revoked = kDay; });
  CHECK_FALSE(ring.find_caller({key.text}));
  CHECK(ring.find_caller({other.text}));
}

TEST_CASE("a key that differs in any one digit is nobody's") {
  const Folder folder;
  const NewKey key = add_key(folder.file());
  KeyRing ring(folder.file(), stand_at(kDay));
  for (std::size_t i = 0; i < key.text.size(); ++i) {
    std::string wrong = key.text;
    wrong[i] = wrong[i] == '0' ? '1' : '0';
    CAPTURE(i);
    CHECK_FALSE(ring.find_caller({wrong}));
  }
  CHECK_FALSE(ring.find_caller({key.text + "0"}));
  CHECK_FALSE(ring.find_caller({key.id}));
}

TEST_CASE("a damaged file lets nobody in and names the place") {
  const Folder folder;
  const NewKey key = add_key(folder.file());
  KeyRing ring(folder.file(), stand_at(kDay));
  std::ofstream(folder.file()) << R"({"keys": [{"id": "0"}]})";
  CHECK_THROWS_WITH(ring.find_caller({key.text}), Catch::Contains("/keys/0"));
  CHECK_THROWS_AS(ring.find_caller({key.text}), catalog::Error);
  std::filesystem::remove(folder.file());
  CHECK_THROWS_WITH(ring.find_caller({key.text}), Catch::Contains("kring keys create"));
}

TEST_CASE("an editor's key without a municipality is no key") {
  KeyRecord record = make_record(make_key());
  record.roles = {Role::kEditor};
  CHECK_FALSE(parse_keys(write_keys({record})));
  record.scope.municipality = "GM0268";
  CHECK(parse_keys(write_keys({record})).value() == KeyRecords{record});
}

}  // namespace kring::service::access
