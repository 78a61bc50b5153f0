// What is a request to the HSDS API answered from, and in what form?
#include "service/routes/hsds_answer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "service/routes/hsds_objects.h"
#include "service/routes/open_response.h"

namespace kring::service {

using catalog::Json;

namespace {

std::string write_lines(const Json::Array& contents) {
  std::string lines;
  for (const Json& object : contents)
    lines += catalog::write_json(object) + "\n";
  return lines;
}

/// The address of the page after this one, for NDJSON, which has no envelope.
std::string next_address(const Hsds& hsds, const HsdsQuery& query) {
  std::string address = base_address(hsds.call, hsds.surroundings);
  for (const std::string& segment : hsds.call.request.segments)
    address += "/" + segment;
  address += "?page=" + std::to_string(query.page + 1);
  for (const QueryParameter& parameter : hsds.call.request.query) {
    if (parameter.name != "page") address += "&" + encode_query(parameter);
  }
  return address;
}

}  // namespace

Json::Array Hsds::terms_of(const std::string& service_id) const {
  Json::Array terms;
  if (!matcher) return terms;
  const auto concepts = matcher->concepts_of({service_id});
  for (const Json& term : snapshot->terms) {
    const auto code = term["code"].string().value_or("");
    if (std::find(concepts.begin(), concepts.end(), code) != concepts.end()) terms.push_back(term);
  }
  return terms;
}

std::optional<OpenFilter> Hsds::make_filter(const HsdsQuery& query) const {
  return complete_filter(query, *snapshot, data, [this](const std::string& service_id) {
    std::vector<std::string> ids;
    for (const Json& term : terms_of(service_id))
      ids.emplace_back(term["id"].string().value_or(""));
    return ids;
  });
}

Json Hsds::whole_service(const Json& document) const {
  const std::string id(document["id"].string().value_or(""));
  return with_terms(document, terms_of(id), data);
}

Response Hsds::answer(const Json& document) const {
  return make_open_response(
      call, {.bytes = catalog::write_json(document), .changed_at = snapshot->changed_at});
}

OpenSpan span_of(const HsdsQuery& query) {
  const auto size = static_cast<std::size_t>(page_size(query));
  const std::size_t begin = (static_cast<std::size_t>(query.page) - 1) * size;
  return {begin, begin + size};
}

Response answer_list(const Hsds& hsds,
                     const HsdsQuery& query,
                     std::size_t total,
                     Json::Array contents) {
  const auto size = static_cast<std::size_t>(page_size(query));
  const std::size_t pages = (total + size - 1) / size;
  const auto page = static_cast<std::size_t>(query.page);
  if (query.format == HsdsFormat::kLines) {
    const bool has_next = page < pages && hsds.call.request.method != Method::kPost;
    return make_open_response(hsds.call, {.type = "application/x-ndjson",
                                          .bytes = write_lines(contents),
                                          .changed_at = hsds.snapshot->changed_at,
                                          .next = has_next ? next_address(hsds, query) : ""});
  }
  const auto count = [](std::size_t number) { return Json(static_cast<std::int64_t>(number)); };
  return hsds.answer(Json::Object{{"total_items", count(total)},
                                  {"total_pages", count(pages)},
                                  {"page_number", count(page)},
                                  {"size", count(contents.size())},
                                  {"first_page", page == 1},
                                  {"last_page", page >= pages},
                                  {"empty", contents.empty()},
                                  {"contents", std::move(contents)}});
}

}  // namespace kring::service
