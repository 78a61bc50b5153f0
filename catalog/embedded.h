// Which files of the project travel inside the program?
//
// Each is compiled in by kring_embed() of the root CMakeLists.txt, so that the program needs no
// data folder.
#pragma once

#include <string_view>

namespace kring::catalog {

std::string_view embedded_vocabulary();  ///< catalog/vocabulary/vocabulary.json
std::string_view embedded_categories();  ///< catalog/vocabulary/categories.tsv
std::string_view embedded_weights();     ///< catalog/weights/weights.json

}  // namespace kring::catalog
