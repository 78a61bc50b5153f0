// Is a cookie found, and given out, so that no other site can have or set it?
#include "service/access/cookie.h"

#include <catch2/catch.hpp>

#include "service/access/same_origin.h"

namespace kring::service::access {

TEST_CASE("a cookie is found among others, and not where there are two of it") {
  CHECK(find_cookie({{"Cookie", "a=1; kring-session=ab12; b=2"}}, "kring-session") == "ab12");
  CHECK(find_cookie({{"cookie", "a=1"}, {"cookie", " kring-session = ab "}}, "kring-session")
        == "ab");
  for (const char* text : {"", "a=1", "kring-session", "xkring-session=1", "=", ";;=;",
                           "kring-session=1; kring-session=2"}) {
    CAPTURE(text);
    CHECK_FALSE(find_cookie({{"Cookie", text}}, "kring-session"));
  }
  CHECK_FALSE(find_cookie({}, "kring-session"));
}

TEST_CASE("a cookie is for this host, out of reach of scripts, and by https alone where there is") {
  CHECK(write_cookie("s", "ab", CookieReach::kSecure, std::chrono::seconds(60))
        == "__Host-s=ab; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
  CHECK(write_cookie("s", "", CookieReach::kPlain, std::chrono::seconds(0))
        == "s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  CHECK(reach_of("https://kring.example") == CookieReach::kSecure);
  CHECK(reach_of("http://127.0.0.1:8080") == CookieReach::kPlain);
}

TEST_CASE("a request is of this site where the browser says so, or its origin") {
  const std::string origin = "https://kring.example";
  CHECK(is_same_origin({{"Sec-Fetch-Site", "same-origin"}}, origin));
  CHECK(is_same_origin({{"Sec-Fetch-Site", "same-origin"}, {"Origin", "null"}}, origin));
  CHECK(is_same_origin({{"Origin", "https://kring.example"}}, origin));
  for (const char* site : {"cross-site", "same-site", "none", ""}) {
    CAPTURE(site);
    CHECK_FALSE(is_same_origin({{"Sec-Fetch-Site", site}, {"Origin", origin}}, origin));
  }
  CHECK_FALSE(is_same_origin({{"Origin", "https://kring.example.evil"}}, origin));
  CHECK_FALSE(is_same_origin({{"Origin", "null"}}, origin));
  CHECK_FALSE(is_same_origin({}, origin));
}

}  // namespace kring::service::access
