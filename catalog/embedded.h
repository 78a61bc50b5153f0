// Which files of the project travel inside the program?
//
// Each is compiled in by kring_embed() or kring_embed_folder() of the root CMakeLists.txt, so that
// the program needs no data folder.
#pragma once

#include <string_view>

namespace kring::catalog {

/// One of a folder.
struct EmbeddedFile {
  std::string_view name;  ///< without folder and ending
  std::string_view bytes;
};

std::string_view embedded_vocabulary();  ///< catalog/vocabulary/vocabulary.json
std::string_view embedded_categories();  ///< catalog/vocabulary/categories.tsv
std::string_view embedded_weights();     ///< catalog/weights/weights.json

/// catalog/schedule/school_holidays.tsv: after Rijksoverheid, "Overzicht schoolvakanties" of each
/// school year; of the may holidays the week that is set. What is not known for certain is left
/// out: region zuid in spring and summer 2027.
std::string_view embedded_school_holidays();
/// catalog/schedule/school_regions.tsv: after Rijksoverheid, "Regioindeling schoolvakanties", by
/// the municipalities of CBS; those that lie in two regions are left out.
std::string_view embedded_school_regions();

namespace duplicates {
std::string_view common_words();       ///< catalog/duplicates/common_words.txt
std::string_view duplicate_weights();  ///< catalog/duplicates/weights.json
}  // namespace duplicates

}  // namespace kring::catalog
