// What does an invented catalogue of any size hold?
#pragma once

#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/places.h"
#include "catalog/vocabulary.h"
#include "tests/bench/random.h"

namespace kring::bench {

/// The postcode areas of the demo. Throws catalog::Error when the table cannot be read.
std::vector<catalog::Place> load_demo_places();

/// The vocabulary of the program. Throws catalog::Error when it cannot be read.
catalog::Vocabulary load_vocabulary();

/// Makes HSDS services: varied names, texts of vocabulary terms, places of the demo, hours, costs,
/// ages and sites.
class CatalogMaker {
 public:
  CatalogMaker(std::uint64_t seed,
               catalog::Vocabulary vocabulary,
               std::vector<catalog::Place> places);

  catalog::Json make_service();

 private:
  std::string make_id();
  catalog::Json make_organization();
  catalog::Json make_schedule();
  catalog::Json make_site(const catalog::Place& place);
  void add_sites(catalog::Json& service, const catalog::Place& place);
  void add_limits(catalog::Json& service);
  std::string make_description(const catalog::Concept& about, const catalog::Place& place);

  Random random_;
  catalog::Vocabulary vocabulary_;
  std::vector<const catalog::Concept*> subjects_;  ///< concepts that say what an activity is about
  std::vector<catalog::Place> places_;
};

}  // namespace kring::bench
