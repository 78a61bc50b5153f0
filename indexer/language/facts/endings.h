// On which day does the text say that it ends, or begins anew?
#pragma once

#include <optional>

#include "catalog/activity.h"
#include "indexer/language/record_text.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {

/// When the words of a record were last looked at: by this day a date without a year is read.
std::optional<catalog::Date> written_on(const catalog::Activity& activity);

/// The last day on which what `gone` says to end goes on: "stopt per 1 januari 2027". Absent where
/// its sentence names no day for it.
std::optional<catalog::Date> find_day_before(const FieldHit& gone,
                                             std::optional<catalog::Date> written);

/// Whether `gone` tells of a closing that was over when the text was written: "was gesloten tot
/// 1 maart 2026".
bool was_over(const FieldHit& gone, std::optional<catalog::Date> written);

/// The words by which the text tells that it had opened again when they were written: "zijn we weer
/// open", "vanaf 5 oktober 2026 kunt u weer terecht". Absent where that is hoped for, or unknown
/// when they were written.
std::optional<FieldHit> find_reopening(const RecordText& text,
                                       std::optional<catalog::Date> written);

/// The last day that the text tells without a word of stopping: "projectperiode tot en met juni
/// 2026", "de laatste keer is op 12 juni 2026", "t/m 31 december 2025".
std::optional<catalog::Date> find_told_end(const RecordText& text,
                                           std::optional<catalog::Date> written);

/// The first day of the next round that the text tells of: "de nieuwe groep start 9 maart 2027".
std::optional<catalog::Date> find_told_start(const RecordText& text,
                                             std::optional<catalog::Date> written);

}  // namespace kring::indexer
