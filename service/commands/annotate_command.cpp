// kring annotate: what did Kring understand of each record?
#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include "catalog/store/store.h"
#include "indexer/language/annotator.h"
#include "service/commands/annotation_text.h"
#include "service/commands/commands.h"
#include "service/commands/import_report.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

struct AnnotateArguments {
  std::string catalog;
  std::string today;
  bool as_table = false;
  bool as_json = false;
};

std::string duplicate_of(const catalog::StoredActivity& stored) {
  const bool is_represented = stored.representative && *stored.representative != stored.activity.id;
  return is_represented ? stored.representative->value : std::string();
}

int run_annotate(const AnnotateArguments& arguments) {
  const std::optional<catalog::Date> today =
      arguments.today.empty() ? today_in_amsterdam(std::chrono::system_clock::now())
                              : catalog::parse_date(arguments.today);
  if (!today) {
    std::cerr << "--today is een datum als 2026-11-23.\n--today is a date such as 2026-11-23.\n";
    return kWrongUsage;
  }
  const catalog::ActivityStore store =
      catalog::ActivityStore::open(arguments.catalog, catalog::OpenMode::kReadOnly);
  const catalog::Result<catalog::Vocabulary> vocabulary =
      catalog::parse_vocabulary(store.document(catalog::DocumentKind::kVocabulary).text);
  if (!vocabulary) {
    print_problems(vocabulary.error(), std::cerr);
    return kFailed;
  }
  const indexer::Annotator annotator(*vocabulary);
  if (arguments.as_table) std::cout << annotation_heading();
  store.for_each([&](const catalog::StoredActivity& stored) {
    const Understood understood{stored.activity, annotator.annotate(stored.activity), *vocabulary,
                                *today, duplicate_of(stored)};
    if (arguments.as_table) {
      std::cout << annotation_row(understood);
    } else if (arguments.as_json) {
      std::cout << annotation_json(understood);
    } else {
      std::cout << annotation_story(understood);
    }
  });
  std::cout.flush();
  return std::cout ? kDone : kFailed;
}

}  // namespace

void add_annotate(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<AnnotateArguments>();
  CLI::App* command = app.add_subcommand(
      "annotate",
      "What Kring understood of each record: concepts and facts, each with the words that told it");
  command->add_option("--catalog", arguments->catalog, "The catalogue")->required();
  command->add_option("--today", arguments->today,
                      "The day against which ended schedules are judged");
  CLI::Option* table = command->add_flag("--tsv", arguments->as_table,
                                         "One line a record, tab-separated, with a heading");
  command
      ->add_flag("--json", arguments->as_json,
                 "One JSON object a line, with evidence and conflicts")
      ->excludes(table);
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_annotate(*arguments); }; });
}

}  // namespace kring::service
