// GET /rpde/activities and /rpde/terms: what changed since a client last asked, and on what terms
// is it given?
//
// Realtime Paged Data Exchange 1.0, ordered by change number, which is the catalogue's revision.
// What comes later stands after the last item of a page, so a page with items may be kept for long.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/routes/exchange.h"
#include "service/routes/open_response.h"

namespace kring::service {
namespace {

using catalog::Json;
using catalog::Problems;

constexpr std::size_t kItemsPerPage = 500;  ///< what the standard recommends at least
constexpr int kPageSeconds =
    3'600;  ///< how long a page with items may be kept; the standard's minimum
constexpr int kLastPageSeconds = 8;  ///< and the empty one at the end; the standard's maximum
constexpr std::string_view kKind = "Activity";
constexpr std::size_t kMaxDigits = 18;  ///< of a change number

std::optional<std::int64_t> parse_change_number(std::string_view text) {
  const bool is_number = !text.empty() && text.size() <= kMaxDigits
                         && text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? std::optional<std::int64_t>(std::stoll(std::string(text))) : std::nullopt;
}

catalog::Result<std::int64_t> read_after(const Request& request) {
  Problems problems = find_unknown_parameters(request, {"afterChangeNumber"});
  std::int64_t after = 0;
  if (request.query.size() == 1 && problems.empty()) {
    const auto number = parse_change_number(request.query.front().value);
    after = number.value_or(0);
    if (!number) {
      problems.push_back({"bad_number",
                          "/afterChangeNumber",
                          {"Schrijf afterChangeNumber als een getal, zoals het in next staat.",
                           "Write afterChangeNumber as a number, as it stands in next."}});
    }
  }
  if (request.query.size() > 1) {
    problems.push_back(
        {"given_twice",
         "/afterChangeNumber",
         {"Schrijf alleen afterChangeNumber, één keer.", "Write afterChangeNumber alone, once."}});
  }
  if (!problems.empty()) return problems;
  return after;
}

Json make_item(OpenChange change) {
  Json item(Json::Object{{"state", change.item ? "updated" : "deleted"},
                         {"kind", kKind},
                         {"id", change.id},
                         {"modified", change.number}});
  if (change.item) item.set("data", *std::move(change.item));
  return item;
}

/// The licence that all sources have in common; absent where they differ or one has none.
std::optional<std::string> find_licence(const OpenSnapshot& snapshot) {
  std::optional<std::string> common;
  for (const Json& source : snapshot.sources) {
    const std::string licence(source["licence"].string().value_or(""));
    if (licence.empty() || (common && *common != licence)) return std::nullopt;
    common = licence;
  }
  return common;
}

Response get_changes(const Call& call, const Surroundings& surroundings) {
  const auto after = read_after(call.request);
  if (!after) return make_open_problem(call, Fault::kInvalidInput, after.error());
  const auto snapshot = surroundings.open_data->snapshot();
  if (!snapshot) return make_open_problem(call, Fault::kNoCatalogue);
  std::vector<OpenChange> changes = surroundings.open_data->changes(*after, kItemsPerPage);
  const int max_age_seconds = changes.empty() ? kLastPageSeconds : kPageSeconds;
  const std::int64_t last = changes.empty() ? *after : changes.back().number;
  Json::Array items;
  for (OpenChange& change : changes)
    items.push_back(make_item(std::move(change)));
  const std::string base = base_address(call, surroundings) + "/rpde/";
  const Json page(
      Json::Object{{"next", base + "activities?afterChangeNumber=" + std::to_string(last)},
                   {"items", std::move(items)},
                   {"license", find_licence(*snapshot).value_or(base + "terms")}});
  return make_open_response(
      call, {.bytes = catalog::write_json(page), .max_age_seconds = max_age_seconds});
}

Response get_terms(const Call& call, const Surroundings& surroundings) {
  const auto problems = find_unknown_parameters(call.request, {});
  if (!problems.empty()) return make_open_problem(call, Fault::kInvalidInput, problems);
  const auto snapshot = surroundings.open_data->snapshot();
  if (!snapshot) return make_open_problem(call, Fault::kNoCatalogue);
  const Json document(Json::Object{{"sources", snapshot->sources}});
  return make_open_response(
      call, {.bytes = catalog::write_json(document), .changed_at = snapshot->changed_at});
}

}  // namespace

void add_rpde(Router& router, const Surroundings& surroundings) {
  add_preflight(router, "/rpde/activities");
  add_preflight(router, "/rpde/terms");
  router.add(Method::kGet, "/rpde/terms",
             [surroundings](const Call& call) { return get_terms(call, surroundings); });
  router.add(Method::kGet, "/rpde/activities",
             [surroundings](const Call& call) { return get_changes(call, surroundings); });
}

}  // namespace kring::service
