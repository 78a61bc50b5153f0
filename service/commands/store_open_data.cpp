// How do the open APIs get at the catalogue?
#include "service/commands/store_open_data.h"

#include <algorithm>
#include <utility>

#include "catalog/formats/hsds.h"
#include "catalog/formats/schema_org_json.h"
#include "catalog/store/identity.h"
#include "service/commands/open_rows.h"

namespace kring::service {
namespace {

using catalog::ActivityStore;
using catalog::Json;
using catalog::SourceTerms;
using catalog::StoredActivity;

constexpr std::size_t kMaxIdle = 8;  ///< handles kept open between requests

/// The terms of each source, by name.
class Terms {
 public:
  explicit Terms(const ActivityStore& store) {
    for (SourceTerms& terms : store.source_terms())
      terms_.emplace(terms.source, std::move(terms));
  }

  [[nodiscard]] SourceTerms of(const std::string& source) const {
    const auto found = terms_.find(source);
    SourceTerms none;
    none.source = source;
    return found == terms_.end() ? none : found->second;
  }

 private:
  std::map<std::string, SourceTerms> terms_;
};

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

/// How a source is named beside its records.
Json tell_source(const SourceTerms& terms) {
  return Json::Object{{"name", terms.source},
                      {"publisher", text_or_null(terms.publisher)},
                      {"licence", text_or_null(terms.licence)},
                      {"attribution", text_or_null(terms.attribution)}};
}

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
  document.set("data_source", tell_source(terms));
  return document;
}

std::vector<OpenOrganization> gather_organizations(
    const std::vector<std::shared_ptr<const OpenService>>& services) {
  std::map<std::string, OpenOrganization> by_id;
  for (std::size_t place = 0; place < services.size(); ++place) {
    const std::string& id = services[place]->organization_id;
    if (id.empty()) continue;
    OpenOrganization& organization = by_id[id];
    organization.id = id;
    organization.services.push_back(place);
  }
  std::vector<OpenOrganization> organizations;
  organizations.reserve(by_id.size());
  for (auto& [id, organization] : by_id)
    organizations.push_back(std::move(organization));
  return organizations;
}

/// Of sites that two services give the same id the first stays.
std::vector<OpenSiteAt> gather_sites(
    const std::vector<std::shared_ptr<const OpenService>>& services) {
  std::vector<OpenSiteAt> sites;
  for (std::size_t service = 0; service < services.size(); ++service) {
    for (std::size_t site = 0; site < services[service]->sites.size(); ++site)
      sites.push_back({services[service]->sites[site].id, service, site});
  }
  const auto by_id = [](const OpenSiteAt& left, const OpenSiteAt& right) {
    return left.id < right.id;
  };
  std::stable_sort(sites.begin(), sites.end(), by_id);
  const auto is_same = [](const OpenSiteAt& left, const OpenSiteAt& right) {
    return left.id == right.id;
  };
  sites.erase(std::unique(sites.begin(), sites.end(), is_same), sites.end());
  return sites;
}

Json::Array tell_sources(const ActivityStore& store, const Terms& terms) {
  Json::Array sources;
  for (const catalog::SourceCount& count : store.sources()) {
    const SourceTerms of_source = terms.of(count.source);
    if (catalog::may_pass_on(of_source)) sources.push_back(tell_source(of_source));
  }
  return sources;
}

}  // namespace

/// A handle on the catalogue for one request; given back afterwards.
class StoreOpenData::Borrowed {
 public:
  explicit Borrowed(const StoreOpenData& owner) : owner_(owner), store_(owner.take_handle()) {}
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  Borrowed(Borrowed&&) = delete;
  Borrowed& operator=(Borrowed&&) = delete;
  ~Borrowed() { owner_.give_back(std::move(store_)); }

  const ActivityStore& operator*() const { return store_; }
  const ActivityStore* operator->() const { return &store_; }

 private:
  const StoreOpenData& owner_;
  ActivityStore store_;
};

StoreOpenData::StoreOpenData(std::string location) : location_(std::move(location)) {
  idle_.reserve(kMaxIdle);  // so that giving a handle back needs no memory
}

StoreOpenData::~StoreOpenData() = default;

ActivityStore StoreOpenData::take_handle() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      ActivityStore store = std::move(idle_.back());
      idle_.pop_back();
      return store;
    }
  }
  return ActivityStore::open(location_, catalog::OpenMode::kReadOnly);
}

void StoreOpenData::give_back(ActivityStore store) const {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kMaxIdle) idle_.push_back(std::move(store));
}

bool StoreOpenData::refresh() {
  const ActivityStore store = ActivityStore::open(location_, catalog::OpenMode::kReadOnly);
  const auto before = snapshot();
  const catalog::Revision revision = store.revision();
  const bool is_same = before && store.identity() == identity_;
  if (is_same && before->revision == revision) return false;
  if (!is_same) services_.clear();
  identity_ = store.identity();

  const Terms terms(store);
  auto next = std::make_shared<OpenSnapshot>();
  next->revision = revision;
  next->changed_at = store.time_of(revision);
  next->places = catalog::Places(store.places());
  store.for_each_changed(is_same ? before->revision : catalog::Revision{},
                         [&](const catalog::ChangedActivity& changed) {
                           services_.erase(changed.id.value);
                           const SourceTerms of_source = terms.of(changed.source);
                           if (!changed.stored || !catalog::may_pass_on(of_source)) return;
                           const Json document = make_document(store, *changed.stored, of_source);
                           services_[changed.id.value] = std::make_shared<const OpenService>(
                               make_open_service(document, next->places));
                         });
  for (const auto& [id, service] : services_)
    next->services.push_back(service);
  next->organizations = gather_organizations(next->services);
  next->sites = gather_sites(next->services);
  next->sources = tell_sources(store, terms);
  const auto vocabulary =
      catalog::parse_vocabulary(store.document(catalog::DocumentKind::kVocabulary).text);
  if (vocabulary) {
    next->taxonomy = make_taxonomy(*vocabulary);
    next->terms = make_taxonomy_terms(*vocabulary);
  }
  const std::lock_guard lock(mutex_);
  snapshot_ = std::move(next);
  idle_.clear();  // of a catalogue that another file may have replaced
  return true;
}

std::shared_ptr<const OpenSnapshot> StoreOpenData::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

std::vector<Json> StoreOpenData::documents(const std::vector<std::string>& ids) const {
  const Borrowed store(*this);
  const Terms terms(*store);
  std::vector<Json> documents;
  for (const std::string& id : ids) {
    const auto stored = store->find({id});
    if (!stored) continue;
    const SourceTerms of_source = terms.of(stored->source);
    if (catalog::may_pass_on(of_source))
      documents.push_back(make_document(*store, *stored, of_source));
  }
  return documents;
}

std::vector<OpenChange> StoreOpenData::changes(std::int64_t after, std::size_t limit) const {
  const Borrowed store(*this);
  const Terms terms(*store);
  std::vector<OpenChange> changes;
  for (const catalog::ChangedActivity& changed : store->changes_after({after}, limit)) {
    OpenChange change{changed.id.value, changed.revision.number, std::nullopt};
    const SourceTerms of_source = terms.of(changed.source);
    if (changed.stored && catalog::may_pass_on(of_source)) {
      change.item = catalog::formats::schema_org_node(changed.stored->activity);
      if (!of_source.licence.empty()) change.item->set("license", of_source.licence);
      change.item->set("data_source", tell_source(of_source));
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
