// Does an organisation's own theme dress the pages, and is what is no theme refused?
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "service/api.h"
#include "service/commands/theme_file.h"
#include "service/http/target.h"
#include "service/routes/routes.h"
#include "tests/catalog/scratch.h"
#include "tests/service/config_reading.h"
#include "tests/service/rooms.h"
#include "tests/service/running_server.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

constexpr const char* kTokens = ".gemeente-theme { --basis-heading-color: #003f7a; }\n";

using kring::tests::write_file;

/// The codes of what is wrong with a style sheet; empty where nothing is.
std::vector<std::string> codes_of(const std::string& css) {
  const kring::tests::ScratchFolder folder;
  const std::string path = folder.file("a.css");
  write_file(path, css);
  std::vector<std::string> codes;
  const auto theme = load_theme(path);
  if (theme) return codes;
  for (const catalog::Problem& problem : theme.error())
    codes.push_back(problem.code);
  return codes;
}

/// A folder with a style sheet and what else a test puts there.
class ThemeFolder {
 public:
  ThemeFolder() { add("theme.css", kTokens); }
  void add(const std::string& name, const std::string& text) const {
    write_file(folder_.file(name), text);
  }
  [[nodiscard]] catalog::Result<Theme> load() const {
    return load_theme(std::filesystem::path(folder_.file("theme.css")).parent_path());
  }
  /// The code of the first fault.
  [[nodiscard]] std::string fault() const {
    const auto theme = load();
    return theme ? "" : theme.error().front().code;
  }

 private:
  kring::tests::ScratchFolder folder_;
};

/// The service of a theme, without sockets.
class DressedRooms {
 public:
  explicit DressedRooms(const Theme& theme)
      : matchers_(make_stub_source(make_stub_matcher())),
        application_(make_application(make_router(dress(theme)),
                                      make_stream_log(log_),
                                      {.frame = site_frame(dress(theme))})) {
    matchers_.refresh();
  }
  [[nodiscard]] Response get(const std::string& path, Headers headers = {}) const {
    const auto target = parse_target(path).value();
    return application_.handle(
        {Method::kGet, target.segments, target.query, std::move(headers), {}});
  }

 private:
  [[nodiscard]] Surroundings dress(const Theme& theme) const {
    Surroundings surroundings{matchers_, make_fixed_clock()};
    surroundings.theme = &theme;
    return surroundings;
  }

  std::ostringstream log_;
  CurrentMatcher matchers_;
  Application application_;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the example of a theme can be taken") {
  const auto theme =
      load_theme(std::filesystem::path(KRING_SOURCE_DIR) / "service/web/themes/hoogwater");
  REQUIRE(theme);
  CHECK(theme->class_name == "hoogwater-theme");
  CHECK(theme->name == "Gemeente Hoogwater");
  REQUIRE(theme->logo);
  CHECK(theme->logo->path == "/assets/logo.svg");
}

TEST_CASE("a theme is one style sheet, or a folder with name and logo") {
  CHECK(codes_of(kTokens).empty());
  const ThemeFolder folder;
  CHECK(folder.load()->name.empty());
  folder.add("name.txt", "Gemeente Één\n");
  folder.add("logo.png", "\x89PNG\r\n\x1a\n...");
  const auto theme = folder.load();
  REQUIRE(theme);
  CHECK(theme->name == "Gemeente Één");
  CHECK(theme->logo->content_type == "image/png");
}

TEST_CASE("a theme that would fetch another file is refused, however it is written") {
  const std::vector<std::string> rules = {"@import 'https://a.example/a.css';",
                                          "a { background: url(https://a.example/a.png) }",
                                          "a { background: URL('a.png') }",
                                          "a { background: u\\72l(a.png) }",
                                          "a { background: \\000075 rl(a.png) }",
                                          "@im/**/port 'a'; @\\69mport 'a.css';",
                                          "a { content: '/*' } b { background: url(a) } /* */",
                                          "a { background: \\75\trl(https://a.example/a.png) }",
                                          "a { --a: \"\\41\n/*\"; background: url(a) } /* */",
                                          "a { background: -webkit-image-set('a' 1x) }",
                                          "@font-face { src: local('a') }"};
  for (const std::string& rule : rules) {
    INFO(rule);
    CHECK(codes_of(kTokens + rule) == std::vector<std::string>{"theme_fetches"});
  }
  CHECK(codes_of(std::string("/* no url() here */") + kTokens).empty());
}

