// What in a record may tell a model that the activity is not there any more?
#pragma once

#include <optional>

#include "indexer/language/passage_model.h"
#include "indexer/language/record_text.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {

/// Where endings are told.
inline constexpr Fields kEndingFields = {Field::kName,        Field::kAlert,
                                         Field::kDescription, Field::kScheduleNote,
                                         Field::kWaitTime,    Field::kApplication};

/// The words of the name, the alert, the description and the notes beside them: endings are mostly
/// told in one sentence, which the model finds among the others. Pure.
PassageSigns read_ending_signs(const RecordText& text);

/// The sentence of these that speaks most for an ending; absent where there are no words.
std::optional<Evidence> find_ending_sentence(const RecordText& text, const PassageModel& model);

}  // namespace kring::indexer
