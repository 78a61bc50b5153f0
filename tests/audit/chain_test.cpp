// Does a line say what happened, and hold on to the line before?
#include "service/audit/chain.h"

#include <catch2/catch.hpp>

#include "service/audit/correlation.h"
#include "service/audit/head.h"
#include "tests/audit/temporary_trail.h"

namespace kring::service::audit::tests {

TEST_CASE("a line tells who, in which role, when, what, for what and with which result") {
  const Line line = make_line(make_entry(), make_origin());
  const std::string said =
      R"({"sequence":1,"when":"2026-11-26T12:00:00.123Z","who":"key:0123456789ab",)"
      R"("roles":["record_system"],"municipality":"","organization":"","action":"POST /v1/matches",)"
      R"("purpose":"discharge","status":200,"correlation":"7d444840-9dc0-11d1-b245-5ffdce74fad2",)"
      R"("previous":"0000000000000000000000000000000000000000000000000000000000000000","hash":")";
  CHECK(line.text.substr(0, said.size()) == said);
  const auto read = read_line(line.text);
  REQUIRE(read);
  CHECK(read->link == line.link);
  CHECK(read->previous == make_origin());
}

TEST_CASE("what is no line is refused") {
  for (const char* text : {"", "{}", "\"}", "{\"hash\":\"\"}"})
    CHECK_FALSE(read_line(text));
  CHECK_FALSE(read_line(std::string(kMaxLineBytes + 1, 'a')));
}

TEST_CASE("a head record is read as it was written, and as nothing else") {
  const Link link{42, std::string(64, 'a')};
  const std::string text = write_head(link);
  CHECK(parse_head(text) == link);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string wrong = text;
    wrong[i] = static_cast<char>(wrong[i] ^ 1);
    CAPTURE(i);
    CHECK(parse_head(wrong) != link);
  }
  CHECK_FALSE(parse_head(text.substr(1)));
}

TEST_CASE("a purpose is one of the list, and free text is refused") {
  CHECK(read_purpose({}).value() == Purpose::kNotStated);
  CHECK(read_purpose({{"kring-purpose", "treatment"}}).value() == Purpose::kTreatment);
  for (const char* text : {"", "not_stated", "for Mrs De Vries", "Treatment"})
    CHECK_FALSE(read_purpose({{"Kring-Purpose", text}}));
}

TEST_CASE("a correlation id is the client's where it is a UUID, else a new one each time") {
  const std::string given = "7D444840-9dc0-11d1-b245-5ffdce74fad2";
  CHECK(read_correlation({{"x-correlation-id", given}}) == given);
  const std::string made = read_correlation({{"X-Correlation-Id", "mevrouw De Vries"}});
  CHECK(made.size() == given.size());
  CHECK(made != read_correlation({}));
  CHECK(read_correlation({{"X-Correlation-Id", made}}) == made);
}

}  // namespace kring::service::audit::tests
