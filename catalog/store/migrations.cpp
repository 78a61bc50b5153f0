#include "catalog/store/migrations.h"

#include <array>

#include "catalog/embedded.h"
#include "catalog/store/database_error.h"
#include "catalog/store/documents.h"
#include "catalog/store/identity.h"

namespace kring::catalog::store {

namespace {

/// One statement a line of the schema's history. A line that was once released is never changed.
struct Migration {
  int number;
  const char* sql;
};

constexpr std::array kMigrations = {
    Migration{1, "CREATE TABLE property (name TEXT PRIMARY KEY, value TEXT NOT NULL)"},
    // `record` is the normalised activity without its id; `document` the whole record of the
    // source.
    Migration{1,
              "CREATE TABLE activity ("
              " id TEXT PRIMARY KEY,"
              " source TEXT NOT NULL,"
              " feed_key TEXT NOT NULL,"
              " format TEXT NOT NULL,"
              " state TEXT NOT NULL CHECK (state IN ('live', 'removed')),"
              " revision BIGINT NOT NULL,"
              " record TEXT NOT NULL,"
              " document TEXT NOT NULL,"
              " UNIQUE (source, feed_key))"},
    Migration{1, "CREATE INDEX activity_by_revision ON activity (revision)"},
    // The log: one row a change. `fields` is a JSON array of the members that differ.
    Migration{1,
              "CREATE TABLE revision ("
              " number BIGINT PRIMARY KEY,"
              " changed_at TEXT NOT NULL,"
              " who TEXT NOT NULL,"
              " why TEXT NOT NULL,"
              " source TEXT NOT NULL,"
              " activity_id TEXT REFERENCES activity (id),"
              " kind TEXT NOT NULL,"
              " fields TEXT NOT NULL)"},
    Migration{1, "CREATE INDEX revision_by_activity ON revision (activity_id, number)"},
    Migration{1, "CREATE INDEX revision_by_source ON revision (source, changed_at)"},
    Migration{1, "CREATE INDEX revision_by_kind ON revision (kind, number)"},
    Migration{1,
              "CREATE TABLE document ("
              " kind TEXT PRIMARY KEY,"
              " revision BIGINT NOT NULL,"
              " body TEXT NOT NULL)"},
    Migration{1,
              "CREATE TABLE place ("
              " postcode4 INTEGER PRIMARY KEY,"
              " name TEXT NOT NULL,"
              " municipality TEXT NOT NULL,"
              " municipality_code TEXT NOT NULL,"
              " latitude DOUBLE PRECISION NOT NULL,"
              " longitude DOUBLE PRECISION NOT NULL,"
              " is_learned INTEGER NOT NULL)"},
    // `may_pass_on` is an Answer: 0 not decided, 1 yes, 2 no.
    Migration{2,
              "CREATE TABLE source ("
              " name TEXT PRIMARY KEY,"
              " publisher TEXT NOT NULL,"
              " licence TEXT NOT NULL,"
              " attribution TEXT NOT NULL,"
              " may_pass_on INTEGER NOT NULL)"},
    // What finds duplicates: a row a live activity. `keys` are eight hexadecimal digits each.
    Migration{3,
              "CREATE TABLE duplicate_trait ("
              " activity_id TEXT PRIMARY KEY REFERENCES activity (id),"
              " keys TEXT NOT NULL,"
              " merit BIGINT NOT NULL)"},
    // A pair that the comparison found, or that a person decided on. `parts` is a JSON array.
    Migration{3,
              "CREATE TABLE duplicate_link ("
              " first_id TEXT NOT NULL REFERENCES activity (id),"
              " second_id TEXT NOT NULL REFERENCES activity (id),"
              " score BIGINT NOT NULL,"
              " parts TEXT NOT NULL,"
              " state TEXT NOT NULL CHECK (state IN ('found', 'confirmed', 'rejected')),"
              " who TEXT NOT NULL,"
              " changed_at TEXT NOT NULL,"
              " PRIMARY KEY (first_id, second_id),"
              " CHECK (first_id < second_id))"},
    Migration{3, "CREATE INDEX duplicate_link_by_second ON duplicate_link (second_id)"},
    // The sets that the links make.
    Migration{3,
              "CREATE TABLE duplicate_member ("
              " activity_id TEXT PRIMARY KEY REFERENCES activity (id),"
              " representative TEXT NOT NULL REFERENCES activity (id))"},
    Migration{3,
              "CREATE INDEX duplicate_member_by_representative ON duplicate_member"
              " (representative)"},
    // Moments are seconds since 1970; hosts stand between blanks.
    Migration{4,
              "CREATE TABLE feed ("
              " source TEXT PRIMARY KEY,"
              " url TEXT NOT NULL,"
              " format TEXT NOT NULL,"
              " every_minutes BIGINT,"
              " allowed_hosts TEXT NOT NULL,"
              " private_hosts TEXT NOT NULL,"
              " next TEXT NOT NULL,"
              " etag TEXT NOT NULL,"
              " last_modified TEXT NOT NULL,"
              " series_began_at BIGINT,"
              " tried_at BIGINT,"
              " good_at BIGINT,"
              " retry_at BIGINT,"
              " last_error TEXT NOT NULL,"
              " failures BIGINT NOT NULL,"
              " errors_total BIGINT NOT NULL,"
              " held BIGINT NOT NULL)"},
    // Pages of a feed that were fetched and wait to be imported.
    Migration{4,
              "CREATE TABLE feed_page ("
              " source TEXT NOT NULL,"
              " position BIGINT NOT NULL,"
              " url TEXT NOT NULL,"
              " body TEXT NOT NULL,"
              " PRIMARY KEY (source, position))"},
    Migration{4, "CREATE INDEX feed_page_by_url ON feed_page (source, url)"},
    // Items that tell of one activity together (formats/feed_parts.h); `whole` is "" for a whole.
    Migration{5,
              "CREATE TABLE feed_part ("
              " source TEXT NOT NULL,"
              " feed_key TEXT NOT NULL,"
              " modified BIGINT NOT NULL,"
              " whole TEXT NOT NULL,"
              " body TEXT NOT NULL,"
              " PRIMARY KEY (source, feed_key))"},
    Migration{5, "CREATE INDEX feed_part_by_whole ON feed_part (source, whole)"},
    Migration{5,
              "CREATE TABLE feed_part_name ("
              " source TEXT NOT NULL,"
              " name TEXT NOT NULL,"
              " feed_key TEXT NOT NULL,"
              " PRIMARY KEY (source, name))"},
    Migration{5, "CREATE INDEX feed_part_name_by_key ON feed_part_name (source, feed_key)"},
    // Counts of a source without reading its records.
    Migration{5, "CREATE INDEX activity_by_source ON activity (source, state)"},
    // Whose items were not kept is walked from its first page again: a feed of OpenActive, also one
    // of which no item became an activity. Pages that wait were a list only after those before
    // them.
    Migration{5,
              "CREATE TEMPORARY TABLE walked_anew AS SELECT source FROM feed"
              " WHERE format = 'openactive'"
              " OR source IN (SELECT source FROM activity WHERE format = 'openactive')"
              " OR source NOT IN (SELECT source FROM activity)"},
    Migration{5,
              "UPDATE feed SET next = '', etag = '', last_modified = '', held = 0"
              " WHERE source IN (SELECT source FROM walked_anew)"},
    Migration{5, "DELETE FROM feed_page WHERE source IN (SELECT source FROM walked_anew)"},
    Migration{5, "DROP TABLE walked_anew"},
};

constexpr const char* kProgram = "kring";

void put_program_documents(Database& database, const std::string& why) {
  const Author program{kProgram, why, ""};  // the clock is the caller's, and none was given
  put_document(database, DocumentKind::kVocabulary, std::string(embedded_vocabulary()), program);
  put_document(database, DocumentKind::kWeights, std::string(embedded_weights()), program);
}

void seed(Database& database) {
  Statement(database, "INSERT INTO property (name, value) VALUES ('identity', ?)")
      .bind(1, make_random_uuid())
      .run();
  put_program_documents(database, "new catalogue");
}

// Whether no one but the program ever put a document there: then a newer program may bring its own.
bool has_only_program_documents(Database& database) {
  Statement others(
      database,
      "SELECT count(*) FROM document JOIN revision ON revision.number = document.revision"
      " WHERE revision.who <> ?");
  others.bind(1, kProgram);
  others.step();
  return others.integer(0) == 0;
}

bool are_up_to_date(Database& database) {
  return find_document(database, DocumentKind::kVocabulary).text == embedded_vocabulary()
         && find_document(database, DocumentKind::kWeights).text == embedded_weights();
}

// Vocabulary and weights go together: those of an older program are renewed, those that people
// edited stay.
void renew_documents(Database& database) {
  if (are_up_to_date(database) || !has_only_program_documents(database)) return;
  Transaction transaction(database);
  put_program_documents(database, "newer program");
  transaction.commit();
}

}  // namespace

int current_schema() {
  return kMigrations.back().number;
}

void migrate(Database& database) {
  if (database.schema_version() == current_schema()) {
    if (database.access() != Access::kRead) renew_documents(database);
    return;
  }
  if (database.schema_version() > current_schema()) {
    throw newer_schema(database.path());
  }
  if (database.access() == Access::kRead) {
    throw older_schema(database.path());
  }
  Transaction transaction(database);
  const int before = database.schema_version();  // asked again: another process may have been first
  for (const Migration& migration : kMigrations) {
    if (migration.number > before) {
      database.execute(migration.sql);
    }
  }
  if (before == 0) {
    seed(database);
  }
  database.set_schema_version(current_schema());
  transaction.commit();
  renew_documents(database);
}

}  // namespace kring::catalog::store
