// Which services and sites does a filter let through, judged one by one?
//
// The rules of the open APIs' filters as plainly as they can be said; the list's statements must
// find the same.
#pragma once

#include <string>
#include <vector>

#include "service/commands/open_rows.h"
#include "service/open_data.h"

namespace kring::service::tests {

/// By id.
std::vector<std::string> judge_services(const std::vector<OpenServiceRow>& rows,
                                        const OpenFilter& filter);
std::vector<std::string> judge_organizations(const std::vector<OpenServiceRow>& rows,
                                             const OpenFilter& filter);
/// "service_id/place", by the sites' ids.
std::vector<std::string> judge_sites(const std::vector<OpenServiceRow>& rows,
                                     const OpenFilter& filter);

}  // namespace kring::service::tests
