#include "catalog/formats/archive.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include <zip.h>

#include "catalog/formats/scratch_bytes.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMebibyte = 1'048'576;
constexpr std::size_t kPieceBytes = 262'144;  ///< of an entry, taken at once

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Handle = std::unique_ptr<zip_t, Discard>;
using OpenFile = std::unique_ptr<zip_file_t, Close>;

struct Entry {
  zip_uint64_t index = 0;
  std::size_t size = 0;  ///< unpacked, as the archive says
};

std::string in_mebibytes(std::size_t bytes) {
  return std::to_string(bytes / kMebibyte) + " MiB";
}

Problem not_an_archive() {
  return {"archive_unreadable",
          "",
          {"dit zip-bestand is beschadigd of niet compleet. Maak of download het opnieuw.",
           "this zip file is damaged or cut off. Make or download it again."}};
}

Problem too_many_entries() {
  const std::string limit = std::to_string(kMaxArchiveEntries);
  return {"archive_too_large",
          "",
          {"dit zip-bestand bevat meer dan " + limit + " bestanden. Splits het.",
           "this zip file holds more than " + limit + " files. Split it."}};
}

Problem entry_too_large(const std::string& name, std::size_t most) {
  const std::string limit = in_mebibytes(most);
  return {"archive_too_large",
          "",
          {name + ": uitgepakt is dit bestand groter dan " + limit + ". Splits het.",
           name + ": unpacked, this file is larger than " + limit + ". Split it."}};
}

Problem unpacked_too_large() {
  const std::string limit = in_mebibytes(kMaxUnpackedBytes);
  return {"archive_too_large",
          "",
          {"uitgepakt is dit zip-bestand samen groter dan " + limit + ". Splits het.",
           "unpacked, this zip file is larger than " + limit + " in all. Split it."}};
}

Problem suspicious_ratio() {
  const std::string limit = std::to_string(kMaxUnpackedRatio);
  return {
      "archive_suspicious",
      "",
      {"dit zip-bestand wordt bij uitpakken meer dan " + limit
           + " keer zo groot en is daarom niet gelezen. Pak het zelf uit en lees de bestanden in.",
       "this zip file becomes more than " + limit
           + " times as large when unpacked and was not read. Unpack it and read its files."}};
}

Problem unsafe_name() {
  return {
      "archive_unsafe_name",
      "",
      {"in dit zip-bestand staat een bestand met een naam die buiten de map wijst (.. of een vast "
       "pad), leeg is of niet te lezen. Maak het zip-bestand opnieuw uit een gewone map.",
       "this zip file holds a file whose name leads out of the folder (.. or a fixed path), is "
       "empty or cannot be read. Make the zip file again from a plain folder."}};
}

Problem double_name(const std::string& name) {
  return {"archive_double_name",
          "",
          {name + ": dit bestand staat twee keer in het zip-bestand. Laat er één staan.",
           name + ": this file stands in the zip file twice. Leave one."}};
}

Problem encrypted_entry(const std::string& name) {
  return {"archive_encrypted",
          "",
          {name
               + ": dit bestand is met een wachtwoord versleuteld. Maak het zip-bestand zonder "
                 "wachtwoord.",
           name + ": this file is locked with a password. Make the zip file without one."}};
}

Problem damaged_entry(const std::string& name) {
  return {
      "archive_unreadable",
      "",
      {name
           + ": dit bestand in het zip-bestand is beschadigd of op een onbekende manier ingepakt. "
             "Maak het zip-bestand opnieuw.",
       name
           + ": this file in the zip file is damaged or packed in an unknown way. Make the zip "
             "file again."}};
}

Problem missing_entry(const std::string& name) {
  return {"archive_entry_missing",
          "",
          {name + ": dit bestand ontbreekt in het zip-bestand.",
           name + ": this file is missing from the zip file."}};
}

bool is_control(char letter) {
  return static_cast<unsigned char>(letter) < 0x20;
}

/// Whether a name with "/" between folders stays below the archive.
bool is_safe_name(std::string_view name) {
  const bool has_drive = name.size() > 1 && name[1] == ':';
  if (name.empty() || name.size() > kMaxEntryNameBytes || name.front() == '/' || has_drive
      || std::any_of(name.begin(), name.end(), is_control)) {
    return false;
  }
  const std::string framed = "/" + std::string(name) + "/";
  return framed.find("/../") == std::string::npos;
}

/// Some programs of Windows write "\" between folders.
std::string with_slashes(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

/// `bytes` outlive it.
Handle open_archive(std::string_view bytes) {
  zip_error_t fault;
  zip_error_init(&fault);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &fault);
  Handle handle(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &fault));
  if (!handle && source != nullptr) {
    zip_source_free(source);
  }
  zip_error_fini(&fault);
  return handle;
}

constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

}  // namespace

struct Archive::State {
  FeedBytes packed;  ///< the archive
  Handle handle;
  std::size_t unpacked = 0;  ///< bytes of all entries, as the archive says
  std::size_t held = 0;      ///< bytes that were unpacked into memory
  std::vector<std::string> names;
  std::map<std::string, Entry, std::less<>> entries;

  /// Takes what the archive says of one entry.
  std::optional<Problem> take(zip_uint64_t index) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(handle.get(), index, ZIP_FL_ENC_GUESS, &about) != 0
        || (about.valid & kNeeded) != kNeeded) {
      return not_an_archive();
    }
    const std::string name = with_slashes(about.name);
    if (!is_safe_name(name)) {
      return unsafe_name();
    }
    if (name.ends_with('/')) {
      return std::nullopt;
    }
    return about.encryption_method == ZIP_EM_NONE ? add(name, {index, about.size})
                                                  : encrypted_entry(name);
  }

  /// Gives the bytes of an entry piece by piece; false where it is damaged, or longer or shorter
  /// than the archive says.
  bool pour(const Entry& entry, const std::function<void(std::string_view)>& take) const {
    const OpenFile file(zip_fopen_index(handle.get(), entry.index, 0));
    std::string piece(kPieceBytes, '\0');
    std::size_t filled = 0;
    // The check sum is compared where the entry ends, so that is read too.
    for (bool is_open = file != nullptr; is_open;) {
      const zip_int64_t read = zip_fread(file.get(), piece.data(), piece.size());
      if (read < 0 || filled + static_cast<std::size_t>(read) > entry.size) return false;
      filled += static_cast<std::size_t>(read);
      take(std::string_view(piece).substr(0, static_cast<std::size_t>(read)));
      packed.release(packed);
      is_open = read > 0;
    }
    return file != nullptr && filled == entry.size;
  }

 private:
  std::optional<Problem> add(const std::string& name, Entry entry) {
    if (entry.size > kMaxEntryBytes) {
      return entry_too_large(name, kMaxEntryBytes);
    }
    unpacked += entry.size;
    if (unpacked > kMaxUnpackedBytes) {
      return unpacked_too_large();
    }
    if (unpacked > kFreeUnpackedBytes && unpacked / kMaxUnpackedRatio > packed.size()) {
      return suspicious_ratio();
    }
    if (!entries.emplace(name, entry).second) {
      return double_name(name);
    }
    names.push_back(name);
    return std::nullopt;
  }
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&& other) noexcept = default;
Archive& Archive::operator=(Archive&& other) noexcept = default;
Archive::~Archive() = default;

const std::vector<std::string>& Archive::names() const {
  return state_->names;
}

bool Archive::has(std::string_view name) const {
  return state_->entries.contains(name);
}

Result<std::string> Archive::read(std::string_view name) const {
  const auto found = state_->entries.find(name);
  if (found == state_->entries.end()) return missing_entry(std::string(name));
  if (found->second.size > kMaxHeldBytes) return entry_too_large(found->first, kMaxHeldBytes);
  std::string bytes;
  bytes.reserve(found->second.size);
  const bool is_whole =
      state_->pour(found->second, [&bytes](std::string_view piece) { bytes += piece; });
  if (!is_whole) return damaged_entry(found->first);
  return bytes;
}

Result<FeedBytes> Archive::unpack(std::string_view name) const {
  const auto found = state_->entries.find(name);
  const std::size_t size = found == state_->entries.end() ? 0 : found->second.size;
  if (size < kMappedFrom && state_->held + size <= kMaxHeldTogether) {
    Result<std::string> bytes = read(name);
    if (!bytes) return bytes.error();
    state_->held += size;
    return FeedBytes(std::move(bytes).value());
  }
  ScratchBytes bytes;
  const bool is_whole =
      state_->pour(found->second, [&bytes](std::string_view piece) { bytes.write(piece); });
  if (!is_whole) return damaged_entry(found->first);
  return bytes.finish();
}

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<Archive> parse_archive(const FeedBytes& bytes) {
  auto state = std::make_unique<Archive::State>();
  state->packed = bytes;
  state->handle = is_archive(bytes) ? open_archive(state->packed) : nullptr;
  if (!state->handle) {
    return not_an_archive();
  }
  const zip_int64_t count = zip_get_num_entries(state->handle.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > kMaxArchiveEntries) {
    return too_many_entries();
  }
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
    if (std::optional<Problem> problem = state->take(index)) {
      return std::move(*problem);
    }
  }
  return Archive(std::move(state));
}

}  // namespace kring::catalog::formats
