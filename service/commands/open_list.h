// Where does the service keep what the open APIs list and filter by?
//
// A file beside the index, made of the catalogue and made anew where it is lost: a row a service, a
// site and a schedule, so that a request holds no more than its page. Every function throws
// catalog::Error, with the remedy, when the disk or the file fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/quantity.h"
#include "catalog/store/database.h"
#include "service/commands/open_rows.h"

namespace kring::service {

inline constexpr const char* kOpenListFile = "open.db";  ///< in the folder of the index

/// The kinds of OpenFilter's labels: rows of one table.
enum class OpenLabel : std::uint8_t {
  kTerm = 1,
  kTaxonomy = 2,
  kArea = 3,
};

/// What of the catalogue a list holds.
struct OpenListState {
  std::string catalog;         ///< its identity; "" where the list is new
  catalog::Revision revision;  ///< up to which its changes are in
  catalog::Revision places;    ///< of the postcode table that the sites were located by
  bool operator==(const OpenListState&) const = default;
};

/// The words of a row or a search as the text that is searched: eight hexadecimal digits each.
std::string spell_words(const std::vector<std::uint32_t>& words);

/// A connection that reads. `path`: a file that OpenListWriter made.
std::unique_ptr<catalog::store::Database> open_list(const std::string& path);

/// Takes the file away where it is damaged, so that it is made anew; reads it whole. requires: no
/// connection to it is open.
void remove_damaged_list(const std::string& path);

/// The one that writes; readers see what it wrote once it is committed. Used by one thread.
class OpenListWriter {
 public:
  /// Makes the file, and its folder, where it is missing or of another layout.
  explicit OpenListWriter(const std::string& path);

  [[nodiscard]] OpenListState state();
  /// Whether so much was replaced that the list had better be made anew.
  [[nodiscard]] bool is_worn();

  class Update;

 private:
  catalog::store::Database database_;
};

/// One transaction; undone where commit() is not reached.
class OpenListWriter::Update {
 public:
  explicit Update(OpenListWriter& writer);

  /// Forgets all.
  void clear();
  void remove(const std::string& service_id);
  /// requires: the service is not there, or was removed.
  void put(const OpenServiceRow& row);
  void commit(const OpenListState& state);

 private:
  void put_sites(const OpenServiceRow& row);
  void put_hours(std::optional<std::size_t> place, const std::vector<OpenHours>& hours);
  void put_labels(OpenLabel kind, const std::vector<std::string>& ids);

  catalog::store::Database& database_;
  catalog::store::Transaction transaction_;
  std::int64_t number_;  ///< of the last row that was put; none is given twice
  catalog::store::Statement find_number_;
  catalog::store::Statement insert_service_;
  catalog::store::Statement insert_site_;
  catalog::store::Statement insert_hours_;
  catalog::store::Statement insert_label_;
  catalog::store::Statement insert_words_;
};

}  // namespace kring::service
