#include "service/commands/feed_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "catalog/formats/archive.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/workbook.h"

namespace kring::service {
namespace {

using catalog::FeedFile;
using catalog::Problem;
using catalog::Result;

constexpr std::array kExtensions = {".json", ".jsonld", ".jsonl", ".ndjson",
                                    ".ics",  ".csv",    ".xlsx",  ".zip"};
constexpr std::array kTableExtensions = {".csv", ".xlsx", ".zip"};
constexpr std::string_view kExtensionList =
    ".json, .jsonld, .jsonl, .ndjson, .ics, .csv, .xlsx, .zip";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

template <class Extensions>
bool has_any_extension(const std::filesystem::path& path, const Extensions& extensions) {
  std::string extension = path.extension().string();
  for (char& letter : extension) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

/// Hidden files are notes of the system that made the folder ("._services.csv").
bool is_feed_file(const std::filesystem::path& path) {
  return has_any_extension(path, kExtensions) && !path.filename().string().starts_with('.');
}

bool is_table(const FeedFile& file) {
  return has_any_extension(file.name, kTableExtensions);
}

/// The feed files right in `folder`; deeper folders are other feeds.
std::vector<std::string> list_folder(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    if (is_feed_file(entry.path()) && entry.is_regular_file(fault)) {
      names.push_back(entry.path().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

catalog::FeedBytes without_mark(const catalog::FeedBytes& bytes) {
  return bytes.view().starts_with(kByteOrderMark) ? bytes.without_first(kByteOrderMark.size())
                                                  : bytes;
}

Problem make_problem(const std::string& code, const std::string& path, const catalog::Text& text) {
  return {code, "", {path + ": " + text.nl, path + ": " + text.en}};
}

std::vector<std::string> files_at(const std::string& path) {
  return std::filesystem::is_directory(path) ? list_folder(path) : std::vector<std::string>{path};
}

Problem folder_without_feed(const std::string& path) {
  const std::string known = " (" + std::string(kExtensionList) + ").";
  return make_problem("folder_empty", path,
                      {"hierin staan geen bestanden met een feed" + known,
                       "this holds no files of a feed" + known});
}

/// A zip is a folder that came as one file; a spreadsheet, which is a zip too, stays one.
bool is_packed_folder(const FeedFile& file) {
  return catalog::formats::is_archive(file.bytes) && !catalog::formats::is_workbook(file.bytes);
}

/// The feed files of a zip, in the order of their names.
Result<std::vector<FeedFile>> unpack(const FeedFile& packed) {
  const auto archive = catalog::formats::parse_archive(packed.bytes);
  if (!archive) {
    const Problem& problem = archive.error().front();
    return make_problem(problem.code, packed.name, problem.text);
  }
  std::vector<std::string> names = archive->names();
  std::sort(names.begin(), names.end());
  std::vector<FeedFile> files;
  for (const std::string& name : names) {
    if (!is_feed_file(name)) {
      continue;
    }
    Result<catalog::FeedBytes> bytes = archive->unpack(name);
    if (!bytes) {
      const Problem& problem = bytes.error().front();
      return make_problem(problem.code, packed.name, problem.text);
    }
    files.push_back({packed.name + "/" + name, without_mark(std::move(bytes).value())});
  }
  return files.empty() ? Result<std::vector<FeedFile>>(folder_without_feed(packed.name))
                       : std::move(files);
}

/// The file at `path`, or the files in it.
Result<std::vector<FeedFile>> load_files(const std::string& path) {
  Result<FeedFile> file = load_feed_file(path);
  if (!file) {
    return file.error();
  }
  return unpack_feed_file(std::move(file).value());
}

/// The first format that takes one of the files; null where none does.
const catalog::Format* recognise(const std::vector<FeedFile>& files) {
  for (const FeedFile& file : files) {
    const std::span<const catalog::Format> all = catalog::all_formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const catalog::Format& format) {
      return format.recognises(file);
    });
    if (found != all.end()) {
      return &*found;
    }
  }
  return nullptr;
}

/// Why no format took the files. The first that does not even begin as JSON says most.
Problem unrecognised(const std::vector<FeedFile>& files) {
  for (const FeedFile& file : files) {
    const std::size_t start = file.bytes.view().find_first_not_of(" \t\r\n");
    if (start == std::string::npos) {
      return make_problem("empty_file", file.name + ":1",
                          {"het bestand is leeg.", "the file is empty."});
    }
    if (!is_table(file) && file.bytes.view()[start] != '{' && file.bytes.view()[start] != '[') {
      return make_problem(
          "not_json", file.name + ":1",
          {"dit is geen JSON en geen agenda; een feed begint met {, [ of BEGIN:VCALENDAR.",
           "this is neither JSON nor a calendar; a feed begins with {, [ or BEGIN:VCALENDAR."});
    }
    if (catalog::formats::is_cut_off(file)) {
      return make_problem("cut_off", file.name,
                          {"dit bestand breekt halverwege af. Haal het opnieuw op.",
                           "this file breaks off halfway. Fetch it anew."});
    }
  }
  return make_problem("unknown_format", files.front().name + ":1",
                      {"dit lijkt op geen formaat dat Kring kent. Geef het aan met --format ("
                           + known_formats() + ").",
                       "this looks like no format that Kring knows. Name it with --format ("
                           + known_formats() + ")."});
}

}  // namespace

std::string known_formats() {
  std::string names;
  for (const catalog::Format& format : catalog::all_formats()) {
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return names;
}

std::vector<FeedFile> files_of_format(const catalog::Format& format, std::vector<FeedFile> files) {
  const bool reads_tables = format.name.ends_with("-csv");
  if (!reads_tables && !std::all_of(files.begin(), files.end(), is_table)) {
    std::erase_if(files, is_table);
  }
  return files;
}

Result<std::vector<FeedFile>> unpack_feed_file(FeedFile file) {
  if (is_packed_folder(file)) {
    return unpack(file);
  }
  std::vector<FeedFile> files;
  files.push_back({std::move(file.name), without_mark(file.bytes)});
  return files;
}

Result<FeedFile> load_feed_file(const std::string& path) {
  std::error_code fault;
  if (!std::filesystem::exists(path, fault)) {
    return make_problem("file_missing", path,
                        {"dit bestand bestaat niet. Controleer de naam.",
                         "this file does not exist. Check its name."});
  }
  if (std::filesystem::is_directory(path, fault) || ::access(path.c_str(), R_OK) != 0) {
    return make_problem("file_unreadable", path,
                        {"dit bestand is niet te lezen. Controleer de rechten.",
                         "this file cannot be read. Check its access rights."});
  }
  return FeedFile{path, without_mark(catalog::FeedBytes::load(path))};
}

Result<std::vector<FeedFile>> load_feed_files(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  catalog::Problems problems;
  for (const std::string& path : paths) {
    const std::vector<std::string> found = files_at(path);
    names.insert(names.end(), found.begin(), found.end());
    if (found.empty()) {
      problems.push_back(folder_without_feed(path));
    }
  }
  std::vector<FeedFile> files;
  for (const std::string& name : names) {
    Result<std::vector<FeedFile>> loaded = load_files(name);
    if (!loaded) {
      problems.push_back(loaded.error().front());
      continue;
    }
    for (FeedFile& file : std::move(loaded).value()) {
      files.push_back(std::move(file));
    }
  }
  if (!problems.empty()) {
    return problems;
  }
  return files;
}

Result<const catalog::Format*> choose_format(const std::vector<FeedFile>& files,
                                             const std::string& name) {
  if (name.empty()) {
    const catalog::Format* format = recognise(files);
    return format == nullptr ? Result<const catalog::Format*>(unrecognised(files)) : format;
  }
  const catalog::Format* format = catalog::find_format(name);
  if (format != nullptr) {
    return format;
  }
  return Problem{"unknown_format",
                 "",
                 {"Het formaat " + name + " is onbekend. Kies uit: " + known_formats() + ".",
                  "The format " + name + " is unknown. Choose one of: " + known_formats() + "."}};
}

bool is_web_address(const std::string& path) {
  return path.find("://") != std::string::npos;
}

std::string default_source(const std::vector<std::string>& paths) {
  std::filesystem::path path(paths.empty() ? std::string() : paths.front());
  if (!path.has_filename()) {
    path = path.parent_path();
  }
  const std::string stem = path.stem().string();
  return stem.empty() || stem == "." || stem == ".." ? "feed" : stem;
}

}  // namespace kring::service
