// How does an event or place of UiTdatabank become an activity?
#pragma once

#include <string>
#include <string_view>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The activity that `offer` tells of; what it could not use stands in the notes. Its id is empty.
/// Texts are taken in Dutch, else in the record's main language, else in the first there is.
/// Languages of the record are those it is translated into, so only the main one is taken. Hidden
/// labels are not for the public and stay in the document.
Activity read_uitdatabank_offer(const Fields& offer);

/// An organiser, on its own or within an event.
Organization read_uitdatabank_organizer(const Fields& organizer);

/// The text under `name` of a record: a text, or one a language.
std::string uitdatabank_text(const Fields& owner, std::string_view name);

}  // namespace kring::catalog::formats
