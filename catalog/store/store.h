// Where are activities kept, and how do they change?
//
// The catalogue: every change is a numbered revision, nothing is deleted without a tombstone, an
// import is all or nothing. A handle is used by one thread at a time; several processes may hold
// the same catalogue. Every function throws Error when the disk, the file or a lock fails.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/duplicates/score.h"
#include "catalog/duplicates/sets.h"
#include "catalog/formats/feed.h"
#include "catalog/places.h"
#include "catalog/source_terms.h"
#include "catalog/store/issue_list.h"
#include "catalog/store/kept_feed.h"

namespace kring::catalog {

/// Who changes the catalogue, and when. The clock is the caller's.
struct Author {
  std::string who;  ///< login or program; no reader of the catalogue is ever a client
  std::string why;
  std::string at;  ///< UTC, "2026-11-21T20:41:00Z"
};

enum class ChangeKind {
  kAdded,
  kChanged,
  kRemoved,
};

/// One line of the revision log.
struct Change {
  Revision revision;
  Author author;
  std::string source;
  ActivityId id;
  ChangeKind kind = ChangeKind::kAdded;
  std::vector<std::string>
      fields;  ///< top-level members of the normalised activity that differ; empty unless changed
};

/// An activity with its origin. Its `revision` is the last that touched it.
struct StoredActivity {
  Activity activity;
  std::string source;
  std::string feed_key;
  std::string document;  ///< JSON of the source's record
  Revision revision;
  std::string format = {};  ///< name of the format in which `document` is written
  std::optional<ActivityId> representative =
      {};  ///< which stands for its set of duplicates; absent where it is in none
};

/// The state of one activity after a range of revisions: `stored` is absent where it was removed.
struct ChangedActivity {
  ActivityId id;
  std::optional<StoredActivity> stored;
  Revision revision = {};  ///< of its last change
  std::string source = {};
};

/// How many records have a category of their source that stands for no concept.
struct CategoryCount {
  std::string category;
  std::size_t count = 0;
  bool operator==(const CategoryCount&) const = default;
};

/// A pair of records that are, or are not, one activity. Invariant: first < second.
struct DuplicateLink {
  ActivityId first;
  ActivityId second;
  duplicates::PairScore score;
  duplicates::LinkState state = duplicates::LinkState::kFound;
  std::string who;  ///< found or decided it
  std::string at;   ///< UTC
};

/// A link with what an import's report says of its records. A dry run's new records are in no
/// catalogue afterwards, so their names go along.
struct LikelyDuplicate {
  DuplicateLink link;
  std::string first_name;
  std::string first_source;
  std::string second_name;
  std::string second_source;
};

/// Live records that are one activity.
struct DuplicateSet {
  ActivityId representative;
  std::vector<ActivityId> members;   ///< ascending, the representative among them
  std::vector<DuplicateLink> links;  ///< between members, by ids
};

/// What an import did (CONTRACT's report). added + changed + unchanged + renamed + folded + waiting
/// + rejected.count() + explicit deletions == read.
struct ImportReport {
  std::string source;
  std::size_t read = 0;  ///< records of the feed, deletions included
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;  ///< tombstoned now, by deletion or by absence from a complete feed
  std::size_t renamed = 0;  ///< known again under a new id of the source; the activity's id stayed
  std::size_t held = 0;     ///< would be tombstoned, but were too many at once (hold_drops())
  std::size_t folded =
      0;  ///< further occurrences of an activity that one record already stands for
  std::size_t waiting = 0;  ///< parts of activities that did not come yet; kept until they do
  IssueList rejected;
  IssueList warnings;
  Revision revision;                               ///< of the catalogue afterwards
  std::vector<CategoryCount> unmapped_categories;  ///< the most used first
  std::size_t found_duplicates = 0;  ///< pairs with a record that this import added or changed
  std::vector<LikelyDuplicate> likely_duplicates;  ///< of these the first kMaxListed, by ids
};

/// How an import writes.
enum class ImportMode {
  kWrite,
  kDryRun,  ///< the same report, nothing kept
};

struct ImportOptions {
  std::string source;  ///< whose parts() are known; "" where only the feed tells
  Completeness completeness = Completeness::kComplete;
  ImportMode mode = ImportMode::kWrite;
  Author author;
};

/// A feed that loses more of its source's live records at once is likelier broken than right.
inline constexpr std::size_t kMaxDropPercent = 30;

/// One running import: a transaction. Destroyed without finish(), it leaves the catalogue as it
/// was.
class ImportSession : public FeedSink {
 public:
  /// Names the source, where it is only known once the feed was read. requires: `source` is not
  /// empty.
  virtual void set_source(std::string source) = 0;
  /// What this feed does not name stays.
  virtual void mark_partial() = 0;
  /// Where more than kMaxDropPercent of the source's live records would be tombstoned, none is.
  virtual void hold_drops() = 0;
  /// What is said of the source's terms; what is not said stays as it was. The session names the
  /// source.
  virtual void set_terms(SourceTerms terms) = 0;
  /// Tombstones what a complete feed no longer names, commits (or rolls back a dry run), and
  /// reports.
  virtual ImportReport finish() = 0;
};

/// A numbered document that the catalogue carries for the index.
enum class DocumentKind {
  kVocabulary,
  kWeights,
};
struct NumberedDocument {
  Revision revision;  ///< that put it there; 0 where absent
  std::string text;   ///< "" where absent
};

struct SourceCount {
  std::string source;
  std::size_t activities = 0;  ///< live
  std::size_t removed = 0;     ///< tombstones
  std::string last_import;     ///< UTC time of its last revision
};

enum class OpenMode {
  kReadOnly,         ///< must exist
  kReadWrite,        ///< must exist
  kCreateIfMissing,  ///< made with the current schema, vocabulary and weights of the program
};

/// The store's contract; a second store keeps the same one.
class ActivityStore {
 public:
  /// Opens the catalogue at `location` (a file path), migrating an older schema in kReadWrite and
  /// kCreateIfMissing. Throws Error: missing, not a catalogue, newer schema, locked, read-only,
  /// disk full; each with its remedy. Duplicates are found by what records are about too where
  /// `subjects` can tell; who opens a catalogue without compares it anew by all else.
  static ActivityStore open(const std::string& location,
                            OpenMode mode,
                            duplicates::SubjectReader subjects = {});

