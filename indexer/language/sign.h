// What is a sign in a text called, and by which key does a model know it?
//
// A sign's name is joined from a few pieces ("kom" " " "langs"), and so is its key from theirs: a
// model looks a sign up without its name being written out.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kring::indexer {

/// A hash of a text; that of two texts one after another is the sum of theirs. Two texts may share
/// one, which among a model's 130,000 signs none do.
class SignKey {
 public:
  constexpr SignKey() = default;
  constexpr explicit SignKey(std::string_view text) {
    for (const char letter : text) {
      hash_ = hash_ * kBase + static_cast<unsigned char>(letter) + 1;
      scale_ *= kBase;
    }
  }

  friend constexpr SignKey operator+(SignKey first, SignKey second) {
    SignKey sum;
    sum.hash_ = first.hash_ * second.scale_ + second.hash_;
    sum.scale_ = first.scale_ * second.scale_;
    return sum;
  }

  [[nodiscard]] constexpr std::uint64_t value() const { return hash_; }

 private:
  static constexpr std::uint64_t kBase = 0x9E37'79B9'7F4A'7C15U;  // odd: 2^64 by the golden ratio

  std::uint64_t hash_ = 0;   // a polynomial of the letters in kBase, modulo 2^64
  std::uint64_t scale_ = 1;  // kBase to the power of how many letters
};

/// A part of a sign's name, with its key. It refers to the text it was made of.
struct SignPiece {
  std::string_view text;
  SignKey key;

  constexpr SignPiece() = default;
  constexpr explicit SignPiece(std::string_view whole) : text(whole), key(whole) {}
  /// requires: `known` is the key of `whole`.
  constexpr SignPiece(std::string_view whole, SignKey known) : text(whole), key(known) {}
};

/// What a text shows. It refers to the text of its pieces.
class Sign {
 public:
  constexpr explicit Sign(SignPiece first, SignPiece second = {}, SignPiece third = {})
      : pieces_{first.text, second.text, third.text},
        key_((first.key + second.key + third.key).value()) {}

  [[nodiscard]] constexpr std::uint64_t key() const { return key_; }

  /// As a file of weights has it ("kom langs").
  [[nodiscard]] std::string name() const {
    std::string name;
    for (const std::string_view piece : pieces_) {
      name += piece;
    }
    return name;
  }

 private:
  std::array<std::string_view, 3> pieces_;
  std::uint64_t key_;
};

}  // namespace kring::indexer
