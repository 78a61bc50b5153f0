// Is each file of the pages' texts a language, and nothing more needed for one?
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "service/site/frame.h"
#include "service/site/texts.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

/// The program's files and one language more, which is written from right to left.
std::vector<Asset> with_another() {
  std::vector<Asset> assets = web_assets();
  assets.push_back({"/assets/texts/ar.json", "application/json",
                    R"({"language": {"name": "العربية", "direction": "rtl"}})"});
  return assets;
}

}  // namespace

TEST_CASE("each file of texts is a language of the pages, Dutch the first") {
  std::vector<std::string> tags;
  for (const PageTexts& texts : read_page_texts(with_another()))
    tags.push_back(texts.tag());
  CHECK(tags == std::vector<std::string>{"nl", "ar", "en"});
  CHECK(all_page_texts().size() == 2);
  CHECK(find_page_texts("ar") == nullptr);
  CHECK(find_page_texts("en")->say("language.name") == "English");
}

TEST_CASE("a page in another language says so, and what the service says beside it is English") {
  const std::vector<PageTexts> all = read_page_texts(with_another());
  const PageTexts& arabic = all.at(1);
  SitePage page;
  page.title = "x";
  page.address = "/zoeken";
  const std::string html = write_site_page(page, arabic);
  CHECK(html.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
  CHECK(html.find("href=\"/privacy?taal=ar\"") != std::string::npos);
  CHECK(arabic.language() == catalog::Language::kEnglish);
  CHECK(arabic.dates().language() == "ar");
  CHECK(all.front().language() == catalog::Language::kDutch);
  CHECK(PageTexts("qaa", {}).dates().language() == "en");
}

TEST_CASE("an address that asks for a language nobody speaks gets what the client prefers") {
  const auto rooms = make_rooms();
  const Header english{"Accept-Language", "en"};
  const auto language_of = [&rooms, &english](const std::string& query) {
    const Response page = rooms.get("/activiteiten/nergens" + query, {english});
    return std::string(find_header(page.headers, "Content-Language").value_or(""));
  };
  CHECK(language_of("?taal=nl") == "nl");
  CHECK(language_of("?taal=qaa") == "en");
  CHECK(language_of("") == "en");
}

}  // namespace kring::service::tests
