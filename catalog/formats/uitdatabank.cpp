#include "catalog/formats/uitdatabank.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "catalog/formats/event_place.h"
#include "catalog/formats/field_reader.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/uitdatabank_offer.h"

namespace kring::catalog::formats {

namespace {

/// What comes after the last slash of the @id: a uuid, as UiTdatabank makes them. Without an @id
/// the name and place of the offer.
std::string key_of(const Fields& offer) {
  const std::string id = node_id(offer.json());
  if (id.empty()) {
    const std::string place = clean_line(uitdatabank_text(offer.object("location"), "name"));
    return lower_case(clean_line(uitdatabank_text(offer, "name"))) + "\n" + lower_case(place);
  }
  const std::size_t slash = id.find_last_of('/');
  const bool has_tail = slash != std::string::npos && slash + 1 < id.size();
  return has_tail ? id.substr(slash + 1) : id;
}

/// UiTdatabank says what a record is by its address, not always by a type.
bool has_address_part(const Json& node, std::string_view part) {
  return node_id(node).find(part) != std::string::npos;
}

bool is_offer(const Json& node) {
  return node["calendarType"].is_string() || has_address_part(node, "/event/")
         || has_address_part(node, "/place/");
}

bool is_organizer(const Json& node) {
  return is_of_type(node, "Organizer") || has_address_part(node, "organizers/");
}

/// The rows of a page; null where `document` is one record.
const Json* find_rows(const Json& document) {
  for (const char* name : {"member", "@graph", "hydra:member"}) {
    if (document[name].is_array()) {
      return document.find(name);
    }
  }
  return document.is_array() ? &document : nullptr;
}

struct FoundOffer {
  Json document;
  std::string place;  ///< in the feed
};

/// Gathers the records of a run; organisers may come after the events that name them.
class OfferReader {
 public:
  explicit OfferReader(FeedSink& sink) : sink_(sink) {}

  void read_document(const Json& document, const DocumentPlace& place) {
    const Json* const rows = find_rows(document);
    if (rows == nullptr) {
      read_node(document, place.name);
      return;
    }
    for (std::size_t index = 0; index < rows->array().size(); ++index) {
      read_node(rows->array()[index], place.element(index));
    }
    rows_ += rows->array().size();
    total_ = std::max(total_, document["totalItems"].integer().value_or(0));
  }

  void finish() {
    for (const FoundOffer& offer : offers_) {
      add_offer(offer);
    }
    for (const auto& [id, organizer] : organizers_) {
      if (organizer.is_used) {
        sink_.fold();
      } else {
        reject(organizer.place);
      }
    }
  }

  [[nodiscard]] bool is_empty() const { return offers_.empty(); }
  /// Whether the pages read hold all results that they count.
  [[nodiscard]] bool is_whole() const { return total_ <= static_cast<std::int64_t>(rows_); }

 private:
  struct FoundOrganizer {
    Json document;
    std::string place;
    bool is_used = false;
  };

  void read_node(const Json& node, const std::string& place) {
    if (is_offer(node)) {
      offers_.push_back({node, place});
    } else if (is_organizer(node)) {
      organizers_.insert_or_assign(node_id(node), FoundOrganizer{node, place, false});
    } else {
      reject(place);
    }
  }

  void reject(const std::string& place) {
    sink_.reject({place,
                  {"not_an_activity",
                   "",
                   {place + ": dit is geen evenement of plaats van UiTdatabank (calendarType).",
                    place + ": this is no event or place of UiTdatabank (calendarType)."}}});
  }

  void reject_nameless(const std::string& place) {
    sink_.reject({place,
                  {"missing_name",
                   "/name",
                   {place + ": dit evenement heeft geen naam. Vul name in.",
                    place + ": this event has no name. Fill in name."}}});
  }

  void add_offer(const FoundOffer& found) {
    Notes notes;
    const Fields offer(found.document, "", notes);
    const std::string key = key_of(offer);
    if (offer.line("workflowStatus") == "DELETED") {
      sink_.remove(key);
      return;
    }
    Activity activity = read_uitdatabank_offer(offer);
    if (activity.name.empty()) {
      reject_nameless(found.place);
      return;
    }
    activity.organization = complete(std::move(activity.organization), notes);
    for (const Problem& problem : notes.problems()) {
      sink_.warn({key, problem});
    }
    sink_.add({key, found.place, std::move(activity), found.document, "uitdatabank"});
  }

  /// An event names its organiser; the organiser's own record tells more.
  Organization complete(Organization named, Notes& notes) {
    const auto found = organizers_.find(named.id);
    if (named.id.empty() || found == organizers_.end()) {
      return named;
    }
    found->second.is_used = true;
    return read_uitdatabank_organizer(Fields(found->second.document, "/organizer", notes));
  }

  FeedSink& sink_;
  std::vector<FoundOffer> offers_;
  std::map<std::string, FoundOrganizer> organizers_;
  std::size_t rows_ = 0;
  std::int64_t total_ = 0;
};

}  // namespace

bool recognises_uitdatabank(const FeedFile& file) {
  const std::string_view text = beginning_of(file);
  return text.find("\"calendarType\"") != std::string_view::npos
         || (text.find("\"@id\"") != std::string_view::npos
             && text.find("\"mainLanguage\"") != std::string_view::npos);
}

Result<FeedFacts> read_uitdatabank(std::span<const FeedFile> files, FeedSink& sink) {
  OfferReader reader(sink);
  const Result<Completeness> read =
      read_documents(files, sink, [&](const Json& document, const DocumentPlace& place) {
        reader.read_document(document, place);
      });
  if (!read) {
    return read.error();
  }
  if (reader.is_empty()) {
    const std::string& file = files.front().name;
    return Problem{"no_events",
                   "",
                   {file + ": hier staan geen evenementen of plaatsen in; er is niets veranderd.",
                    file + ": there are no events or places in it; nothing was changed."}};
  }
  reader.finish();
  return FeedFacts{"", reader.is_whole() ? *read : Completeness::kPartial, ""};
}

}  // namespace kring::catalog::formats
