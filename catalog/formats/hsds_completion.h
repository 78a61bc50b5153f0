// What is added to an HSDS object so that it is valid by the schemas of HSDS 3.0 and 3.1, and how
// is that undone?
//
// Nothing is lost: a value that the standard does not take in its place stands beside it, under its
// name after "original_", and the importer puts it back. What the standard requires and nobody told
// is the empty text.
#pragma once

#include <string>

#include "catalog/json.h"

namespace kring::catalog::formats {

inline constexpr const char* kOriginalPrefix = "original_";

/// Of which activity an HSDS service is.
struct HsdsOwner {
  std::string source;
  std::string activity_id;
};

/// `service` with the activity's id, and valid. Ids that are no uuid become the uuid v5 of source,
/// kind and id, so that the organisation of two services of a source stays one.
Json complete_hsds_service(const Json& service, const HsdsOwner& owner);

/// `service` as it was before it was completed, but for its id and what was added.
Json restore_hsds_service(const Json& service);

/// The uuid of an HSDS object that its source calls `id`, or by a name where it has no id.
std::string make_hsds_id(const std::string& source,
                         const std::string& shape,
                         const std::string& id);

}  // namespace kring::catalog::formats
