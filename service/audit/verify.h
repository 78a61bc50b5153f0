// Is a trail as it was written?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/result.h"
#include "service/audit/chain.h"

namespace kring::service::audit {

/// Where a trail is broken.
struct Break {
  std::string file;
  std::size_t line = 0;  ///< from 1; 0 where it is the head record
  catalog::Text text;    ///< what is wrong there
};

struct Verdict {
  std::uint64_t first = 0;  ///< sequence of the first entry seen; 0 where there is none
  Link last;                ///< of the last entry that is in order
  std::size_t torn = 0;     ///< bytes of an unconfirmed line that a crash cut off at the end
  std::optional<Break> broken;
};

/// Reads the files of one trail, in any order, and the head record beside the newest. Throws
/// catalog::Error where a file cannot be read.
Verdict verify(std::vector<std::string> files);

}  // namespace kring::service::audit
