// How is the revision log written and read?
#pragma once

#include <string>
#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

/// The number of the last change; 0 where there is none.
Revision last_revision(Database& database);

/// When it was made; "" where there is none or nobody said.
std::string time_of(Database& database, Revision revision);

/// One line to be added to the log.
struct LogLine {
  std::string source;
  std::string activity_id;  ///< "" where the change is of no activity
  std::string kind;         ///< "added", "changed", "removed", "vocabulary", "weights" or "places"
  std::vector<std::string> fields;
};

/// Appends to the log, numbering upwards from the last change. To be used within one transaction.
class RevisionLog {
 public:
  RevisionLog(Database& database, Author author);

  Revision append(const LogLine& line);
  [[nodiscard]] Revision last() const { return last_; }

 private:
  Statement insert_;
  Author author_;
  Revision last_;
};

/// The log of one activity, oldest first.
std::vector<Change> changes_of(Database& database, const ActivityId& id);

}  // namespace kring::catalog::store
