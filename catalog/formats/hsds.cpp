#include "catalog/formats/hsds.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "catalog/formats/field_reader.h"
#include "catalog/formats/hsds_completion.h"
#include "catalog/formats/hsds_records.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/record_terms.h"
#include "catalog/formats/withheld_cells.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxPages = 10'000'000;

/// Members that only a service has, and those that tell another HSDS object.
constexpr std::array kServiceMembers = {
    "status",    "organization",     "organization_id", "service_at_locations",
    "schedules", "service_areas",    "cost_options",    "eligibility_description",
    "wait_time", "fees_description", "assured_date",    "application_process"};
constexpr std::array kOtherMembers = {
    "location_type", "latitude", "taxonomy",          "taxonomy_detail", "legal_status",
    "tax_status",    "website",  "year_incorporated", "version",         "code",
    "openapi_url",   "location", "addresses"};

template <class Names>
bool has_any(const Json& object, const Names& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const char* name) { return object.find(name) != nullptr; });
}

bool is_service(const Json& object) {
  if (has_any(object, kServiceMembers)) {
    return !has_any(object, std::array{"location_type"});
  }
  return object.find("name") != nullptr && !has_any(object, kOtherMembers);
}

/// Which pages of a series a run brought. A single page of several says nothing about the rest.
class Pages {
 public:
  void add(const Json& page) {
    Notes ignored;
    const Fields fields(page, "", ignored);
    has_pages_ = true;
    total_ = fields.whole_number("total_pages", 0, kMaxPages).value_or(total_);
    if (const std::optional<int> number = fields.whole_number("page_number", 0, kMaxPages)) {
      seen_.insert(*number);
    }
    is_whole_ = is_whole_ || (page["first_page"] == Json(true) && page["last_page"] == Json(true));
  }

  [[nodiscard]] Completeness completeness() const {
    const bool is_complete =
        !has_pages_ || is_whole_ || (total_ > 0 && static_cast<int>(seen_.size()) == total_);
    return is_complete ? Completeness::kComplete : Completeness::kPartial;
  }

 private:
  bool has_pages_ = false;
  bool is_whole_ = false;
  int total_ = 0;
  std::set<int> seen_;
};

class HsdsReader {
 public:
  explicit HsdsReader(FeedSink& sink) : sink_(sink), records_(sink, ServiceNaming::kById) {}

  void read_document(const Json& document, const DocumentPlace& place) {
    const Json* contents = find_page_contents(document);
    if (contents != nullptr) {
      pages_.add(document);
      thin_ += is_thin_list(*contents) ? contents->array().size() : 0;
    }
    const Json& list = contents == nullptr ? document : *contents;
    if (!list.is_array()) {
      read_object(list, place.name);
      return;
    }
    for (std::size_t index = 0; index < list.array().size(); ++index) {
      read_object(list.array()[index], place.element(index));
    }
  }

  /// Gives what had to wait for the end of the run, and says what was left out of `file`.
  void finish(const std::string& file) {
    for (const auto& [id, linked] : linked_) {
      add_service(linked.service, linked.place);
      for (std::size_t further = 1; further < linked.count; ++further) {
        sink_.fold();
      }
    }
    warn_of_thin(file);
    report_withheld(withheld_, file, sink_);
  }

  [[nodiscard]] Problems problems(const std::string& file) const { return records_.problems(file); }

  [[nodiscard]] Completeness completeness() const { return pages_.completeness(); }
  [[nodiscard]] const RecordTerms& terms() const { return terms_; }

 private:
  /// A service that was given place by place (a list of service_at_location).
  struct LinkedService {
    Json service;
    std::string place;
    std::size_t count = 0;
  };

  void read_object(const Json& object, const std::string& place) {
    if (object["services"].is_array() && !object["services"].array().empty()) {
      read_organization(object, place);
    } else if (object["service"].is_object()) {
      link_service(object, place);
    } else if (object.is_object() && is_service(object)) {
      add_service(object, place);
    } else {
      sink_.reject({place,
                    {"not_a_service",
                     "",
                     {place + ": hier staat geen dienst (service), maar iets anders.",
                      place + ": this is no service but something else."}}});
    }
  }

