// How are feeds, and their pages that wait to be imported, kept?
//
// Pages are kept as they come, so that a series that is broken off goes on where it stopped,
// whatever ended the program, and memory does not grow with it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/kept_feed.h"

namespace kring::catalog::store {

std::vector<KeptFeed> read_feeds(Database& database);
std::optional<KeptFeed> find_feed(Database& database, const std::string& source);

/// Adds it or replaces what was known of its source. To be used within one transaction.
void write_feed(Database& database, const KeptFeed& feed);

/// Forgets the feed, its pages and its items; false where there is none. To be used within one
/// transaction.
bool remove_feed(Database& database, const std::string& source);

/// Calls the feed of `source`, with its pages, `name`, in place of what was known under that name.
/// To be used within one transaction.
void rename_feed(Database& database, const std::string& source, const std::string& name);

/// Adds a page after those of the source.
void write_page(Database& database, const std::string& source, const FeedPage& page);

void for_each_page(Database& database,
                   const std::string& source,
                   const std::function<void(FeedPage)>& visit);
bool has_page(Database& database, const std::string& source, const std::string& url);
std::size_t count_pages(Database& database, const std::string& source);
void remove_pages(Database& database, const std::string& source);

}  // namespace kring::catalog::store
