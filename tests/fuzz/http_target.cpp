// Is any request target read, or refused, without harm?

#include "service/http/limits.h"
#include "service/http/target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const std::optional<service::Target> target = service::parse_target(bytes);
  if (!target) return;
  expect(target->query.size() <= service::kMaxQueryParameters, "no more parameters than the limit");
  for (const std::string& segment : target->segments) {
    expect(segment != "." && segment != "..", "no segment climbs");
    expect(segment.find('\0') == std::string::npos, "no segment holds a NUL");
  }
}

}  // namespace kring::fuzz
