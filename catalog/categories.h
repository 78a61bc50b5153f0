// Which concepts do the categories of other schemes stand for?
//
// Read from vocabulary/categories.tsv, which travels inside the program. Only a category that a
// concept truly fits stands there; the rest is told by the words of the record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::catalog {

/// Whose categories they are: the first column of the table.
enum class CategoryScheme {
  kOpenActive,   ///< OpenActive's Activity List, and its publishers' own
  kSchemaOrg,    ///< keywords of events
  kUitdatabank,  ///< terms of UiTdatabank
  kHsds,         ///< Open Eligibility, local authorities
};

/// Ids of concepts, by the category's id or label in any letter case; empty where no concept fits.
std::vector<std::string> concepts_of_category(CategoryScheme scheme, std::string_view category);

/// `categories` with the concepts that they stand for behind them, each once: the source's own
/// words stay.
std::vector<std::string> with_concepts(CategoryScheme scheme, std::vector<std::string> categories);

/// Whether `tag` is the id of a concept.
bool is_concept(std::string_view tag);

/// Whether `tag` is the id or label of a concept, or a category that stands for one in any scheme.
bool is_understood_tag(std::string_view tag);

}  // namespace kring::catalog
