// How do the pages look as an organisation's own?
//
// Its tokens of NL Design System come after those of the neutral theme, so that a theme may say as
// little as it likes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/web/assets.h"

namespace kring::service {

struct Theme {
  std::string css;            ///< tokens under `class_name`; nothing in it leads to another file
  std::string class_name;     ///< without its dot: "gemeente-theme"
  std::string name;           ///< of the organisation, "" where none is shown
  std::optional<Asset> logo;  ///< only with a name

  bool operator==(const Theme&) const = default;
};

/// The start tag of every page's body. A theme that is null is the neutral one.
std::string write_body_start(const Theme* theme);

/// The files of the pages, dressed in the theme; those of the neutral one where it is null.
std::vector<Asset> dress_assets(const Theme* theme);

}  // namespace kring::service
