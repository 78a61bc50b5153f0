// How is a feed imported from its web address?
#pragma once

#include <string>

#include "catalog/formats/feed.h"
#include "catalog/store/store.h"
#include "service/commands/harvest.h"

namespace kring::service {

struct WebImport {
  std::string catalog;
  std::string url;
  std::string source;  ///< "": the address's host
  std::string format;
  std::vector<std::string> allowed_hosts;
  std::vector<std::string> private_hosts;
  catalog::ImportMode mode = catalog::ImportMode::kWrite;
  catalog::Completeness most = catalog::Completeness::kComplete;
  catalog::SourceTerms said;
};

/// Fetches and imports. Where it came to is kept by source, so that a series that breaks off goes
/// on from there; a dry run keeps nothing and makes no catalogue.
HarvestOutcome import_from_web(const WebImport& import);

}  // namespace kring::service
