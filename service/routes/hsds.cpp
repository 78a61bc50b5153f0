// GET and POST /hsds/…: how does the catalogue look to those who speak Open Referral?
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/routes/exchange.h"
#include "service/routes/hsds_answer.h"
#include "service/routes/hsds_filters.h"
#include "service/routes/hsds_objects.h"
#include "service/routes/hsds_query.h"
#include "service/routes/open_response.h"

namespace kring::service {

std::string_view hsds_openapi();  // openapi/hsds.json

namespace {

using catalog::Json;
using catalog::Problem;

constexpr std::string_view kHsdsVersion = "3.1";
/// Kring adds members and filters to HSDS and takes nothing away; the page of the standard says
/// what the rest means.
constexpr std::string_view kProfile = "https://docs.openreferral.org/en/v3.1/";

constexpr std::array<std::string_view, 4> kPaging = {"search", "page", "per_page", "format"};
constexpr std::array<std::string_view, 15> kOfServices = {
    "search",          "page",           "per_page", "format", "taxonomy_term_id", "taxonomy_id",
    "organization_id", "modified_after", "minimal",  "full",   "minimum_age",      "maximum_age",
    "start_time",      "end_time",       "day"};
constexpr std::array<std::string_view, 16> kOfSites = {"search",
                                                       "page",
                                                       "per_page",
                                                       "format",
                                                       "taxonomy_term_id",
                                                       "taxonomy_id",
                                                       "organization_id",
                                                       "modified_after",
                                                       "full",
                                                       "minimum_age",
                                                       "maximum_age",
                                                       "start_time",
                                                       "end_time",
                                                       "day",
                                                       "postcode",
                                                       "proximity"};
constexpr std::array<std::string_view, 8> kOfOrganizations = {
    "search",           "page",        "per_page", "format",
    "taxonomy_term_id", "taxonomy_id", "full",     "full_service"};
constexpr std::array<std::string_view, 1> kOfOneOrganization = {"full_service"};
constexpr std::array<std::string_view, 7> kOfTerms = {
    "search", "page", "per_page", "format", "taxonomy_id", "top_only", "parent_id"};

using Answerer = std::function<Response(const Hsds&)>;
using ListAnswerer = std::function<Response(const Hsds&, const HsdsQuery&)>;

Problem make_unknown_postcode() {
  return {"unknown_postcode",
          "/postcode",
          {"Deze postcode staat niet in de tabel. Geef een andere, of lees meer postcodes in met "
           "kring places import.",
           "This postcode is not in the table. Give another, or read more postcodes with kring "
           "places import."}};
}

Response list_services(const Hsds& hsds, const HsdsQuery& query) {
  const std::vector<std::size_t> found = find_services(*hsds.snapshot, hsds.make_filter(query));
  const Span span = span_of(query, found.size());
  Json::Array contents;
  std::vector<std::string> ids;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const OpenService& service = *hsds.snapshot->services[found[i]];
    if (query.detail == HsdsDetail::kMinimal) contents.push_back(make_minimal(service));
    ids.push_back(service.id);
  }
  if (query.detail == HsdsDetail::kMinimal)
    return answer_list(hsds, query, found.size(), std::move(contents));
  for (const Json& document : hsds.data.documents(ids)) {
    contents.push_back(query.detail == HsdsDetail::kFull ? hsds.whole_service(document)
                                                         : without_lists(document));
  }
  return answer_list(hsds, query, found.size(), std::move(contents));
}

Response get_service(const Hsds& hsds) {
  const std::string& id = hsds.call.parameters.front();
  const auto& services = hsds.snapshot->services;
  const auto found = std::lower_bound(
      services.begin(), services.end(), id,
      [](const auto& service, const std::string& wanted) { return service->id < wanted; });
  if (found == services.end() || (*found)->id != id)
    return make_open_problem(hsds.call, Fault::kNotFound);
  const std::vector<Json> documents = hsds.data.documents({id});
  if (documents.empty()) return make_open_problem(hsds.call, Fault::kNotFound);
  return hsds.answer(hsds.whole_service(documents.front()));
}

/// An organization with its services: by name alone, or the first of them whole where that is asked
/// for.
Json tell_organization(const Hsds& hsds,
                       const OpenOrganization& organization,
                       HsdsDetail service_detail) {
  const auto& services = hsds.snapshot->services;
  const bool is_whole = service_detail == HsdsDetail::kFull;
  const std::size_t whole =
      is_whole ? std::min(kHsdsMaxWholeServices, organization.services.size()) : 0;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::max<std::size_t>(whole, 1); ++i)
    ids.push_back(services[organization.services[i]]->id);
  const std::vector<Json> documents = hsds.data.documents(ids);
  if (documents.empty()) return {};
  Json::Array told;
  for (std::size_t i = 0; i < std::min(whole, documents.size()); ++i)
    told.push_back(hsds.whole_service(documents[i]));
  for (std::size_t i = whole; i < organization.services.size(); ++i)
    told.push_back(make_reference(*services[organization.services[i]]));
  return make_organization(documents.front(), std::move(told));
}

