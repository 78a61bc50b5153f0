#include "catalog/formats/text_encoding.h"

#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <type_traits>

#include <iconv.h>

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kStep = 16'384;  ///< bytes of one piece of output

struct CloseConverter {
  void operator()(iconv_t converter) const { iconv_close(converter); }
};

/// iconv from one encoding to UTF-8, one text at a time.
class Converter {
 public:
  explicit Converter(const char* encoding) : handle_(::iconv_open("UTF-8", encoding)) {}

  /// A byte without a meaning becomes `substitute`.
  std::string convert(std::string_view bytes, char substitute) {
    // iconv's signature has no const, but its input is only read.
    char* input = const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    std::size_t left = bytes.size();
    std::string text;
    std::array<char, kStep> piece{};
    while (left > 0) {
      char* output = piece.data();
      std::size_t room = piece.size();
      const std::size_t done = ::iconv(handle_.get(), &input, &left, &output, &room);
      text.append(piece.data(), piece.size() - room);
      const bool is_stuck = done == static_cast<std::size_t>(-1) && errno != E2BIG;
      if (is_stuck) {
        text += substitute;
        ++input;
        --left;
      }
    }
    return text;
  }

 private:
  std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter> handle_;
};

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
  return Converter("WINDOWS-1252").convert(bytes, '?');
}

}  // namespace kring::catalog::formats
