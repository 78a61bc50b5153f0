// How does a test ask the open APIs about a small catalogue?
#include "tests/service/open_rooms.h"

#include <stdexcept>

#include "catalog/formats/formats.h"

namespace kring::service::tests {

std::string make_services() {
  return R"([
    {"id": "11111111-1111-4111-8111-111111111111", "name": "Eetclub Één", "status": "active", "minimum_age": 18,
     "last_modified": "2026-03-01T10:00:00Z", "url": "www.eetclub.example",
     "organization": {"id": "org-1", "name": "De Brink"},
     "schedules": [{"freq": "WEEKLY", "byday": "MO,TH", "opens_at": "17:30", "closes_at": "19:30"}],
     "attributes": [{"taxonomy_term": {"id": "eten", "name": "Eten", "taxonomy_id": "soorten"}}],
     "service_at_locations": [{"location": {"name": "Wijkhuis", "addresses": [{"postal_code": "6512 AB", "city": "Nijmegen"}]}}]},
    {"id": "22222222-2222-4222-8222-222222222222", "name": "Wandelen", "status": "active", "minimum_age": 55, "maximum_age": 75,
     "last_modified": "2026-05-01T10:00:00+02:00", "organization": {"id": "org-1", "name": "De Brink"},
     "service_areas": [{"name": "Arnhem"}],
     "service_at_locations": [{"schedules": [{"freq": "WEEKLY", "byday": "WE", "opens_at": "10:00", "closes_at": "11:30"}],
       "location": {"addresses": [{"postal_code": "6525 CD", "city": "Nijmegen"}]}}]},
    {"id": "33333333-3333-4333-8333-333333333333", "name": "Zingen", "status": "active",
     "service_at_locations": [{"location": {"addresses": [{"postal_code": "6811 EF", "city": "Arnhem"}]}}]}])";
}

OpenRooms::OpenRooms()
    : store_(catalog::ActivityStore::open(folder_.file("catalog.db"),
                                          catalog::OpenMode::kCreateIfMissing)),
      data_(folder_.file("catalog.db"), folder_.file("open.db")),
      rooms_(make_stub_source(make_stub_matcher()), &data_) {
  store_.put_places({{6512, "Nijmegen", "Nijmegen", "GM0268", {51.842, 5.852}, false},
                     {6525, "Nijmegen", "Nijmegen", "GM0268", {51.825, 5.868}, false},
                     {6811, "Arnhem", "Arnhem", "GM0202", {51.984, 5.911}, false}},
                    {"test", "places", "2026-11-20T09:00:00Z"});
}

void OpenRooms::import(const std::string& services, const catalog::SourceTerms& terms) {
  const auto session = store_.begin_import({.source = terms.source,
                                            .completeness = catalog::Completeness::kComplete,
                                            .mode = catalog::ImportMode::kWrite,
                                            .author = {"test", "a test", "2026-11-21T20:41:00Z"}});
  const std::vector<catalog::FeedFile> files = {{"services.json", services}};
  if (!catalog::find_format("hsds")->read(files, *session))
    throw std::runtime_error("the test's feed is bad");
  session->set_terms(terms);
  session->finish();
  data_.refresh();
}

catalog::Json OpenRooms::read(const std::string& target) const {
  return catalog::parse_json(rooms_.get(target).body).value();
}

std::vector<std::string> OpenRooms::ids(const std::string& target) const {
  std::vector<std::string> ids;
  const catalog::Json page = read(target);
  for (const catalog::Json& object : page["contents"].array())
    ids.emplace_back(object["id"].string().value_or(""));
  return ids;
}

}  // namespace kring::service::tests
