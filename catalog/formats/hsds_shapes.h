// Which objects does HSDS have, and of which kind is each of their members?
//
// After the schemas of HSDS 3.0 and 3.1 (the newer one where they differ; what it adds, the older
// one allows).
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace kring::catalog::formats {

enum class HsdsKind {
  kText,
  kNumber,
  kId,         ///< the object's own uuid
  kReference,  ///< the uuid of another object
  kUri,
  kEmail,
  kMoment,  ///< RFC 3339 with a zone
  kWord,    ///< one of a few
  kObject,
  kList,  ///< of objects
};

struct HsdsShape;

struct HsdsMember {
  std::string_view name;
  HsdsKind kind = HsdsKind::kText;
  /// kObject, kList, kReference: the shape's name; kWord: the words, with '|' between; else "".
  std::string_view of = {};
};

struct HsdsShape {
  std::string_view name;
  std::span<const HsdsMember> members;         ///< but for those that nearly every shape has
  std::span<const std::string_view> required;  ///< besides "id"
  bool is_shared = false;  ///< one thing that many services name: known again by its name
};

/// requires: HSDS has an object of that name.
const HsdsShape& hsds_shape(std::string_view name);

/// Absent for a member of which HSDS says nothing.
std::optional<HsdsMember> find_hsds_member(const HsdsShape& shape, std::string_view name);

}  // namespace kring::catalog::formats
