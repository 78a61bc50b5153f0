// What is to be mended in one record?
#pragma once

#include "catalog/activity.h"
#include "catalog/places.h"
#include "catalog/vocabulary.h"
#include "indexer/language/annotator.h"
#include "indexer/language/areas.h"
#include "service/commands/quality/finding.h"

namespace kring::service::quality {

/// Looks at records one by one, by the rules of the tasks for owners (engine/owner_tasks.h). A
/// handle is used by one thread at a time; vocabulary and places must outlive it.
class Inspector {
 public:
  /// Without places a postcode tells where it is, and no area is unclear.
  Inspector(const catalog::Vocabulary& vocabulary,
            const catalog::Places& places,
            catalog::Date today);

  [[nodiscard]] Findings inspect(const catalog::Activity& activity) const;

 private:
  void add_missing(const catalog::Activity& activity,
                   const indexer::Annotation& annotation,
                   Findings& findings) const;
  void add_missing_of_sites(const catalog::Activity& activity,
                            const indexer::Annotation& annotation,
                            Findings& findings) const;
  void add_age_of_check(const catalog::Activity& activity, Findings& findings) const;
  [[nodiscard]] bool is_placed(const catalog::Site& site) const;
  [[nodiscard]] bool has_unclear_area(const catalog::Activity& activity,
                                      const indexer::Annotation& annotation) const;

  const catalog::Places& places_;
  catalog::Date today_;
  indexer::Annotator annotator_;
  indexer::AreaReader areas_;
};

}  // namespace kring::service::quality
