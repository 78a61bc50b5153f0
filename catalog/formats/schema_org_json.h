// How does an activity read as JSON-LD of schema.org?
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "catalog/activity.h"
#include "catalog/json.h"
#include "catalog/source_terms.h"

namespace kring::catalog::formats {

/// The set that Kring's concepts are terms of, in "about"; "keywords" are the source's own.
inline constexpr std::string_view kConceptSet = "Kring";

/// A text for which schema.org has no word: an additionalProperty, by its name in HSDS.
struct FurtherText {
  std::string_view name;
  std::string Activity::*member;
};
std::span<const FurtherText> further_texts();

/// An Event with its dates: startDate where it is one meeting, subEvent where it is several, else
/// eventSchedule (then single dates are schedules that repeat once). A Service where nothing is
/// planned. Without "@context". The importer reads the same facts from it; what schema.org has no
/// word for (a second phone number, which site keeps which hours) is left out.
Json schema_org_node(const Activity& activity, const SourceTerms& terms);

/// The node with its context: a document of its own.
Json schema_org_document(const Activity& activity, const SourceTerms& terms);

}  // namespace kring::catalog::formats
