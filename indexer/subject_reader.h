// What are records about, for who compares them (catalog/duplicates/subjects.h)?
#pragma once

#include "catalog/duplicates/subjects.h"

namespace kring::indexer {

/// By the vocabulary and the model of this program. Cheap to make: what it needs (some 30 ms) is
/// made when the first record is read. A copy made after that shares it, and the thread.
catalog::duplicates::SubjectReader make_subject_reader();

}  // namespace kring::indexer
