// Is any header that says what a client prefers, or has already, read without harm?

#include <array>

#include "service/entity_tag.h"
#include "service/preference.h"
#include "service/problem_response.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  static constexpr int kMaxWeight = 1000;
  static constexpr std::array<std::string_view, 2> kOffered = {"application/json", "text/html"};
  const auto fields = split_fields(bytes, 3);
  service::Request request;
  request.headers = {{"Accept", std::string(fields[0])},
                     {"Accept-Language", std::string(fields[1])},
                     {"If-None-Match", std::string(fields[2])}};
  for (const auto& [range, weight] : service::parse_weighted_ranges(fields[0])) {
    expect(weight >= 0 && weight <= kMaxWeight, "a weight is between 0 and 1");
    expect(range.find(';') == std::string::npos, "a range has no parameters");
  }
  const auto chosen = service::choose_media_type(request.headers, kOffered);
  expect(!chosen || *chosen < kOffered.size(), "what is chosen is offered");
  service::find_preferred_language(request.headers);
  const auto answer =
      service::tag_answer(request, {200, {{"Cache-Control", "no-cache"}}, "answer"});
  expect(answer.status == 200 || answer.body.empty(), "who has the answer gets no body");
}

}  // namespace kring::fuzz
