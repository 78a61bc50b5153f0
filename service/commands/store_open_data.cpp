// How do the open APIs get at the catalogue?
#include "service/commands/store_open_data.h"

#include <utility>

#include "catalog/formats/hsds.h"
#include "catalog/formats/schema_org_json.h"
#include "catalog/schedule/planned_days.h"
#include "catalog/store/identity.h"
#include "indexer/language/days_off.h"
#include "service/commands/open_list_pages.h"
#include "service/commands/open_rows.h"

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::Json;
using catalog::SourceTerms;
using catalog::StoredActivity;
using catalog::TermsBySource;

constexpr std::size_t kMaxIdle = 8;  ///< handles kept open between requests

/// The service with its source's terms, and with the moment of its last change where its source
/// tells none.
Json make_document(const ActivityStore& store,
                   const StoredActivity& stored,
                   const SourceTerms& terms) {
  Json document = catalog::formats::make_hsds_service(stored);
  if (document.find("last_modified") == nullptr) {
    const std::string changed_at = store.time_of(stored.revision);
    if (!changed_at.empty()) document.set("last_modified", changed_at);
  }
  document.set("data_source", catalog::tell_source(terms));
  return document;
}

Json::Array tell_sources(const ActivityStore& store, const TermsBySource& terms) {
  Json::Array sources;
  for (const catalog::SourceCount& count : store.sources()) {
    const SourceTerms of_source = terms.of(count.source);
    if (catalog::may_pass_on(of_source)) sources.push_back(catalog::tell_source(of_source));
  }
  return sources;
}

std::shared_ptr<const OpenSnapshot> make_snapshot(const ActivityStore& store) {
  auto snapshot = std::make_shared<OpenSnapshot>();
  snapshot->revision = store.revision();
  snapshot->changed_at = store.time_of(snapshot->revision);
  snapshot->places = catalog::Places(store.places());
  snapshot->terms_by_source = TermsBySource(store.source_terms());
  snapshot->sources = tell_sources(store, snapshot->terms_by_source);
  const auto vocabulary =
      catalog::parse_vocabulary(store.document(catalog::DocumentKind::kVocabulary).text);
  if (vocabulary) {
    snapshot->taxonomy = make_taxonomy(*vocabulary);
    snapshot->terms = make_taxonomy_terms(*vocabulary);
  }
  return snapshot;
}

/// Puts what changed in `store` into the list, or all where the list is of another catalogue or
/// postcode table, of a later revision than the one that was put back, or worn.
void update_list(const ActivityStore& store,
                 const catalog::Places& places,
                 const OpenListState& wanted,
                 const std::stop_token& stop,
                 OpenListWriter& list) {
  const OpenListState before = list.state();
  const bool is_anew = before.catalog != wanted.catalog || before.places != wanted.places
                       || before.revision > wanted.revision || list.is_worn();
  const TermsBySource terms(store.source_terms());
  OpenListWriter::Update update(list);
  if (is_anew) update.clear();
  store.for_each_changed(
      is_anew ? catalog::Revision{} : before.revision,
      [&](const catalog::ChangedActivity& changed) {
        if (stop.stop_requested())
          throw catalog::Error("the open APIs' list left early: the service stops");
        update.remove(changed.id.value);
        const SourceTerms of_source = terms.of(changed.source);
        if (!changed.stored || !catalog::may_pass_on(of_source)) return;
        update.put(make_open_row(make_document(store, *changed.stored, of_source), places));
      });
  update.commit(wanted);
}

}  // namespace

/// Open connections, to the catalogue and its list.
struct StoreOpenData::Handle {
  ActivityStore store;
  std::unique_ptr<catalog::store::Database> list;
};

/// A handle for one request; given back afterwards.
class StoreOpenData::Borrowed {
 public:
  explicit Borrowed(const StoreOpenData& owner) : owner_(owner), handle_(owner.take_handle()) {}
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  Borrowed(Borrowed&&) = delete;
  Borrowed& operator=(Borrowed&&) = delete;
  ~Borrowed() { owner_.give_back(std::move(handle_)); }

  [[nodiscard]] const ActivityStore& store() const { return handle_.store; }
  [[nodiscard]] catalog::store::Database& list() const { return *handle_.list; }