  void add_service(const Json& service, const std::string& place) {
    add_terms_of(service, terms_);
    records_.add(without_withheld(restore_hsds_service(service), withheld_), place);
  }

  /// The services of an organisation, each with the organisation, so that none loses its owner.
  void read_organization(const Json& organization, const std::string& place) {
    Json owner{Json::Object{}};
    for (const auto& [name, value] : organization.object()) {
      if (name != "services") {
        owner.set(name, value);
      }
    }
    owner = without_withheld(owner, withheld_);  // counted once, not for each of its services
    const Json::Array& services = organization["services"].array();
    for (std::size_t index = 0; index < services.size(); ++index) {
      Json service = services[index];
      if (service.is_object() && service.find("organization") == nullptr) {
        service.set("organization", owner);
      }
      read_object(service, place + "/services/" + std::to_string(index));
    }
  }

  void link_service(const Json& link, const std::string& place) {
    Json at_location{Json::Object{}};
    for (const auto& [name, value] : link.object()) {
      if (name != "service") {
        at_location.set(name, value);
      }
    }
    const Json& service = link["service"];
    const std::string id = write_json(service["id"]);
    LinkedService& linked = linked_[id == "null" ? place : id];
    if (linked.count++ == 0) {
      linked.service = service;
      linked.place = place;
    }
    Json links = linked.service["service_at_locations"];
    if (!links.is_array()) {
      links = Json(Json::Array{});
    }
    links.push_back(std::move(at_location));
    linked.service.set("service_at_locations", std::move(links));
  }

  void warn_of_thin(const std::string& file) {
    if (thin_ == 0) return;
    const std::string count = std::to_string(thin_);
    sink_.warn({file,
                {"thin_list",
                 "",
                 {file + ": " + count
                      + " diensten staan hier zonder plaats, tijden en telefoonnummers, zoals in "
                        "een lijst van een API. Vraag de bron om de volledige vorm (full=true).",
                  file + ": " + count
                      + " services stand here without place, times and phone numbers, as in a "
                        "list of an API. Ask the source for the full form (full=true)."}}});
  }

  FeedSink& sink_;
  Pages pages_;
  std::size_t thin_ = 0;  ///< services of pages that list them so
  std::map<std::string, LinkedService> linked_;
  HsdsRecords records_;
  RecordTerms terms_;
  Withheld withheld_;
};

bool mentions_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

}  // namespace

const Json* find_page_contents(const Json& document) {
  for (const char* name : {"contents", "content"}) {
    const Json* contents = document.find(name);
    if (contents != nullptr && contents->is_array()) {
      return contents;
    }
  }
  return nullptr;
}

bool is_thin_list(const Json& contents) {
  const Json::Array& records = contents.array();
  return !records.empty() && std::none_of(records.begin(), records.end(), [](const Json& record) {
    return std::any_of(record.object().begin(), record.object().end(),
                       [](const auto& member) { return !member.second.array().empty(); });
  });
}

bool recognises_hsds(const FeedFile& file) {
  const std::string_view text = beginning_of(file);
  return !mentions_any(text, {"\"@type\"", "\"@context\""})
         && mentions_any(
             text,
             {"\"service_at_locations\"", "\"organization\"", "\"organization_id\"", "\"services\"",
              "\"contents\"", "\"service_areas\"", "\"location_type\"", "\"taxonomy\"",
              "\"status\"", "\"schedules\"", "\"assured_date\"", "\"eligibility_description\""});
}

Result<FeedFacts> read_hsds(std::span<const FeedFile> files, FeedSink& sink) {
  HsdsReader reader(sink);
  const Result<Completeness> read =
      read_documents(files, sink, [&](const Json& document, const DocumentPlace& place) {
        reader.read_document(document, place);
      });
  if (!read) {
    return read.error();
  }
  reader.finish(files.front().name);
  if (const Problems problems = reader.problems(files.front().name); !problems.empty()) {
    return problems;
  }
  const bool is_complete =
      *read == Completeness::kComplete && reader.completeness() == Completeness::kComplete;
  return FeedFacts{.publisher = "",
                   .completeness = is_complete ? Completeness::kComplete : Completeness::kPartial,
                   .licence = "",
                   .record_terms = reader.terms()};
}

}  // namespace kring::catalog::formats
