// How is a match told in words?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "engine/answer.h"
#include "engine/candidates.h"
#include "indexer/format/record.h"
#include "indexer/language/analysis.h"

namespace kring::engine {

/// The whole match of a candidate at `rank`: card, parts, reasons, questions, journey and times
/// (the first `sessions`), all of one site.
Match explain(const ScoreContext& context,
              const Candidate& candidate,
              int rank,
              std::size_t sessions);

/// The name of a kind of support or dimension as one says it, by its place among the offers.
const catalog::Text& offer_words(std::size_t k);

/// Reasons made from the parts that carry points, largest first; each tied to a field.
std::vector<Reason> find_reasons(const ScoreContext& context,
                                 const Candidate& candidate,
                                 const indexer::Record& record,
                                 const std::vector<ScorePart>& parts);

/// What to ask, the most important first; at most kMostInquiries (inquiries.h).
std::vector<Question> find_questions(const Asked& asked, const Candidate& candidate);

/// The notice that stands above everything where danger is told.
SafetyNotice make_safety_notice(catalog::Language language);

/// "maandag" / "Monday" for 0, and so on.
const catalog::Text& weekday_words(int day);
/// "woensdag 25 november" / "Wednesday 25 November".
std::string format_day(catalog::Date day, catalog::Language language);
/// "25 november 2026" / "25 November 2026".
std::string format_day_and_year(catalog::Date day, catalog::Language language);

}  // namespace kring::engine
