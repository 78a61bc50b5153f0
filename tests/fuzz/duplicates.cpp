// Are any two records compared without harm, and alike from either side?
//
// The bytes are the fields of two records, between kFieldSeparators.

#include <cstdlib>

#include "catalog/duplicates/blocks.h"
#include "catalog/duplicates/conflicts.h"
#include "catalog/duplicates/score.h"
#include "catalog/duplicates/wording.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

constexpr std::size_t kFields = 10;  // of one record

catalog::Activity make_activity(const std::vector<std::string_view>& fields, std::size_t first) {
  const auto field = [&](std::size_t i) { return std::string(fields[first + i]); };
  catalog::Activity activity;
  activity.name = field(0);
  activity.description = field(1);
  activity.organization.name = field(2);
  activity.phones = {{field(3), ""}};
  activity.email = field(4);
  activity.url = field(5);
  catalog::Site site;
  site.street = field(6);
  site.postcode = field(7);
  site.city = field(8);
  catalog::Schedule schedule;
  schedule.rrule = field(9);
  site.schedules = {schedule};
  activity.sites = {site};
  return activity;
}

}  // namespace

void read(std::string_view bytes) {
  static const catalog::duplicates::Tuning kTuning = catalog::duplicates::load_tuning();
  const std::vector<std::string_view> fields = split_fields(bytes, 2 * kFields);
  const catalog::Activity one = make_activity(fields, 0);
  const catalog::Activity other = make_activity(fields, kFields);
  const auto a = catalog::duplicates::traits_of(one);
  const auto b = catalog::duplicates::traits_of(other);
  const auto score = catalog::duplicates::score_pair(a, b, kTuning);
  expect(score == catalog::duplicates::score_pair(b, a, kTuning), "either order scores the same");
  for (const auto& part : score.parts) {
    expect(std::abs(part.value) <= catalog::kScoreOne, "a value lies between -1 and 1");
  }
  const catalog::Text text = catalog::duplicates::describe(score);
  expect(text.nl.empty() == score.parts.empty(), "a score has words");
  catalog::duplicates::keys_of(a);
  catalog::duplicates::conflicts_of({{one, "one"}, {other, "other"}});
}

}  // namespace kring::fuzz
