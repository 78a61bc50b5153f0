// What does a failing database mean to a person, and what helps?
#pragma once

#include <string>

#include "catalog/result.h"

namespace kring::catalog::store {

/// An Error of both sentences, Dutch first.
Error make_error(const Text& text);

Error missing_catalogue(const std::string& path);
Error missing_folder(const std::string& path, const std::string& folder);
Error not_a_catalogue(const std::string& path);
Error read_only(const std::string& path);
Error newer_schema(const std::string& path);
Error older_schema(const std::string& path);

/// What a result code of SQLite (primary or extended) means. `detail` is the library's own
/// sentence.
Error database_error(const std::string& path, int code, const std::string& detail);

}  // namespace kring::catalog::store
