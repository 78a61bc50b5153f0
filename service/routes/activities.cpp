// GET /v1/activities and /v1/activities/{id}: what does the catalogue hold?
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/found_activity.h"
#include "engine/search.h"
#include "service/preference.h"
#include "service/problem_response.h"
#include "service/routes/activity_forms.h"
#include "service/routes/exchange.h"

namespace kring::service {
namespace {

using engine::SearchRequest;

catalog::Problem make_problem(std::string code, std::string nl, std::string en) {
  return {std::move(code), "", {std::move(nl), std::move(en)}};
}

void take_count(const QueryParameter& parameter,
                int most,
                int& count,
                catalog::Problems& problems) {
  const std::optional<int> parsed = parse_count(parameter.value, most);
  if (parsed) {
    count = *parsed;
    return;
  }
  const std::string last = std::to_string(most);
  problems.push_back(make_problem(
      "bad_number", "Schrijf " + parameter.name + " als een getal van 1 tot en met " + last + ".",
      "Write " + parameter.name + " as a number from 1 to " + last + "."));
}

void take_order(std::string_view name, SearchRequest& request, catalog::Problems& problems) {
  if (const auto order = engine::find_search_order(name)) {
    request.order = *order;
    return;
  }
  problems.push_back(make_problem("bad_order",
                                  "Kies voor sort: " + engine::list_search_orders() + ".",
                                  "Choose for sort: " + engine::list_search_orders() + "."));
}

void take_known_only(std::string_view value, SearchRequest& request, catalog::Problems& problems) {
  if (value == "true" || value == "false") {
    request.unknowns = value == "true" ? engine::Unknowns::kDrop : engine::Unknowns::kKeep;
    return;
  }
  problems.push_back(make_problem("bad_value", "Schrijf voor knownOnly: true of false.",
                                  "Write for knownOnly: true or false."));
}

void take_date(std::string_view value, SearchRequest& request, catalog::Problems& problems) {
  if (const auto date = catalog::parse_date(value)) {
    request.date = *date;
    return;
  }
  problems.push_back(make_problem("bad_date", "Schrijf date als jaar-maand-dag: 2026-11-23.",
                                  "Write date as year-month-day: 2026-11-23."));
}

/// A problem for each of the parameters that may stand there once and stands there more often.
catalog::Problems find_repeated(const Request& request) {
  static constexpr std::array<std::string_view, 6> kOnce = {"q",    "page",      "perPage",
                                                            "sort", "knownOnly", "date"};
  catalog::Problems problems;
  for (const std::string_view name : kOnce) {
    const auto count =
        std::count_if(request.query.begin(), request.query.end(),
                      [name](const QueryParameter& parameter) { return parameter.name == name; });
    if (count < 2) continue;
    const std::string word(name);
    problems.push_back(
        make_problem("given_twice", "Schrijf " + word + " één keer.", "Write " + word + " once."));
  }
  return problems;
}

/// The request that the query parameters make; the engine judges the filters.
catalog::Result<SearchRequest> read_search(const Call& call, const Clock& clock) {
  SearchRequest request;
  request.language = call.language;
  request.date = today_in_amsterdam(clock());
  catalog::Problems problems = find_repeated(call.request);
  for (const QueryParameter& parameter : call.request.query) {
    if (parameter.name == "q") {
      request.text = parameter.value;
    } else if (parameter.name == "page") {
      take_count(parameter, engine::kMaxPage, request.page, problems);
    } else if (parameter.name == "perPage") {
      take_count(parameter, engine::kMaxPerPage, request.per_page, problems);
    } else if (parameter.name == "sort") {
      take_order(parameter.value, request, problems);
    } else if (parameter.name == "knownOnly") {
      take_known_only(parameter.value, request, problems);
    } else if (parameter.name == "date") {
      take_date(parameter.value, request, problems);
    } else {
      engine::add_filter(parameter.name, parameter.value, request);
    }
  }
  if (!problems.empty()) return problems;
  return request;
}

Response get_activities(const Call& call, const Surroundings& surroundings) {
  const auto request = read_search(call, surroundings.clock);
  if (!request) return make_problem_response(Fault::kInvalidInput, call.language, request.error());
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  const auto answer = matcher->search(*request);
  if (!answer) return make_problem_response(Fault::kInvalidInput, call.language, answer.error());
  return with_language(make_json_response(engine::to_json(*answer), Caching::kRevalidate),
                       call.language);
}

std::vector<std::string_view> media_types() {
  std::vector<std::string_view> types;
  for (const ActivityForm& form : activity_forms())
    types.push_back(form.media_type);
  return types;
}

/// The form that the client prefers; null where there is none that it takes.
const ActivityForm* find_form(const Headers& headers) {
  const auto place = choose_media_type(headers, media_types());
  return place ? &activity_forms()[*place] : nullptr;
}

Response get_activity(const Call& call, const Surroundings& surroundings) {
  const ActivityForm* const form = find_form(call.request.headers);
  if (form == nullptr) return make_not_acceptable_response(call.language, media_types());
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  const auto found = matcher->find_activity({call.parameters.front()});
  if (!found) return make_problem_response(Fault::kNotFound, call.language);
  auto body = form->write(give_activity(*found, *matcher, surroundings));
  if (!body) return make_problem_response(Fault::kNotAcceptable, call.language, body.error());
  return {200,
          {{"Content-Type", std::string(form->content_type)},
           {"Cache-Control", "no-cache"},
           {"Vary", "Accept"}},
          *std::move(body)};
}

}  // namespace

void add_activities(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/v1/activities",
             [surroundings](const Call& call) { return get_activities(call, surroundings); });
  router.add(Method::kGet, "/v1/activities/{id}",
             [surroundings](const Call& call) { return get_activity(call, surroundings); });
}

}  // namespace kring::service
