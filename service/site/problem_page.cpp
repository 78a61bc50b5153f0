#include "service/site/problem_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/json.h"
#include "service/preference.h"
#include "service/problem_response.h"

namespace kring::service {
namespace {

constexpr std::string_view kProblemType = "application/problem+json";

/// First segments of addresses that programs ask, and no person.
constexpr auto kForPrograms =
    std::to_array<std::string_view>({"v1", "hsds", "rpde", "assets", "health", "metrics"});

bool asks_for_page(const Request& request) {
  static constexpr auto kForms = std::to_array<std::string_view>({kProblemType, "text/html"});
  const bool only_reads = request.method == Method::kGet || request.method == Method::kHead;
  const std::string first = request.segments.empty() ? "" : request.segments.front();
  const bool is_for_programs =
      std::find(kForPrograms.begin(), kForPrograms.end(), first) != kForPrograms.end();
  if (!only_reads || is_for_programs) return false;
  const auto form = choose_media_type(request.headers, kForms);
  return form && kForms.at(*form) == "text/html";
}

/// In the language of the problem itself, between which the page cannot switch.
std::string write_page(const Response& problem, const SiteFrame& frame) {
  const auto document = catalog::parse_json(problem.body).value();
  const bool is_english = find_header(problem.headers, "Content-Language") == "en";
  SitePage page;
  page.frame = frame;
  page.title = document["title"].string().value_or("");
  page.main =
      write_element("h1 class=\"utrecht-heading-1\"", page.title)
      + write_element("p class=\"utrecht-paragraph\"", document["detail"].string().value_or(""));
  return write_site_page(
      page, page_texts(is_english ? catalog::Language::kEnglish : catalog::Language::kDutch));
}

}  // namespace

std::optional<Response> make_problem_page(const Request& request,
                                          const Response& problem,
                                          const SiteFrame& frame) {
  if (find_header(problem.headers, "Content-Type") != kProblemType || !asks_for_page(request))
    return std::nullopt;
  Response page = problem;
  for (Header& header : page.headers) {
    if (header.name == "Content-Type") header.value = "text/html; charset=utf-8";
  }
  page.body = write_page(problem, frame);
  return page;
}

}  // namespace kring::service
