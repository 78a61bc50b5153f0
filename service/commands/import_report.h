// How is the outcome of an import told, to people and to scripts?
#pragma once

#include <iosfwd>
#include <string>

#include "catalog/json.h"
#include "catalog/result.h"
#include "catalog/store/store.h"

namespace kring::service {

/// CONTRACT's report. Each issue: record, pointer, code, text (Dutch) and text_en. `unlisted`
/// counts what the lists have no room for (catalog::kMaxListed).
catalog::Json to_json(const catalog::ImportReport& report);

/// The report of a feed that could not be read at all: figures of zero and "problems".
catalog::Json failure_to_json(const std::string& source, const catalog::Problems& problems);

/// For people: Dutch with English beside it. Of many issues the first are shown.
void print_report(const catalog::ImportReport& report, std::ostream& out);

void print_problems(const catalog::Problems& problems, std::ostream& out);

}  // namespace kring::service
