#include "service/commands/quality/source_warnings.h"

#include <array>
#include <utility>

#include "catalog/formats/formats.h"

namespace kring::service::quality {
namespace {

// Keeps the warnings, and whether the record was read as the one that it is.
class WarningSink : public catalog::FeedSink {
 public:
  void add(catalog::FeedRecord /*record*/) override { ++added_; }
  void remove(const std::string& /*key*/) override { ++others_; }
  void reject(catalog::RecordIssue /*issue*/) override { ++others_; }
  void fold() override { ++others_; }
  void wait() override { ++others_; }
  void warn(catalog::RecordIssue issue) override {
    details_.push_back({FindingKind::kWrongValue, std::move(issue.problem.pointer),
                        std::move(issue.problem.text)});
  }

  std::vector<FindingDetail> take() {
    const bool is_itself = added_ == 1 && others_ == 0;
    return is_itself ? std::move(details_) : std::vector<FindingDetail>();
  }

 private:
  int added_ = 0;
  int others_ = 0;
  std::vector<FindingDetail> details_;
};

}  // namespace

std::vector<FindingDetail> warnings_of_source(const catalog::StoredActivity& stored) {
  const catalog::Format* format = catalog::find_format(stored.format);
  if (format == nullptr) return {};
  const std::array<catalog::FeedFile, 1> files = {{{stored.feed_key, stored.document}}};
  WarningSink sink;
  const catalog::Result<catalog::FeedFacts> facts = format->read(files, sink);
  return facts ? sink.take() : std::vector<FindingDetail>();
}

}  // namespace kring::service::quality
