// What of a table or a nested record may a catalogue not keep: what tells of persons, and licensed
// codes?
#pragma once

#include <cstddef>
#include <string_view>

#include "catalog/formats/feed.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// What was left out of one feed.
struct Withheld {
  std::size_t persons = 0;   ///< cells or members
  std::size_t licensed = 0;  ///< terms or codes
};

/// Takes out of a row of the HSDS table `table` what tells of a person: of a contact with a name
/// the name, title and e-mail address; a contact without a name is a role, and stays. Counts the
/// cells.
void withhold_persons(std::string_view table, Json& row, Withheld& withheld);

/// A nested HSDS object without what withhold_persons takes out of the rows in it, wherever they
/// stand: contacts of the service, its places and its organisation too. Counts each time that a row
/// stands there.
Json without_persons(const Json& service, Withheld& withheld);

/// Whether `term` is of the AIRS or 211 taxonomy, which may not be passed on: told by its scheme's
/// name or by the shape of its code ("BD-1800.2000-640").
bool is_licensed_term(const Json& term);
bool is_licensed_code(std::string_view code);

/// One warning of each kind that was left out, on the feed's file `file`.
void report_withheld(const Withheld& withheld, const std::string& file, FeedSink& sink);

}  // namespace kring::catalog::formats
