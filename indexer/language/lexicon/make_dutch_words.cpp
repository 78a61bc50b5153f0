// Which Dutch words are there? Writes the sorted hashes of a word list for compounds.cpp to read.
//
//   make_dutch_words /usr/share/dict/dutch OUT
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/language/lexicon/word_hash.h"

namespace {

constexpr std::size_t kMinLetters = 3;
constexpr std::size_t kMaxLetters = 24;

// Words of plain small letters: names, abbreviations and accented forms are no modifiers.
bool is_plain(const std::string& word) {
  return word.size() >= kMinLetters && word.size() <= kMaxLetters
         && std::all_of(word.begin(), word.end(),
                        [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "Usage: make_dutch_words WORDS OUT\n";
    return 2;
  }
  std::ifstream words(argv[1]);
  std::vector<std::uint32_t> hashes;
  for (std::string word; std::getline(words, word);) {
    if (is_plain(word)) hashes.push_back(kring::indexer::hash_of_word(word));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  std::ofstream out(argv[2], std::ios::binary);
  out.write(reinterpret_cast<const char*>(hashes.data()),
            static_cast<std::streamsize>(hashes.size() * sizeof(std::uint32_t)));
  if (hashes.empty() || !out.flush()) {
    std::cerr << "make_dutch_words: cannot turn " << argv[1] << " into " << argv[2] << "\n";
    return 1;
  }
  return 0;
}
