#include "indexer/segment_writer.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <set>

#include "indexer/format/files.h"
#include "indexer/format/segment.h"
#include "indexer/format/words_writer.h"

namespace kring::indexer {
namespace {

constexpr double kStripDegrees = 0.009;  // one kilometre of latitude

int strip_of(catalog::Point point) {
  return static_cast<int>(std::floor(point.latitude / kStripDegrees));
}

void append_record(const Record& record, RecordColumns& columns) {
  columns.ids += record.activity.id.value;
  columns.records += write_record(record);
  columns.record_begin.push_back(columns.records.size());
}

std::string name_text(const catalog::Activity& activity) {
  std::string text = activity.name;
  for (const std::string& tag : activity.tags) {
    text += " . " + tag;
  }
  return text;
}

std::string venue_text(const catalog::Activity& activity) {
  std::string text;
  for (const catalog::Site& site : activity.sites) {
    text += site.name + " . " + site.city + " . ";
  }
  return text;
}

void append(std::vector<std::string> more, std::vector<std::string>& all) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Terms of one activity alone.
ActivityTerms own_terms_of(const catalog::Activity& activity, const Analyser& analyser) {
  TextTerms name = analyser.all_terms_of(name_text(activity));
  TextTerms text =
      analyser.all_terms_of(activity.description + " . " + activity.eligibility_description + " . "
                            + activity.organization.name);
  TextTerms venue = analyser.all_terms_of(venue_text(activity));
  ActivityTerms terms;
  terms.name = std::move(name.stems);
  terms.text = std::move(text.stems);
  terms.parts = std::move(name.parts);
  terms.venue = std::move(venue.stems);
  terms.venue_parts = std::move(venue.parts);
  terms.spellings = std::move(name.spellings);
  append(std::move(text.parts), terms.parts);
  append(std::move(text.spellings), terms.spellings);
  append(std::move(venue.spellings), terms.spellings);
  return terms;
}

// What `lists` hold and `own` does not, each term once.
std::vector<std::string> lacking(const std::vector<std::vector<std::string>>& own,
                                 const std::vector<std::vector<std::string>>& lists) {
  std::set<std::string> known;
  for (const std::vector<std::string>& list : own) {
    known.insert(list.begin(), list.end());
  }
  std::vector<std::string> more;
  for (const std::vector<std::string>& list : lists) {
    std::copy_if(list.begin(), list.end(), std::back_inserter(more),
                 [&known](const std::string& term) { return known.insert(term).second; });
  }
  return more;
}

// Its own terms, and those that only the records have for which it stands.
ActivityTerms terms_of(const IndexedRecord& indexed, const Analyser& analyser) {
  ActivityTerms terms = own_terms_of(indexed.record.activity, analyser);
  for (const catalog::Activity& folded : indexed.folded) {
    const ActivityTerms more = own_terms_of(folded, analyser);
    append(lacking({terms.name, terms.text, terms.venue, terms.folded},
                   {more.name, more.text, more.venue}),
           terms.folded);
    append(lacking({terms.parts, terms.venue_parts, terms.folded_parts},
                   {more.parts, more.venue_parts}),
           terms.folded_parts);
    append(lacking({terms.spellings, terms.folded_spellings}, {more.spellings}),
           terms.folded_spellings);
  }
  return terms;
}

void sort_ids(RecordColumns& columns) {
  columns.by_id.resize(columns.record_begin.size() - 1);
  std::iota(columns.by_id.begin(), columns.by_id.end(), 0U);
  const std::string_view ids = columns.ids;
  std::sort(columns.by_id.begin(), columns.by_id.end(), [ids](std::uint32_t a, std::uint32_t b) {
    return ids.substr(a * kIdBytes, kIdBytes) < ids.substr(b * kIdBytes, kIdBytes);
  });
}

}  // namespace

void write_segment(const std::string& folder,
                   std::size_t count,
                   const RecordAt& record_at,
                   const RowContext& context) {
  std::filesystem::create_directories(folder);
  FeatureTable table;
  begin_rows(table);
  RecordColumns columns;
  columns.record_begin.push_back(0);
  WordsWriter words(folder + "/words");
  for (std::size_t i = 0; i < count; ++i) {
    const IndexedRecord indexed = record_at(i);
    append_rows(indexed.record, context, table);
    append_record(indexed.record, columns);
    words.add(static_cast<std::uint32_t>(i), terms_of(indexed, context.annotator.analyser()));
  }
  sort_ids(columns);
  words.finish();
  write_columns(folder + "/features.kcol", columns_of(table));
  write_columns(folder + "/records.kcol", columns_of(columns));
  sync_folder(folder);
}

bool stands_before(const PlacedActivity& a, const PlacedActivity& b) {
  if (a.point.has_value() != b.point.has_value()) return a.point.has_value();
  if (a.point && strip_of(*a.point) != strip_of(*b.point)) {
    return strip_of(*a.point) < strip_of(*b.point);
  }
  if (a.point && a.point->longitude != b.point->longitude) {
    return a.point->longitude < b.point->longitude;
  }
  return a.id < b.id;
}

}  // namespace kring::indexer
