#include "catalog/feeds/paging.h"

#include <initializer_list>
#include <string>

#include "catalog/formats/hsds.h"
#include "catalog/json.h"

namespace kring::catalog::feeds {

namespace {

constexpr std::int64_t kMaxPageNumber = 10'000'000;

/// The first of `names` that the page has; null where it has none.
const Json& first_of(const Json& page, std::initializer_list<const char*> names) {
  static const Json kNone;
  for (const char* name : names) {
    if (const Json* const value = page.find(name)) return *value;
  }
  return kNone;
}

Problem make_next_elsewhere(const WebAddress& address, const WebAddress& next) {
  const std::string here = shown(address) + ": ";
  return {"next_elsewhere",
          "/next",
          {here + "de volgende pagina ligt op een andere server (" + shown(next)
               + "). Vraag de bron dit te herstellen.",
           here + "the next page is at another host (" + shown(next)
               + "). Ask the source to mend it."}};
}

Problem make_next_loops(const WebAddress& address) {
  const std::string here = shown(address) + ": ";
  return {"next_loops",
          "/next",
          {here
               + "de volgende pagina is een pagina die al gelezen is. Vraag de bron dit te "
                 "herstellen.",
           here + "the next page is one that was read already. Ask the source to mend it."}};
}

Result<PageTurn> turn_changes(const Json& page, const WebAddress& address) {
  PageTurn turn{.paging = Paging::kChanges, .is_empty = page["items"].array().empty()};
  const Result<WebAddress> next = resolve(address, page["next"].string().value_or(""));
  if (!next) return next.error();
  if (!is_same_site(*next, address)) return make_next_elsewhere(address, *next);
  if (next->text != address.text) {
    turn.next = *next;
    return turn;
  }
  if (!turn.is_empty) return make_next_loops(address);
  turn.last = *next;
  return turn;
}

PageTurn turn_numbered(const Json& page, const Json& contents, const WebAddress& address) {
  PageTurn turn{.paging = Paging::kNumbered,
                .is_empty = contents.array().empty(),
                .is_thin = formats::is_thin_list(contents)};
  const std::optional<std::int64_t> number = first_of(page, {"page_number", "number"}).integer();
  const std::optional<std::int64_t> total = first_of(page, {"total_pages", "totalPages"}).integer();
  const std::optional<bool> is_last = first_of(page, {"last_page", "last"}).boolean();
  const bool is_counted = number && *number >= 0 && *number < kMaxPageNumber;
  const bool is_end = is_last.value_or(!total || !number || *number >= *total);
  if (is_counted && !is_end && !turn.is_empty)
    turn.next = with_parameter(address, "page", std::to_string(*number + 1));
  return turn;
}

}  // namespace

Result<PageTurn> turn_page(std::string_view body, const WebAddress& address) {
  const std::size_t start = body.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || body[start] != '{') return PageTurn{};
  const Result<Json> page = parse_json(body);
  if (!page) return PageTurn{};  // its importer tells what is wrong with it
  if ((*page)["items"].is_array() && (*page)["next"].is_string())
    return turn_changes(*page, address);
  const Json* const contents = formats::find_page_contents(*page);
  if (contents != nullptr) return turn_numbered(*page, *contents, address);
  return PageTurn{};
}

}  // namespace kring::catalog::feeds
