// Which day is it in Amsterdam?
#include "service/rim.h"

#include <chrono>

#include <catch2/catch.hpp>

#include "service/http/date_header.h"

namespace kring::service {
namespace {

using namespace std::chrono_literals;

std::string day_at(std::chrono::sys_days day, std::chrono::minutes time) {
  return catalog::format_date(
      today_in_amsterdam(std::chrono::system_clock::time_point(day + time)));
}

}  // namespace

TEST_CASE("the day in Amsterdam begins an hour before UTC's in winter and two in summer") {
  const std::chrono::sys_days winter = std::chrono::year(2026) / 11 / 23;
  CHECK(day_at(winter, 22h + 59min) == "2026-11-23");
  CHECK(day_at(winter, 23h) == "2026-11-24");
  const std::chrono::sys_days summer = std::chrono::year(2026) / 7 / 1;
  CHECK(day_at(summer, 21h + 59min) == "2026-07-01");
  CHECK(day_at(summer, 22h) == "2026-07-02");
}

TEST_CASE("the nights on which the clock changes keep their day") {
  const std::chrono::sys_days spring = std::chrono::year(2026) / 3 / 28;
  CHECK(day_at(spring, 22h + 59min) == "2026-03-28");
  CHECK(day_at(spring, 23h) == "2026-03-29");
  CHECK(day_at(spring, 46h) == "2026-03-30");
  const std::chrono::sys_days autumn = std::chrono::year(2026) / 10 / 24;
  CHECK(day_at(autumn, 22h) == "2026-10-25");
  CHECK(day_at(autumn, 46h + 59min) == "2026-10-25");
  CHECK(day_at(autumn, 47h) == "2026-10-26");
}

TEST_CASE("a profile's own date stays") {
  engine::Profile profile;
  CHECK(with_date(profile, std::chrono::system_clock::time_point(
                               std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)))
            .date
        == std::chrono::sys_days(std::chrono::year(2026) / 11 / 23));
  profile.date = std::chrono::sys_days(std::chrono::year(2027) / 1 / 2);
  CHECK(with_date(profile, std::chrono::system_clock::time_point()).date == profile.date);
}

TEST_CASE("a Date header is written as RFC 9110 shows it") {
  const std::chrono::sys_days day = std::chrono::year(1994) / 11 / 6;
  CHECK(make_date_header(std::chrono::system_clock::time_point(day + 8h + 49min + 37s))
        == "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace kring::service
