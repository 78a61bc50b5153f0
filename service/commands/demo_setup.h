// How does the demo get its catalogue and index?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalog/store/store.h"
#include "service/rim.h"

namespace kring::service {

/// Where the demo keeps its files.
struct DemoFolder {
  std::string catalog;  ///< file
  std::string index;    ///< folder
};

/// What it took to get ready.
struct DemoReport {
  std::vector<catalog::ImportReport> imports;  ///< one a demo catalogue
  std::size_t activities = 0;                  ///< live in the catalogue
  std::size_t places = 0;
  bool is_indexed_now = false;  ///< false where the index was up to the catalogue already
};

/// $XDG_STATE_HOME/kring/demo, else ~/.local/state/kring/demo. Throws catalog::Error where neither
/// is known.
std::string default_demo_folder();

/// The files in `folder`, which is made if it is not there.
DemoFolder open_demo_folder(const std::string& folder);

/// Imports the demo catalogues and places that the program carries, and indexes them. Quick where
/// nothing changed.
DemoReport prepare_demo(const DemoFolder& folder, const Clock& clock);

}  // namespace kring::service
