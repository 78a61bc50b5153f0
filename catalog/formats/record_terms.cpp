#include "catalog/formats/record_terms.h"

#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

void add_terms_of(const Json& record, RecordTerms& terms) {
  Notes ignored;
  const Fields source = Fields(record, "", ignored).object("data_source");
  if (terms.licences.size() < kMaxTerms) add_distinct(terms.licences, source.line("licence"));
  if (terms.attributions.size() < kMaxTerms)
    add_distinct(terms.attributions, source.line("attribution"));
}

}  // namespace kring::catalog::formats
