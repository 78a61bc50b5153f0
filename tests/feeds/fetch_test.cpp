// Is a page fetched as it should be, whatever the server does?
#include "catalog/feeds/fetch.h"

#include <chrono>
#include <string>
#include <vector>

#include <zlib.h>

#include <catch2/catch.hpp>

#include "tests/feeds/tiny_server.h"

namespace kring::tests {

using catalog::Result;
using catalog::feeds::FetchedPage;
using catalog::feeds::FetchSettings;
using catalog::feeds::PageState;
using std::chrono::milliseconds;

namespace {

/// Small limits; waits are written down instead of waited.
struct Fetching {
  FetchSettings settings;
  std::vector<milliseconds> waits;

  explicit Fetching(const TinyServer& server) {
    settings.limits.body_bytes = 100'000;
    settings.limits.connect = milliseconds(2'000);
    settings.limits.whole = milliseconds(2'000);
    settings.rules.private_hosts = {server.host()};
    settings.wait = [this](milliseconds duration) { waits.push_back(duration); };
  }
  Fetching(const Fetching&) = delete;
  Fetching& operator=(const Fetching&) = delete;
  Fetching(Fetching&&) = delete;
  Fetching& operator=(Fetching&&) = delete;
  ~Fetching() = default;

  [[nodiscard]] Result<FetchedPage> fetch(const std::string& url,
                                          const std::string& etag = "") const {
    return fetch_page({*catalog::feeds::parse_web_address(url), etag, ""}, settings);
  }
};

bool asks_for(const std::string& head, const std::string& path) {
  return head.starts_with("GET " + path + " ");
}

std::string code_of(const Result<FetchedPage>& page) {
  return page ? "" : page.error().front().code;
}

std::string in_gzip(const std::string& text) {
  static constexpr int kGzip = 16 + MAX_WBITS;
  static constexpr int kMemory = 8;
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  std::string input = text;
  stream.next_in =
      reinterpret_cast<Bytef*>(input.data());  // NOLINT(*-reinterpret-cast): zlib's own
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out =
      reinterpret_cast<Bytef*>(packed.data());  // NOLINT(*-reinterpret-cast): likewise
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

TEST_CASE("a page comes with its tag, and is not sent again while it holds") {
  const TinyServer server([](const std::string& head) {
    const bool is_known = head.find("If-None-Match: \"a\"") != std::string::npos;
    return is_known ? make_answer("304 Not Modified", "", "")
                    : make_answer("200 OK", "ETag: \"a\"\r\n", "{}");
  });
  const Fetching fetching(server);
  const auto first = fetching.fetch(server.url("/feed"));
  REQUIRE(first);
  CHECK(first->body == "{}");
  CHECK(first->etag == "\"a\"");
  const auto second = fetching.fetch(server.url("/feed"), first->etag);
  REQUIRE(second);
  CHECK(second->state == PageState::kUnchanged);
  CHECK(server.heads().front().find("User-Agent: Kring/") != std::string::npos);
}

TEST_CASE("redirects are followed at one host, and not in circles or elsewhere") {
  const TinyServer server([](const std::string& head) {
    if (asks_for(head, "/old"))
      return make_answer("301 Moved Permanently", "Location: /new?a=1\r\n", "");
    if (asks_for(head, "/circle")) return make_answer("302 Found", "Location: /circle\r\n", "");
    if (asks_for(head, "/away"))
      return make_answer("302 Found", "Location: http://other.example/feed\r\n", "");
    if (asks_for(head, "/file"))
      return make_answer("302 Found", "Location: file:///etc/hostname\r\n", "");
    return make_answer("200 OK", "", "here");
  });
  const Fetching fetching(server);
  const auto moved = fetching.fetch(server.url("/old"));
  REQUIRE(moved);
  CHECK(moved->address.text == server.url("/new?a=1"));
  CHECK(code_of(fetching.fetch(server.url("/circle"))) == "redirect_loop");
  CHECK(code_of(fetching.fetch(server.url("/away"))) == "host_not_allowed");
  CHECK_FALSE(fetching.fetch(server.url("/file")));
}

TEST_CASE("a private address is refused unless it was allowed, also behind a redirect") {
  const TinyServer server([](const std::string&) { return make_answer("200 OK", "", "secret"); });
  Fetching fetching(server);
  fetching.settings.rules.private_hosts.clear();
  CHECK(code_of(fetching.fetch(server.url("/"))) == "private_address");
  const std::string port = server.host().substr(server.host().find(':'));
  for (const std::string disguise : {"localhost", "2130706433", "0x7f.1", "[::1]", "0"}) {
    CHECK_FALSE(fetching.fetch(std::string("http://").append(disguise).append(port).append("/")));
  }
  CHECK(server.heads().empty());
  const TinyServer lure([port](const std::string&) {
    return make_answer("302 Found", "Location: http://localhost" + port + "/\r\n", "");
  });
  fetching.settings.rules.private_hosts = {lure.host()};
  fetching.settings.rules.allowed_hosts = {"localhost"};
  CHECK(code_of(fetching.fetch(lure.url("/"))) == "private_address");
  CHECK(server.heads().empty());
}

TEST_CASE("a busy server is asked again after the wait that it names, or after longer and longer") {
  int asked = 0;
  const TinyServer server([&asked](const std::string& head) {
    if (asks_for(head, "/later")) return make_answer("503 Busy", "Retry-After: 3600\r\n", "");
    if (asks_for(head, "/never")) return make_answer("500 Oops", "", "");
    ++asked;
    return asked == 1 ? make_answer("429 Too Many Requests", "Retry-After: 7\r\n", "")
                      : make_answer("200 OK", "", "now");
  });
  Fetching fetching(server);
  CHECK(fetching.fetch(server.url("/feed"))->body == "now");
  CHECK(fetching.waits == std::vector<milliseconds>{milliseconds(7'000)});
  fetching.waits.clear();
  CHECK(code_of(fetching.fetch(server.url("/later"))) == "retry_later");
  CHECK(fetching.waits.empty());
  CHECK(code_of(fetching.fetch(server.url("/never"))) == "server_trouble");
  CHECK(
      fetching.waits
      == std::vector<milliseconds>{milliseconds(1'000), milliseconds(2'000), milliseconds(4'000)});
}

TEST_CASE("a status that will not change is not asked for again") {
  const TinyServer server([](const std::string&) { return make_answer("404 Gone", "", ""); });
  const Fetching fetching(server);
  CHECK(code_of(fetching.fetch(server.url("/"))) == "http_status");
  CHECK(server.heads().size() == 1);
}

TEST_CASE("a body that is cut off is no page") {
  const TinyServer server([](const std::string& head) {
    if (asks_for(head, "/chunked"))
      return RawAnswer{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n", {}};
    if (asks_for(head, "/packed")) {
      const std::string packed = in_gzip(std::string(50'000, 'a'));
      return make_answer("200 OK", "Content-Encoding: gzip\r\n",
                         packed.substr(0, packed.size() / 2));
    }
    return RawAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,2,", {}};
  });
  Fetching fetching(server);
  fetching.settings.limits.attempts = 2;
  CHECK(code_of(fetching.fetch(server.url("/length"))) == "cut_off");
  CHECK(server.heads().size() == 2);
  CHECK(code_of(fetching.fetch(server.url("/chunked"))) == "cut_off");
  CHECK(code_of(fetching.fetch(server.url("/packed"))) == "cut_off");
}

TEST_CASE("a server that is slow is left after the limit") {
  const TinyServer server([](const std::string&) {
    return RawAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", milliseconds(600)};
  });
  Fetching fetching(server);
  fetching.settings.limits.whole = milliseconds(300);
  fetching.settings.limits.attempts = 1;
  CHECK(code_of(fetching.fetch(server.url("/"))) == "timeout");
}

TEST_CASE("a body beyond the limit is left, also one that only unpacks to that") {
  std::string letters;
  letters.resize(50'000'000, 'a');
  const std::string bomb = in_gzip(letters);
  CHECK(bomb.size() < 100'000);
  const TinyServer server([&bomb](const std::string& head) {
    return asks_for(head, "/bomb")
               ? make_answer("200 OK", "Content-Encoding: gzip\r\n", bomb)
               : RawAnswer{"HTTP/1.1 200 OK\r\n\r\n" + std::string(200'000, 'a'), {}};
  });
  const Fetching fetching(server);
  CHECK(code_of(fetching.fetch(server.url("/bomb"))) == "too_large");
  CHECK(code_of(fetching.fetch(server.url("/plain"))) == "too_large");
  CHECK(server.heads().size() == 2);
}

TEST_CASE("a fetch ends soon after it is asked to stop") {
  const TinyServer server([](const std::string&) {
    return RawAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", milliseconds(3'000)};
  });
  Fetching fetching(server);
  fetching.settings.limits.whole = milliseconds(30'000);
  std::stop_source stop;
  fetching.settings.stop = stop.get_token();
  std::jthread stopper([&stop] {
    std::this_thread::sleep_for(milliseconds(200));
    stop.request_stop();
  });
  CHECK(code_of(fetching.fetch(server.url("/"))) == "stopped");
}

}  // namespace kring::tests
