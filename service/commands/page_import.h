// How do fetched pages become an import?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/result.h"
#include "catalog/store/store.h"

namespace kring::service {

/// Pages are handed to their importer together up to this much: items that refer to each other
/// within it find each other, and memory does not grow with the feed. 32 MiB.
inline constexpr std::size_t kBatchBytes = 33'554'432;

enum class Drops : std::uint8_t {
  kHeld,     ///< a drop of too many records removes none
  kAllowed,  ///< somebody said that it is right
};

struct PageImport {
  std::string source;
  std::vector<std::string> series;  ///< under which names their pages are kept; one feed together
  std::string format;               ///< "": told by the content
  catalog::Completeness completeness = catalog::Completeness::kPartial;
  Drops drops = Drops::kHeld;
  catalog::ImportMode mode = catalog::ImportMode::kWrite;
  catalog::SourceTerms said;  ///< goes before what the feed says
  catalog::Author author;
};

/// Imports the pages of the series that `pages` keeps into `store`, which may be the same
/// catalogue; all of them or, where they cannot be read, nothing.
catalog::Result<catalog::ImportReport> import_pages(catalog::ActivityStore& store,
                                                    const catalog::ActivityStore& pages,
                                                    const PageImport& import);

/// What the feed calls its publisher, by the first page of each series; "" where none names one.
std::string publisher_of_pages(const catalog::ActivityStore& pages, const PageImport& import);

}  // namespace kring::service
