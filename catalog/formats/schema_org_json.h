// How does an activity read as JSON-LD of schema.org?
#pragma once

#include "catalog/activity.h"
#include "catalog/json.h"
#include "catalog/source_terms.h"

namespace kring::catalog::formats {

/// An Event with its dates: startDate where it is one meeting, subEvent where it is several, else
/// eventSchedule (then single dates are schedules that repeat once). A Service where nothing is
/// planned. Without "@context". The importer reads the same facts from it; what schema.org has no
/// word for (the waiting time, a second phone number, which site keeps which hours) is left out.
Json schema_org_node(const Activity& activity, const SourceTerms& terms);

/// The node with its context: a document of its own.
Json schema_org_document(const Activity& activity, const SourceTerms& terms);

}  // namespace kring::catalog::formats
