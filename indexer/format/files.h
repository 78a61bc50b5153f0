// How do the index's files get onto disk, so that a crash leaves either the old or the new?
#pragma once

#include <string>
#include <string_view>

namespace kring::indexer {

/// Writes `bytes` to `path` and syncs them. Throws catalog::Error (disk full, read-only, …); a
/// partial file may remain.
void write_file_durably(const std::string& path, std::string_view bytes);

/// Writes beside `path`, syncs, and puts it in place by rename: a reader sees the old bytes or the
/// new, whole.
void replace_file(const std::string& path, std::string_view bytes);

/// Makes the names in `folder` durable.
void sync_folder(const std::string& folder);

/// The whole file. Throws catalog::Error where it cannot be read.
std::string read_whole_file(const std::string& path);

}  // namespace kring::indexer
