// Which functions make the format "openactive"? RPDE pages of OpenActive, and its data objects on
// their own.
#pragma once

#include "catalog/formats/formats.h"

namespace kring::catalog::formats {

bool recognises_openactive(const FeedFile& file);

/// The files of a run are pages of one feed. Per kind and id the item with the greatest `modified`
/// counts; a deleted one is an explicit removal. Sessions and slots join the series they belong to.
/// A feed with RPDE pages is partial; its facts name the next page.
Result<FeedFacts> read_openactive(std::span<const FeedFile> files, FeedSink& sink);

}  // namespace kring::catalog::formats
