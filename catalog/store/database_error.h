// What does a failing database mean to a person, and what helps?
#pragma once

#include <string>

#include "catalog/result.h"

namespace kring::catalog::store {

/// What the file of a database holds, told by the application id in its header.
enum class Holding {
  kCatalogue,  ///< the record: an acknowledged change survives a power cut
  kDerived,    ///< made of a catalogue, and made anew where it is lost
};

/// An Error of both sentences, Dutch first.
Error make_error(const Text& text);

Error missing_file(const std::string& path, Holding holding);
Error missing_folder(const std::string& path, const std::string& folder);
Error not_of_kring(const std::string& path, Holding holding);
Error read_only(const std::string& path, Holding holding);
Error newer_schema(const std::string& path);
Error older_schema(const std::string& path);

/// Whether a result code of SQLite (primary or extended) says that the pages of a file do not hold
/// together.
bool means_damage(int code);

/// What a result code of SQLite (primary or extended) means. `detail` is the library's own
/// sentence.
Error database_error(const std::string& path, Holding holding, int code, const std::string& detail);

}  // namespace kring::catalog::store
