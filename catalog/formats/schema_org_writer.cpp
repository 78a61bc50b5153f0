// How does the catalogue become one graph of schema.org?
#include <ostream>

#include "catalog/formats/schema_org.h"
#include "catalog/formats/schema_org_json.h"
#include "catalog/formats/schema_org_own.h"

namespace kring::catalog::formats {

std::size_t write_schema_org(const ExportedRecords& records, std::ostream& out) {
  const char* separator = "\n";
  out << R"({"@context":"https://schema.org","@graph":[)";
  records.for_each([&](const StoredActivity& stored, const SourceTerms& terms) {
    Json node = schema_org_node(records.planned(stored.activity), terms);
    add_own_members(stored, node);
    out << separator << write_json(node);
    separator = ",\n";
  });
  out << "\n]}\n";
  return 0;
}

}  // namespace kring::catalog::formats
