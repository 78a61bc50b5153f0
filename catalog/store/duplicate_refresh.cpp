#include "catalog/store/duplicate_refresh.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "catalog/duplicates/blocks.h"
#include "catalog/duplicates/one_list.h"
#include "catalog/store/compared_traits.h"
#include "catalog/store/duplicate_links.h"
#include "catalog/store/duplicate_sets.h"
#include "catalog/store/records.h"

namespace kring::catalog::store {

namespace {

using duplicates::Keys;
using duplicates::LinkState;
using duplicates::SubjectReader;
using duplicates::Traits;
using duplicates::Tuning;

constexpr const char* kVersionProperty = "duplicates";
constexpr std::string_view kComparison = "6";  // counts changes of what catalog/duplicates compares
constexpr std::size_t kHeldTraits = 32'768;    ///< at a time, some 850 bytes each, 3,000 at most
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

// Ids in their order. All have one length, so that they lie in one text.
class Ids {
 public:
  void add(std::string_view id) {
    assert(id.size() == kIdBytes);
    text_ += id;
  }

  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(text_.size() / kIdBytes);
  }

  [[nodiscard]] std::string_view at(std::uint32_t number) const {
    return std::string_view(text_).substr(number * kIdBytes, kIdBytes);
  }

 private:
  static constexpr std::size_t kIdBytes = 36;  // of a uuid
  std::string text_;
};

// Writes traits and forgets links of what was touched; gives the ids of what lives, ascending,
// whose numbers are those of `compared`.
Ids renew_traits(Database& database,
                 const SubjectReader& subjects,
                 Revision since,
                 LinkWriter& links,
                 ComparedTraits& compared) {
  Statement remove(database, "DELETE FROM duplicate_trait WHERE activity_id = ?");
  Statement insert(database,
                   "INSERT INTO duplicate_trait (activity_id, keys, merit) VALUES (?, ?, ?)");
  Ids living;
  for_each_changed_since(database, since, [&](const ChangedActivity& changed) {
    links.forget_found(changed.id);
    remove.bind(1, changed.id.value).run();
    if (!changed.stored) return;
    const Activity& activity = changed.stored->activity;
    const Traits traits = duplicates::traits_of(activity, subjects, changed.stored->source);
    insert.bind(1, changed.id.value)
        .bind(2, write_keys(duplicates::keys_of(traits)))
        .bind(3, duplicates::merit_of(activity))
        .run();
    living.add(changed.id.value);
    compared.add(traits);
  });
  return living;
}

// All live records, numbered in the order of their ids, and what is compared of them.
class Records {
 public:
  // `living` are those that are compared anew; all outlive this.
  Records(Database& database,
          const SubjectReader& subjects,
          const Ids& living,
          ComparedTraits& compared)
      : database_(database),
        subjects_(subjects),
        compared_(compared),
        select_keys_(database, "SELECT keys FROM duplicate_trait WHERE activity_id = ?"),
        held_(kHeldTraits) {
    Statement select(database, "SELECT activity_id FROM duplicate_trait ORDER BY activity_id");
    std::uint32_t next = 0;
    while (select.step()) {
      ids_.add(select.text(0));
      const bool is_renewed = next < living.count() && living.at(next) == select.text(0);
      renewed_as_.push_back(is_renewed ? next++ : kNotRenewed);
    }
  }

  [[nodiscard]] std::uint32_t count() const { return ids_.count(); }
  [[nodiscard]] ActivityId id(std::uint32_t record) const {
    return ActivityId{std::string(ids_.at(record))};
  }
  // Whether it is compared anew.
  [[nodiscard]] bool is_renewed(std::uint32_t record) const {
    return renewed_as_[record] != kNotRenewed;
  }

  Keys keys(std::uint32_t record) {
    select_keys_.bind(1, ids_.at(record));
    Keys keys = select_keys_.step() ? read_keys(select_keys_.text(0)) : Keys();
    select_keys_.reset();
    return keys;
  }

  // Good until the next call: each record has one slot, which others may take.
  const Traits& traits(std::uint32_t record) {
    Held& held = held_[record % kHeldTraits];
    if (held.record != record) held = {record, read_traits(record)};
    return held.traits;
  }

 private:
  static constexpr std::uint32_t kNotRenewed = std::numeric_limits<std::uint32_t>::max();
  struct Held {
    std::uint32_t record = kNotRenewed;
    Traits traits;
  };

  Traits read_traits(std::uint32_t record) {
    if (is_renewed(record)) return compared_.read(renewed_as_[record]);
    const std::optional<StoredActivity> stored = find_activity(database_, id(record));
    return stored ? duplicates::traits_of(stored->activity, subjects_, stored->source) : Traits();
  }

