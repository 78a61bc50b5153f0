// What is added to an HSDS object so that it is valid by the schemas of HSDS 3.0 and 3.1, and how
// is that undone?
#include "catalog/formats/hsds_completion.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "catalog/formats/hsds_shapes.h"
#include "catalog/formats/hsds_values.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/store/identity.h"

namespace kring::catalog::formats {

namespace {

constexpr const char* kService = "service";

/// A member as the standard takes it: absent where it takes nothing of it, and whether it says all
/// that was given.
struct Taken {
  std::optional<Json> value;
  bool is_all = true;
};

Taken take(std::optional<std::string> text, const Json& given) {
  if (!text) return {std::nullopt, false};
  Json value(*std::move(text));
  const bool is_all = value == given;
  return {std::move(value), is_all};
}

std::string text_of(const Json& object, std::string_view name) {
  return write_text(object[name]).value_or("");
}

/// Null, or an empty text where no text is meant.
bool is_nothing(const HsdsMember& member, const Json& given) {
  return given.is_null() || (member.kind != HsdsKind::kText && given == Json(""));
}

std::string path_to(std::string path, std::string_view name) {
  path.append("/").append(name);
  return path;
}

/// Where HSDS requires a member and the source has none.
std::string make_required(const HsdsShape& shape, std::string_view member, const Json& object) {
  if (member == "status") return "active";
  if (member == "location_type") {
    const bool is_somewhere =
        !object["addresses"].array().empty() || object.find("latitude") != nullptr;
    return object.find("url") != nullptr && !is_somewhere ? "virtual" : "physical";
  }
  if (member == "address_type") return "physical";
  const bool explains_itself = shape.name == "taxonomy_term" || shape.name == "taxonomy";
  if (member == "description" && explains_itself) return text_of(object, "name");
  return {};
}

class Completion {
 public:
  Completion(HsdsOwner owner, std::string given_id)
      : owner_(std::move(owner)), given_id_(std::move(given_id)) {}

  /// Absent where something is required that no text can stand for.
  // NOLINTNEXTLINE(misc-no-recursion): as deep as a JSON document may be
  [[nodiscard]] std::optional<Json> complete(const HsdsShape& shape,
                                             const Json& object,
                                             const std::string& path) const {
    Json completed{Json::Object{}};
    completed.set("id", make_id(shape, object, path));
    for (const auto& [name, given] : object.object()) {
      const std::optional<HsdsMember> member = find_hsds_member(shape, name);
      if (!member) completed.set(name, given);
      if (!member || is_nothing(*member, given)) continue;
      Taken taken = member->kind == HsdsKind::kId
                        ? take(make_id(shape, object, path), given)
                        : take_member(*member, given, path_to(path, name));
      if (taken.value) completed.set(name, *std::move(taken.value));
      if (!taken.is_all) completed.set(kOriginalPrefix + name, given);
    }
    const bool is_complete = add_required(shape, object, completed);
    return is_complete ? std::optional(std::move(completed)) : std::nullopt;
  }

 private:
  [[nodiscard]] std::string make_id(const HsdsShape& shape,
                                    const Json& object,
                                    const std::string& path) const {
    if (path.empty()) return owner_.activity_id;
    const std::string id = text_of(object, "id");
    if (!id.empty()) return refer_to(shape.name, id);
    const std::string name = lower_case(text_of(object, "name"));
    return shape.is_shared && !name.empty()
               ? make_hsds_id(owner_.source, std::string(shape.name), name)
               : store::make_named_uuid(owner_.activity_id + path);
  }

