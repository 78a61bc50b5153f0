#include "service/commands/compared_catalog.h"

#include "indexer/subject_reader.h"

namespace kring::service {

catalog::ActivityStore open_compared(const std::string& path, catalog::OpenMode mode) {
  return catalog::ActivityStore::open(path, mode, indexer::make_subject_reader());
}

}  // namespace kring::service
