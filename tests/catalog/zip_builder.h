// How does a test make a zip file?
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace kring::tests {

/// Name and bytes.
using ZipPart = std::pair<std::string, std::string>;

/// Adds a file, or a folder where the name ends with "/"; `bytes` live until the archive is closed.
inline zip_int64_t add_part(zip_t* archive, const std::string& name, const std::string& bytes) {
  if (name.ends_with('/')) {
    return zip_dir_add(archive, name.c_str(), ZIP_FL_ENC_UTF_8);
  }
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  return zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
}

/// A zip file of `parts`, in memory; encrypted where a password is given.
inline std::string make_zip(const std::vector<ZipPart>& parts, const std::string& password = "") {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    const zip_int64_t index = add_part(archive, name, bytes);
    if (index < 0) {
      throw std::runtime_error("the zip of a test cannot be made");
    }
    if (!password.empty()) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                              password.c_str());
    }
  }
  if (zip_close(archive) != 0) {
    throw std::runtime_error("the zip of a test cannot be written");
  }
  zip_stat_t about;
  zip_source_stat(target, &about);
  std::string made(about.size, '\0');
  zip_source_open(target);
  zip_source_read(target, made.data(), made.size());
  zip_source_close(target);
  zip_source_free(target);
  return made;
}

}  // namespace kring::tests
