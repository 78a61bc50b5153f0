#include "catalog/feeds/unpack.h"

#include <array>
#include <limits>
#include <utility>

#include <zlib.h>

namespace kring::catalog::feeds {

namespace {

constexpr int kGzipWindow = 16 + MAX_WBITS;  // zlib's way to say gzip
constexpr std::size_t kChunkBytes = 65'536;

/// A running inflation, ended with it.
class Inflation {
 public:
  explicit Inflation(std::string_view packed) {
    // The library does not write to its input, though its type says so.
    stream_.next_in = reinterpret_cast<Bytef*>(  // NOLINT(*-reinterpret-cast): bytes are bytes
        const_cast<char*>(packed.data()));       // NOLINT(*-const-cast)
    stream_.avail_in = static_cast<uInt>(packed.size());
    is_ready_ = inflateInit2(&stream_, kGzipWindow) == Z_OK;
  }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;
  Inflation(Inflation&&) = delete;
  Inflation& operator=(Inflation&&) = delete;
  ~Inflation() { inflateEnd(&stream_); }

  /// Appends what fits into a chunk; the library's code.
  int run(std::string& text) {
    if (!is_ready_) return Z_DATA_ERROR;
    stream_.next_out =
        reinterpret_cast<Bytef*>(chunk_.data());  // NOLINT(*-reinterpret-cast): likewise
    stream_.avail_out = static_cast<uInt>(chunk_.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    text.append(chunk_.data(), chunk_.size() - stream_.avail_out);
    return code;
  }

 private:
  z_stream stream_{};
  std::array<char, kChunkBytes> chunk_{};
  bool is_ready_ = false;
};

}  // namespace

Unpacked unpack_gzip(std::string_view packed, std::size_t limit) {
  if (packed.size() > std::numeric_limits<uInt>::max()) return {Unpacking::kTooLarge, ""};
  Inflation inflation(packed);
  std::string text;
  int code = Z_OK;
  while (code == Z_OK) {
    code = inflation.run(text);
    if (text.size() > limit) return {Unpacking::kTooLarge, ""};
  }
  if (code != Z_STREAM_END) return {Unpacking::kCut, ""};
  return {Unpacking::kWhole, std::move(text)};
}

}  // namespace kring::catalog::feeds
