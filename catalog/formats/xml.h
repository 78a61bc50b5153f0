// Which elements stand in an XML document, one after another?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxXmlDepth = 256;  ///< nested elements

/// Name and value; the names without a namespace's prefix, as those of elements.
using XmlAttributes = std::vector<std::pair<std::string, std::string>>;

/// The value of the attribute called `name`; "" where there is none.
std::string attribute_of(const XmlAttributes& attributes, std::string_view name);

/// Takes a document in its order. Nothing of it is kept besides.
class XmlVisitor {
 public:
  XmlVisitor() = default;
  XmlVisitor(const XmlVisitor&) = delete;
  XmlVisitor& operator=(const XmlVisitor&) = delete;
  XmlVisitor(XmlVisitor&&) = delete;
  XmlVisitor& operator=(XmlVisitor&&) = delete;
  virtual ~XmlVisitor() = default;

  virtual void open(const std::string& name, const XmlAttributes& attributes) = 0;
  virtual void close(const std::string& name) = 0;
  virtual void text(std::string_view part) = 0;  ///< one text may come in several parts
  /// Whether the visitor wants no more; the rest of the document is then not read.
  [[nodiscard]] virtual bool is_done() const { return false; }
};

/// Walks `bytes`. A problem where they are no well-formed XML, are too deep, or bring a document
/// type of their own (which office programs never write, and by which small files grow beyond
/// measure).
std::optional<Problem> read_xml(std::string_view bytes, XmlVisitor& visitor);

}  // namespace kring::catalog::formats
