// How does the catalogue become one graph of schema.org?
#include <ostream>

#include "catalog/formats/schema_org.h"
#include "catalog/formats/schema_org_json.h"

namespace kring::catalog::formats {

void write_schema_org(const ActivityStore& store, std::ostream& out) {
  const char* separator = "\n";
  out << R"({"@context":"https://schema.org","@graph":[)";
  store.for_each([&](const StoredActivity& stored) {
    out << separator << write_json(schema_org_node(stored.activity));
    separator = ",\n";
  });
  out << "\n]}\n";
}

}  // namespace kring::catalog::formats
