#include "catalog/feeds/thin_lists.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/formats/hsds.h"

namespace kring::catalog::feeds {

namespace {

using formats::find_page_contents;
using formats::is_thin_list;

constexpr std::size_t kMostInVain = 5;  ///< records asked for before one told more than the list

/// Codes of fetch_page() by which the same question may be answered later.
constexpr std::array<std::string_view, 6> kNotNow = {"timeout",        "unreachable", "cut_off",
                                                     "server_trouble", "retry_later", "stopped"};

bool may_come_later(const Problems& problems) {
  return std::find(kNotNow.begin(), kNotNow.end(), problems.front().code) != kNotNow.end();
}

bool lists_in_full(const Result<FetchedPage>& page, std::size_t records) {
  const Result<Json> list = page ? parse_json(page->body) : Json();
  const Json* const contents = list ? find_page_contents(*list) : nullptr;
  return contents != nullptr && contents->array().size() == records && !is_thin_list(*contents);
}

}  // namespace

Result<FetchedPage> ThinLists::fill(FetchedPage page) {
  const Result<Json> list = parse_json(page.body);
  const Json* const contents = list ? find_page_contents(*list) : nullptr;
  if (contents == nullptr || !is_thin_list(*contents)) return page;
  if (std::optional<FetchedPage> full = fetch_in_full(page.address, contents->array().size()))
    return *std::move(full);
  return fetch_each(std::move(page), *list);
}

/// Absent where the server gives no such form of the same `records`.
std::optional<FetchedPage> ThinLists::fetch_in_full(const WebAddress& list, std::size_t records) {
  const WebAddress in_full = with_parameter(list, "full", "true");
  if (!may_give_full_ || in_full.text == list.text) return std::nullopt;
  Result<FetchedPage> page = fetch_page({in_full, "", ""}, settings_);
  may_give_full_ = lists_in_full(page, records);
  if (!may_give_full_) return std::nullopt;
  return std::move(page).value();
}

Result<FetchedPage> ThinLists::fetch_each(FetchedPage page, Json list) {
  const Json& contents = *find_page_contents(list);
  const std::size_t told_before = told_;
  std::size_t bytes = page.body.size();
  Json::Array records;
  for (const Json& listed : contents.array()) {
    const bool may_ask = (told_ > 0 || asked_ < kMostInVain) && bytes < settings_.limits.body_bytes;
    Result<Json> record = may_ask ? fetch_record(page.address, listed) : Json();
    if (!record) return record.error();
    if (record->is_object()) bytes += write_json(*record).size();
    records.push_back(record->is_object() ? std::move(record).value() : listed);
  }
  if (told_ == told_before) return page;
  list.set(list.find("contents") == &contents ? "contents" : "content", std::move(records));
  // That the list did not change says nothing of its records: it is asked for without a tag.
  return FetchedPage{page.state, write_json(list), page.address, "", ""};
}

Result<Json> ThinLists::fetch_record(const WebAddress& list, const Json& listed) {
  const std::optional<std::string_view> id = listed["id"].string();
  if (!id || id->empty()) return Json();
  ++asked_;
  const Result<FetchedPage> page = fetch_page({at_record(list, *id), "", ""}, settings_);
  if (!page && may_come_later(page.error())) return page.error();
  Result<Json> record = page ? parse_json(page->body) : Json();
  const bool tells_more =
      record && (*record)["id"] == listed["id"] && !is_thin_list(Json::Array{*record});
  if (!tells_more) return Json();
  ++told_;
  return record;
}

}  // namespace kring::catalog::feeds
