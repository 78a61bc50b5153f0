#include "catalog/formats/openactive.h"

#include "catalog/formats/event_place.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/openactive_items.h"
#include "catalog/formats/rpde.h"

namespace kring::catalog::formats {

namespace {

/// Takes pages and bare objects out of the documents of a run.
void gather(const Json& document, const DocumentPlace& place, RpdeItems& items, FeedSink& sink) {
  if (document["items"].is_array()) {
    items.add_page(document, place.name);
    return;
  }
  const Json::Array one = {document};
  const Json::Array& objects = document.is_array() ? document.array() : one;
  for (std::size_t index = 0; index < objects.size(); ++index) {
    const std::string here = document.is_array() ? place.element(index) : place.name;
    if (objects[index]["items"].is_array()) {
      items.add_page(objects[index], here);
    } else if (!types_of(objects[index]).empty()) {
      items.add_bare(objects[index], here);
    } else {
      sink.reject({here,
                   {"not_an_activity",
                    "",
                    {here + ": hier staat geen gegeven van OpenActive (@type ontbreekt).",
                     here + ": this is no data of OpenActive (@type is missing)."}}});
    }
  }
}

}  // namespace

bool recognises_openactive(const FeedFile& file) {
  const std::string_view text = beginning_of(file);
  const bool is_page = text.find("\"items\"") != std::string_view::npos
                       && text.find("\"modified\"") != std::string_view::npos
                       && text.find("\"state\"") != std::string_view::npos;
  return is_page || text.find("openactive.io") != std::string_view::npos;
}

Result<FeedFacts> read_openactive(std::span<const FeedFile> files, FeedSink& sink) {
  RpdeItems items(sink);
  const Result<Completeness> read =
      read_documents(files, sink, [&](const Json& document, const DocumentPlace& place) {
        gather(document, place, items, sink);
      });
  if (!read) {
    return read.error();
  }
  const bool is_partial = items.has_pages() || *read == Completeness::kPartial;
  // Objects without pages are all there is; a page goes on where others stopped.
  HeldParts alone;
  const bool is_useful =
      items.has_pages() ? read_openactive_items(items.take(), sink.parts(), Orphans::kWait, sink)
                        : read_openactive_items(items.take(), alone, Orphans::kAreFaults, sink);
  // A page without items is the end of a feed: nothing to do, and no fault.
  if (!is_useful && !items.has_pages()) {
    const std::string name = files.empty() ? std::string() : files.front().name;
    return Problem{"no_activities",
                   "",
                   {name + ": hier staan geen activiteiten in; er is niets veranderd.",
                    name + ": there are no activities in it; nothing was changed."}};
  }
  return FeedFacts{"", is_partial ? Completeness::kPartial : Completeness::kComplete,
                   items.licence(), items.next(), items.terms()};
}

}  // namespace kring::catalog::formats
