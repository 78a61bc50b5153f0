// Which services, organisations and sites of the list does a filter let through?
//
// Each reads the list once from end to end and keeps what stands on the page. They throw
// catalog::Error when the file fails. As thread-safe as `list`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/store/database.h"
#include "service/open_data.h"

namespace kring::service {

/// As OpenData says of its functions with these names.
OpenPage find_services(catalog::store::Database& list, const OpenFilter& filter, OpenSpan span);
OpenPage find_organizations(catalog::store::Database& list,
                            const OpenFilter& filter,
                            OpenSpan span);
OpenSitePage find_sites(catalog::store::Database& list, const OpenFilter& filter, OpenSpan span);
std::vector<OpenService> read_services(catalog::store::Database& list,
                                       const std::vector<std::string>& ids);
std::vector<OpenService> read_services_of(catalog::store::Database& list,
                                          const std::string& organization_id);
std::optional<OpenSite> find_site(catalog::store::Database& list, const std::string& id);

}  // namespace kring::service
