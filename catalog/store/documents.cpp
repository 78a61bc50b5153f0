#include "catalog/store/documents.h"

#include "catalog/store/revisions.h"

namespace kring::catalog::store {

namespace {

std::string kind_name(DocumentKind kind) {
  return kind == DocumentKind::kVocabulary ? "vocabulary" : "weights";
}

}  // namespace

NumberedDocument find_document(Database& database, DocumentKind kind) {
  Statement select(database, "SELECT revision, body FROM document WHERE kind = ?");
  select.bind(1, kind_name(kind));
  if (!select.step()) {
    return {};
  }
  return {Revision{select.integer(0)}, select.text(1)};
}

void put_document(Database& database,
                  DocumentKind kind,
                  const std::string& text,
                  const Author& author) {
  const NumberedDocument present = find_document(database, kind);
  if (present.revision.number != 0 && present.text == text) {
    return;
  }
  const Revision revision = RevisionLog(database, author).append({"", "", kind_name(kind), {}});
  Statement update(database, "UPDATE document SET revision = ?, body = ? WHERE kind = ?");
  if (update.bind(1, revision.number).bind(2, text).bind(3, kind_name(kind)).run() > 0) {
    return;
  }
  Statement insert(database, "INSERT INTO document (revision, body, kind) VALUES (?, ?, ?)");
  insert.bind(1, revision.number).bind(2, text).bind(3, kind_name(kind)).run();
}

}  // namespace kring::catalog::store
