// How is a body unpacked that came in gzip?
//
// Not by the library that fetches: it takes a stream that ends halfway for a whole one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kring::catalog::feeds {

enum class Unpacking : std::uint8_t {
  kWhole,
  kCut,       ///< the packing ends before its end, or its check sum is wrong
  kTooLarge,  ///< the text passes the limit
};

struct Unpacked {
  Unpacking outcome = Unpacking::kWhole;
  std::string text;  ///< "" unless whole
};

/// Unpacks at most `limit` bytes, whatever the packing promises.
Unpacked unpack_gzip(std::string_view packed, std::size_t limit);

}  // namespace kring::catalog::feeds
