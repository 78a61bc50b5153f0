// How is one activity shown to anyone who has its address?
#pragma once

#include <string>

#include "service/site/activity_facts.h"

namespace kring::service {

/// The page, which works without script.
std::string write_activity_page(const ActivityView& view);

/// The page for an activity that is not there, or not any more.
std::string write_gone_page(const PageTexts& texts, const SiteFrame& frame);

/// Where the page of an activity stands.
std::string activity_address(const catalog::ActivityId& id);

}  // namespace kring::service
