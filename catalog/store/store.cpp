#include "catalog/store/store.h"

#include <cassert>
#include <utility>

#include "catalog/store/database.h"
#include "catalog/store/documents.h"
#include "catalog/store/duplicate_refresh.h"
#include "catalog/store/duplicate_sets.h"
#include "catalog/store/feed_table.h"
#include "catalog/store/import_session.h"
#include "catalog/store/migrations.h"
#include "catalog/store/place_table.h"
#include "catalog/store/records.h"
#include "catalog/store/revisions.h"
#include "catalog/store/source_table.h"

namespace kring::catalog {

namespace {

store::Access access_of(OpenMode mode) {
  switch (mode) {
    case OpenMode::kReadOnly:
      return store::Access::kRead;
    case OpenMode::kReadWrite:
      return store::Access::kWrite;
    case OpenMode::kCreateIfMissing:
      return store::Access::kCreate;
  }
  return store::Access::kRead;
}

}  // namespace

class ActivityStore::Connection {
 public:
  Connection(const std::string& location, OpenMode mode, duplicates::SubjectReader reader)
      : database(location, access_of(mode)), subjects(std::move(reader)) {
    store::migrate(database);
  }

  store::Database database;
  const duplicates::SubjectReader subjects;
};

ActivityStore ActivityStore::open(const std::string& location,
                                  OpenMode mode,
                                  duplicates::SubjectReader subjects) {
  return ActivityStore(std::make_unique<Connection>(location, mode, std::move(subjects)));
}

ActivityStore::ActivityStore(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}
ActivityStore::ActivityStore(ActivityStore&&) noexcept = default;
ActivityStore& ActivityStore::operator=(ActivityStore&&) noexcept = default;
ActivityStore::~ActivityStore() = default;

std::unique_ptr<ImportSession> ActivityStore::begin_import(const ImportOptions& options) {
  return store::make_import_session(connection_->database, connection_->subjects, options);
}

Revision ActivityStore::revision() const {
  return store::last_revision(connection_->database);
}

std::string ActivityStore::identity() const {
  store::Statement select(connection_->database,
                          "SELECT value FROM property WHERE name = 'identity'");
  return select.step() ? select.text(0) : std::string();
}

std::optional<StoredActivity> ActivityStore::find(const ActivityId& id) const {
  return store::find_activity(connection_->database, id);
}

void ActivityStore::for_each(const std::function<void(const StoredActivity&)>& visit) const {
  store::for_each_live(connection_->database, visit);
}

void ActivityStore::for_each_changed(
    Revision since,
    const std::function<void(const ChangedActivity&)>& visit) const {
  store::for_each_changed_since(connection_->database, since, visit);
}

std::vector<ChangedActivity> ActivityStore::changes_after(Revision since, std::size_t limit) const {
  return store::read_changes_after(connection_->database, since, limit);
}

std::string ActivityStore::time_of(Revision revision) const {
  return store::time_of(connection_->database, revision);
}

std::vector<SourceTerms> ActivityStore::source_terms() const {
  return store::read_source_terms(connection_->database);
}

std::vector<Change> ActivityStore::changes_of(const ActivityId& id) const {
  return store::changes_of(connection_->database, id);
}

std::size_t ActivityStore::count() const {
  return store::count_live(connection_->database);
}

std::vector<SourceCount> ActivityStore::sources() const {
  return store::count_by_source(connection_->database);
}

std::vector<DuplicateSet> ActivityStore::duplicate_sets() const {
  return store::read_sets(connection_->database);
}

std::vector<ActivityId> ActivityStore::duplicate_set_of(const ActivityId& id) const {
  return store::read_set_of(connection_->database, id);
}

void ActivityStore::decide_duplicates(const std::vector<ActivityId>& ids,
                                      duplicates::LinkState state,
                                      const Author& author) {
  assert(state != duplicates::LinkState::kFound);
  store::Transaction transaction(connection_->database);
  store::decide_duplicates(connection_->database, connection_->subjects, ids, state, author);
  transaction.commit();
}

void ActivityStore::find_duplicates(const Author& author) {
  store::Transaction transaction(connection_->database);
  store::refresh_duplicates(connection_->database, connection_->subjects, Revision{}, author);
  transaction.commit();
}

std::vector<KeptFeed> ActivityStore::feeds() const {
  return store::read_feeds(connection_->database);
}

std::optional<KeptFeed> ActivityStore::find_feed(const std::string& source) const {
  return store::find_feed(connection_->database, source);
}

void ActivityStore::put_feed(const KeptFeed& feed) {
  store::Transaction transaction(connection_->database);
  store::write_feed(connection_->database, feed);
  transaction.commit();
}

bool ActivityStore::remove_feed(const std::string& source) {
  store::Transaction transaction(connection_->database);
  const bool was_there = store::remove_feed(connection_->database, source);
  transaction.commit();
  return was_there;
}

void ActivityStore::rename_feed(const std::string& source, const std::string& name) {
  store::Transaction transaction(connection_->database);
  store::rename_feed(connection_->database, source, name);
  transaction.commit();
}

void ActivityStore::add_feed_page(const KeptFeed& feed, const FeedPage& page) {
  store::Transaction transaction(connection_->database);
  store::write_page(connection_->database, feed.source, page);
  store::write_feed(connection_->database, feed);
  transaction.commit();
}

void ActivityStore::clear_feed_pages(const KeptFeed& feed) {
  store::Transaction transaction(connection_->database);
  store::remove_pages(connection_->database, feed.source);
  store::write_feed(connection_->database, feed);
  transaction.commit();
}

void ActivityStore::for_each_feed_page(const std::string& source,
                                       const std::function<void(FeedPage)>& visit) const {
  store::for_each_page(connection_->database, source, visit);
}

bool ActivityStore::has_feed_page(const std::string& source, const std::string& url) const {
  return store::has_page(connection_->database, source, url);
}

std::size_t ActivityStore::count_feed_pages(const std::string& source) const {
  return store::count_pages(connection_->database, source);
}

NumberedDocument ActivityStore::document(DocumentKind kind) const {
  return store::find_document(connection_->database, kind);
}

void ActivityStore::put_document(DocumentKind kind, const std::string& text, const Author& author) {
  store::Transaction transaction(connection_->database);
  store::put_document(connection_->database, kind, text, author);
  transaction.commit();
}

std::vector<Place> ActivityStore::places() const {
  return store::read_places(connection_->database);
}

Revision ActivityStore::places_revision() const {
  return store::places_revision(connection_->database);
}

void ActivityStore::put_places(const std::vector<Place>& rows, const Author& author) {
  store::Transaction transaction(connection_->database);
  store::put_places(connection_->database, rows, author);
  transaction.commit();
}

}  // namespace kring::catalog
