#include "catalog/store/duplicate_refresh.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "catalog/duplicates/blocks.h"
#include "catalog/store/duplicate_links.h"
#include "catalog/store/duplicate_sets.h"
#include "catalog/store/records.h"

namespace kring::catalog::store {

namespace {

using duplicates::Keys;
using duplicates::LinkState;
using duplicates::Traits;
using duplicates::Tuning;

constexpr const char* kVersionProperty = "duplicates";
constexpr std::string_view kComparison = "1";  // counts changes of what catalog/duplicates compares
constexpr std::size_t kMaxTraits = 100'000;  ///< held at a time, some 850 bytes each, 3,000 at most
constexpr std::size_t kKeyDigits = 8;
constexpr int kHexadecimal = 16;

std::string write_keys(const Keys& keys) {
  std::string text;
  for (const std::uint32_t key : keys) {
    text += fmt::format("{:08x}", key);
  }
  return text;
}

Keys read_keys(std::string_view text) {
  Keys keys;
  for (; text.size() >= kKeyDigits; text.remove_prefix(kKeyDigits)) {
    std::uint32_t key = 0;
    std::from_chars(text.data(), text.data() + kKeyDigits, key, kHexadecimal);
    keys.push_back(key);
  }
  return keys;
}

// Since when records must be compared: from the beginning where another version did it.
Revision start_of(Database& database, Revision since, const std::string& version) {
  Statement select(database, "SELECT value FROM property WHERE name = ?");
  const bool is_known = select.bind(1, kVersionProperty).step();
  if (is_known && select.text(0) == version) return since;
  select.reset();
  Statement write(database, is_known ? "UPDATE property SET value = ? WHERE name = ?"
                                     : "INSERT INTO property (value, name) VALUES (?, ?)");
  write.bind(1, version).bind(2, kVersionProperty).run();
  return Revision{};
}

// The records that are to be compared anew.
struct Renewed {
  std::vector<ActivityId> living;  // by id
  std::vector<Traits> traits;      // of the first of them, at most kMaxTraits
};

// All live records by their keys, and the traits of those that were looked at.
class Records {
 public:
  Records(Database& database, Renewed& renewed) : database_(database) {
    Statement select(database,
                     "SELECT activity_id, keys FROM duplicate_trait ORDER BY activity_id");
    while (select.step()) {
      ids_.push_back(ActivityId{select.text(0)});
      keys_.push_back(read_keys(select.text(1)));
    }
    for (std::size_t i = 0; i < renewed.traits.size(); ++i) {
      traits_.emplace(find(renewed.living[i]), std::move(renewed.traits[i]));
    }
  }

  [[nodiscard]] const std::vector<Keys>& keys() const { return keys_; }
  [[nodiscard]] const ActivityId& id(std::uint32_t record) const { return ids_[record]; }

  // requires: `id` lives.
  [[nodiscard]] std::uint32_t find(const ActivityId& id) const {
    return static_cast<std::uint32_t>(std::lower_bound(ids_.begin(), ids_.end(), id)
                                      - ids_.begin());
  }

  /// Forgets traits where too many are held. What traits() gave before must not be used after.
  void make_room() {
    if (traits_.size() > kMaxTraits) traits_.clear();
  }

  const Traits& traits(std::uint32_t record) {
    const auto [entry, is_new] = traits_.try_emplace(record);
    if (is_new) {
      const std::optional<StoredActivity> stored = find_activity(database_, ids_[record]);
      if (stored) entry->second = duplicates::traits_of(stored->activity);
    }
    return entry->second;
  }

 private:
  Database& database_;
  std::vector<ActivityId> ids_;
  std::vector<Keys> keys_;
  std::unordered_map<std::uint32_t, Traits> traits_;
};

// Writes traits and forgets links of what was touched; gives those that live.
Renewed renew_traits(Database& database, Revision since, LinkWriter& links) {
  Statement remove(database, "DELETE FROM duplicate_trait WHERE activity_id = ?");
  Statement insert(database,
                   "INSERT INTO duplicate_trait (activity_id, keys, merit) VALUES (?, ?, ?)");
  Renewed renewed;
  for_each_changed_since(database, since, [&](const ChangedActivity& changed) {
    links.forget_found(changed.id);
    remove.bind(1, changed.id.value).run();
    if (!changed.stored) return;
    const Activity& activity = changed.stored->activity;
    Traits traits = duplicates::traits_of(activity);
    insert.bind(1, changed.id.value)
        .bind(2, write_keys(duplicates::keys_of(traits)))
        .bind(3, duplicates::merit_of(activity))
        .run();
    renewed.living.push_back(changed.id);
    if (renewed.traits.size() < kMaxTraits) renewed.traits.push_back(std::move(traits));
  });
  return renewed;
}

DuplicateLink make_link(const ActivityId& a, const ActivityId& b, const Author& author) {
  const auto [first, second] = std::minmax(a, b);
  return {first, second, {}, LinkState::kFound, author.who, author.at};
}

// Compares the records `living` with all that share a key with them.
std::vector<DuplicateLink> find_links(Records& records,
                                      const std::vector<ActivityId>& living,
                                      const Tuning& tuning,
                                      const Author& author) {
  std::vector<DuplicateLink> found;
  const duplicates::Blocks blocks(records.keys());
  for (const ActivityId& id : living) {
    const std::uint32_t record = records.find(id);
    for (const std::uint32_t partner : blocks.partners_of(record, records.keys()[record])) {
      const bool was_compared =
          partner < record && std::binary_search(living.begin(), living.end(), records.id(partner));
      if (was_compared) continue;
      records.make_room();
      const duplicates::PairScore score =
          duplicates::score_pair(records.traits(record), records.traits(partner), tuning);
      if (!duplicates::is_linked(score, tuning)) continue;
      found.push_back(make_link(id, records.id(partner), author));
      found.back().score = score;
    }
  }
  std::sort(found.begin(), found.end(), [](const DuplicateLink& a, const DuplicateLink& b) {
    return std::tie(a.first, a.second) < std::tie(b.first, b.second);
  });
  return found;
}

}  // namespace

std::vector<DuplicateLink> refresh_duplicates(Database& database,
                                              Revision since,
                                              const Author& author) {
  const Tuning tuning = duplicates::load_tuning();
  const std::string version = fmt::format("{}/{}", kComparison, tuning.version);
  LinkWriter writer(database);
  Renewed renewed = renew_traits(database, start_of(database, since, version), writer);
  Records records(database, renewed);
  std::vector<DuplicateLink> kept;
  for (DuplicateLink& link : find_links(records, renewed.living, tuning, author)) {
    if (writer.add_found(link)) kept.push_back(std::move(link));
  }
  RevisionLog log(database, author);
  refresh_sets(database, log);
  return kept;
}

void decide_duplicates(Database& database,
                       const std::vector<ActivityId>& ids,
                       LinkState state,
                       const Author& author) {
  const Tuning tuning = duplicates::load_tuning();
  LinkWriter writer(database);
  for (auto one = ids.begin(); one != ids.end(); ++one) {
    for (auto other = one + 1; other != ids.end(); ++other) {
      const std::optional<StoredActivity> a = find_activity(database, *one);
      const std::optional<StoredActivity> b = find_activity(database, *other);
      if (!a || !b || *one == *other) continue;
      DuplicateLink link = make_link(*one, *other, author);
      link.score = duplicates::score_pair(duplicates::traits_of(a->activity),
                                          duplicates::traits_of(b->activity), tuning);
      link.state = state;
      writer.decide(link);
    }
  }
  RevisionLog log(database, author);
  refresh_sets(database, log);
}

}  // namespace kring::catalog::store
