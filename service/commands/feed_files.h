// Which files make the feed that was named on the command line?
#pragma once

#include <string>
#include <vector>

#include "catalog/formats/formats.h"
#include "catalog/result.h"

namespace kring::service {

/// The files of `paths`: a folder stands for its *.json, *.jsonld, *.jsonl, *.ndjson, *.csv,
/// *.xlsx and *.zip in the order of their names, a zip for those in it, in its folders too. A path
/// that cannot be read, or a folder or zip without such files, is a problem.
catalog::Result<std::vector<catalog::FeedFile>> load_feed_files(
    const std::vector<std::string>& paths);

/// The files in it where it is a zip, else the file itself without a UTF-8 BOM.
catalog::Result<std::vector<catalog::FeedFile>> unpack_feed_file(catalog::FeedFile file);

/// One file, without a UTF-8 BOM.
catalog::Result<catalog::FeedFile> load_feed_file(const std::string& path);

/// The format called `name`, or where that is "" the one that the files look like.
catalog::Result<const catalog::Format*> choose_format(const std::vector<catalog::FeedFile>& files,
                                                      const std::string& name);

/// Without the tables beside a feed of JSON, which are none of it.
std::vector<catalog::FeedFile> files_of_format(const catalog::Format& format,
                                               std::vector<catalog::FeedFile> files);

/// Their names, between commas.
std::string known_formats();

/// Whether `path` is a web address.
bool is_web_address(const std::string& path);

/// The source's name where neither the command line nor the feed gives one: the stem of the first
/// path.
std::string default_source(const std::vector<std::string>& paths);

}  // namespace kring::service