  Database& database_;
  const SubjectReader& subjects_;
  ComparedTraits& compared_;
  Statement select_keys_;
  Ids ids_;
  std::vector<std::uint32_t> renewed_as_;  // number in `compared_`, or kNotRenewed
  std::vector<Held> held_;
};

duplicates::Blocks read_blocks(Database& database) {
  Statement measure(database, "SELECT COALESCE(SUM(LENGTH(keys)), 0) FROM duplicate_trait");
  measure.step();
  duplicates::KeyList list;
  list.reserve(static_cast<std::size_t>(measure.integer(0)) / kKeyDigits);
  Statement select(database, "SELECT keys FROM duplicate_trait ORDER BY activity_id");
  for (std::uint32_t record = 0; select.step(); ++record) {
    list.add(record, read_keys(select.text(0)));
  }
  return duplicates::Blocks(std::move(list));
}

DuplicateLink make_link(const ActivityId& a, const ActivityId& b, const Author& author) {
  const auto [first, second] = std::minmax(a, b);
  return {first, second, {}, LinkState::kFound, author.who, author.at};
}

bool goes_before(const DuplicateLink& a, const DuplicateLink& b) {
  return std::tie(a.first, a.second) < std::tie(b.first, b.second);
}

// Writes the links that are found and holds the first of them: a million records may have more than
// memory has room for.
class Finder {
 public:
  explicit Finder(LinkWriter& writer) : writer_(writer) {}

  void add(DuplicateLink link) {
    if (!writer_.add_found(link)) return;
    ++found_.count;
    found_.first.push_back(std::move(link));
    if (found_.first.size() == 2 * kMaxListed) drop_last();
  }

  FoundLinks take() {
    drop_last();
    return std::move(found_);
  }

 private:
  void drop_last() {
    std::sort(found_.first.begin(), found_.first.end(), goes_before);
    found_.first.resize(std::min(found_.first.size(), kMaxListed));
  }

  LinkWriter& writer_;
  FoundLinks found_;
};

// Absent where the two are not linked.
std::optional<duplicates::PairScore> score_link(const Traits& a,
                                                const Traits& b,
                                                const duplicates::Blocks& blocks,
                                                const Tuning& tuning) {
  duplicates::PairScore score = duplicates::score_pair(a, b, tuning);
  if (!duplicates::is_linked(score, tuning)) return std::nullopt;
  if (duplicates::are_two_of_one_list(a, b, blocks)) return std::nullopt;
  return score;
}

// Compares the records that are renewed with all that share a key with them.
FoundLinks find_links(Database& database,
                      Records& records,
                      LinkWriter& writer,
                      const Author& author) {
  const Tuning tuning = duplicates::load_tuning();
  const duplicates::Blocks blocks = read_blocks(database);
  Finder finder(writer);
  for (std::uint32_t record = 0; record < records.count(); ++record) {
    if (!records.is_renewed(record)) continue;
    const std::vector<std::uint32_t> partners = blocks.partners_of(record, records.keys(record));
    const Traits own = partners.empty() ? Traits() : records.traits(record);
    for (const std::uint32_t partner : partners) {
      const bool was_compared = partner < record && records.is_renewed(partner);
      if (was_compared) continue;
      const auto score = score_link(own, records.traits(partner), blocks, tuning);
      if (!score) continue;
      DuplicateLink link = make_link(records.id(record), records.id(partner), author);
      link.score = *score;
      finder.add(std::move(link));
    }
  }
  return finder.take();
}

FoundLinks compare_changed(Database& database,
                           const SubjectReader& subjects,
                           Revision since,
                           const Author& author) {
  LinkWriter writer(database);
  ComparedTraits compared(database);
  const Ids living = renew_traits(database, subjects, since, writer, compared);
  Records records(database, subjects, living, compared);
  return find_links(database, records, writer, author);
}

}  // namespace

FoundLinks refresh_duplicates(Database& database,
                              const SubjectReader& subjects,
                              Revision since,
                              const Author& author) {
  const std::string version =
      fmt::format("{}/{}/{}", kComparison, duplicates::load_tuning().version, subjects.version);
  FoundLinks found =
      compare_changed(database, subjects, start_of(database, since, version), author);
  RevisionLog log(database, author);
  refresh_sets(database, log);
  return found;
}

void decide_duplicates(Database& database,
                       const SubjectReader& subjects,
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
      link.score =
          duplicates::score_pair(duplicates::traits_of(a->activity, subjects, a->source),
                                 duplicates::traits_of(b->activity, subjects, b->source), tuning);
      link.state = state;
      writer.decide(link);
    }
  }
  RevisionLog log(database, author);
  refresh_sets(database, log);
}

}  // namespace kring::catalog::store
