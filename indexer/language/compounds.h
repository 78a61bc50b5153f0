// Of which words is a Dutch compound made?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::indexer {

/// The parts of a folded word, the head last: "koffieochtend" -> koffie, ochtend; "dorpshuis" ->
/// dorp, huis. Linking -s-, -e- and -en- belong to no part. Empty where the word is no compound
/// that Kring knows: its head must stand in lexicon/heads.txt, what stands before it must be a
/// Dutch word (the list of OpenTaal, revised BSD licence, of Debian's package wdutch), and the
/// whole must not be a word whose meaning its parts do not tell (lexicon/wholes.txt:
/// "vrijwilliger", "huiskamer"). Pure and thread-safe.
std::vector<std::string> split_compound(std::string_view folded);

/// Whether the list has the folded word, of three letters or more, as an ordinary word (not as a
/// name). Pure and thread-safe.
bool is_dutch_word(std::string_view folded);

}  // namespace kring::indexer
