#include "catalog/store/import_session.h"

#include <cassert>
#include <optional>
#include <string>
#include <utility>

#include "catalog/json.h"
#include "catalog/store/duplicate_refresh.h"
#include "catalog/store/identity.h"
#include "catalog/store/merge.h"
#include "catalog/store/part_table.h"
#include "catalog/store/records.h"
#include "catalog/store/renames.h"
#include "catalog/store/revisions.h"
#include "catalog/store/source_table.h"

namespace kring::catalog::store {

namespace {

/// Keys that are uuids are the same in any letter case.
std::string normal_key(const std::string& key) {
  return parse_uuid(key).value_or(key);
}

/// Temporary tables: the memory of an import does not grow with its feed.
Database& with_staging_tables(Database& database) {
  database.execute(
      "CREATE TEMPORARY TABLE IF NOT EXISTS staged ("
      " position INTEGER PRIMARY KEY,"
      " feed_key TEXT NOT NULL UNIQUE,"
      " is_removal INTEGER NOT NULL,"
      " format TEXT NOT NULL,"
      " record TEXT NOT NULL,"
      " document TEXT NOT NULL)");
  database.execute("DELETE FROM staged");
  database.execute("CREATE TEMPORARY TABLE IF NOT EXISTS rejected (feed_key TEXT NOT NULL)");
  database.execute("DELETE FROM rejected");
  return database;
}

class StagedImport : public ImportSession {
 public:
  StagedImport(Database& database, const duplicates::SubjectReader& subjects, ImportOptions options)
      : database_(database),
        subjects_(subjects),
        options_(std::move(options)),
        transaction_(database),
        parts_(database, options_.source),
        replace_(
            with_staging_tables(database),
            "UPDATE staged SET position = ?, is_removal = ?, format = ?, record = ?, document = ?"
            " WHERE feed_key = ?"),
        insert_(database,
                "INSERT INTO staged (position, is_removal, format, record, document, feed_key)"
                " VALUES (?, ?, ?, ?, ?, ?)"),
        insert_rejected_(database, "INSERT INTO rejected (feed_key) VALUES (?)") {}

  void add(FeedRecord record) override {
    stage({normal_key(record.key), record.format, write_record(std::move(record.activity)),
           write_json(record.document)},
          kAddition);
  }

  void remove(const std::string& key) override { stage({normal_key(key), "", "", ""}, kRemoval); }

  void reject(RecordIssue issue) override {
    ++report_.read;
    insert_rejected_.bind(1, normal_key(issue.record)).run();
    report_.rejected.add(std::move(issue));
  }

  void warn(RecordIssue issue) override { report_.warnings.add(std::move(issue)); }

  void fold() override {
    ++report_.read;
    ++report_.folded;
  }

  void wait() override {
    ++report_.read;
    ++report_.waiting;
  }

  FeedParts& parts() override { return parts_; }

  void set_source(std::string source) override { options_.source = std::move(source); }

  void mark_partial() override { options_.completeness = Completeness::kPartial; }

  void hold_drops() override { holds_drops_ = true; }

  void set_terms(SourceTerms terms) override { terms_ = std::move(terms); }

  ImportReport finish() override {
    assert(!options_.source.empty());
    terms_.source = options_.source;
    const Revision before = last_revision(database_);
    report_.revision = before;
    put_source_terms(database_, terms_, options_.author);
    merge();
    if (last_revision(database_) != before) {
      FoundLinks found = refresh_duplicates(database_, subjects_, before, options_.author);
      report_.found_duplicates = found.count;
      tell_duplicates(std::move(found.first));
    }
    if (options_.mode == ImportMode::kWrite) {
      report_.revision = last_revision(database_);
      transaction_.commit();
    }
    report_.source = options_.source;
    return std::move(report_);
  }

 private:
  static constexpr std::int64_t kAddition = 0;
  static constexpr std::int64_t kRemoval = 1;

  void stage(const StagedRecord& staged, std::int64_t is_removal) {
    ++report_.read;
    const auto position = static_cast<std::int64_t>(report_.read);
    const auto write = [&](Statement& statement) {
      statement.bind(1, position).bind(2, is_removal).bind(3, staged.format).bind(4, staged.record);
      return statement.bind(5, staged.document).bind(6, staged.key).run();
    };
    if (write(replace_) > 0) {
      ++report_.folded;
      return;
    }
    write(insert_);
  }

