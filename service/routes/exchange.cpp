// What do the JSON routes do alike?
#include "service/routes/exchange.h"

#include <algorithm>
#include <string>
#include <utility>

#include "service/problem_response.h"

namespace kring::service {
namespace {

using catalog::Json;
using catalog::Language;

/// "application/json", alone or with UTF-8 as its charset.
bool is_json_type(std::string_view type) {
  const std::size_t semicolon = std::min(type.find(';'), type.size());
  std::string_view essence = type.substr(0, semicolon);
  while (!essence.empty() && essence.back() == ' ')
    essence.remove_suffix(1);
  if (!equals_ignoring_case(essence, "application/json")) return false;
  std::string parameter(type.substr(semicolon));
  parameter.erase(std::remove_if(parameter.begin(), parameter.end(),
                                 [](char c) { return c == ' ' || c == '"'; }),
                  parameter.end());
  return parameter.empty() || equals_ignoring_case(parameter, ";charset=utf-8");
}

Fault fault_of(Readiness readiness) {
  if (readiness == Readiness::kNoIndex) return Fault::kNoIndex;
  // What has become ready since it was asked for is there in a moment.
  return readiness == Readiness::kUnreadable ? Fault::kUnreadableIndex : Fault::kOpeningIndex;
}

}  // namespace

Response make_json_response(const catalog::Json& document, Caching caching) {
  return {200,
          {{"Content-Type", "application/json"},
           {"Cache-Control", caching == Caching::kNever ? "no-store" : "no-cache"}},
          catalog::write_json(document)};
}

Response with_language(Response response, Language language) {
  response.headers.push_back({"Content-Language", std::string(tag_of(language))});
  return response;
}

Language problem_language(const Request& request, const Json& profile) {
  const auto preferred = find_preferred_language(request.headers);
  return preferred ? *preferred : find_language(profile, Language::kDutch);
}

Response make_not_acceptable_response(Language language,
                                      const std::vector<std::string_view>& offered) {
  std::string types;
  for (const std::string_view type : offered)
    types.append(types.empty() ? "" : ", ").append(type);
  return make_problem_response(Fault::kNotAcceptable, language,
                               {{"unknown_form",
                                 "",
                                 {"Vraag een van deze vormen: " + types + ".",
                                  "Ask for one of these forms: " + types + "."}}});
}

Response make_not_ready_response(const CurrentMatcher& matchers, Language language) {
  return make_problem_response(fault_of(matchers.readiness()), language);
}

catalog::Problems find_unknown_parameters(const Request& request,
                                          const std::vector<std::string_view>& known) {
  catalog::Problems problems;
  for (const QueryParameter& parameter : request.query) {
    if (std::find(known.begin(), known.end(), parameter.name) != known.end()) continue;
    problems.push_back(
        {"unknown_parameter",
         "",
         {"Het adres heeft een vraagdeel dat hier niet bestaat. Laat het weg.",
          "The address has a query parameter that does not exist here. Leave it out."}});
  }
  return problems;
}

std::variant<Json, Response> read_document(const Call& call,
                                           const catalog::Problems& query_problems) {
  const Request& request = call.request;
  if (!is_json_type(find_header(request.headers, "Content-Type").value_or(""))) {
    return make_problem_response(Fault::kUnsupportedType, call.language);
  }
  auto document = catalog::parse_json(request.body);
  if (document) return *std::move(document);
  catalog::Problems problems = query_problems;
  problems.insert(problems.end(), document.error().begin(), document.error().end());
  return make_problem_response(Fault::kInvalidInput, call.language, problems);
}

std::variant<AskedProfile, Response> read_profile(const Call& call,
                                                  const Clock& clock,
                                                  catalog::Problems query_problems) {
  const auto read = read_document(call, query_problems);
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& document = std::get<Json>(read);
  catalog::Problems problems = std::move(query_problems);
  auto profile = engine::parse_profile(document);
  if (!profile) problems.insert(problems.end(), profile.error().begin(), profile.error().end());
  const Language language = problem_language(call.request, document);
  if (!problems.empty()) return make_problem_response(Fault::kInvalidInput, language, problems);
  return AskedProfile{with_date(*std::move(profile), clock()), language};
}

}  // namespace kring::service
