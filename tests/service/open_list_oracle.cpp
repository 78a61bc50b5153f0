#include "tests/service/open_list_oracle.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kring::service::tests {
namespace {

bool has(const std::vector<std::string>& values, const std::string& wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

bool holds_at(const OpenHours& hours, const OpenFilter& filter) {
  if (filter.day && (hours.days & *filter.day) == 0) return false;
  if (filter.start_time && !(hours.opens && *hours.opens >= *filter.start_time)) return false;
  return !filter.end_time || (hours.closes && *hours.closes <= *filter.end_time);
}

bool passes_hours(const std::vector<OpenHours>& hours, const OpenFilter& filter) {
  const bool asks_of_hours = filter.day || filter.start_time || filter.end_time;
  return !asks_of_hours || std::any_of(hours.begin(), hours.end(), [&](const OpenHours& one) {
    return holds_at(one, filter);
  });
}

bool passes_taxonomy(const OpenServiceRow& row, const OpenFilter& filter) {
  const bool asks_own = !filter.taxonomy_id.empty() && filter.taxonomy_id == filter.own_taxonomy_id;
  if (!filter.taxonomy_id.empty() && !asks_own && !has(row.taxonomies, filter.taxonomy_id))
    return false;
  const bool asks_term =
      !filter.taxonomy_term_id.empty() && !has(row.terms, filter.taxonomy_term_id);
  if (!asks_own && !asks_term) return true;
  const std::vector<std::string> own = filter.own_terms(row.service.id);
  return !own.empty() && (!asks_term || has(own, filter.taxonomy_term_id));
}

bool passes_facts(const OpenServiceRow& row, const OpenFilter& filter) {
  if (!filter.organization_id.empty() && row.organization_id != filter.organization_id)
    return false;
  if (filter.modified_after && row.modified < *filter.modified_after) return false;
  if (filter.minimum_age && !(row.minimum_age && *row.minimum_age >= *filter.minimum_age))
    return false;
  if (filter.maximum_age && !(row.maximum_age && *row.maximum_age <= *filter.maximum_age))
    return false;
  return std::includes(row.words.begin(), row.words.end(), filter.words.begin(), filter.words.end())
         && passes_taxonomy(row, filter);
}

bool passes(const OpenServiceRow& row, const OpenFilter& filter) {
  return passes_facts(row, filter)
         && (passes_hours(row.hours, filter)
             || std::any_of(row.sites.begin(), row.sites.end(), [&](const OpenSiteRow& site) {
                  return passes_hours(site.hours, filter);
                }));
}

bool is_near(const OpenServiceRow& row, const OpenSiteRow& site, const OpenFilter& filter) {
  if (!filter.near) return true;
  if (filter.proximity) {
    return site.point
           && catalog::distance_between(filter.near->point, *site.point) <= *filter.proximity;
  }
  if (!row.areas.empty()) {
    return std::any_of(row.areas.begin(), row.areas.end(),
                       [&](const std::string& area) { return has(filter.area_names, area); });
  }
  return site.postcode4 == filter.near->postcode4
         || (!site.municipality.empty() && site.municipality == filter.near->municipality);
}

std::vector<OpenServiceRow> by_id(std::vector<OpenServiceRow> rows) {
  std::sort(rows.begin(), rows.end(), [](const OpenServiceRow& left, const OpenServiceRow& right) {
    return left.service.id < right.service.id;
  });
  return rows;
}

}  // namespace

std::vector<std::string> judge_services(const std::vector<OpenServiceRow>& rows,
                                        const OpenFilter& filter) {
  std::vector<std::string> ids;
  for (const OpenServiceRow& row : by_id(rows)) {
    if (passes(row, filter)) ids.push_back(row.service.id);
  }
  return ids;
}

std::vector<std::string> judge_organizations(const std::vector<OpenServiceRow>& rows,
                                             const OpenFilter& filter) {
  std::set<std::string> ids;
  for (const OpenServiceRow& row : rows) {
    if (!row.organization_id.empty() && passes(row, filter)) ids.insert(row.organization_id);
  }
  return {ids.begin(), ids.end()};
}

std::vector<std::string> judge_sites(const std::vector<OpenServiceRow>& rows,
                                     const OpenFilter& filter) {
  std::map<std::string, std::string> first;  // by the site's id; "" where it does not pass
  for (const OpenServiceRow& row : by_id(rows)) {
    for (std::size_t place = 0; place < row.sites.size(); ++place) {
      const OpenSiteRow& site = row.sites[place];
      const auto& hours = site.hours.empty() ? row.hours : site.hours;
      const bool is_found =
          passes_facts(row, filter) && passes_hours(hours, filter) && is_near(row, site, filter);
      first.emplace(site.id, is_found ? row.service.id + "/" + std::to_string(place) : "");
    }
  }
  std::vector<std::string> found;
  for (const auto& [id, where] : first) {
    if (!where.empty()) found.push_back(where);
  }
  return found;
}

}  // namespace kring::service::tests
