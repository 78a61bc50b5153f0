// How are the trail's files opened and written?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kring::service::audit {

/// An open file that is closed with this. Every function throws catalog::Error with the path, the
/// cause and the remedy.
class File {
 public:
  File() = default;
  /// For reading and writing, made where it is missing, for its owner and group alone.
  explicit File(std::string path);
  ~File();

  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Throws where another process holds it.
  void lock() const;
  [[nodiscard]] std::uint64_t size() const;
  /// At most `count` bytes from `offset`.
  [[nodiscard]] std::string read(std::uint64_t offset, std::size_t count) const;
  void write(std::uint64_t offset, std::string_view bytes) const;
  void cut(std::uint64_t size) const;
  void flush() const;  ///< data are on the disk when it returns

  /// Moves it to another name in the same folder; the folder is on the disk when it returns.
  void rename(const std::string& path);

 private:
  [[noreturn]] void fail(const char* attempt) const;

  std::string path_;
  int descriptor_ = -1;
};

}  // namespace kring::service::audit