 private:
  const StoreOpenData& owner_;
  Handle handle_;
};

StoreOpenData::StoreOpenData(std::string location, std::string list)
    : location_(std::move(location)), list_(std::move(list)) {
  idle_.reserve(kMaxIdle);  // so that giving a handle back needs no memory
}

StoreOpenData::~StoreOpenData() = default;

StoreOpenData::Handle StoreOpenData::take_handle() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      Handle handle = std::move(idle_.back());
      idle_.pop_back();
      return handle;
    }
  }
  return {ActivityStore::open(location_, catalog::OpenMode::kReadOnly), open_list(list_)};
}

void StoreOpenData::give_back(Handle handle) const {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kMaxIdle) idle_.push_back(std::move(handle));
}

bool StoreOpenData::refresh(const std::stop_token& stop) {
  const ActivityStore store = ActivityStore::open(location_, catalog::OpenMode::kReadOnly);
  if (!snapshot()) remove_damaged_list(list_);
  OpenListWriter list(list_);
  const OpenListState wanted{store.identity(), store.revision(), store.places_revision()};
  const bool is_listed = list.state() == wanted;
  if (snapshot() && is_listed && state_ == wanted) return false;
  auto next = make_snapshot(store);
  if (!is_listed) update_list(store, next->places, wanted, stop, list);
  const std::lock_guard lock(mutex_);
  state_ = wanted;
  snapshot_ = std::move(next);
  idle_.clear();  // of files that others may have replaced
  return true;
}

std::shared_ptr<const OpenSnapshot> StoreOpenData::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

OpenPage StoreOpenData::find_services(const OpenFilter& filter, OpenSpan span) const {
  return service::find_services(Borrowed(*this).list(), filter, span);
}

OpenPage StoreOpenData::find_organizations(const OpenFilter& filter, OpenSpan span) const {
  return service::find_organizations(Borrowed(*this).list(), filter, span);
}

OpenSitePage StoreOpenData::find_sites(const OpenFilter& filter, OpenSpan span) const {
  return service::find_sites(Borrowed(*this).list(), filter, span);
}

std::vector<OpenService> StoreOpenData::services(const std::vector<std::string>& ids) const {
  return read_services(Borrowed(*this).list(), ids);
}

std::vector<OpenService> StoreOpenData::services_of(const std::string& organization_id) const {
  return read_services_of(Borrowed(*this).list(), organization_id);
}

std::optional<OpenSite> StoreOpenData::find_site(const std::string& id) const {
  return service::find_site(Borrowed(*this).list(), id);
}

std::vector<Json> StoreOpenData::documents(const std::vector<std::string>& ids) const {
  const Borrowed borrowed(*this);
  const TermsBySource terms(borrowed.store().source_terms());
  std::vector<Json> documents;
  for (const std::string& id : ids) {
    const auto stored = borrowed.store().find({id});
    if (!stored) continue;
    const SourceTerms of_source = terms.of(stored->source);
    if (catalog::may_pass_on(of_source))
      documents.push_back(make_document(borrowed.store(), *stored, of_source));
  }
  return documents;
}

std::vector<OpenChange> StoreOpenData::changes(std::int64_t after, std::size_t limit) const {
  const Borrowed borrowed(*this);
  const TermsBySource terms(borrowed.store().source_terms());
  const catalog::Places places(borrowed.store().places());
  const indexer::Analyser analyser;
  const auto days_off = [&](std::string_view text) {
    return indexer::find_days_off(text, analyser);
  };
  std::vector<OpenChange> changes;
  for (const catalog::ChangedActivity& changed : borrowed.store().changes_after({after}, limit)) {
    OpenChange change{changed.id.value, changed.revision.number, std::nullopt};
    const SourceTerms of_source = terms.of(changed.source);
    if (changed.stored && catalog::may_pass_on(of_source)) {
      change.item = catalog::formats::schema_org_node(
          catalog::with_days_off(changed.stored->activity, days_off, places), of_source);
      change.item->set("data_source", catalog::tell_source(of_source));
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<std::uint32_t> StoreOpenData::words_of(std::string_view text) const {
  return hash_words(text);
}

std::string StoreOpenData::make_id(std::string_view name) const {
  return catalog::store::make_named_uuid(name);
}

}  // namespace kring::service
