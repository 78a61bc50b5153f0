#include "catalog/formats/feed_parts.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kring::catalog {

void HeldParts::put(const FeedPart& part) {
  take(part.key);
  for (const std::string& name : part.names)
    whole_of_[name] = part.key;
  if (!part.whole.empty()) parts_of_[part.whole].push_back(part.key);
  parts_.emplace(part.key, part);
}

std::optional<FeedPart> HeldParts::take(const std::string& key) {
  const auto found = parts_.find(key);
  if (found == parts_.end()) return std::nullopt;
  FeedPart part = std::move(found->second);
  parts_.erase(found);
  for (const std::string& name : part.names) {
    const auto whole = whole_of_.find(name);
    if (whole != whole_of_.end() && whole->second == key) whole_of_.erase(whole);
  }
  if (!part.whole.empty()) std::erase(parts_of_[part.whole], key);
  return part;
}

std::optional<FeedPart> HeldParts::find_whole(const std::string& name) {
  const auto found = whole_of_.find(name);
  return found == whole_of_.end() ? std::nullopt : std::optional(parts_.at(found->second));
}

std::vector<FeedPart> HeldParts::parts_of(const std::string& name) {
  std::vector<FeedPart> parts;
  const auto found = parts_of_.find(name);
  if (found == parts_of_.end()) return parts;
  for (const std::string& key : found->second)
    parts.push_back(parts_.at(key));
  std::sort(parts.begin(), parts.end(), [](const FeedPart& left, const FeedPart& right) {
    return std::tie(left.modified, left.key) < std::tie(right.modified, right.key);
  });
  return parts;
}

}  // namespace kring::catalog
