#include "indexer/build_folder.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "catalog/result.h"

namespace kring::indexer {
namespace {

namespace fs = std::filesystem;

// "segment-12" -> 12; absent for anything that the writer does not name so.
std::optional<std::int64_t> generation_of(const std::string& name) {
  const bool is_ours = name.starts_with("segment-") || name.starts_with("documents-");
  if (!is_ours) return std::nullopt;
  const std::string digits = name.substr(name.find('-') + 1);
  std::int64_t generation = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), generation);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return generation;
}

bool names(const Manifest& manifest, const std::string& name) {
  if (manifest.documents == name) return true;
  return std::any_of(manifest.segments.begin(), manifest.segments.end(),
                     [&name](const SegmentEntry& entry) { return entry.name == name; });
}

}  // namespace

BuildFolder::BuildFolder(const std::string& index_dir) : index_dir_(index_dir) {
  std::error_code error;
  fs::create_directories(index_dir, error);
  if (error) {
    throw catalog::Error(fmt::format(
        "Could not make the index folder {}: {}. Choose a folder that you may write to.", index_dir,
        error.message()));
  }
  lock_ = ::open((index_dir + "/writer.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0) {
    throw catalog::Error(fmt::format(
        "Could not write to the index folder {}: {}. Choose a folder that you may write to.",
        index_dir, std::strerror(errno)));
  }
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    throw catalog::Error(
        fmt::format("Another kring is writing the index in {}. Wait until it is done.", index_dir));
  }
}

BuildFolder::~BuildFolder() {
  for (const std::string& name : owned_) {
    std::error_code ignored;
    fs::remove_all(index_dir_ + "/" + name, ignored);
  }
  ::close(lock_);
}

std::int64_t BuildFolder::next_generation(const std::optional<Manifest>& present) const {
  std::int64_t highest = present ? present->generation : 0;
  for (const auto& entry : fs::directory_iterator(index_dir_)) {
    highest = std::max(highest, generation_of(entry.path().filename().string()).value_or(0));
  }
  return highest + 1;
}

void BuildFolder::own(const std::string& name) {
  owned_.push_back(name);
}

void BuildFolder::supersede(const Manifest& before, const Manifest& after) const {
  for (const auto& entry : fs::directory_iterator(index_dir_)) {
    const std::string name = entry.path().filename().string();
    if (!names(before, name) || names(after, name)) continue;
    std::error_code ignored;
    fs::last_write_time(entry.path(), fs::file_time_type::clock::now(), ignored);
  }
}

void BuildFolder::remove_unnamed(const Manifest& manifest) const {
  for (const auto& entry : fs::directory_iterator(index_dir_)) {
    const std::string name = entry.path().filename().string();
    if (!generation_of(name) || names(manifest, name)) continue;
    std::error_code ignored;
    const auto age = fs::file_time_type::clock::now() - fs::last_write_time(entry.path(), ignored);
    if (!ignored && age > kGrace) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace kring::indexer
