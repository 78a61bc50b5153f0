#include "catalog/formats/hsds_records.h"

#include <utility>

#include "catalog/formats/hsds_service.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/version.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMaxProblems = 20;  ///< named where a feed has no good record at all

}  // namespace

HsdsRecords::HsdsRecords(FeedSink& sink, ServiceNaming naming, Amend amend)
    : sink_(sink), naming_(naming), amend_(amend) {}

Problems HsdsRecords::problems(const std::string& file) const {
  if (!keys_.empty()) {
    return {};
  }
  if (!faults_.empty()) {
    return faults_;
  }
  return {{"no_services",
           "",
           {file + ": hier staan geen diensten (services) in; er is niets veranderd.",
            file + ": there are no services in it; nothing was changed."}}};
}

void HsdsRecords::reject_nameless(const std::string& record, const std::string& place) {
  const Problem problem{"missing_name",
                        "/name",
                        {place + ": deze dienst heeft geen naam. Vul name in.",
                         place + ": this service has no name. Fill in name."}};
  if (faults_.size() < kMaxProblems) {
    faults_.push_back(problem);
  }
  sink_.reject({record, problem});
}

void HsdsRecords::add(const Json& service, const std::string& place) {
  Notes notes;
  const Fields fields(service, "", notes);
  const std::string id = fields.line("id");
  if (fields.line("name").empty()) {
    reject_nameless(id.empty() ? place : id, place);
    return;
  }
  FeedRecord record{id, place, read_hsds_service(fields), service, "hsds"};
  if (id.empty()) {
    record.key =
        lower_case(record.activity.name) + "\n" + lower_case(record.activity.organization.name);
    notes.add("/id", "missing_id",
              {"Deze dienst heeft geen id; naam en organisatie houden hem nu uit elkaar.",
               "This service has no id; name and organisation now tell it apart."});
  }
  if (!keys_.insert(hash_of(record.key)).second) {
    notes.add("/id", "duplicate_id",
              {"Deze dienst staat er vaker in; de laatste telt.",
               "This service stands here more than once; the last counts."});
  }
  if (amend_ != nullptr) {
    amend_(fields, record.activity);
  }
  for (const Problem& problem : notes.problems()) {
    if (naming_ == ServiceNaming::kByPlace && problem.code == "dangling_organization") {
      continue;  // the table has told it, with its heading
    }
    sink_.warn({naming_ == ServiceNaming::kById ? record.key : place, problem});
  }
  sink_.add(std::move(record));
}

}  // namespace kring::catalog::formats
