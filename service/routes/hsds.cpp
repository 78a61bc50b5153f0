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

Json::Array tell_minimal(const Hsds& hsds, const std::vector<std::string>& ids) {
  Json::Array contents;
  for (const OpenService& service : hsds.data.services(ids))
    contents.push_back(make_minimal(service));
  return contents;
}

Response list_services(const Hsds& hsds, const HsdsQuery& query) {
  const OpenPage page = hsds.data.find_services(*hsds.make_filter(query), span_of(query));
  if (query.detail == HsdsDetail::kMinimal)
    return answer_list(hsds, query, page.total, tell_minimal(hsds, page.ids));
  Json::Array contents;
  for (const Json& document : hsds.data.documents(page.ids)) {
    contents.push_back(query.detail == HsdsDetail::kFull ? hsds.whole_service(document)
                                                         : without_lists(document));
  }
  return answer_list(hsds, query, page.total, std::move(contents));
}

Response get_service(const Hsds& hsds) {
  const std::vector<Json> documents = hsds.data.documents({hsds.call.parameters.front()});
  if (documents.empty()) return make_open_problem(hsds.call, Fault::kNotFound);
  return hsds.answer(hsds.whole_service(documents.front()));
}

/// An organization with its services: by name alone, or the first of them whole where that is asked
/// for. Null where it has none.
Json tell_organization(const Hsds& hsds, const std::string& id, HsdsDetail service_detail) {
  const std::vector<OpenService> services = hsds.data.services_of(id);
  if (services.empty()) return {};
  const bool is_whole = service_detail == HsdsDetail::kFull;
  const std::size_t whole = is_whole ? std::min(kHsdsMaxWholeServices, services.size()) : 0;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::max<std::size_t>(whole, 1); ++i)
    ids.push_back(services[i].id);
  const std::vector<Json> documents = hsds.data.documents(ids);
  if (documents.empty()) return {};
  Json::Array told;
  for (std::size_t i = 0; i < std::min(whole, documents.size()); ++i)
    told.push_back(hsds.whole_service(documents[i]));
  for (std::size_t i = whole; i < services.size(); ++i)
    told.push_back(make_reference(services[i]));
  return make_organization(documents.front(), std::move(told));
}

Response list_organizations(const Hsds& hsds, const HsdsQuery& query) {
  const OpenPage page = hsds.data.find_organizations(*hsds.make_filter(query), span_of(query));
  const bool is_whole =
      query.detail == HsdsDetail::kFull || query.service_detail == HsdsDetail::kFull;
  Json::Array contents;
  for (const std::string& id : page.ids) {
    const Json organization = tell_organization(hsds, id, query.service_detail);
    if (organization.is_object())
      contents.push_back(is_whole ? organization : without_lists(organization));
  }
  return answer_list(hsds, query, page.total, std::move(contents));
}

Response get_organization(const Hsds& hsds, const HsdsQuery& query) {
  const Json organization =
      tell_organization(hsds, hsds.call.parameters.front(), query.service_detail);
  if (!organization.is_object()) return make_open_problem(hsds.call, Fault::kNotFound);
  return hsds.answer(organization);
}

/// The site in the document of its service; null where either is gone meanwhile.
Json tell_site(const Hsds& hsds, const OpenSite& site, HsdsDetail detail) {
  const std::vector<Json> documents = hsds.data.documents({site.service_id});
  if (documents.empty() || documents.front()["service_at_locations"].array().size() <= site.place)
    return {};
  const Json& document = documents.front();
  return make_service_at_location(
      detail == HsdsDetail::kFull ? hsds.whole_service(document) : document, site.place, detail);
}

Response list_sites(const Hsds& hsds, const HsdsQuery& query) {
  const auto filter = hsds.make_filter(query);
  if (!filter) return make_open_problem(hsds.call, Fault::kInvalidInput, {make_unknown_postcode()});
  const OpenSitePage page = hsds.data.find_sites(*filter, span_of(query));
  Json::Array contents;
  for (const OpenSite& found : page.sites) {
    Json site = tell_site(hsds, found, query.detail);
    if (site.is_object()) contents.push_back(std::move(site));
  }
  return answer_list(hsds, query, page.total, std::move(contents));
}

Response get_site(const Hsds& hsds) {
  const auto found = hsds.data.find_site(hsds.call.parameters.front());
  const Json site = found ? tell_site(hsds, *found, HsdsDetail::kFull) : Json();
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
  const OpenSpan span = span_of(query);
  const auto at = [&found](std::size_t place) {
    return found.begin() + static_cast<std::ptrdiff_t>(std::min(place, found.size()));
  };
  return answer_list(hsds, query, found.size(), Json::Array(at(span.begin), at(span.end)));
}

Response list_taxonomies(const Hsds& hsds, const HsdsQuery& query) {
  return answer_objects(hsds, query, find_by_words(hsds, query, {hsds.snapshot->taxonomy}));
}

Response list_terms(const Hsds& hsds, const HsdsQuery& query) {
  const bool is_other = !query.filter.taxonomy_id.empty()
                        && hsds.snapshot->taxonomy["id"].string() != query.filter.taxonomy_id;
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
