#include "catalog/formats/xml.h"

#include <algorithm>
#include <memory>
#include <type_traits>

#include <expat.h>

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kChunk = 1'048'576;  ///< bytes handed on at once, 1 MiB

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

std::string without_prefix(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return std::string(colon == std::string_view::npos ? whole : whole.substr(colon + 1));
}

/// One walk, with what expat's callbacks need.
class Walk {
 public:
  explicit Walk(XmlVisitor& visitor) : visitor_(visitor), parser_(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
  }

  /// False where the document is not well-formed or was refused.
  bool read(std::string_view bytes) {
    do {
      const std::size_t size = std::min(bytes.size(), kChunk);
      const bool is_last = size == bytes.size();
      const XML_Status status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(size),
                                          is_last ? XML_TRUE : XML_FALSE);
      bytes.remove_prefix(size);
      if (status != XML_STATUS_OK) {
        return !is_refused_ && visitor_.is_done();
      }
    } while (!bytes.empty());
    return true;
  }

 private:
  static Walk& walk_of(void* data) { return *static_cast<Walk*>(data); }

  static void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
    Walk& walk = walk_of(data);
    if (++walk.depth_ > kMaxXmlDepth) {
      walk.refuse();
      return;
    }
    XmlAttributes given;
    for (const XML_Char** at = attributes; *at != nullptr; at += 2) {
      given.emplace_back(without_prefix(at[0]), at[1]);
    }
    walk.visitor_.open(without_prefix(name), given);
    walk.stop_where_done();
  }

  static void on_close(void* data, const XML_Char* name) {
    Walk& walk = walk_of(data);
    --walk.depth_;
    walk.visitor_.close(without_prefix(name));
    walk.stop_where_done();
  }

  static void on_text(void* data, const XML_Char* part, int size) {
    walk_of(data).visitor_.text({part, static_cast<std::size_t>(size)});
  }

  static void on_document_type(void* data,
                               const XML_Char* /*name*/,
                               const XML_Char* /*system*/,
                               const XML_Char* /*public_id*/,
                               int /*has_subset*/) {
    walk_of(data).refuse();
  }

  void refuse() {
    is_refused_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void stop_where_done() {
    if (visitor_.is_done()) {
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  XmlVisitor& visitor_;
  Parser parser_;
  std::size_t depth_ = 0;
  bool is_refused_ = false;
};

}  // namespace

std::string attribute_of(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [known, value] : attributes) {
    if (known == name) {
      return value;
    }
  }
  return {};
}

std::optional<Problem> read_xml(std::string_view bytes, XmlVisitor& visitor) {
  if (Walk(visitor).read(bytes)) {
    return std::nullopt;
  }
  return Problem{
      "xml_unreadable",
      "",
      {"dit onderdeel van het bestand is beschadigd. Open het in Excel of LibreOffice en sla "
       "het opnieuw op als .xlsx.",
       "this part of the file is damaged. Open it in Excel or LibreOffice and save it again "
       "as .xlsx."}};
}

}  // namespace kring::catalog::formats
