// Which records leave the catalogue, for whom, and on what terms?
#pragma once

#include <functional>
#include <vector>

#include "catalog/schedule/planned_days.h"
#include "catalog/source_terms.h"
#include "catalog/store/store.h"

namespace kring::catalog {

/// For whom an export is made.
enum class Recipient {
  kAnyone,  ///< what may not be passed on is left out
  kOwner,   ///< whoever keeps the catalogue, for their own use: everything
};

/// What an export writes of a catalogue. The catalogue outlives it.
class ExportedRecords {
 public:
  /// `days_off`: who can tell them from texts; without, calendars name no day off but those of the
  /// record's fields.
  ExportedRecords(const ActivityStore& store, Recipient recipient, DaysOffReader days_off = {});

  using Visit = std::function<void(const StoredActivity&, const SourceTerms&)>;
  /// Every live record that leaves, by id, with the terms of its source.
  void for_each(const Visit& visit) const;
  /// The sources whose live records stay behind, by name.
  [[nodiscard]] std::vector<SourceCount> left_out() const;
  /// The activity as calendars need it: with_days_off(), as far as they can be told.
  [[nodiscard]] Activity planned(const Activity& activity) const;
  [[nodiscard]] const ActivityStore& store() const { return store_; }

 private:
  [[nodiscard]] bool leaves(const SourceTerms& terms) const;

  const ActivityStore& store_;
  Recipient recipient_;
  TermsBySource terms_;
  DaysOffReader days_off_;
  Places places_;
};

}  // namespace kring::catalog
