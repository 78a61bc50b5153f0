// Which files of the project travel inside the program?
//
// Each is compiled in by kring_embed() of the root CMakeLists.txt, so that the program needs no
// data folder.
#pragma once

#include <string_view>

namespace kring::catalog {

std::string_view embedded_vocabulary();  ///< catalog/vocabulary/vocabulary.json
std::string_view embedded_weights();     ///< catalog/weights/weights.json

namespace duplicates {
std::string_view common_words();       ///< catalog/duplicates/common_words.txt
std::string_view duplicate_weights();  ///< catalog/duplicates/weights.json
}  // namespace duplicates

}  // namespace kring::catalog
