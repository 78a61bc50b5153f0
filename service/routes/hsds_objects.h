// How does an object of the HSDS API look, whole and in lists?
#pragma once

#include <string>
#include <vector>

#include "catalog/json.h"
#include "service/open_data.h"
#include "service/routes/hsds_query.h"

namespace kring::service {

/// `object` without lists within it and its objects: what HSDS calls its one-to-one fields.
catalog::Json without_lists(const catalog::Json& object);

/// A service with Kring's own terms among its attributes. `terms` are snapshot.terms that it has.
catalog::Json with_terms(catalog::Json service,
                         const catalog::Json::Array& terms,
                         const OpenData& data);

/// {id, last_modified}
catalog::Json make_minimal(const OpenService& service);

/// The organization of one of its services' documents, with its services.
catalog::Json make_organization(const catalog::Json& document, catalog::Json::Array services);

/// {id, name, status}
catalog::Json make_reference(const OpenService& service);

/// The service_at_location at place `site` of a service's document, with the service in it.
catalog::Json make_service_at_location(const catalog::Json& document,
                                       std::size_t site,
                                       HsdsDetail detail);

}  // namespace kring::service
