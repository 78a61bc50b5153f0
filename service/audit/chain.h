// How does each line of the trail hold on to the line before it?
//
// A line is a JSON object that ends in "previous", the hash of the line before, and "hash": SHA-256
// over all of the line that stands before its own hash. Who changes, removes or adds a line breaks
// the chain from there on. Who can rewrite all files and the head record can forge a whole chain:
// keep a copy of the head elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "catalog/result.h"
#include "service/audit/entry.h"

namespace kring::service::audit {

inline constexpr std::size_t kMaxLineBytes = 65'536;  ///< an entry is under 2 KiB

/// One line, as the next one knows it.
struct Link {
  std::uint64_t sequence = 0;  ///< 1 for the first line of a trail
  std::string hash;            ///< 64 hexadecimal digits

  bool operator==(const Link&) const = default;
};

/// What stands before the first line.
Link make_origin();

struct Line {
  std::string text;  ///< without its line feed
  Link link;
};
Line make_line(const Entry& entry, const Link& previous);

/// What a line says of its place in the chain.
struct ReadLine {
  Link link;
  Link previous;  ///< that it claims to follow
};

/// A problem where the text is no line, or its hash is not its own.
catalog::Result<ReadLine> read_line(std::string_view text);

}  // namespace kring::service::audit
