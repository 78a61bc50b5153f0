#include "catalog/formats/rpde.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "catalog/formats/event_place.h"
#include "catalog/formats/field_reader.h"
#include "catalog/formats/record_terms.h"
#include "catalog/store/identity.h"

namespace kring::catalog::formats {

namespace {

/// A counter or a clock in milliseconds, as a number or a text.
std::optional<std::int64_t> read_modified(const Json& value) {
  if (const std::optional<std::int64_t> number = value.integer()) {
    return number;
  }
  const std::string_view text = value.string().value_or("");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = !text.empty() && error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional<std::int64_t>(number) : std::nullopt;
}

RecordIssue make_issue(const std::string& record,
                       const char* code,
                       const char* pointer,
                       const Text& text) {
  return {record, {code, pointer, text}};
}

}  // namespace

std::string RpdeItem::key() const {
  return kind.empty() || store::parse_uuid(id) ? id : kind + "/" + id;
}

void RpdeItems::add_page(const Json& page, const std::string& place) {
  has_pages_ = true;
  next_ = page["next"].string().value_or(next_);
  licence_ = page["license"].string().value_or(licence_);
  for (std::size_t index = 0; index < page["items"].array().size(); ++index) {
    add_item(page["items"].array()[index], place + "/items/" + std::to_string(index));
  }
}

void RpdeItems::add_item(const Json& item, const std::string& place) {
  Notes ignored;
  const Fields fields(item, "", ignored);
  const std::string state = fields.line("state");
  RpdeItem read{fields.line("kind"), fields.line("id"), 0, state == "deleted", item["data"], place};
  if (read.id.empty()) {
    sink_.reject(
        make_issue(place, "missing_id", "/id",
                   {place + ": dit item heeft geen id.", place + ": this item has no id."}));
    return;
  }
  const std::optional<std::int64_t> modified = read_modified(item["modified"]);
  if (!modified) {
    sink_.reject(make_issue(read.key(), "missing_modified", "/modified",
                            {place + ": dit item heeft geen geheel getal bij modified.",
                             place + ": this item has no whole number in modified."}));
    return;
  }
  read.modified = *modified;
  if (state != "updated" && state != "deleted") {
    sink_.reject(make_issue(read.key(), "unknown_state", "/state",
                            {place + ": state moet updated of deleted zijn.",
                             place + ": state must be updated or deleted."}));
    return;
  }
  if (!read.is_deleted && !read.data.is_object()) {
    sink_.reject(make_issue(
        read.key(), "missing_data", "/data",
        {place + ": dit item heeft geen gegevens (data).", place + ": this item has no data."}));
    return;
  }
  add_terms_of(read.data, terms_);
  keep(std::move(read));
}

void RpdeItems::add_bare(const Json& data, const std::string& place) {
  Notes ignored;
  const Fields fields(data, "", ignored);
  std::string id = node_id(data);
  id = id.empty() ? fields.first_line({"url", "identifier"}) : id;
  keep({"", id.empty() ? place : id, 0, false, data, place});
}

/// Of equal `modified` the one read later counts: pages of one feed are read in their order.
void RpdeItems::keep(RpdeItem item) {
  const auto [at, is_new] = index_of_.try_emplace({item.kind, item.id}, items_.size());
  if (is_new) {
    items_.push_back(std::move(item));
    return;
  }
  sink_.fold();
  RpdeItem& present = items_[at->second];
  if (item.modified >= present.modified) {
    present = std::move(item);
  }
}

std::vector<RpdeItem> RpdeItems::take() {
  std::vector<RpdeItem> items = std::move(items_);
  std::stable_sort(items.begin(), items.end(), [](const RpdeItem& left, const RpdeItem& right) {
    const bool is_bare = left.kind.empty() && right.kind.empty();
    return left.modified != right.modified ? left.modified < right.modified
                                           : !is_bare && left.id < right.id;
  });
  return items;
}

}  // namespace kring::catalog::formats
