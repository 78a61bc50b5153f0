// How is a feed imported from its web address, or from several that make one feed?
#pragma once

#include <string>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/store/store.h"
#include "service/commands/harvest.h"
#include "service/commands/page_import.h"

namespace kring::service {

struct WebImport {
  std::string catalog;
  std::vector<std::string> urls;  ///< at least one; together one feed of one source
  std::string source;             ///< "": its publisher as the feed names it, else the first host
  std::string format;
  std::vector<std::string> allowed_hosts;
  std::vector<std::string> private_hosts;
  catalog::ImportMode mode = catalog::ImportMode::kWrite;
  catalog::Completeness most = catalog::Completeness::kComplete;
  Drops drops = Drops::kHeld;
  catalog::SourceTerms said;
};

/// Fetches and imports. How far it came is kept, so that a series that breaks off goes on from
/// there; a dry run keeps nothing and makes no catalogue. Of several addresses nothing vanishes
/// unless all were walked to their end.
HarvestOutcome import_from_web(const WebImport& import);

}  // namespace kring::service
