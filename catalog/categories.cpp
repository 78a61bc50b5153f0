#include "catalog/categories.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <set>
#include <utility>

#include "catalog/embedded.h"
#include "catalog/split.h"
#include "catalog/vocabulary.h"

namespace kring::catalog {
namespace {

constexpr std::array kSchemes = {
    std::pair{CategoryScheme::kOpenActive, std::string_view("openactive")},
    std::pair{CategoryScheme::kSchemaOrg, std::string_view("schema-org")},
    std::pair{CategoryScheme::kUitdatabank, std::string_view("uitdatabank")},
    std::pair{CategoryScheme::kHsds, std::string_view("hsds")},
};

std::string fold_case(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return folded;
}

using Category = std::pair<CategoryScheme, std::string>;
using CategoryTable = std::map<Category, std::vector<std::string>>;

CategoryTable read_table() {
  CategoryTable table;
  for (const std::string_view line : split(embedded_categories(), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    const auto* const scheme = std::find_if(kSchemes.begin(), kSchemes.end(), [&](const auto& one) {
      return one.second == cells.front();
    });
    assert(cells.size() == 3 && scheme != kSchemes.end());
    const std::vector<std::string_view> concepts = split(cells[2], ' ');
    table.emplace(Category(scheme->first, fold_case(cells[1])),
                  std::vector<std::string>(concepts.begin(), concepts.end()));
  }
  return table;
}

const CategoryTable& table() {
  static const CategoryTable kTable = read_table();
  return kTable;
}

struct OwnWords {
  std::set<std::string, std::less<>> ids;
  std::set<std::string> words;  ///< ids and labels, in small letters
};

OwnWords read_own_words() {
  OwnWords own;
  const Result<Vocabulary> vocabulary = parse_vocabulary(embedded_vocabulary());
  assert(vocabulary);
  for (const Concept& entry : vocabulary->concepts()) {
    own.ids.insert(entry.id);
    own.words.insert({entry.id, fold_case(entry.label.nl), fold_case(entry.label.en)});
  }
  return own;
}

const OwnWords& own_words() {
  static const OwnWords kOwnWords = read_own_words();
  return kOwnWords;
}

}  // namespace

std::vector<std::string> concepts_of_category(CategoryScheme scheme, std::string_view category) {
  const auto found = table().find(Category(scheme, fold_case(category)));
  return found == table().end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> with_concepts(CategoryScheme scheme, std::vector<std::string> categories) {
  std::vector<std::string> concepts;
  for (const std::string& category : categories) {
    const std::vector<std::string> found = concepts_of_category(scheme, category);
    concepts.insert(concepts.end(), found.begin(), found.end());
  }
  for (std::string& name : concepts) {
    if (std::find(categories.begin(), categories.end(), name) == categories.end()) {
      categories.push_back(std::move(name));
    }
  }
  return categories;
}

bool is_concept(std::string_view tag) {
  return own_words().ids.contains(tag);
}

bool is_understood_tag(std::string_view tag) {
  return own_words().words.contains(fold_case(tag))
         || std::any_of(kSchemes.begin(), kSchemes.end(), [&](const auto& scheme) {
              return !concepts_of_category(scheme.first, tag).empty();
            });
}

}  // namespace kring::catalog
