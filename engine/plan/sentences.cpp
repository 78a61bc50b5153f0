#include "engine/plan/sentences.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "catalog/embedded.h"
#include "catalog/json.h"

namespace kring::engine {

std::span<const catalog::EmbeddedFile> sentence_files();  // of kring_embed_folder()

namespace {

using catalog::Json;

constexpr std::string_view kIsolate = "\u2068";     // FIRST STRONG ISOLATE
constexpr std::string_view kEndIsolate = "\u2069";  // POP DIRECTIONAL ISOLATE

std::string text_of(const Json& json) {
  return std::string(json.string().value_or(""));
}

std::vector<std::string> texts_of(const Json& json) {
  std::vector<std::string> texts;
  for (const Json& entry : json.array())
    texts.push_back(text_of(entry));
  return texts;
}

std::array<Filling, 4> parts_of(catalog::Date date,
                                const std::vector<std::string>& weekdays,
                                const std::vector<std::string>& months) {
  const std::chrono::year_month_day parts{date};
  return {{{"weekday", weekdays.at(static_cast<std::size_t>(catalog::weekday_index(date)))},
           {"day", std::to_string(static_cast<unsigned>(parts.day()))},
           {"month", months.at(static_cast<unsigned>(parts.month()) - 1)},
           {"year", std::to_string(static_cast<int>(parts.year()))}}};
}

// The pattern with `{name}` replaced by what `filling_of(name)` gives.
template <class FillingOf>
std::string replace_braces(std::string_view pattern, FillingOf filling_of) {
  std::string filled;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    filled.append(pattern.substr(0, open));
    pattern.remove_prefix(open);
    if (pattern.empty()) break;
    const std::size_t close = pattern.find('}');
    assert(close != std::string_view::npos);
    filled.append(filling_of(pattern.substr(1, close - 1)));
    pattern.remove_prefix(close + 1);
  }
  return filled;
}

std::string find_filling(std::span<const Filling> fillings, std::string_view name) {
  const auto found = std::find_if(fillings.begin(), fillings.end(),
                                  [name](const Filling& filling) { return filling.first == name; });
  assert(found != fillings.end());
  return found == fillings.end() ? std::string() : found->second;
}

}  // namespace

Sentences::Sentences(std::string_view language, std::string_view document, std::string_view variant)
    : language_(language) {
  const auto read = catalog::parse_json(document);
  assert(read);
  const Json& json = read.value();
  is_right_to_left_ = json["language"]["direction"].string() == "rtl";
  is_checked_ = json["language"]["is_checked"].boolean().value_or(false);
  weekdays_ = texts_of(json["weekdays"]);
  months_ = texts_of(json["months"]);
  day_ = text_of(json["day"]);
  day_and_year_ = text_of(json["day_and_year"]);
  for (const auto& [key, sentence] : json["sentences"].object())
    sentences_.emplace(key, text_of(sentence));
  for (const auto& [key, sentence] : json["variants"][variant].object())
    sentences_.insert_or_assign(key, text_of(sentence));
  for (const auto& [id, wish] : json["wishes"].object())
    wishes_.emplace(id, text_of(wish));
}

std::string Sentences::fill(std::string_view pattern, std::span<const Filling> fillings) const {
  return replace_braces(pattern, [&](std::string_view name) {
    std::string value = find_filling(fillings, name);
    if (!is_right_to_left_) return value;
    return std::string(kIsolate).append(value).append(kEndIsolate);
  });
}

std::string Sentences::say(std::string_view key, std::initializer_list<Filling> fillings) const {
  const auto found = sentences_.find(key);
  assert(found != sentences_.end());
  return fill(found->second, {fillings.begin(), fillings.size()});
}

std::optional<std::string> Sentences::find_wish(std::string_view concept_id) const {
  const auto found = wishes_.find(concept_id);
  return found == wishes_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Sentences::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, sentence] : sentences_)
    keys.push_back(key);
  return keys;
}

std::string Sentences::day(catalog::Date date) const {
  const auto parts = parts_of(date, weekdays_, months_);
  return replace_braces(day_, [&](std::string_view name) { return find_filling(parts, name); });
}

std::string Sentences::day_and_year(catalog::Date date) const {
  const auto parts = parts_of(date, weekdays_, months_);
  return replace_braces(day_and_year_,
                        [&](std::string_view name) { return find_filling(parts, name); });
}

std::span<const std::string_view> sheet_languages() {
  static const std::vector<std::string_view> kLanguages = [] {
    std::vector<std::string_view> languages;
    for (const catalog::EmbeddedFile& file : sentence_files())
      languages.push_back(file.name);
    std::stable_partition(languages.begin(), languages.end(),
                          [](std::string_view language) { return language == "nl"; });
    return languages;
  }();
  return kLanguages;
}

const Sentences& sentences_in(std::string_view language, FormOfAddress form) {
  using Key = std::pair<std::string_view, FormOfAddress>;
  static const std::map<Key, Sentences> kSentences = [] {
    std::map<Key, Sentences> sentences;
    for (const auto& [name, document] : sentence_files()) {
      sentences.emplace(Key{name, FormOfAddress::kU}, Sentences(name, document));
      sentences.emplace(Key{name, FormOfAddress::kJe}, Sentences(name, document, "je"));
    }
    return sentences;
  }();
  const auto found = kSentences.find({language, form});
  assert(found != kSentences.end());
  return found->second;
}

}  // namespace kring::engine
