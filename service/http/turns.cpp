#include "service/http/turns.h"

#include <utility>

namespace kring::service {

void Turns::add(ClientId client, Work work) {
  const std::lock_guard lock(mutex_);
  const auto [line, is_new] = by_client_.try_emplace(client);
  if (is_new) line->second = lines_.insert(lines_.end(), Line{client, {}});
  line->second->waiting.push_back({Clock::now(), std::move(work)});
}

Turns::Work Turns::take() {
  const std::lock_guard lock(mutex_);
  Line& line = lines_.front();
  Work work = std::move(line.waiting.front().work);
  line.waiting.pop_front();
  if (line.waiting.empty()) {
    by_client_.erase(line.client);
    lines_.pop_front();
  } else {
    lines_.splice(lines_.end(), lines_, lines_.begin());
  }
  return work;
}

bool Turns::is_behind(ClientId client, std::size_t most, std::chrono::milliseconds longest) const {
  const std::lock_guard lock(mutex_);
  const auto line = by_client_.find(client);
  if (line == by_client_.end()) return false;
  const std::deque<Waiting>& waiting = line->second->waiting;
  return waiting.size() >= most || Clock::now() - waiting.front().since >= longest;
}

}  // namespace kring::service