  ActivityStore(ActivityStore&&) noexcept;
  ActivityStore& operator=(ActivityStore&&) noexcept;
  ActivityStore(const ActivityStore&) = delete;
  ActivityStore& operator=(const ActivityStore&) = delete;
  ~ActivityStore();

  [[nodiscard]] std::unique_ptr<ImportSession> begin_import(const ImportOptions& options);

  [[nodiscard]] Revision revision() const;
  /// A name of this catalogue that no other has (a uuid made with it): an index tells by it whose
  /// index it is.
  [[nodiscard]] std::string identity() const;

  [[nodiscard]] std::optional<StoredActivity> find(const ActivityId& id) const;
  /// Every live activity, by id.
  void for_each(const std::function<void(const StoredActivity&)>& visit) const;
  /// The present state of every activity touched after `since`, by id, each once.
  void for_each_changed(Revision since,
                        const std::function<void(const ChangedActivity&)>& visit) const;
  /// The present state of at most `limit` activities touched after `since`, in the order of their
  /// last change.
  [[nodiscard]] std::vector<ChangedActivity> changes_after(Revision since, std::size_t limit) const;
  /// When that revision was made, "2026-11-21T20:41:00Z"; "" where there is none or nobody said.
  [[nodiscard]] std::string time_of(Revision revision) const;
  /// The terms of every source of which any were said, by name. A change of a source's terms is a
  /// change of each of its activities.
  [[nodiscard]] std::vector<SourceTerms> source_terms() const;
  /// The revision log of one activity, oldest first.
  [[nodiscard]] std::vector<Change> changes_of(const ActivityId& id) const;
  [[nodiscard]] std::size_t count() const;                 ///< live activities
  [[nodiscard]] std::vector<SourceCount> sources() const;  ///< by name

  /// Sets of two and more, by representative.
  [[nodiscard]] std::vector<DuplicateSet> duplicate_sets() const;
  /// The live records of the set of `id`, itself included, ascending; empty where it has none.
  [[nodiscard]] std::vector<ActivityId> duplicate_set_of(const ActivityId& id) const;
  /// Confirms or rejects every pair of `ids`: what a person decided stays, whatever is imported.
  /// Members of changed sets get a revision. requires: two or more different live ids, state not
  /// kFound.
  void decide_duplicates(const std::vector<ActivityId>& ids,
                         duplicates::LinkState state,
                         const Author& author);
  /// Compares every record anew. An import compares what it changes; this is for catalogues that an
  /// earlier version filled.
  void find_duplicates(const Author& author);

  [[nodiscard]] std::vector<KeptFeed> feeds() const;  ///< by source
  [[nodiscard]] std::optional<KeptFeed> find_feed(const std::string& source) const;
  /// Adds the feed, or replaces what was known of its source's.
  void put_feed(const KeptFeed& feed);
  /// Forgets the feed with its pages, and the items that tell of one activity together; its records
  /// stay. False where there is none.
  bool remove_feed(const std::string& source);
  /// Calls the feed, with its pages, `name` from now on, in place of what was known under that
  /// name.
  void rename_feed(const std::string& source, const std::string& name);
  /// Keeps a page after those of the feed, together with what is now known of the feed.
  void add_feed_page(const KeptFeed& feed, const FeedPage& page);
  /// As put_feed(), and forgets the feed's pages.
  void clear_feed_pages(const KeptFeed& feed);
  /// The pages that wait to be imported, in the order in which they came.
  void for_each_feed_page(const std::string& source,
                          const std::function<void(FeedPage)>& visit) const;
  [[nodiscard]] bool has_feed_page(const std::string& source, const std::string& url) const;
  [[nodiscard]] std::size_t count_feed_pages(const std::string& source) const;

  [[nodiscard]] NumberedDocument document(DocumentKind kind) const;
  /// A new revision, unless the text is the one it has.
  void put_document(DocumentKind kind, const std::string& text, const Author& author);

  [[nodiscard]] std::vector<Place> places() const;  ///< by postcode
  [[nodiscard]] Revision places_revision()
      const;  ///< of the last change of the table; 0 where none was imported
  /// Adds the rows, replacing those with the same postcode, in one transaction; one revision, none
  /// where nothing differs.
  void put_places(const std::vector<Place>& rows, const Author& author);

 private:
  class Connection;
  explicit ActivityStore(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace kring::catalog
