// What is known of an activity, in plain words and by question?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/source_terms.h"
#include "catalog/vocabulary.h"
#include "engine/found_activity.h"
#include "service/site/frame.h"
#include "service/site/texts.h"

namespace kring::service {

/// What a page tells of beside the record.
struct ActivityView {
  const engine::FoundActivity& found;
  const catalog::Activity& planned;               ///< without the days off that its texts tell
  const catalog::SourceTerms& terms;              ///< of its source
  std::vector<const catalog::Concept*> concepts;  ///< that it is about
  catalog::Date today;
  const PageTexts& texts;
  SiteFrame frame = {};  ///< of the page
};

/// The sections of facts, as HTML: when, where, for whom, what it costs, how to join, contact.
std::string write_activity_facts(const ActivityView& view);

/// The address as a link where it is one of the web; else as text.
std::string write_web_address(const std::string& url);

/// "tel:" and the digits; "" for a number without any.
std::string phone_address(const std::string& number);

}  // namespace kring::service
