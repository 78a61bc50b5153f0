// Which records of a feed are ones that the source had under another id?
//
// A feed that numbers its records anew would else end every activity and begin it again, and
// whoever holds an id would hold a tombstone. A record is known again where name, organisation,
// venues and schedules are the same, or, where it tells neither of these, description, phones,
// e-mail and area, and no other record, old or new, has the same ones.
#pragma once

#include <string>

#include "catalog/store/database.h"

namespace kring::catalog::store {

/// Gives rows of `source` that are listed in the temporary table `going` (feed_key) the key of the
/// staged record that is the same under a new key. Afterwards the temporary table `renamed`
/// (feed_key) holds the new keys, and `going` the rows that are left. To be used within one
/// transaction, before staged records are merged.
void keep_ids_of_renamed(Database& database, const std::string& source);

}  // namespace kring::catalog::store
