// How is it told what Kring understood of a record?
#pragma once

#include <string>

#include "catalog/activity.h"
#include "catalog/quantity.h"
#include "catalog/vocabulary.h"
#include "indexer/language/annotation.h"

namespace kring::service {

/// One record and what was understood of it. The references must outlive this.
struct Understood {
  const catalog::Activity& activity;
  indexer::Annotation annotation;
  const catalog::Vocabulary& vocabulary;
  catalog::Date today;       ///< a schedule that ended before it is over
  std::string duplicate_of;  ///< id of the record that stands for it; "" where it does itself
};

/// The words that `evidence` points at, behind their pointer; the pointer alone where it points at
/// no text.
std::string quote(const catalog::Activity& activity, const indexer::Evidence& evidence);

/// The heading of the table, and a record's row: id, name, concepts, attendance, format, min_age,
/// max_age, cost_eur, wheelchair, recurring, referral, waiting_weeks, live, duplicate_of. A field
/// that was not understood is empty.
std::string annotation_heading();
std::string annotation_row(const Understood& understood);

/// One JSON object and a line feed: facts, and each one's evidence and conflicts with the words.
std::string annotation_json(const Understood& understood);

/// A few lines for people, in Dutch.
std::string annotation_story(const Understood& understood);

}  // namespace kring::service
