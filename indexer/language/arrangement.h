// How is an activity arranged: where, with how many, how often, and how does one get in?
//
// The rules of facts.h read what fields and words state. A model that has learned from labelled
// records (arrangement_model.h) hears what they state beside all other words, and decides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/vocabulary.h"
#include "indexer/language/arrangement_model.h"
#include "indexer/language/facts.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

struct Arrangement {
  AttendanceFact attendance;
  GroupFact group;
  RecurrenceFact recurrence;
  ReferralFact referral;
};

/// What activities about these concepts usually are. Steps and times follow the concept it is most
/// surely about, whatever the next one adds; the company it is done in is that of most. Pure.
catalog::Usual usual_of(std::vector<FoundConcept> subjects, const catalog::Vocabulary& vocabulary);

/// By the rules alone; where they find nothing, what is `usual`. Pure.
Arrangement read_stated_arrangement(const catalog::Activity& activity,
                                    const RecordText& text,
                                    const catalog::Usual& usual);

/// One word for the forms, as in a truth table: in person and online together are "hybrid", of
/// others the first that counts most; empty for none.
std::string_view attendance_word(catalog::AttendanceSet forms);

/// What `stated` and the shape of the record say, as signs of the model. Pure.
std::vector<std::string> stated_signs(const catalog::Activity& activity, const Arrangement& stated);

/// By the rules and the model. Where the model decides otherwise than the rules, its evidence is
/// the word that spoke loudest, and what the rules had read is the conflict; where nothing was
/// stated, it remains what is usual. Thread-safe.
Arrangement read_arrangement(const catalog::Activity& activity,
                             const RecordText& text,
                             const catalog::Usual& usual,
                             const ArrangementModel& model);

}  // namespace kring::indexer
