// kring duplicates: which records are one activity, and what does a person say about it?
#include <algorithm>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/store/store.h"
#include "service/commands/author.h"
#include "service/commands/commands.h"
#include "service/commands/compared_catalog.h"
#include "service/commands/duplicates_report.h"
#include "service/commands/import_report.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

using catalog::ActivityId;
using catalog::ActivityStore;
using catalog::OpenMode;
using catalog::Problems;
using catalog::duplicates::LinkState;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

// Which records a decision is about.
enum class Scope {
  kGiven,      // those that are named
  kWholeSets,  // the sets that they are in
};

struct Decision {
  const char* name;
  const char* help;
  LinkState state;
  Scope scope;
};

constexpr Decision kDecisions[] = {
    {"merge", "These records are one activity", LinkState::kConfirmed, Scope::kGiven},
    {"unmerge", "No two of these records are one activity; they are never linked again",
     LinkState::kRejected, Scope::kGiven},
    {"confirm", "The whole set of this record is one activity", LinkState::kConfirmed,
     Scope::kWholeSets},
    {"reject", "No two records of the set of this record are one activity", LinkState::kRejected,
     Scope::kWholeSets}};

struct DuplicatesArguments {
  std::string catalog;
  std::vector<std::string> ids;
  bool is_json = false;
};

int list_sets(const DuplicatesArguments& arguments) {
  const auto store = ActivityStore::open(arguments.catalog, OpenMode::kReadOnly);
  const std::vector<ToldSet> sets = load_told_sets(store);
  std::cout << (arguments.is_json ? catalog::write_pretty_json(to_json(sets)) + "\n"
                                  : to_text(sets));
  return kDone;
}

int find_anew(const DuplicatesArguments& arguments) {
  {
    auto store = open_compared(arguments.catalog, OpenMode::kReadWrite);
    store.find_duplicates(make_author("kring duplicates", "find"));
  }
  return list_sets(arguments);
}

Problems find_unknown(const ActivityStore& store, const std::vector<ActivityId>& ids) {
  Problems problems;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (store.find(ids[i])) continue;
    problems.push_back(
        {"unknown_id",
         "/ids/" + std::to_string(i),
         {"De catalogus heeft geen activiteit " + ids[i].value
              + ". Zoek het id met `kring search`.",
          "The catalogue has no activity " + ids[i].value + ". Look it up with `kring search`."}});
  }
  return problems;
}

// Each group of records that the decision is about.
std::vector<std::vector<ActivityId>> groups_of(const ActivityStore& store,
                                               const std::vector<ActivityId>& ids,
                                               Scope scope) {
  if (scope == Scope::kGiven) return {ids};
  std::set<std::vector<ActivityId>> groups;
  for (const ActivityId& id : ids) {
    groups.insert(store.duplicate_set_of(id));
  }
  return {groups.begin(), groups.end()};
}

int decide(const DuplicatesArguments& arguments, const Decision& decision) {
  auto store = open_compared(arguments.catalog, OpenMode::kReadWrite);
  std::set<ActivityId> once;
  for (const std::string& id : arguments.ids) {
    once.insert({id});
  }
  const std::vector<ActivityId> ids(once.begin(), once.end());
  const Problems problems = find_unknown(store, ids);
  if (!problems.empty()) {
    print_problems(problems, std::cerr);
    return kFailed;
  }
  for (const std::vector<ActivityId>& group : groups_of(store, ids, decision.scope)) {
    if (group.size() < 2) {
      std::cerr << "Geef twee of meer records, of een record dat in een groep zit.\n"
                   "Give two records or more, or a record that is in a set.\n";
      return kWrongUsage;
    }
    store.decide_duplicates(group, decision.state, make_author("kring duplicates", decision.name));
  }
  return list_sets(arguments);
}

void add_decision(CLI::App& command,
                  const Decision& decision,
                  const std::shared_ptr<DuplicatesArguments>& arguments,
                  Action& chosen) {
  CLI::App* action = command.add_subcommand(decision.name, decision.help)->fallthrough();
  action->add_option("ID", arguments->ids, "Ids of records")->required();
  action->callback([arguments, &decision, &chosen] {
    chosen = [arguments, &decision] { return decide(*arguments, decision); };
  });
}

}  // namespace

void add_duplicates(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<DuplicatesArguments>();
  CLI::App* command = app.add_subcommand(
      "duplicates",
      "List the records that are one activity, with the reasons and where they differ.");
  command->footer(
      "Every import compares what it changes with all there is. The record marked * stands for "
      "its\n"
      "set in every answer; the others keep their ids. What a person decides stays.\n\n"
      "Examples:\n  kring duplicates --catalog kring.db\n"
      "  kring duplicates --catalog kring.db unmerge ID ID");
  command->add_option("--catalog", arguments->catalog, "The catalogue")->required();
  command->add_flag("--json", arguments->is_json, "List as JSON");
  command->require_subcommand(0, 1);
  command->callback([arguments, command, &chosen] {
    if (!command->get_subcommands().empty()) return;
    chosen = [arguments] { return list_sets(*arguments); };
  });
  for (const Decision& decision : kDecisions) {
    add_decision(*command, decision, arguments, chosen);
  }
  command->add_subcommand("find", "Compare every record anew, as after a new version of Kring")
      ->fallthrough()
      ->callback([arguments, &chosen] { chosen = [arguments] { return find_anew(*arguments); }; });
}

}  // namespace kring::service
