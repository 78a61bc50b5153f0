#include "catalog/formats/exported_records.h"

#include <utility>

namespace kring::catalog {

ExportedRecords::ExportedRecords(const ActivityStore& store,
                                 Recipient recipient,
                                 DaysOffReader days_off)
    : store_(store),
      recipient_(recipient),
      terms_(store.source_terms()),
      days_off_(std::move(days_off)),
      places_(store.places()) {}

Activity ExportedRecords::planned(const Activity& activity) const {
  return days_off_ ? with_days_off(activity, days_off_, places_) : activity;
}

bool ExportedRecords::leaves(const SourceTerms& terms) const {
  return recipient_ == Recipient::kOwner || may_pass_on(terms);
}

void ExportedRecords::for_each(const Visit& visit) const {
  store_.for_each([&](const StoredActivity& stored) {
    const SourceTerms terms = terms_.of(stored.source);
    if (leaves(terms)) visit(stored, terms);
  });
}

std::vector<SourceCount> ExportedRecords::left_out() const {
  std::vector<SourceCount> sources;
  for (SourceCount& count : store_.sources()) {
    if (count.activities > 0 && !leaves(terms_.of(count.source))) sources.push_back(count);
  }
  return sources;
}

}  // namespace kring::catalog
