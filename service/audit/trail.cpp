#include "service/audit/trail.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "service/audit/head.h"

namespace kring::service::audit {
namespace {

[[noreturn]] void throw_broken(const std::string& path) {
  throw catalog::Error("The audit trail " + path
                       + " does not go with its head record. Look with: kring audit verify " + path
                       + ". Keep both files, and begin a new trail with another --audit FILE.");
}

}  // namespace

Trail::Trail(std::string path, std::uint64_t rotate_bytes)
    : path_(std::move(path)), rotate_bytes_(rotate_bytes), head_(head_path(path_)) {
  head_.lock();
  file_ = File(path_);
  recover();
}

void Trail::recover() {
  last_ = make_origin();
  if (head_.size() != 0) {
    const auto head = parse_head(head_.read(0, head_.size()));
    if (!head) throw_broken(path_);
    last_ = *head;
  }
  take_last_line();
  flushed_ = last_.sequence;
  head_.write(0, write_head(last_));
}

/// Cuts off a torn line, and goes on from the last whole one.
void Trail::take_last_line() {
  const std::uint64_t whole = file_.size();
  const std::uint64_t begin = whole - std::min<std::uint64_t>(whole, 2 * kMaxLineBytes);
  const std::string tail = file_.read(begin, whole - begin);
  const std::size_t end = tail.rfind('\n');
  size_ = end == std::string::npos ? begin : begin + end + 1;
  if (end == std::string::npos) {
    if (begin != 0) throw_broken(path_);
    file_.cut(0);
    return;
  }
  file_.cut(size_);
  const std::size_t start = end == 0 ? 0 : tail.rfind('\n', end - 1) + 1;
  const auto line = read_line(std::string_view(tail).substr(start, end - start));
  const bool goes_on = line && line->link.sequence >= last_.sequence;
  if (!goes_on || (line->link.sequence == last_.sequence && line->link != last_))
    throw_broken(path_);
  last_ = line->link;
}

void Trail::append(const Entry& entry) {
  std::uint64_t sequence = 0;
  {
    const std::lock_guard lock(write_mutex_);
    const Line line = make_line(entry, last_);
    try {
      file_.write(size_, line.text + "\n");
    } catch (const catalog::Error&) {
      file_.cut(size_);
      throw;
    }
    size_ += line.text.size() + 1;
    last_ = line.link;
    sequence = last_.sequence;
  }
  flush_up_to(sequence);
}

void Trail::flush_up_to(std::uint64_t sequence) {
  const std::lock_guard flush_lock(flush_mutex_);
  if (flushed_ >= sequence) return;
  Link written;
  std::uint64_t size = 0;
  {
    const std::lock_guard lock(write_mutex_);
    written = last_;
    size = size_;
  }
  file_.flush();
  head_.write(0, write_head(written));
  flushed_ = written.sequence;
  if (size >= rotate_bytes_) rotate();
}

/// requires: flush_mutex_ is held.
void Trail::rotate() {
  const std::lock_guard lock(write_mutex_);
  file_.flush();
  head_.write(0, write_head(last_));
  head_.flush();
  flushed_ = last_.sequence;
  const std::string full = fmt::format("{}.{:020}", path_, last_.sequence);
  const File full_head(head_path(full));
  full_head.write(0, write_head(last_));
  full_head.flush();
  file_.rename(full);
  file_ = File(path_);
  size_ = 0;
}

}  // namespace kring::service::audit
