// Which services and sites does a query of the HSDS API let through?
#include "service/routes/hsds_filters.h"

#include <algorithm>
#include <utility>

namespace kring::service {
namespace {

bool has(const std::vector<std::string>& values, const std::string& wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

std::string in_small_letters(std::string text) {
  for (char& letter : text) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return text;
}

/// Areas that hold every Dutch postcode.
constexpr const char* kWholeCountry[] = {"nederland", "netherlands", "landelijk",
                                         "heel nederland"};  // NOLINT(modernize-avoid-c-arrays)

bool holds_at(const OpenHours& hours, const HsdsQuery& query) {
  if (query.day && (hours.days & *query.day) == 0) return false;
  if (query.start_time && !(hours.opens && *hours.opens >= *query.start_time)) return false;
  return !query.end_time || (hours.closes && *hours.closes <= *query.end_time);
}

}  // namespace

HsdsFilter::HsdsFilter(const HsdsQuery& query,
                       const OpenSnapshot& snapshot,
                       std::vector<std::uint32_t> words,
                       OwnTerms own_terms)
    : query_(query),
      snapshot_(snapshot),
      words_(std::move(words)),
      own_terms_(std::move(own_terms)) {
  if (!query.postcode4) return;
  place_ = snapshot.places.find(*query.postcode4);
  if (place_ == nullptr) return;
  area_names_ = {in_small_letters(place_->name), in_small_letters(place_->municipality),
                 std::to_string(place_->postcode4)};
  area_names_.insert(area_names_.end(), std::begin(kWholeCountry), std::end(kWholeCountry));
}

bool HsdsFilter::has_place() const {
  return !query_.postcode4 || place_ != nullptr;
}

bool HsdsFilter::passes(const OpenService& service) const {
  if (!passes_facts(service)) return false;
  const bool asks_of_hours = query_.day || query_.start_time || query_.end_time;
  if (!asks_of_hours || passes_hours(service.hours)) return true;
  return std::any_of(service.sites.begin(), service.sites.end(),
                     [this](const OpenSite& site) { return passes_hours(site.hours); });
}

bool HsdsFilter::passes_at(const OpenService& service, const OpenSite& site) const {
  const bool asks_of_hours = query_.day || query_.start_time || query_.end_time;
  const auto& hours = site.hours.empty() ? service.hours : site.hours;
  return passes_facts(service) && (!asks_of_hours || passes_hours(hours)) && is_near(service, site);
}

bool HsdsFilter::passes_facts(const OpenService& service) const {
  if (!query_.organization_id.empty() && service.organization_id != query_.organization_id)
    return false;
  if (query_.modified_after && service.modified < *query_.modified_after) return false;
  if (query_.minimum_age && !(service.minimum_age && *service.minimum_age >= *query_.minimum_age))
    return false;
  if (query_.maximum_age && !(service.maximum_age && *service.maximum_age <= *query_.maximum_age))
    return false;
  return std::includes(service.words.begin(), service.words.end(), words_.begin(), words_.end())
         && passes_taxonomy(service);
}

bool HsdsFilter::passes_taxonomy(const OpenService& service) const {
  const bool asks_own_taxonomy =
      !query_.taxonomy_id.empty() && snapshot_.taxonomy["id"].string() == query_.taxonomy_id;
  if (!query_.taxonomy_id.empty() && !asks_own_taxonomy
      && !has(service.taxonomies, query_.taxonomy_id))
    return false;
  const bool asks_term =
      !query_.taxonomy_term_id.empty() && !has(service.terms, query_.taxonomy_term_id);
  if (!asks_own_taxonomy && !asks_term) return true;
  const std::vector<std::string> own = own_terms_(service.id);
  return !own.empty() && (!asks_term || has(own, query_.taxonomy_term_id));
}

bool HsdsFilter::passes_hours(const std::vector<OpenHours>& hours) const {
  return std::any_of(hours.begin(), hours.end(),
                     [this](const OpenHours& one) { return holds_at(one, query_); });
}

bool HsdsFilter::is_near(const OpenService& service, const OpenSite& site) const {
  if (!query_.postcode4) return true;
  if (place_ == nullptr) return false;
  if (query_.proximity) {
    return site.point && catalog::distance_between(place_->point, *site.point) <= *query_.proximity;
  }
  const bool is_covered =
      std::any_of(service.areas.begin(), service.areas.end(),
                  [this](const std::string& area) { return has(area_names_, area); });
  if (is_covered || !service.areas.empty()) return is_covered;
  const catalog::Place* const there =
      site.postcode4 ? snapshot_.places.find(*site.postcode4) : nullptr;
  if (there == nullptr || there == place_) return there == place_;
  return !there->municipality.empty() && there->municipality == place_->municipality;
}

std::vector<std::size_t> find_services(const OpenSnapshot& snapshot, const HsdsFilter& filter) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < snapshot.services.size(); ++i) {
    if (filter.passes(*snapshot.services[i])) found.push_back(i);
  }
  return found;
}

}  // namespace kring::service