  void merge() {
    list_going();
    keep_ids_of_renamed(database_, options_.source);
    const std::size_t going = count_rows("SELECT count(*) FROM going");
    if (holds_drops_ && is_drop(going)) {
      report_.held = going;
      database_.execute("DELETE FROM going");
    }
    Merger merger(database_, options_.source, options_.author);
    merge_staged(merger);
    remove_going(merger);
  }

  /// The live records that the feed deletes, and where it is complete those that it does not name.
  /// A record that is there but bad is not gone: it stays as it was.
  void list_going() {
    database_.execute("CREATE TEMPORARY TABLE IF NOT EXISTS going (feed_key TEXT PRIMARY KEY)");
    database_.execute("DELETE FROM going");
    const bool is_complete = options_.completeness == Completeness::kComplete;
    Statement insert(database_,
                     std::string("INSERT INTO going (feed_key) SELECT feed_key FROM activity"
                                 " WHERE source = ? AND state = 'live' AND (EXISTS (SELECT 1 FROM"
                                 " staged WHERE staged.feed_key = activity.feed_key AND"
                                 " is_removal = 1)")
                         + (is_complete ? " OR NOT EXISTS (SELECT 1 FROM staged WHERE"
                                          " staged.feed_key = activity.feed_key))"
                                        : ")"));
    insert.bind(1, options_.source).run();
    database_.execute(
        "DELETE FROM going WHERE feed_key IN (SELECT feed_key FROM rejected) AND NOT EXISTS"
        " (SELECT 1 FROM staged WHERE staged.feed_key = going.feed_key)");
  }

  [[nodiscard]] bool is_drop(std::size_t going) {
    static constexpr std::size_t kPercent = 100;
    const std::size_t live = count_rows(
        "SELECT count(*) FROM activity WHERE state = 'live' AND source = ?", options_.source);
    return going * kPercent > live * kMaxDropPercent;
  }

  std::size_t count_rows(const std::string& sql,
                         const std::optional<std::string>& parameter = std::nullopt) {
    Statement select(database_, sql);
    if (parameter) select.bind(1, *parameter);
    select.step();
    return static_cast<std::size_t>(select.integer(0));
  }

  void tell_duplicates(std::vector<DuplicateLink> links) {
    for (DuplicateLink& link : links) {
      const std::optional<StoredActivity> first = find_activity(database_, link.first);
      const std::optional<StoredActivity> second = find_activity(database_, link.second);
      if (!first || !second) continue;
      report_.likely_duplicates.push_back({std::move(link), first->activity.name, first->source,
                                           second->activity.name, second->source});
    }
  }

  void merge_staged(Merger& merger) {
    Statement select(database_,
                     "SELECT feed_key, format, record, document, EXISTS (SELECT 1 FROM renamed"
                     " WHERE renamed.feed_key = staged.feed_key) FROM staged WHERE is_removal = 0"
                     " ORDER BY position");
    while (select.step()) {
      const MergeOutcome outcome =
          merger.put({select.text(0), select.text(1), select.text(2), select.text(3)});
      if (select.integer(4) != 0) {
        ++report_.renamed;
        continue;
      }
      count(outcome);
    }
  }

  void count(MergeOutcome outcome) {
    report_.added += outcome == MergeOutcome::kAdded ? 1U : 0U;
    report_.changed += outcome == MergeOutcome::kChanged ? 1U : 0U;
    report_.unchanged += outcome == MergeOutcome::kUnchanged ? 1U : 0U;
  }

  void remove_going(Merger& merger) {
    Statement select(database_, "SELECT feed_key FROM going ORDER BY feed_key");
    while (select.step()) {
      report_.removed += merger.remove(select.text(0)) ? 1U : 0U;
    }
  }

  Database& database_;
  const duplicates::SubjectReader& subjects_;
  ImportOptions options_;
  Transaction transaction_;
  KeptParts parts_;
  Statement replace_;
  Statement insert_;
  Statement insert_rejected_;
  ImportReport report_;
  SourceTerms terms_;
  bool holds_drops_ = false;
};

}  // namespace

std::unique_ptr<ImportSession> make_import_session(Database& database,
                                                   const duplicates::SubjectReader& subjects,
                                                   const ImportOptions& options) {
  return std::make_unique<StagedImport>(database, subjects, options);
}

}  // namespace kring::catalog::store
