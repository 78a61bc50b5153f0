#include "catalog/store/duplicate_sets.h"

#include <map>
#include <set>
#include <utility>

#include "catalog/store/duplicate_links.h"

namespace kring::catalog::store {

namespace {

using duplicates::Sets;
using duplicates::Standing;
using duplicates::Tie;

Sets read_present(Database& database) {
  Statement select(
      database,
      "SELECT representative, activity_id FROM duplicate_member ORDER BY representative,"
      " activity_id");
  Sets sets;
  while (select.step()) {
    sets[ActivityId{select.text(0)}].push_back(ActivityId{select.text(1)});
  }
  return sets;
}

std::set<ActivityId> ids_of(const std::vector<Tie>& ties) {
  std::set<ActivityId> ids;
  for (const Tie& tie : ties) {
    ids.insert({tie.first, tie.second});
  }
  return ids;
}

std::map<ActivityId, Standing> read_standings(Database& database, const std::vector<Tie>& ties) {
  Statement select(database,
                   "SELECT t.merit, a.source FROM duplicate_trait t"
                   " JOIN activity a ON a.id = t.activity_id WHERE t.activity_id = ?");
  std::map<ActivityId, Standing> standings;
  for (const ActivityId& id : ids_of(ties)) {
    Standing& standing = standings[id];
    if (select.bind(1, id.value).step()) standing = {select.integer(0), select.text(1)};
    select.reset();
  }
  return standings;
}

Sets make_present_sets(Database& database) {
  std::vector<Tie> ties = read_ties(database);
  const std::map<ActivityId, Standing> standings = read_standings(database, ties);
  return duplicates::make_sets(std::move(ties), standings);
}

// Members of the sets of `ones` that `others` does not have in just this form.
void collect_differing(const Sets& ones, const Sets& others, std::set<ActivityId>& touched) {
  for (const auto& [representative, members] : ones) {
    const auto same = others.find(representative);
    if (same != others.end() && same->second == members) continue;
    touched.insert(members.begin(), members.end());
  }
}

void write_sets(Database& database, const Sets& sets, const std::set<ActivityId>& touched) {
  Statement remove(database, "DELETE FROM duplicate_member WHERE activity_id = ?");
  for (const ActivityId& id : touched) {
    remove.bind(1, id.value).run();
  }
  Statement insert(database,
                   "INSERT INTO duplicate_member (activity_id, representative) VALUES (?, ?)");
  for (const auto& [representative, members] : sets) {
    for (const ActivityId& id : members) {
      if (touched.contains(id)) insert.bind(1, id.value).bind(2, representative.value).run();
    }
  }
}

}  // namespace

void refresh_sets(Database& database, RevisionLog& log) {
  const Sets before = read_present(database);
  const Sets after = make_present_sets(database);
  std::set<ActivityId> touched;
  collect_differing(before, after, touched);
  collect_differing(after, before, touched);
  write_sets(database, after, touched);
  Statement mark(database, "UPDATE activity SET revision = ? WHERE id = ? AND state = 'live'");
  Statement is_live(database, "SELECT 1 FROM activity WHERE id = ? AND state = 'live'");
  for (const ActivityId& id : touched) {
    const bool lives = is_live.bind(1, id.value).step();
    is_live.reset();
    if (!lives) continue;
    const Revision revision = log.append({"", id.value, "changed", {"duplicates"}});
    mark.bind(1, revision.number).bind(2, id.value).run();
  }
}

std::vector<DuplicateSet> read_sets(Database& database) {
  std::vector<DuplicateSet> sets;
  std::map<ActivityId, std::size_t> set_of;
  for (auto& [representative, members] : read_present(database)) {
    for (const ActivityId& id : members) {
      set_of[id] = sets.size();
    }
    sets.push_back({representative, std::move(members), {}});
  }
  for (DuplicateLink& link : read_links(database)) {
    const auto first = set_of.find(link.first);
    const auto second = set_of.find(link.second);
    const bool is_within =
        first != set_of.end() && second != set_of.end() && first->second == second->second;
    if (is_within) sets[first->second].links.push_back(std::move(link));
  }
  return sets;
}

std::vector<ActivityId> read_set_of(Database& database, const ActivityId& id) {
  Statement select(database,
                   "SELECT m.activity_id FROM duplicate_member m JOIN duplicate_member own"
                   " ON own.representative = m.representative WHERE own.activity_id = ?"
                   " ORDER BY m.activity_id");
  select.bind(1, id.value);
  std::vector<ActivityId> members;
  while (select.step()) {
    members.push_back(ActivityId{select.text(0)});
  }
  return members;
}

}  // namespace kring::catalog::store
