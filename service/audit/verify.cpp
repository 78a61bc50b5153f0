#include "service/audit/verify.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "service/audit/head.h"

namespace kring::service::audit {
namespace {

std::ifstream open_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw catalog::Error("The audit trail's file " + path
                         + " cannot be read. Check the path and its access rights.");
  }
  return file;
}

struct TextLine {
  std::string text;
  bool is_whole = false;  ///< ends in a line feed
};

/// The next line, at most one byte longer than a line may be; absent at the end.
std::optional<TextLine> read_text_line(std::ifstream& file) {
  TextLine line;
  char c = 0;
  while (line.text.size() <= kMaxLineBytes && file.get(c)) {
    if (c == '\n') {
      line.is_whole = true;
      return line;
    }
    line.text += c;
  }
  if (line.text.empty()) return std::nullopt;
  return line;
}

/// By which the files are put in order; 0 where the first line is none. An empty file is the
/// newest: the one before was full.
std::uint64_t find_first_sequence(const std::string& path) {
  std::ifstream file = open_file(path);
  const auto line = read_text_line(file);
  if (!line) return std::numeric_limits<std::uint64_t>::max();
  const auto read = read_line(line->text);
  return read ? read->link.sequence : 0;
}

/// Follows one chain through its files.
class Follower {
 public:
  explicit Follower(std::optional<Link> head) : head_(std::move(head)) {}

  /// Stops at the first line that is not in order.
  void read(const std::string& path, bool is_newest) {
    std::ifstream file = open_file(path);
    std::size_t number = 0;
    while (const auto line = read_text_line(file)) {
      ++number;
      const bool is_torn = !line->is_whole && is_newest && line->text.size() <= kMaxLineBytes;
      if (is_torn) {
        verdict_.torn = line->text.size();
        return;
      }
      if (const auto fault = find_fault(*line)) {
        verdict_.broken = Break{path, number, *fault};
        return;
      }
    }
  }

  Verdict finish(const std::string& newest) {
    if (verdict_.broken) return std::move(verdict_);
    const std::string path = head_path(newest);
    if (!head_) {
      verdict_.broken = Break{
          path,
          0,
          {"het kopbestand ontbreekt of is geen kopbestand; of de staart er nog is, is niet na te "
           "gaan",
           "the head record is missing or is none; whether the tail is still there cannot be "
           "told"}};
    } else if (head_->sequence > verdict_.last.sequence) {
      verdict_.broken =
          Break{newest,
                0,
                {fmt::format("de staart ontbreekt: regel {} is de laatste, en er waren er {}",
                             verdict_.last.sequence, head_->sequence),
                 fmt::format("the tail is missing: entry {} is the last, and there were {}",
                             verdict_.last.sequence, head_->sequence)}};
    } else if (!has_met_head_ && head_->sequence != 0) {
      verdict_.broken = Break{
          path,
          0,
          {"het kopbestand hoort niet bij dit spoor", "the head record is not of this trail"}};
    }
    return std::move(verdict_);
  }

  [[nodiscard]] bool is_broken() const { return verdict_.broken.has_value(); }

 private:
  std::optional<catalog::Text> find_fault(const TextLine& line) {
    const auto read = line.is_whole ? read_line(line.text) : read_line("");
    if (!read) return read.error().front().text;
    const bool is_first = verdict_.first == 0;
    const bool begins_later = is_first && read->link.sequence != 1;
    if (!begins_later && read->previous != verdict_.last) {
      return catalog::Text{"deze regel volgt niet op de vorige: er is iets weg, bij of verplaatst",
                           "this entry does not follow the one before: something is gone, added "
                           "or moved"};
    }
    if (is_first) verdict_.first = read->link.sequence;
    verdict_.last = read->link;
    if (head_ == read->link) has_met_head_ = true;
    return std::nullopt;
  }

  const std::optional<Link> head_;
  bool has_met_head_ = false;
  Verdict verdict_{0, make_origin(), 0, std::nullopt};
};

std::optional<Link> load_head(const std::string& newest) {
  std::ifstream file(head_path(newest), std::ios::binary);
  static constexpr std::size_t kMost = 256;  // more than any head record has
  std::string text(kMost, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return parse_head(text);
}

}  // namespace

Verdict verify(std::vector<std::string> files) {
  std::stable_sort(files.begin(), files.end(),
                   [](const std::string& one, const std::string& other) {
                     return find_first_sequence(one) < find_first_sequence(other);
                   });
  const std::string newest = files.empty() ? "" : files.back();
  Follower follower(load_head(newest));
  for (const std::string& path : files) {
    if (!follower.is_broken()) follower.read(path, path == newest);
  }
  return follower.finish(newest);
}

}  // namespace kring::service::audit
