#include "service/access/key_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/json.h"
#include "service/access/digest.h"

namespace kring::service::access {
namespace {

using catalog::Json;
using catalog::Problem;
using catalog::Problems;

constexpr mode_t kOwnerOnly = 0600;

Problem make_problem(std::string_view pointer, std::string_view nl, std::string_view en) {
  return {"bad_keys", std::string(pointer), {std::string(nl), std::string(en)}};
}

bool is_digits(std::string_view text, std::size_t count) {
  return text.size() == count
         && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<catalog::Date> read_date(const Json& value) {
  return catalog::parse_date(value.string().value_or(""));
}

std::optional<Roles> read_roles(const Json& value) {
  Roles roles;
  for (const Json& name : value.array()) {
    const auto role = find_role(name.string().value_or(""));
    if (!role) return std::nullopt;
    roles.add(*role);
  }
  if (roles.empty()) return std::nullopt;
  return roles;
}

/// Absent where any part is missing or not as write_keys writes it.
std::optional<KeyRecord> read_key(const Json& value) {
  const auto roles = read_roles(value["roles"]);
  const auto created = read_date(value["created"]);
  const auto expires = read_date(value["expires"]);
  const auto revoked = read_date(value["revoked"]);
  if (!roles || !created || !expires || value["revoked"].is_null() == revoked.has_value())
    return std::nullopt;
  KeyRecord key{.id = std::string(value["id"].string().value_or("")),
                .name = std::string(value["name"].string().value_or("")),
                .hash = std::string(value["sha256"].string().value_or("")),
                .roles = *roles,
                .scope = {std::string(value["municipality"].string().value_or("")),
                          std::string(value["organization"].string().value_or(""))},
                .created = *created,
                .expires = *expires,
                .revoked = revoked};
  const bool is_whole = is_digits(key.id, kKeyIdBytes * 2) && is_digits(key.hash, kDigestDigits)
                        && !key.name.empty() && key.name.size() <= kMaxKeyNameBytes
                        && find_scope_fault(key.roles, key.scope) == ScopeFault::kNone;
  if (!is_whole) return std::nullopt;
  return key;
}

Json write_key(const KeyRecord& key) {
  Json roles = Json::Array{};
  for (const std::string_view name : key.roles.names())
    roles.push_back(name);
  return Json::Object{
      {"id", key.id},
      {"name", key.name},
      {"sha256", key.hash},
      {"roles", std::move(roles)},
      {"municipality", key.scope.municipality},
      {"organization", key.scope.organization},
      {"created", catalog::format_date(key.created)},
      {"expires", catalog::format_date(key.expires)},
      {"revoked", key.revoked ? Json(catalog::format_date(*key.revoked)) : Json(nullptr)}};
}

[[noreturn]] void throw_unwritten(const std::string& path, int cause) {
  throw catalog::Error(fmt::format(
      "The keys were not written to {} ({}). Check the folder, its access rights and the free "
      "space; the keys are as they were.",
      path, std::generic_category().message(cause)));
}

/// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

/// The service may run as another user than who changes the keys: the file stays that user's.
bool keep_owner(int descriptor, const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return errno == ENOENT;
  return ::fchmod(descriptor, status.st_mode) == 0
         && (status.st_uid == ::geteuid()
             || ::fchown(descriptor, status.st_uid, status.st_gid) == 0);
}

void replace_file(const std::string& path, std::string_view text) {
  const std::string draft = path + ".new";
  bool is_written = false;
  {
    const Descriptor file(
        ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly));
    is_written = file.get() >= 0 && keep_owner(file.get(), path) && write_all(file.get(), text);
  }
  if (is_written && ::rename(draft.c_str(), path.c_str()) == 0) return;
  const int cause = errno;
  ::unlink(draft.c_str());
  throw_unwritten(path, cause);
}

}  // namespace

catalog::Result<KeyRecords> parse_keys(std::string_view text) {
  const auto document = catalog::parse_json(text);
  if (!document) return document.error();
  if (!(*document)["keys"].is_array()) {
    return make_problem("/keys", "Hier hoort een lijst keys te staan.",
                        "A list keys belongs here.");
  }
  const Json::Array& entries = (*document)["keys"].array();
  if (entries.size() > kMaxKeys) {
    return make_problem("/keys", "Een bestand houdt ten hoogste 10000 sleutels.",
                        "One file holds at most 10000 keys.");
  }
  KeyRecords keys;
  Problems problems;
  keys.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (auto key = read_key(entries[i])) {
      keys.push_back(*std::move(key));
    } else {
      problems.push_back(make_problem(
          fmt::format("/keys/{}", i),
          "Dit is geen sleutel zoals kring keys create die schrijft. Haal hem weg en maak een "
          "nieuwe.",
          "This is no key as kring keys create writes it. Take it out and make a new one."));
    }
  }
  if (!problems.empty()) return problems;
  return keys;
}

std::string write_keys(const KeyRecords& keys) {
  Json list = Json::Array{};
  for (const KeyRecord& key : keys)
    list.push_back(write_key(key));
  return catalog::write_pretty_json(Json::Object{{"keys", std::move(list)}}) + "\n";
}

KeyRecords load_keys(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  if (!file || failure) {
    throw catalog::Error("The keys in " + path
                         + " cannot be read. Make the first with: kring keys create --keys " + path
                         + "; or check the path and its access rights.");
  }
  if (size > kMaxKeyFileBytes) {
    throw catalog::Error("The file of keys " + path
                         + " is larger than 16 MiB: it is another file.");
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto keys = parse_keys(text);
  if (keys) return *std::move(keys);
  const Problem& first = keys.error().front();
  throw catalog::Error(fmt::format("The file of keys {} is damaged at '{}': {}", path,
                                   first.pointer, first.text.en));
}

void change_keys(const std::string& path, const std::function<void(KeyRecords&)>& change) {
  const Descriptor lock(::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly));
  if (lock.get() < 0 || ::flock(lock.get(), LOCK_EX) != 0) throw_unwritten(path, errno);
  KeyRecords keys = std::filesystem::exists(path) ? load_keys(path) : KeyRecords{};
  change(keys);
  replace_file(path, write_keys(keys));
}

}  // namespace kring::service::access
