#include "service/openapi/api_document.h"

#include <utility>

#include "catalog/json.h"
#include "engine/plan/sentences.h"

namespace kring::service {

std::string_view v1_openapi();      // openapi/v1.json
std::string_view v1_examples();     // openapi/v1_examples.json
std::string_view profile_schema();  // the contract's

namespace {

using catalog::Json;

constexpr std::string_view kOwnRoot = "#/";
constexpr std::string_view kProfileRoot = "#/components/schemas/Profile/";

/// A file of the project: it is a document, or the project is broken.
Json read_own(std::string_view text) {
  return catalog::parse_json(text).value();
}

/// The schema with its references to itself as they are from the root of the document.
Json move_references(const Json& schema) {
  if (schema.is_array()) {
    Json::Array moved;
    moved.reserve(schema.array().size());
    for (const Json& element : schema.array())
      moved.push_back(move_references(element));
    return moved;
  }
  if (!schema.is_object()) return schema;
  Json moved{Json::Object()};
  for (const auto& [name, value] : schema.object()) {
    const auto target = name == "$ref" ? value.string() : std::nullopt;
    const bool is_own = target && target->starts_with(kOwnRoot);
    moved.set(name, is_own ? Json(std::string(kProfileRoot)
                                  + std::string(target->substr(kOwnRoot.size())))
                           : move_references(value));
  }
  return moved;
}

/// The schema with the languages in which this program has sentences for a sheet at `property`.
Json tell_sheet_languages(Json schema, const std::string& property) {
  Json::Array languages;
  for (const std::string_view language : engine::sheet_languages())
    languages.emplace_back(language);
  Json properties = schema["properties"];
  Json member = properties[property];
  member.set("enum", std::move(languages));
  properties.set(property, std::move(member));
  schema.set("properties", std::move(properties));
  return schema;
}

Json make_servers(std::string url) {
  return Json::Array{Json::Object{{"url", std::move(url)}}};
}

/// The paths, of which those outside /v1 name their own server.
Json place_paths(const Json& paths, const std::string& address) {
  Json placed{Json::Object()};
  for (const auto& [path, item] : paths.object()) {
    Json entry = item;
    if (entry.find("servers") != nullptr) entry.set("servers", make_servers(address));
    placed.set(path, std::move(entry));
  }
  return placed;
}

}  // namespace

std::string make_api_document(const std::string& public_address) {
  Json document = read_own(v1_openapi());
  Json schemas = document["components"]["schemas"];
  schemas.set("Profile",
              tell_sheet_languages(move_references(read_own(profile_schema())), "sheet_language"));
  schemas.set("Plan", tell_sheet_languages(schemas["Plan"], "language"));
  Json components = document["components"];
  components.set("schemas", std::move(schemas));
  components.set("examples", read_own(v1_examples()));
  document.set("components", std::move(components));
  if (!public_address.empty()) {
    document.set("servers", make_servers(public_address + "/v1"));
    document.set("paths", place_paths(document["paths"], public_address));
  }
  return catalog::write_json(document);
}

}  // namespace kring::service
