// How do bytes come to a fuzz target, and how does it say that a promise is broken?
//
// A target is one file that defines read(). It is linked with libfuzzer_entry.cpp, where libFuzzer
// makes up the bytes, or with replay.cpp, which reads files.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kring::fuzz {

/// Gives `bytes` to the code that the target is about. Any bytes will do: what users may send wrong
/// is a Result there, so that an exception is a fault as well.
void read(std::string_view bytes);

/// Ends the program with the words of `promise` where it does not hold.
void expect(bool holds, std::string_view promise);

inline constexpr char kFieldSeparator = '\x1f';  ///< no text of a person or a record holds it

/// The parts of `bytes` between separators, `count` of them: the last has the rest, and those that
/// are missing are empty.
std::vector<std::string_view> split_fields(std::string_view bytes, std::size_t count);

}  // namespace kring::fuzz
