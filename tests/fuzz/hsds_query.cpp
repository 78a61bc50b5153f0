// Is any query of the HSDS API read, or refused, without harm?
//
// Two fields: the query of the address, and the body of a POST.
#include "service/routes/hsds_query.h"

#include <array>
#include <string>

#include "service/http/target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

constexpr std::array<std::string_view, 16> kKnown = {"search",
                                                     "page",
                                                     "per_page",
                                                     "format",
                                                     "taxonomy_term_id",
                                                     "taxonomy_id",
                                                     "organization_id",
                                                     "modified_after",
                                                     "full",
                                                     "minimal",
                                                     "minimum_age",
                                                     "start_time",
                                                     "end_time",
                                                     "day",
                                                     "postcode",
                                                     "proximity"};

}  // namespace

void read(std::string_view bytes) {
  const auto fields = split_fields(bytes, 2);
  const auto target = service::parse_target("/hsds/services?" + std::string(fields[0]));
  if (!target) return;
  const service::Request request{
      service::Method::kPost, target->segments, target->query, {}, std::string(fields[1])};
  const auto query = service::read_hsds_query({request, {}}, kKnown);
  if (!query) {
    for (const catalog::Problem& problem : query.error()) {
      expect(!problem.text.nl.empty() && !problem.text.en.empty(),
             "a fault is told in both tongues");
    }
    return;
  }
  expect(query->page >= 1 && query->page <= service::kHsdsMaxPage, "a page is within its range");
  expect(service::page_size(*query) <= service::kHsdsMaxMinimalPerPage,
         "no page is larger than the largest");
  expect(!query->filter.proximity || query->postcode4, "a distance is from somewhere");
}

}  // namespace kring::fuzz
