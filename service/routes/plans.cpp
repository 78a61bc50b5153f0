// POST /v1/plans: what does the person do with a match, with whom, and when do they look back?
#include <utility>
#include <vector>

#include "service/preference.h"
#include "service/problem_response.h"
#include "service/routes/exchange.h"
#include "service/sheet/plan_form.h"

namespace kring::service {
namespace {

std::vector<std::string_view> media_types() {
  std::vector<std::string_view> types;
  for (const PlanForm& form : plan_forms())
    types.push_back(form.media_type);
  return types;
}

/// The form that the client prefers; null where there is none that it takes.
const PlanForm* find_form(const Headers& headers) {
  const auto place = choose_media_type(headers, media_types());
  return place ? &plan_forms()[*place] : nullptr;
}

/// A request with its date, and the language in which it is refused.
struct AskedPlan {
  engine::PlanRequest request;
  catalog::Language problem_language = catalog::Language::kDutch;
};

/// The request in the body; or the answer that refuses it.
std::variant<AskedPlan, Response> read_request(const Call& call, const Clock& clock) {
  catalog::Problems problems = find_unknown_parameters(call.request, {});
  const auto read = read_document(call, problems);
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& document = std::get<catalog::Json>(read);
  auto parsed = engine::parse_plan_request(document);
  if (!parsed) problems.insert(problems.end(), parsed.error().begin(), parsed.error().end());
  const catalog::Language language = problem_language(call.request, document["profile"]);
  if (!problems.empty()) return make_problem_response(Fault::kInvalidInput, language, problems);
  AskedPlan asked{*std::move(parsed), language};
  asked.request.profile = with_date(std::move(asked.request.profile), clock());
  return asked;
}

Response post_plan(const Call& call, const Surroundings& surroundings) {
  const PlanForm* form = find_form(call.request.headers);
  if (form == nullptr) return make_not_acceptable_response(call.language, media_types());
  const auto read = read_request(call, surroundings.clock);
  if (const auto* refusal = std::get_if<Response>(&read)) return *refusal;
  const auto& [request, language] = std::get<AskedPlan>(read);

  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, language);
  const auto plan = matcher->plan(request, form->reader);
  if (!plan) return make_problem_response(Fault::kInvalidInput, language, plan.error());
  Response response{200,
                    {{"Content-Type", std::string(form->content_type)},
                     {"Content-Language", plan->language},
                     {"Cache-Control", "no-store"},
                     {"Vary", "Accept, Accept-Language"}},
                    form->write(*plan)};
  if (form->policy != nullptr)
    response.headers.push_back({"Content-Security-Policy", form->policy()});
  return response;
}

}  // namespace

void add_plans(Router& router, const Surroundings& surroundings) {
  router.add(Method::kPost, "/v1/plans",
             [surroundings](const Call& call) { return post_plan(call, surroundings); });
}

}  // namespace kring::service
