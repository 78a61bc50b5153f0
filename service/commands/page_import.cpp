#include "service/commands/page_import.h"

#include <memory>
#include <utility>
#include <vector>

#include "catalog/formats/formats.h"
#include "service/commands/feed_files.h"
#include "service/commands/feed_sinks.h"
#include "service/commands/kept_terms.h"

namespace kring::service {
namespace {

using catalog::Completeness;
using catalog::FeedFacts;
using catalog::FeedFile;
using catalog::ImportReport;
using catalog::Problems;
using catalog::Result;

/// Reads pages batch by batch.
class PageReader {
 public:
  PageReader(std::string format, catalog::FeedSink& sink)
      : format_name_(std::move(format)), sink_(sink) {}

  void add(catalog::FeedPage page) {
    if (!problems_.empty()) return;
    const std::string name = page.url.substr(0, page.url.find('?'));
    Result<std::vector<FeedFile>> files = unpack_feed_file({name, std::move(page.body)});
    if (!files) {
      problems_ = files.error();
      return;
    }
    for (FeedFile& file : std::move(files).value()) {
      bytes_ += file.bytes.size();
      files_.push_back(std::move(file));
    }
    if (bytes_ >= kBatchBytes) read();
  }

  /// Reads what waits, where a list is complete by itself.
  void end_series() {
    if (problems_.empty() && !files_.empty()) read();
  }

  /// What the feed told; of several batches the last word counts, and one partial batch makes it
  /// partial.
  Result<FeedFacts> finish() {
    end_series();
    if (!problems_.empty()) return problems_;
    return facts_;
  }

 private:
  void read() {
    const Result<const catalog::Format*> format = choose_format(files_, format_name_);
    if (!format) {
      problems_ = format.error();
      return;
    }
    format_name_ = (*format)->name;
    const std::vector<FeedFile> files =
        files_of_format(**format, std::exchange(files_, std::vector<FeedFile>()));
    bytes_ = 0;
    const Result<FeedFacts> facts = (*format)->read(files, sink_);
    if (!facts) {
      problems_ = facts.error();
      return;
    }
    const FeedFacts before = std::exchange(facts_, *facts);
    if (before.completeness == Completeness::kPartial) facts_.completeness = Completeness::kPartial;
    if (facts_.publisher.empty()) facts_.publisher = before.publisher;
    if (facts_.licence.empty()) facts_.licence = before.licence;
    add_terms(before.record_terms, facts_.record_terms);
  }

  std::string format_name_;
  catalog::FeedSink& sink_;
  std::vector<FeedFile> files_;
  std::size_t bytes_ = 0;
  FeedFacts facts_;
  Problems problems_;
};

}  // namespace

Result<ImportReport> import_pages(catalog::ActivityStore& store,
                                  const catalog::ActivityStore& pages,
                                  const PageImport& import) {
  const auto session = store.begin_import({.source = import.source,
                                           .completeness = import.completeness,
                                           .mode = import.mode,
                                           .author = import.author});
  WatchingSink sink(*session, catalog::Places(store.places()), "import");
  PageReader reader(import.format, sink);
  bool has_one_page = false;
  for (const std::string& series : import.series) {
    has_one_page = has_one_page || pages.count_feed_pages(series) == 1;
    pages.for_each_feed_page(series,
                             [&reader](catalog::FeedPage page) { reader.add(std::move(page)); });
    // Changes of several feeds tell of each other; a list stands alone, as do its page numbers.
    if (import.completeness == Completeness::kComplete) reader.end_series();
  }
  const Result<FeedFacts> facts = reader.finish();
  if (!facts) return facts.error();
  session->set_terms(make_kept_terms(store, import.source, import.said, *facts));
  // Each page of a series says that it is a part; whether all parts are there, who walked it knows.
  if (has_one_page && facts->completeness == Completeness::kPartial) session->mark_partial();
  if (import.drops == Drops::kHeld) session->hold_drops();
  ImportReport report = session->finish();
  report.unmapped_categories = sink.unmapped_categories();
  return report;
}

std::string publisher_of_pages(const catalog::ActivityStore& pages, const PageImport& import) {
  CheckingSink counts;
  std::string publisher;
  for (const std::string& series : import.series) {
    PageReader reader(import.format, counts);
    bool is_first = true;
    pages.for_each_feed_page(series, [&](catalog::FeedPage page) {
      if (std::exchange(is_first, false)) reader.add(std::move(page));
    });
    const Result<FeedFacts> facts = reader.finish();
    if (publisher.empty() && facts) publisher = facts->publisher;
  }
  return publisher;
}

}  // namespace kring::service
