#include "indexer/format/words_writer.h"

#include <cassert>

#include <fmt/format.h>

#include <xapian.h>

#include "catalog/result.h"
#include "indexer/format/words.h"

namespace kring::indexer {
namespace {

[[noreturn]] void fail(const std::string& folder, const Xapian::Error& error) {
  throw catalog::Error(
      fmt::format("Could not write the index's words to {}: {}. Check room and rights of the disk, "
                  "and run the command again.",
                  folder, error.get_msg()));
}

void add_all(char field, const std::vector<std::string>& terms, Xapian::Document& document) {
  for (const std::string& term : terms) {
    document.add_boolean_term(field + term);
  }
}

}  // namespace

struct WordsWriter::Database {
  std::string folder;
  Xapian::WritableDatabase handle;
};

WordsWriter::WordsWriter(const std::string& folder) : database_(std::make_unique<Database>()) {
  database_->folder = folder;
  try {
    database_->handle = Xapian::WritableDatabase(
        folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST);
  } catch (const Xapian::Error& error) {
    fail(folder, error);
  }
}

WordsWriter::~WordsWriter() = default;

void WordsWriter::add(std::uint32_t number, const ActivityTerms& terms) {
  try {
    Xapian::Document document;
    add_all(kNameField, terms.name, document);
    add_all(kTextField, terms.text, document);
    add_all(kPartField, terms.parts, document);
    add_all(kVenueField, terms.venue, document);
    add_all(kVenuePartField, terms.venue_parts, document);
    add_all(kSpellingField, terms.spellings, document);
    add_all(kFoldedField, terms.folded, document);
    add_all(kFoldedPartField, terms.folded_parts, document);
    add_all(kFoldedSpellingField, terms.folded_spellings, document);
    const Xapian::docid written = database_->handle.add_document(document);
    assert(written == number + 1);
    static_cast<void>(written);
    static_cast<void>(number);
  } catch (const Xapian::Error& error) {
    fail(database_->folder, error);
  }
}

void WordsWriter::finish() {
  try {
    database_->handle.commit();
    database_->handle.close();
  } catch (const Xapian::Error& error) {
    fail(database_->folder, error);
  }
}

}  // namespace kring::indexer
