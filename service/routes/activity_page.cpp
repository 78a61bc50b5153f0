// GET /activiteiten/{id}: what does anyone see of one activity, and how does it get into a
// calendar?
#include "service/site/activity_page.h"

#include <algorithm>
#include <utility>

#include "service/problem_response.h"
#include "service/routes/activity_forms.h"
#include "service/routes/page_response.h"

namespace kring::service {
namespace {

std::vector<const catalog::Concept*> find_concepts(const Matcher& matcher,
                                                   const catalog::ActivityId& id) {
  const std::vector<std::string> ids = matcher.concepts_of(id);
  std::vector<const catalog::Concept*> concepts;
  for (const catalog::Concept& entry : matcher.vocabulary().concepts()) {
    if (std::find(ids.begin(), ids.end(), entry.id) != ids.end()) concepts.push_back(&entry);
  }
  return concepts;
}

Response get_page(const Call& call, const Surroundings& surroundings) {
  const PageTexts& texts = page_texts_for(call);
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, texts.language());
  const auto found = matcher->find_activity({call.parameters.front()});
  if (!found) {
    return make_page_response(404, write_gone_page(texts, site_frame(surroundings)), texts,
                              Caching::kRevalidate);
  }
  const GivenActivity given = give_activity(*found, *matcher, surroundings);
  const ActivityView view{*found,
                          given.planned,
                          given.terms,
                          find_concepts(*matcher, found->activity.id),
                          today_in_amsterdam(surroundings.clock()),
                          texts,
                          site_frame(surroundings)};
  return make_page_response(200, write_activity_page(view), texts, Caching::kRevalidate);
}

/// The calendar for who follows a link, which cannot ask for a form.
Response get_calendar(const Call& call, const Surroundings& surroundings) {
  const auto matcher = surroundings.matchers.get();
  if (!matcher) return make_not_ready_response(surroundings.matchers, call.language);
  const auto found = matcher->find_activity({call.parameters.front()});
  if (!found) return make_problem_response(Fault::kNotFound, call.language);
  const auto forms = activity_forms();
  const auto form = std::find_if(forms.begin(), forms.end(), [](const ActivityForm& offered) {
    return offered.media_type == "text/calendar";
  });
  auto body = form->write(give_activity(*found, *matcher, surroundings));
  if (!body) return make_problem_response(Fault::kNotFound, call.language);
  return {200,
          {{"Content-Type", std::string(form->content_type)}, {"Cache-Control", "no-cache"}},
          *std::move(body)};
}

}  // namespace

void add_activity_page(Router& router, const Surroundings& surroundings) {
  router.add(Method::kGet, "/activiteiten/{id}",
             [surroundings](const Call& call) { return get_page(call, surroundings); });
  router.add(Method::kGet, "/activiteiten/{id}/agenda.ics",
             [surroundings](const Call& call) { return get_calendar(call, surroundings); });
}

}  // namespace kring::service
