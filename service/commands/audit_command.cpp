// kring audit verify: is the audit trail as it was written?
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "catalog/json.h"
#include "service/audit/verify.h"
#include "service/commands/commands.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::Json;

constexpr int kIntact = 0;
constexpr int kBroken = 1;

struct AuditArguments {
  std::vector<std::string> files;
  bool is_json = false;
};

Json to_json(const audit::Verdict& verdict) {
  const auto count = [](std::uint64_t number) { return Json(static_cast<std::int64_t>(number)); };
  Json broken;
  if (verdict.broken) {
    broken = Json::Object{{"file", verdict.broken->file},
                          {"line", count(verdict.broken->line)},
                          {"text", verdict.broken->text.en}};
  }
  return Json::Object{{"intact", !verdict.broken.has_value()}, {"first", count(verdict.first)},
                      {"last", count(verdict.last.sequence)},  {"hash", verdict.last.hash},
                      {"torn_bytes", count(verdict.torn)},     {"broken", std::move(broken)}};
}

void print_break(const audit::Break& broken) {
  const auto place = [&broken](std::string_view word) {
    return broken.line == 0 ? std::string() : fmt::format(" {} {}", word, broken.line);
  };
  std::cout << fmt::format("{}{}: {}\n  {}{}: {}\n", broken.file, place("regel"), broken.text.nl,
                           broken.file, place("line"), broken.text.en);
}

void print_intact(const audit::Verdict& verdict) {
  std::cout << fmt::format(
      "Heel: regels {} tot en met {}, laatste hash {}.\nIntact: entries {} up to and including {}, "
      "last hash {}.\n",
      verdict.first, verdict.last.sequence, verdict.last.hash, verdict.first, verdict.last.sequence,
      verdict.last.hash);
  if (verdict.torn != 0) {
    std::cout << fmt::format(
        "Aan het eind staan {} bytes van een regel die nooit is bevestigd: het programma is toen "
        "gestopt.\nAt the end are {} bytes of an entry that was never confirmed: the program "
        "stopped there.\n",
        verdict.torn, verdict.torn);
  }
}

int verify_trail(const AuditArguments& arguments) {
  std::vector<std::string> files = arguments.files;
  std::erase_if(files, [](const std::string& file) { return file.ends_with(".head"); });
  const audit::Verdict verdict = audit::verify(files);
  if (arguments.is_json) {
    std::cout << catalog::write_pretty_json(to_json(verdict)) << "\n";
  } else if (verdict.broken) {
    print_break(*verdict.broken);
  } else {
    print_intact(verdict);
  }
  return verdict.broken ? kBroken : kIntact;
}

}  // namespace

void add_audit(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<AuditArguments>();
  CLI::App* audit = app.add_subcommand("audit", "The audit trail of kring serve --audit FILE");
  audit->require_subcommand(1);
  CLI::App* verify =
      audit->add_subcommand("verify", "Tell whether a trail is intact, or where it breaks first");
  verify
      ->add_option("FILE", arguments->files,
                   "The trail's files, full ones and the newest, in any order; "
                   "head records among them are passed over")
      ->required();
  verify->add_flag("--json", arguments->is_json, "As JSON");
  verify->footer(
      "Exit code 0: intact; 1: broken. Each entry holds the hash of the one before; FILE.head "
      "beside the newest file tells\n"
      "which was the last. Who can rewrite all of them can forge a trail: keep the last hash that "
      "this prints elsewhere.\n\nExample:\n"
      "  kring audit verify audit.jsonl*");
  verify->callback(
      [arguments, &chosen] { chosen = [arguments] { return verify_trail(*arguments); }; });
}

}  // namespace kring::service
