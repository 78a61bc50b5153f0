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
  std::size_t persons = 0;   ///< cells, members or phone numbers
  std::size_t licensed = 0;  ///< terms or codes
};

/// Takes out of a row of the HSDS table `table` what tells of a person: of a contact with a name
/// the name, title and e-mail address, and where it names no department either the mobile numbers
/// (06…) of the `phones` in it, which are the person's own. A contact without a name is a role, and
/// stays. Counts what was taken out.
void withhold_persons(std::string_view table, Json& row, Withheld& withheld);

/// A nested HSDS object without what withhold_persons takes out of the rows in it and without
/// licensed terms, wherever they stand: of the service, its places and its organisation. Counts
/// each time that one stands there.
Json without_withheld(const Json& service, Withheld& withheld);

/// Whether an attribute names a term of the AIRS or 211 taxonomy, which may not be passed on: told
/// by the name of the term's scheme or by the shape of its code ("BD-1800.2000-640").
bool names_licensed_term(const Json& attribute);

/// One warning of each kind that was left out, on the feed's file `file`.
void report_withheld(const Withheld& withheld, const std::string& file, FeedSink& sink);

}  // namespace kring::catalog::formats