Response list_organizations(const Hsds& hsds, const HsdsQuery& query) {
  const HsdsFilter filter = hsds.make_filter(query);
  std::vector<const OpenOrganization*> found;
  for (const OpenOrganization& organization : hsds.snapshot->organizations) {
    const bool passes = std::any_of(
        organization.services.begin(), organization.services.end(),
        [&](std::size_t place) { return filter.passes(*hsds.snapshot->services[place]); });
    if (passes) found.push_back(&organization);
  }
  const bool is_whole =
      query.detail == HsdsDetail::kFull || query.service_detail == HsdsDetail::kFull;
  const Span span = span_of(query, found.size());
  Json::Array contents;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const Json organization = tell_organization(hsds, *found[i], query.service_detail);
    if (organization.is_object())
      contents.push_back(is_whole ? organization : without_lists(organization));
  }
  return answer_list(hsds, query, found.size(), std::move(contents));
}

Response get_organization(const Hsds& hsds, const HsdsQuery& query) {
  const std::string& id = hsds.call.parameters.front();
  const auto& all = hsds.snapshot->organizations;
  const auto found = std::lower_bound(
      all.begin(), all.end(), id,
      [](const OpenOrganization& one, const std::string& wanted) { return one.id < wanted; });
  if (found == all.end() || found->id != id) return make_open_problem(hsds.call, Fault::kNotFound);
  const Json organization = tell_organization(hsds, *found, query.service_detail);
  if (!organization.is_object()) return make_open_problem(hsds.call, Fault::kNotFound);
  return hsds.answer(organization);
}

/// The site in the document of its service; null where either is gone meanwhile.
Json tell_site(const Hsds& hsds, const OpenSiteAt& at, HsdsDetail detail) {
  const std::vector<Json> documents =
      hsds.data.documents({hsds.snapshot->services[at.service]->id});
  if (documents.empty() || documents.front()["service_at_locations"].array().size() <= at.site)
    return {};
  const Json& document = documents.front();
  return make_service_at_location(
      detail == HsdsDetail::kFull ? hsds.whole_service(document) : document, at.site, detail);
}

Response list_sites(const Hsds& hsds, const HsdsQuery& query) {
  const HsdsFilter filter = hsds.make_filter(query);
  if (!filter.has_place())
    return make_open_problem(hsds.call, Fault::kInvalidInput, {make_unknown_postcode()});
  std::vector<const OpenSiteAt*> found;
  for (const OpenSiteAt& at : hsds.snapshot->sites) {
    const OpenService& service = *hsds.snapshot->services[at.service];
    if (filter.passes_at(service, service.sites[at.site])) found.push_back(&at);
  }
  const Span span = span_of(query, found.size());
  Json::Array contents;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    Json site = tell_site(hsds, *found[i], query.detail);
    if (site.is_object()) contents.push_back(std::move(site));
  }
  return answer_list(hsds, query, found.size(), std::move(contents));
}

Response get_site(const Hsds& hsds) {
  const std::string& id = hsds.call.parameters.front();
  const auto& all = hsds.snapshot->sites;
  const auto found = std::lower_bound(
      all.begin(), all.end(), id,
      [](const OpenSiteAt& one, const std::string& wanted) { return one.id < wanted; });
  if (found == all.end() || found->id != id) return make_open_problem(hsds.call, Fault::kNotFound);
  const Json site = tell_site(hsds, *found, HsdsDetail::kFull);
  return site.is_object() ? hsds.answer(site) : make_open_problem(hsds.call, Fault::kNotFound);
}

/// Those of `objects` whose texts hold every word of the search.
Json::Array find_by_words(const Hsds& hsds, const HsdsQuery& query, const Json::Array& objects) {
  const auto wanted = hsds.data.words_of(query.search);
  Json::Array found;
  for (const Json& object : objects) {
    std::string text;
    for (const char* name : {"name", "code", "description"})
      text.append(object[name].string().value_or("")).append("\n");
    const auto words = hsds.data.words_of(text);
    if (std::includes(words.begin(), words.end(), wanted.begin(), wanted.end()))
      found.push_back(object);
  }
  return found;
}

