// kring export: how does the catalogue get out again?
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <unistd.h>

#include "catalog/formats/formats.h"
#include "catalog/result.h"
#include "catalog/store/store.h"
#include "indexer/language/days_off.h"
#include "service/commands/commands.h"
#include "service/commands/output_file.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::ExportedRecords;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

struct ExportArguments {
  std::string catalog;
  std::string format;
  std::string out;
  bool wants_template = false;
  bool is_for_own_use = false;
};

std::string writable_formats() {
  std::string names;
  for (const catalog::Format& format : catalog::all_formats()) {
    if (format.write != nullptr) {
      names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
  }
  return names;
}

int refuse_format(const std::string& format) {
  std::cerr << "Kring schrijft geen " << format << ". Kies uit: " << writable_formats() << ".\n"
            << "Kring writes no " << format << ". Choose one of: " << writable_formats() << ".\n";
  return kWrongUsage;
}

int refuse_template(const std::string& format) {
  std::cerr << "Van " << format << " is er geen sjabloon; wel van kring-csv.\n"
            << "There is no template of " << format << "; there is one of kring-csv.\n";
  return kWrongUsage;
}

int refuse_without_catalog() {
  std::cerr << "Geef de catalogus met --catalog. Alleen een sjabloon gaat zonder.\n"
               "Give the catalogue with --catalog. Only a template needs none.\n";
  return kWrongUsage;
}

int refuse_folder() {
  std::cerr << "Dit formaat is één bestand; geef bij --out een bestandsnaam.\n"
               "This format is one file; give --out the name of a file.\n";
  return kWrongUsage;
}

/// Whether people mean a folder: it ends in "/", or is one.
bool is_folder(const std::string& path) {
  return path.ends_with('/') || std::filesystem::is_directory(path);
}

/// In a folder of its own first, then each file renamed into its place.
void write_folder(const ExportedRecords& records,
                  const catalog::Format& format,
                  const std::filesystem::path& folder) {
  const std::filesystem::path draft = folder / (".new." + std::to_string(::getpid()));
  std::error_code fault;
  std::filesystem::create_directories(draft, fault);
  if (fault) throw_unwritten(folder.string(), fault.value());
  format.write_folder(records, draft);
  for (const auto& entry : std::filesystem::directory_iterator(draft)) {
    flush_to_disk(entry.path().string());
    std::filesystem::rename(entry.path(), folder / entry.path().filename(), fault);
    if (fault) throw_unwritten(folder.string(), fault.value());
  }
  std::filesystem::remove(draft, fault);
}

void tell_unsaid(std::size_t count, std::string_view format) {
  std::cerr << count << " activiteiten hebben geen dag en staan daarom niet in " << format
            << ". Een ander formaat geeft ze wel.\n"
            << count << " activities have no day, so they are not in " << format
            << ". Another format gives them.\n";
}

/// Whether all of it was written.
bool write_records(const ExportedRecords& records,
                   const catalog::Format& format,
                   const std::string& out) {
  if (is_folder(out)) {
    write_folder(records, format, out);
    return true;
  }
  std::size_t unsaid = 0;
  const bool is_written =
      write_output([&](std::ostream& stream) { unsaid = format.write(records, stream); }, out);
  if (is_written && unsaid > 0) tell_unsaid(unsaid, format.name);
  return is_written;
}

void tell_left_out(const ExportedRecords& records) {
  for (const catalog::SourceCount& source : records.left_out()) {
    const std::string count = std::to_string(source.activities);
    std::cerr << source.source << ": " << count
              << " weggelaten, want deze bron mag niet worden doorgegeven. Voor eigen gebruik: "
                 "--own-use.\n"
              << source.source << ": " << count
              << " left out, for this source may not be passed on. For your own use: --own-use.\n";
  }
}

int run_export(const ExportArguments& arguments) {
  const catalog::Format* format = catalog::find_format(arguments.format);
  if (format == nullptr || format->write == nullptr) return refuse_format(arguments.format);
  if (arguments.wants_template) {
    if (format->write_template == nullptr) return refuse_template(arguments.format);
    return write_output(format->write_template, arguments.out) ? kDone : kFailed;
  }
  if (arguments.catalog.empty()) return refuse_without_catalog();
  if (is_folder(arguments.out) && format->write_folder == nullptr) return refuse_folder();
  const ActivityStore store = ActivityStore::open(arguments.catalog, catalog::OpenMode::kReadOnly);
  const indexer::Analyser analyser;
  const ExportedRecords records(
      store, arguments.is_for_own_use ? catalog::Recipient::kOwner : catalog::Recipient::kAnyone,
      [&](std::string_view text) { return indexer::find_days_off(text, analyser); });
  if (!write_records(records, *format, arguments.out)) return kFailed;
  tell_left_out(records);
  return kDone;
}

}  // namespace

void add_export(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", "Write the catalogue as a feed");
  command->add_option("--catalog", arguments->catalog, "The catalogue; not needed for a template");
  command->add_option("--format", arguments->format, writable_formats())->required();
  command->add_flag("--template", arguments->wants_template,
                    "An empty table to fill in, with help for each heading (kring-csv)");
  command->add_flag("--own-use", arguments->is_for_own_use,
                    "Everything, to keep or to move elsewhere yourself. Without it, records of "
                    "sources that may not be passed on are left out and counted");
  command->add_option("--out", arguments->out,
                      "The file to write (hsds-csv: a zip, or a folder where it ends in / or is "
                      "one); standard output where absent");
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_export(*arguments); }; });
}

}  // namespace kring::service
