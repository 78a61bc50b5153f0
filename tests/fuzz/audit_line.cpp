// Is any line of an audit trail, and any head record, read or refused without harm?
#include <string>

#include "service/audit/chain.h"
#include "service/audit/head.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  namespace audit = service::audit;
  if (const auto head = audit::parse_head(bytes))
    expect(audit::write_head(*head) == bytes, "a head record is read in one way only");
  if (const auto line = audit::read_line(bytes)) {
    expect(line->link.sequence == line->previous.sequence + 1, "a line follows one other");
    std::string changed(bytes);
    changed.front() = static_cast<char>(changed.front() ^ 1);
    expect(!audit::read_line(changed), "a changed line is refused");
  }
}

}  // namespace kring::fuzz
