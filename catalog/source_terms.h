// On what terms does a source let its records be used, and how is that said beside them?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/quantity.h"

namespace kring::catalog {

/// "" where nobody said.
struct SourceTerms {
  std::string source;
  std::string publisher;
  std::string licence;                    ///< a web address, or the name as written
  std::string attribution;                ///< the sentence that must stay with the records
  Answer may_pass_on = Answer::kUnknown;  ///< as somebody decided; else the licence tells
  bool operator==(const SourceTerms&) const = default;
};

/// Whether the records may be passed on to anyone: as decided; else unless the licence forbids it
/// or forbids changed copies. A source without a licence is taken for the owner's own, who decides
/// to serve it.
bool may_pass_on(const SourceTerms& terms);

/// Whether there is anything that must be said with the records: a licence or an attribution.
bool has_terms(const SourceTerms& terms);

/// {"name", "publisher", "licence", "attribution"}; null where nobody said.
Json tell_source(const SourceTerms& terms);

/// The terms of every source, by its name.
class TermsBySource {
 public:
  TermsBySource() = default;
  explicit TermsBySource(std::vector<SourceTerms> all);

  /// Of a source of which nothing was said: its name alone.
  [[nodiscard]] SourceTerms of(const std::string& source) const;

 private:
  std::map<std::string, SourceTerms> terms_;
};

}  // namespace kring::catalog
