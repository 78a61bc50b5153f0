// What does an organisation's own theme say?
#pragma once

#include <cstddef>
#include <string>

#include "catalog/result.h"
#include "service/site/theme.h"

namespace kring::service {

inline constexpr std::size_t kMaxThemeBytes = 1 << 20;  ///< 1 MiB; NL Design System's have 0.2
inline constexpr std::size_t kMaxLogoBytes = 200'000;
inline constexpr std::size_t kMaxThemeName = 60;  ///< bytes of the organisation's name

/// `path` is a style sheet, or a folder with theme.css and perhaps name.txt and logo.svg or
/// logo.png. Every fault of its files at once, each text beginning with the file.
catalog::Result<Theme> load_theme(const std::string& path);

}  // namespace kring::service
