// kring export: how does the catalogue get out again?
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <unistd.h>

#include "catalog/formats/formats.h"
#include "catalog/result.h"
#include "catalog/store/store.h"
#include "service/commands/commands.h"
#include "service/commands/output_file.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ActivityStore;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

struct ExportArguments {
  std::string catalog;
  std::string format;
  std::string out;
  bool wants_template = false;
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
void write_folder(const ActivityStore& store,
                  const catalog::Format& format,
                  const std::filesystem::path& folder) {
  const std::filesystem::path draft = folder / (".new." + std::to_string(::getpid()));
  std::error_code fault;
  std::filesystem::create_directories(draft, fault);
  if (fault) throw_unwritten(folder.string(), fault.value());
  format.write_folder(store, draft);
  for (const auto& entry : std::filesystem::directory_iterator(draft)) {
    flush_to_disk(entry.path().string());
    std::filesystem::rename(entry.path(), folder / entry.path().filename(), fault);
    if (fault) throw_unwritten(folder.string(), fault.value());
  }
  std::filesystem::remove(draft, fault);
}

int run_export(const ExportArguments& arguments) {
  const catalog::Format* format = catalog::find_format(arguments.format);
  if (format == nullptr || format->write == nullptr) return refuse_format(arguments.format);
  if (arguments.wants_template) {
    if (format->write_template == nullptr) return refuse_template(arguments.format);
    return write_output(format->write_template, arguments.out) ? kDone : kFailed;
  }
  if (arguments.catalog.empty()) return refuse_without_catalog();
  const bool wants_folder = is_folder(arguments.out);
  if (wants_folder && format->write_folder == nullptr) return refuse_folder();
  const ActivityStore store = ActivityStore::open(arguments.catalog, catalog::OpenMode::kReadOnly);
  if (wants_folder) {
    write_folder(store, *format, arguments.out);
    return kDone;
  }
  return write_output([&](std::ostream& out) { format->write(store, out); }, arguments.out)
             ? kDone
             : kFailed;
}

}  // namespace

void add_export(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", "Write the catalogue as a feed");
  command->add_option("--catalog", arguments->catalog, "The catalogue; not needed for a template");
  command->add_option("--format", arguments->format, writable_formats())->required();
  command->add_flag("--template", arguments->wants_template,
                    "An empty table to fill in, with help for each heading (kring-csv)");
  command->add_option("--out", arguments->out,
                      "The file to write (hsds-csv: a zip, or a folder where it ends in / or is "
                      "one); standard output where absent");
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_export(*arguments); }; });
}

}  // namespace kring::service
