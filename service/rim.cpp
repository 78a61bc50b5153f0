// What do the two rims, service and program, do alike?
#include "service/rim.h"

#include "catalog/schedule/expand.h"

namespace kring::service {
namespace {

constexpr const char* kZone = "Europe/Amsterdam";
constexpr std::chrono::minutes kWinterOffset{60};

}  // namespace

catalog::Date today_in_amsterdam(std::chrono::system_clock::time_point now) {
  // The offset is asked for local time, which winter time tells to within the hour; no change of
  // the clock is within an hour of midnight.
  const auto guess = std::chrono::floor<std::chrono::minutes>(now) + kWinterOffset;
  const auto day = std::chrono::floor<std::chrono::days>(guess);
  const catalog::Minutes time{static_cast<int>((guess - day).count())};
  const catalog::Minutes offset = catalog::utc_offset_at(kZone, day, time);
  return std::chrono::floor<std::chrono::days>(now + std::chrono::minutes(offset.value));
}

engine::Profile with_date(engine::Profile profile, std::chrono::system_clock::time_point now) {
  if (!profile.date) profile.date = today_in_amsterdam(now);
  return profile;
}

catalog::Language find_language(const catalog::Json& document, catalog::Language fallback) {
  const auto language = document["language"].string();
  if (language == "en") return catalog::Language::kEnglish;
  if (language == "nl") return catalog::Language::kDutch;
  return fallback;
}

std::string format_problem(const catalog::Problem& problem, catalog::Language language) {
  const std::string& text = catalog::in(language, problem.text);
  return problem.pointer.empty() ? text : problem.pointer + ": " + text;
}

}  // namespace kring::service