TEST_CASE(
    "a style sheet without tokens under a theme's class is refused, and one that breaks off") {
  CHECK(codes_of(":root { --basis-heading-color: #000; }") == std::vector<std::string>{"no_theme"});
  CHECK(codes_of(".a-theme { color: red }") == std::vector<std::string>{"no_theme"});
  CHECK(codes_of(".a-theme { --a: b") == std::vector<std::string>{"theme_breaks_off"});
  CHECK(codes_of(".a-theme--dark { --a: b }") == std::vector<std::string>{"no_theme"});
  CHECK(codes_of("\xFF") == std::vector<std::string>{"unreadable_theme"});
  CHECK(codes_of("") == std::vector<std::string>{"unreadable_theme"});
  CHECK(codes_of(std::string(kMaxThemeBytes + 1, ' '))
        == std::vector<std::string>{"theme_too_large"});
}

TEST_CASE("a logo is a plain picture with a name") {
  const ThemeFolder folder;
  folder.add("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/></svg>");
  CHECK(folder.fault() == "nameless_logo");
  folder.add("name.txt", "Hoogwater");
  CHECK(folder.fault().empty());
  for (const char* svg :
       {"<svg><script>a</script></svg>", "<svg><image href=\"https://a.example/a.png\"/></svg>",
        "<svg><path fill=\"url(https://a.example/#b)\"/></svg>", "no picture"}) {
    folder.add("logo.svg", svg);
    CHECK(folder.fault() == "bad_logo");
  }
  folder.add("logo.svg", std::string(kMaxLogoBytes + 1, ' '));
  CHECK(folder.fault() == "theme_too_large");
}

TEST_CASE("a name is one short line") {
  const ThemeFolder folder;
  for (const std::string& name : {std::string("a\nb"), std::string(kMaxThemeName + 1, 'a')}) {
    folder.add("name.txt", name);
    CHECK(folder.fault() == "bad_theme_name");
  }
}

TEST_CASE("a configuration names a theme, and says what is wrong with it") {
  const ThemeFolder folder;
  CHECK_FALSE(options_of("").theme);
  const auto path = (std::filesystem::path(KRING_SOURCE_DIR) / "service/web/themes/hoogwater");
  CHECK(options_of("theme = '" + path.string() + "'").theme->class_name == "hoogwater-theme");
  CHECK(faults_of(sources_of("theme = '/nowhere/a.css'"))
        == std::vector<std::string>{"/theme: kring.toml line 1: /nowhere/a.css is not there, is "
                                    "empty or cannot be read. Check the path."});
}

TEST_CASE("every page wears the theme, with its name and logo, and the files carry tags") {
  const Theme theme{kTokens, "gemeente-theme", "Gemeente \"Één\"",
                    Asset{"/assets/logo.svg", "image/svg+xml", "<svg/>"}};
  const DressedRooms rooms(theme);
  for (const char* path : {"/", "/gesprek", "/ontslag", "/zoeken", "/activiteiten/nergens",
                           "/activiteiten/11111111-1111-4111-8111-111111111111", "/nergens",
                           "/toegankelijkheid", "/privacy"}) {
    INFO(path);
    CHECK(has(rooms.get(path, {{"Accept", "text/html,*/*;q=0.8"}}).body,
              "<body class=\"utrecht-theme voorbeeld-theme own-theme gemeente-theme\" "
              "data-organization=\"Gemeente &quot;Één&quot;\" data-logo=\"/assets/logo.svg\">"));
  }
  CHECK(rooms.get("/assets/logo.svg").body == "<svg/>");
  const Response style = rooms.get("/assets/theme.css");
  CHECK(style.body.ends_with(kTokens));
  CHECK(has(style.body, ".voorbeeld-theme"));
  const auto tag = find_header(style.headers, "ETag");
  REQUIRE(tag);
  CHECK(rooms.get("/assets/theme.css", {{"If-None-Match", std::string(*tag)}}).status == 304);
}

TEST_CASE("without a theme there is no logo, and the policy is the same with one") {
  const auto plain = make_rooms();
  CHECK(plain.get("/assets/logo.svg").status == 404);
  CHECK(has(plain.get("/").body, "<body class=\"utrecht-theme voorbeeld-theme\">"));
  const Theme theme{kTokens, "gemeente-theme", "", std::nullopt};
  const DressedRooms rooms(theme);
  CHECK(find_header(rooms.get("/").headers, "Content-Security-Policy")
        == find_header(plain.get("/").headers, "Content-Security-Policy"));
}

}  // namespace kring::service::tests
