#include "indexer/format/features.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "catalog/result.h"

namespace kring::indexer {
namespace {

constexpr double kMillion = 1e6;

// The one list of columns: their names on disk beside their members.
template <class Table, class Visit>
void for_each_column(Table& table, Visit visit) {
  visit("live", table.live);
  visit("last_day", table.last_day);
  visit("min_age", table.min_age);
  visit("max_age", table.max_age);
  visit("group_size", table.group_size);
  visit("cost", table.cost);
  visit("waiting", table.waiting);
  visit("referral", table.referral);
  visit("gender", table.gender);
  visit("recurrence", table.recurrence);
  visit("remarks", table.remarks);
  visit("doubts", table.doubts);
  visit("verified", table.verified);
  visit("flags", table.flags);
  visit("strong_low", table.strong_low);
  visit("strong_high", table.strong_high);
  visit("weak_low", table.weak_low);
  visit("weak_high", table.weak_high);
  visit("kinds", table.kinds);
  visit("offers", table.offers);
  visit("fold_key", table.fold_key);
  visit("organization", table.organization);
  visit("organization_id", table.organization_id);
  visit("area_begin", table.area_begin);
  visit("language_begin", table.language_begin);
  visit("site_begin", table.site_begin);
  visit("area_hash", table.area_hash);
  visit("area_kind", table.area_kind);
  visit("language", table.language);
  visit("site", table.site);
  visit("latitude", table.latitude);
  visit("longitude", table.longitude);
  visit("attendance", table.attendance);
  visit("access_yes", table.access_yes);
  visit("access_no", table.access_no);
  visit("has_schedule", table.has_schedule);
  visit("session_begin", table.session_begin);
  visit("venue", table.venue);
  visit("postcode", table.postcode);
  visit("postcode4", table.postcode4);
  visit("given_latitude", table.given_latitude);
  visit("given_longitude", table.given_longitude);
  visit("session_start", table.session_start);
  visit("session_minutes", table.session_minutes);
  visit("session_offset", table.session_offset);
}

void check_list(std::span<const std::uint32_t> begins,
                std::size_t owners,
                std::size_t elements,
                const char* name) {
  bool is_sound = begins.size() == owners + 1 && begins.front() == 0 && begins.back() == elements;
  for (std::size_t i = 1; is_sound && i < begins.size(); ++i) {
    is_sound = begins[i - 1] <= begins[i];
  }
  if (!is_sound) {
    throw catalog::Error(
        std::string("The index is damaged: its list ") + name
        + " points outside. Build it anew: kring index --catalog FILE.db --index DIR --rebuild");
  }
}

}  // namespace

std::vector<ColumnData> columns_of(const FeatureTable& table) {
  std::vector<ColumnData> columns;
  for_each_column(table, [&columns](const char* name, const auto& column) {
    columns.push_back({name, sizeof(column[0]), std::as_bytes(std::span(column))});
  });
  return columns;
}

FeatureColumns features_of(const ColumnFile& file) {
  FeatureColumns table;
  for_each_column(table, [&file]<class T>(const char* name, std::span<const T>& column) {
    const std::span<const std::byte> bytes = file.column(name, sizeof(T));
    column = {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  });
  const std::size_t activities = table.live.size();
  check_list(table.site_begin, activities, table.site.size(), "site_begin");
  check_list(table.area_begin, activities, table.area_hash.size(), "area_begin");
  check_list(table.language_begin, activities, table.language.size(), "language_begin");
  check_list(table.session_begin, table.site.size(), table.session_start.size(), "session_begin");
  return table;
}

std::uint32_t pack_language(std::string_view tag) {
  std::uint32_t packed = 0;
  for (const char letter : tag.substr(0, 4)) {
    if (std::isalpha(static_cast<unsigned char>(letter)) == 0) break;
    packed =
        packed << 8U | static_cast<std::uint32_t>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return packed;
}

std::string unpack_language(std::uint32_t packed) {
  std::string tag;
  for (; packed != 0; packed >>= 8U) {
    tag.insert(tag.begin(), static_cast<char>(packed & 0xFFU));
  }
  return tag;
}

std::int32_t pack_degrees(double degrees) {
  return static_cast<std::int32_t>(std::lround(std::clamp(degrees, -180.0, 180.0) * kMillion));
}

double unpack_degrees(std::int32_t packed) {
  return packed / kMillion;
}

}  // namespace kring::indexer
