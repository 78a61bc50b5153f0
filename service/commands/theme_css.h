// Is a style sheet fit to be a theme?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "catalog/result.h"

namespace kring::service {

/// The class that its tokens stand under, without its dot: the first that ends in "-theme". Every
/// fault at once where it has none, has no tokens, leads to another file, or leaves braces open;
/// each text begins with `file` and the line.
catalog::Result<std::string> find_theme_class(std::string_view css, const std::string& file);

/// The line, from 1, where a picture in SVG has script or leads elsewhere; 0 where it does not.
std::size_t find_outside_line(std::string_view svg);

}  // namespace kring::service
