#include "indexer/language/danger_reading.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

namespace kring::indexer {
namespace {

constexpr std::size_t kDenialTokens = 5;  // before a signal in which a denial counts

// A year before `this_year`, as a number: "in 2019".
bool is_past_year(const Token& token, int this_year) {
  static constexpr int kFirst = 1940;
  const int number = token.hundredths / 100;
  return token.kind == CutKind::kNumber && token.hundredths % 100 == 0 && number >= kFirst
         && number < this_year;
}

bool is_break(const Token& token) {
  static constexpr std::array<std::string_view, 8> kBreaks = {",",   "maar", "en",  "want",
                                                              "dus", "but",  "and", ":"};
  return token.kind == CutKind::kStop
         || std::find(kBreaks.begin(), kBreaks.end(), token.form->folded) != kBreaks.end();
}

// Those that begin in `range`; hits stand by begin.
std::span<const PatternHit> hits_in(const std::vector<PatternHit>& hits, SentenceRange range) {
  const auto is_before = [](const PatternHit& hit, std::size_t begin) { return hit.begin < begin; };
  const auto first = std::lower_bound(hits.begin(), hits.end(), range.begin, is_before);
  return {first, std::lower_bound(first, hits.end(), range.end, is_before)};
}

bool is_passive(const Token& token) {
  static constexpr std::array<std::string_view, 4> kPassive = {"wordt", "worden", "is", "werd"};
  return std::find(kPassive.begin(), kPassive.end(), token.form->folded) != kPassive.end();
}

}  // namespace

DangerReading::DangerReading(const std::vector<Token>& tokens, catalog::Date today)
    : tokens_(tokens),
      this_year_(static_cast<int>(std::chrono::year_month_day(today).year())),
      signals_(danger_phrases().find(tokens)),
      undoes_(danger_undoes().find(tokens)) {}

bool DangerReading::tells_danger() const {
  return std::any_of(signals_.begin(), signals_.end(),
                     [this](const PatternHit& signal) { return is_present(signal); });
}

std::vector<std::string_view> DangerReading::marks_in(SentenceRange sentence) const {
  static constexpr std::array<std::string_view, 7> kNames = {
      "?denies", "?past", "?goes_on", "?other", "?idiom", "?fiction", "?mourns"};
  std::vector<std::string_view> marks;
  for (const PatternHit& signal : hits_in(signals_, sentence)) {
    marks.push_back(is_present(signal) ? "?told" : "?undone");
  }
  for (const PatternHit& undo : hits_in(undoes_, sentence)) {
    marks.push_back(kNames[undo.rule]);
  }
  return marks;
}

bool DangerReading::is_present(const PatternHit& signal) const {
  const SentenceRange sentence = sentence_at(signal.begin);
  if (has_covering(signal) || has_in(kFiction, sentence)) return false;
  if (is_denied(signal) || is_about_other(signal, sentence)) return false;
  const bool was = has_in(kPast, sentence) || has_past_year(sentence);
  return !was || has_in(kGoesOn, sentence);
}

SentenceRange DangerReading::sentence_at(std::size_t token) const {
  SentenceRange sentence{token, token};
  while (sentence.begin > 0 && tokens_[sentence.begin - 1].kind != CutKind::kStop) {
    --sentence.begin;
  }
  while (sentence.end < tokens_.size() && tokens_[sentence.end].kind != CutKind::kStop) {
    ++sentence.end;
  }
  return sentence;
}

bool DangerReading::has_in(DangerUndo undo, SentenceRange range) const {
  const std::span<const PatternHit> hits = hits_in(undoes_, range);
  return std::any_of(hits.begin(), hits.end(), [=](const PatternHit& hit) {
    return hit.rule == undo && hit.end <= range.end;
  });
}

bool DangerReading::has_past_year(SentenceRange range) const {
  const auto first = tokens_.begin();
  return std::any_of(first + static_cast<std::ptrdiff_t>(range.begin),
                     first + static_cast<std::ptrdiff_t>(range.end),
                     [this](const Token& token) { return is_past_year(token, this_year_); });
}

bool DangerReading::has_covering(const PatternHit& signal) const {
  return std::any_of(undoes_.begin(), undoes_.end(), [&signal](const PatternHit& hit) {
    return hit.rule == kIdiom && overlaps(hit, signal);
  });
}

// A denial near before it, in the same clause.
bool DangerReading::is_denied(const PatternHit& signal) const {
  std::size_t begin = signal.begin;
  while (begin > 0 && signal.begin - begin < kDenialTokens && !is_break(tokens_[begin - 1])) {
    --begin;
  }
  return has_in(kDenies, {begin, signal.begin});
}

// Someone else is spoken of before it. Violence is done by someone else: only who is said to
// suffer it, "mijn buurvrouw wordt geslagen", is another.
bool DangerReading::is_about_other(const PatternHit& signal, SentenceRange sentence) const {
  if (signal.rule == kOneself)
    return has_in(kOther, {sentence.begin, signal.end}) || has_in(kMourns, sentence);
  return is_passive(tokens_[signal.begin])
         && std::any_of(undoes_.begin(), undoes_.end(), [&signal](const PatternHit& hit) {
              return hit.rule == kOther && hit.end == signal.begin;
            });
}

}  // namespace kring::indexer
