// Which record do tests of the comparison compare others with?
#pragma once

#include "catalog/activity.h"
#include "catalog/duplicates/subjects.h"

namespace kring::tests {

/// A walking group in Nijmegen, all fields filled.
catalog::Activity walking_group();

/// Says of every record that it is about the first concept.
catalog::duplicates::SubjectReader tell_walking();

}  // namespace kring::tests