  [[nodiscard]] std::string refer_to(std::string_view shape, const std::string& id) const {
    if (shape == kService && id == given_id_) return owner_.activity_id;
    return store::parse_uuid(id) ? id : make_hsds_id(owner_.source, std::string(shape), id);
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  [[nodiscard]] Taken take_member(const HsdsMember& member,
                                  const Json& given,
                                  const std::string& path) const {
    const std::optional<std::string> text = write_text(given);
    switch (member.kind) {
      case HsdsKind::kNumber: {
        std::optional<Json> number = write_number(given);
        const bool is_all = number == given;
        return {std::move(number), is_all};
      }
      case HsdsKind::kObject:
        return take_object(hsds_shape(member.of), given, path);
      case HsdsKind::kList:
        return take_list(hsds_shape(member.of), given, path);
      case HsdsKind::kReference:
        return take(text ? std::optional(refer_to(member.of, *text)) : std::nullopt, given);
      case HsdsKind::kUri:
        return take(text ? write_uri(*text) : std::nullopt, given);
      case HsdsKind::kEmail:
        return take(text ? write_email(*text) : std::nullopt, given);
      case HsdsKind::kMoment:
        return take(text ? write_moment(*text) : std::nullopt, given);
      case HsdsKind::kWord:
        return take(text ? write_word(*text, member.of) : std::nullopt, given);
      case HsdsKind::kId:
      case HsdsKind::kText:
        return take(text, given);
    }
    return {};
  }

  /// A text where an object is meant is its name.
  // NOLINTNEXTLINE(misc-no-recursion)
  [[nodiscard]] Taken take_object(const HsdsShape& shape,
                                  const Json& given,
                                  const std::string& path) const {
    if (given.is_object()) {
      std::optional<Json> object = complete(shape, given, path);
      const bool is_all = object.has_value();
      return {std::move(object), is_all};
    }
    const bool is_name = given.is_string() && find_hsds_member(shape, "name");
    if (!is_name) return {std::nullopt, false};
    return {complete(shape, Json(Json::Object{{"name", given}}), path), false};
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  [[nodiscard]] Taken take_list(const HsdsShape& shape,
                                const Json& given,
                                const std::string& path) const {
    const Json::Array alone = given.is_object() ? Json::Array{given} : Json::Array{};
    const Json::Array& elements = given.is_object() ? alone : given.array();
    Json::Array list;
    bool is_all = given.is_array();
    for (std::size_t index = 0; index < elements.size(); ++index) {
      std::optional<Json> object = elements[index].is_object() ? complete(
                                       shape, elements[index], path_to(path, std::to_string(index)))
                                                               : std::nullopt;
      is_all = is_all && object.has_value();
      if (object) list.push_back(*std::move(object));
    }
    if (list.empty() && !is_all) return {std::nullopt, false};
    return {Json(std::move(list)), is_all};
  }

  /// Whether all that HSDS requires now is there.
  [[nodiscard]] static bool add_required(const HsdsShape& shape,
                                         const Json& given,
                                         Json& completed) {
    return std::all_of(shape.required.begin(), shape.required.end(), [&](std::string_view name) {
      if (completed.find(name) != nullptr) return true;
      const HsdsKind kind = find_hsds_member(shape, name)->kind;
      if (kind != HsdsKind::kText && kind != HsdsKind::kWord) return false;
      completed.set(std::string(name), make_required(shape, name, given));
      return true;
    });
  }

  HsdsOwner owner_;
  std::string given_id_;
};

/// The member whose given value `name` holds; absent for any other name.
std::optional<HsdsMember> find_original(const HsdsShape& shape, std::string_view name) {
  if (!name.starts_with(kOriginalPrefix)) return std::nullopt;
  return find_hsds_member(shape, name.substr(std::string_view(kOriginalPrefix).size()));
}

// NOLINTNEXTLINE(misc-no-recursion)
Json restore(const HsdsShape& shape, const Json& object);

// NOLINTNEXTLINE(misc-no-recursion)
Json restore_value(const HsdsMember& member, const Json& value) {
  const bool has_shape = member.kind == HsdsKind::kObject || member.kind == HsdsKind::kList;
  if (!has_shape) return value;
  if (value.is_object()) return restore(hsds_shape(member.of), value);
  if (!value.is_array()) return value;
  Json::Array list;
  list.reserve(value.array().size());
  for (const Json& element : value.array()) {
    list.push_back(element.is_object() ? restore(hsds_shape(member.of), element) : element);
  }
  return {std::move(list)};
}

// NOLINTNEXTLINE(misc-no-recursion)
Json restore(const HsdsShape& shape, const Json& object) {
  Json restored{Json::Object{}};
  for (const auto& [name, value] : object.object()) {
    if (find_original(shape, name)) continue;
    const std::optional<HsdsMember> member = find_hsds_member(shape, name);
    restored.set(name, member ? restore_value(*member, value) : value);
  }
  for (const auto& [name, value] : object.object()) {
    const std::optional<HsdsMember> original = find_original(shape, name);
    if (original) restored.set(std::string(original->name), value);
  }
  return restored;
}

}  // namespace

Json complete_hsds_service(const Json& service, const HsdsOwner& owner) {
  const Completion completion(owner, text_of(service, "id"));
  return completion.complete(hsds_shape(kService), service, "").value_or(service);
}

Json restore_hsds_service(const Json& service) {
  Json restored = restore(hsds_shape(kService), service);
  if (const Json* const id = service.find("id")) restored.set("id", *id);
  return restored;
}

std::string make_hsds_id(const std::string& source,
                         const std::string& shape,
                         const std::string& id) {
  return store::make_named_uuid(source + "\n" + shape + "\n" + id);
}

}  // namespace kring::catalog::formats