Response answer_objects(const Hsds& hsds, const HsdsQuery& query, const Json::Array& found) {
  const Span span = span_of(query, found.size());
  const auto at = [&found](std::size_t place) {
    return found.begin() + static_cast<std::ptrdiff_t>(place);
  };
  return answer_list(hsds, query, found.size(), Json::Array(at(span.begin), at(span.end)));
}

Response list_taxonomies(const Hsds& hsds, const HsdsQuery& query) {
  return answer_objects(hsds, query, find_by_words(hsds, query, {hsds.snapshot->taxonomy}));
}

Response list_terms(const Hsds& hsds, const HsdsQuery& query) {
  const bool is_other =
      !query.taxonomy_id.empty() && hsds.snapshot->taxonomy["id"].string() != query.taxonomy_id;
  // The vocabulary has one level: every term is a top one, and none has a parent.
  if (is_other || !query.parent_id.empty()) return answer_objects(hsds, query, {});
  return answer_objects(hsds, query, find_by_words(hsds, query, hsds.snapshot->terms));
}

Response get_object(const Hsds& hsds, const Json::Array& objects) {
  for (const Json& object : objects) {
    if (object["id"].string() == hsds.call.parameters.front()) return hsds.answer(object);
  }
  return make_open_problem(hsds.call, Fault::kNotFound);
}

Response get_about(const Hsds& hsds) {
  const std::string base = base_address(hsds.call, hsds.surroundings) + "/hsds";
  return hsds.answer(Json::Object{
      {"version", kHsdsVersion}, {"profile", kProfile}, {"openapi_url", base + "/openapi.json"}});
}

Response with_hsds(const Call& call, const Surroundings& surroundings, const Answerer& answerer) {
  auto snapshot = surroundings.open_data->snapshot();
  if (!snapshot) return make_open_problem(call, Fault::kNoCatalogue);
  return answerer({call, surroundings, *surroundings.open_data, std::move(snapshot),
                   surroundings.matchers.get()});
}

/// One object of the API, at an address without parameters.
void add_one(Router& router,
             const std::string& pattern,
             const Surroundings& surroundings,
             const Answerer& answerer) {
  add_preflight(router, pattern);
  router.add(Method::kGet, pattern, [=](const Call& call) {
    const auto problems = find_unknown_parameters(call.request, {});
    if (!problems.empty()) return make_open_problem(call, Fault::kInvalidInput, problems);
    return with_hsds(call, surroundings, answerer);
  });
}

/// What takes parameters; where it is a list also as POST, with the parameters in the body.
void add_asked(Router& router,
               const std::string& pattern,
               const Surroundings& surroundings,
               std::span<const std::string_view> known,
               const ListAnswerer& answerer) {
  const Handler handler = [=](const Call& call) {
    const auto query = read_hsds_query(call, known);
    if (!query) return make_open_problem(call, Fault::kInvalidInput, query.error());
    return with_hsds(call, surroundings, [&](const Hsds& hsds) { return answerer(hsds, *query); });
  };
  add_preflight(router, pattern);
  router.add(Method::kGet, pattern, handler);
  if (!pattern.ends_with('}')) router.add(Method::kPost, pattern, handler);
}

}  // namespace

void add_hsds(Router& router, const Surroundings& surroundings) {
  add_one(router, "/hsds", surroundings, get_about);
  add_one(router, "/hsds/", surroundings, get_about);
  add_one(router, "/hsds/openapi.json", surroundings, [](const Hsds& hsds) {
    return make_open_response(hsds.call, {.bytes = std::string(hsds_openapi())});
  });
  add_asked(router, "/hsds/services", surroundings, kOfServices, list_services);
  add_one(router, "/hsds/services/{id}", surroundings, get_service);
  add_asked(router, "/hsds/organizations", surroundings, kOfOrganizations, list_organizations);
  add_asked(router, "/hsds/organizations/{id}", surroundings, kOfOneOrganization, get_organization);
  add_asked(router, "/hsds/service_at_locations", surroundings, kOfSites, list_sites);
  add_one(router, "/hsds/service_at_locations/{id}", surroundings, get_site);
  add_asked(router, "/hsds/taxonomies", surroundings, kPaging, list_taxonomies);
  add_one(router, "/hsds/taxonomies/{id}", surroundings,
          [](const Hsds& hsds) { return get_object(hsds, {hsds.snapshot->taxonomy}); });
  add_asked(router, "/hsds/taxonomy_terms", surroundings, kOfTerms, list_terms);
  add_one(router, "/hsds/taxonomy_terms/{id}", surroundings,
          [](const Hsds& hsds) { return get_object(hsds, hsds.snapshot->terms); });
}

}  // namespace kring::service
