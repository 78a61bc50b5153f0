// What is a record about, as someone can tell who understands its text?
//
// The catalogue does not: who opens it may lend it a reader (indexer/subject_reader.h).
#pragma once

#include <bitset>
#include <functional>
#include <string>

#include "catalog/activity.h"
#include "catalog/vocabulary.h"

namespace kring::catalog::duplicates {

/// Concepts of one vocabulary, a bit each by number.
using Subjects = std::bitset<kMaxConcepts>;

struct SubjectReader {
  std::string version;  ///< another as soon as it may tell otherwise; "": nobody can tell
  /// Pure, but called by one thread at a time; empty: nobody can tell.
  std::function<Subjects(const Activity&)> read;
};

}  // namespace kring::catalog::duplicates
