// Which objects does HSDS have, and of which kind is each of their members?
#include "catalog/formats/hsds_shapes.h"

#include <algorithm>
#include <cassert>

namespace kring::catalog::formats {

namespace {

// NOLINTBEGIN(modernize-avoid-c-arrays): their lengths are counted by the compiler
constexpr HsdsMember kService[] = {
    {"organization_id", HsdsKind::kReference, "organization"},
    {"program_id", HsdsKind::kReference, "program"},
    {"name"},
    {"alternate_name"},
    {"description"},
    {"url", HsdsKind::kUri},
    {"additional_urls", HsdsKind::kList, "url"},
    {"email", HsdsKind::kEmail},
    {"status", HsdsKind::kWord, "active|inactive|defunct|temporarily closed"},
    {"interpretation_services"},
    {"application_process"},
    {"fees_description"},
    {"wait_time"},
    {"fees"},
    {"accreditations"},
    {"eligibility_description"},
    {"minimum_age", HsdsKind::kNumber},
    {"maximum_age", HsdsKind::kNumber},
    {"assured_date"},
    {"assurer_email", HsdsKind::kEmail},
    {"licenses"},
    {"alert"},
    {"last_modified", HsdsKind::kMoment},
    {"phones", HsdsKind::kList, "phone"},
    {"schedules", HsdsKind::kList, "schedule"},
    {"service_areas", HsdsKind::kList, "service_area"},
    {"service_at_locations", HsdsKind::kList, "service_at_location"},
    {"languages", HsdsKind::kList, "language"},
    {"organization", HsdsKind::kObject, "organization"},
    {"funding", HsdsKind::kList, "funding"},
    {"cost_options", HsdsKind::kList, "cost_option"},
    {"program", HsdsKind::kObject, "program"},
    {"required_documents", HsdsKind::kList, "required_document"},
    {"contacts", HsdsKind::kList, "contact"},
    {"capacities", HsdsKind::kList, "service_capacity"}};
constexpr std::string_view kServiceRequired[] = {"name", "status"};
constexpr HsdsMember kOrganization[] = {
    {"name"},
    {"alternate_name"},
    {"description"},
    {"email", HsdsKind::kEmail},
    {"website", HsdsKind::kUri},
    {"additional_websites", HsdsKind::kList, "url"},
    {"tax_status"},
    {"tax_id"},
    {"year_incorporated", HsdsKind::kNumber},
    {"legal_status"},
    {"logo"},
    {"uri", HsdsKind::kUri},
    {"parent_organization_id", HsdsKind::kReference, "organization"},
    {"funding", HsdsKind::kList, "funding"},
    {"contacts", HsdsKind::kList, "contact"},
    {"phones", HsdsKind::kList, "phone"},
    {"locations", HsdsKind::kList, "location"},
    {"programs", HsdsKind::kList, "program"},
    {"organization_identifiers", HsdsKind::kList, "organization_identifier"},
    {"services", HsdsKind::kList, "service"}};
constexpr std::string_view kOrganizationRequired[] = {"name", "description"};
constexpr HsdsMember kServiceAtLocation[] = {{"service_id", HsdsKind::kReference, "service"},
                                             {"location_id", HsdsKind::kReference, "location"},
                                             {"description"},
                                             {"service_areas", HsdsKind::kList, "service_area"},
                                             {"contacts", HsdsKind::kList, "contact"},
                                             {"phones", HsdsKind::kList, "phone"},
                                             {"schedules", HsdsKind::kList, "schedule"},
                                             {"location", HsdsKind::kObject, "location"}};
constexpr HsdsMember kLocation[] = {{"location_type", HsdsKind::kWord, "physical|postal|virtual"},
                                    {"url", HsdsKind::kUri},
                                    {"organization_id", HsdsKind::kReference, "organization"},
                                    {"name"},
                                    {"alternate_name"},
                                    {"description"},
                                    {"transportation"},
                                    {"latitude", HsdsKind::kNumber},
                                    {"longitude", HsdsKind::kNumber},
                                    {"external_identifier"},
                                    {"external_identifier_type"},
                                    {"languages", HsdsKind::kList, "language"},
                                    {"addresses", HsdsKind::kList, "address"},
                                    {"contacts", HsdsKind::kList, "contact"},
                                    {"accessibility", HsdsKind::kList, "accessibility"},
                                    {"phones", HsdsKind::kList, "phone"},
                                    {"schedules", HsdsKind::kList, "schedule"}};
constexpr std::string_view kLocationRequired[] = {"location_type"};
constexpr HsdsMember kAddress[] = {{"location_id", HsdsKind::kReference, "location"},
                                   {"attention"},
                                   {"address_1"},
                                   {"address_2"},
                                   {"city"},
                                   {"region"},
                                   {"state_province"},
                                   {"postal_code"},
                                   {"country"},
                                   {"address_type", HsdsKind::kWord, "physical|postal|virtual"}};
constexpr std::string_view kAddressRequired[] = {"address_1",   "city",    "state_province",
                                                 "postal_code", "country", "address_type"};
constexpr HsdsMember kAccessibility[] = {{"location_id", HsdsKind::kReference, "location"},
                                         {"description"},
                                         {"details"},
                                         {"url", HsdsKind::kUri}};
constexpr HsdsMember kSchedule[] = {
    {"service_id", HsdsKind::kReference, "service"},
    {"location_id", HsdsKind::kReference, "location"},
    {"service_at_location_id", HsdsKind::kReference, "service_at_location"},
    {"valid_from"},
    {"valid_to"},
    {"dtstart"},
    {"timezone", HsdsKind::kNumber},
    {"until"},
    {"count", HsdsKind::kNumber},
    {"wkst", HsdsKind::kWord, "MO|TU|WE|TH|FR|SA|SU"},
    {"freq", HsdsKind::kWord, "WEEKLY|MONTHLY"},
    {"interval", HsdsKind::kNumber},
    {"byday"},
    {"byweekno"},
    {"bymonthday"},
    {"byyearday"},
    {"description"},
    {"opens_at"},
    {"closes_at"},
    {"schedule_link", HsdsKind::kUri},
    {"attending_type"},
    {"notes"}};
constexpr HsdsMember kPhone[] = {
    {"location_id", HsdsKind::kReference, "location"},
    {"service_id", HsdsKind::kReference, "service"},
    {"organization_id", HsdsKind::kReference, "organization"},
    {"contact_id", HsdsKind::kReference, "contact"},
    {"service_at_location_id", HsdsKind::kReference, "service_at_location"},
    {"number"},
    {"extension", HsdsKind::kNumber},
    {"type"},
    {"description"},
    {"languages", HsdsKind::kList, "language"}};
constexpr std::string_view kPhoneRequired[] = {"number"};
constexpr HsdsMember kContact[] = {
    {"organization_id", HsdsKind::kReference, "organization"},
    {"service_id", HsdsKind::kReference, "service"},
    {"service_at_location_id", HsdsKind::kReference, "service_at_location"},
    {"location_id", HsdsKind::kReference, "location"},
    {"name"},
    {"title"},
    {"department"},
    {"email", HsdsKind::kEmail},
    {"phones", HsdsKind::kList, "phone"}};
constexpr HsdsMember kLanguage[] = {{"service_id", HsdsKind::kReference, "service"},
                                    {"location_id", HsdsKind::kReference, "location"},
                                    {"phone_id", HsdsKind::kReference, "phone"},
                                    {"name"},
                                    {"code"},
                                    {"note"}};
constexpr HsdsMember kServiceArea[] = {
    {"service_id", HsdsKind::kReference, "service"},
    {"service_at_location_id", HsdsKind::kReference, "service_at_location"},
    {"name"},
    {"description"},
    {"extent"},
    {"extent_type"},
    {"uri"}};
constexpr HsdsMember kCostOption[] = {{"service_id", HsdsKind::kReference, "service"},
                                      {"valid_from"},
                                      {"valid_to"},
                                      {"option"},
                                      {"currency"},
                                      {"amount", HsdsKind::kNumber},
                                      {"amount_description"}};
constexpr HsdsMember kRequiredDocument[] = {{"service_id", HsdsKind::kReference, "service"},
                                            {"document"},
                                            {"uri", HsdsKind::kUri}};
constexpr HsdsMember kFunding[] = {{"organization_id", HsdsKind::kReference, "organization"},
                                   {"service_id", HsdsKind::kReference, "service"},
                                   {"source"}};
constexpr HsdsMember kProgram[] = {{"organization_id", HsdsKind::kReference, "organization"},
                                   {"name"},
                                   {"alternate_name"},
                                   {"description"}};
constexpr std::string_view kProgramRequired[] = {"name", "description"};
constexpr HsdsMember kOrganizationIdentifier[] = {
    {"organization_id", HsdsKind::kReference, "organization"},
    {"identifier_scheme"},
    {"identifier_type"},
    {"identifier"}};
constexpr std::string_view kOrganizationIdentifierRequired[] = {"identifier_type", "identifier"};
constexpr HsdsMember kAttribute[] = {{"link_id", HsdsKind::kReference, "service"},
                                     {"taxonomy_term_id", HsdsKind::kReference, "taxonomy_term"},
                                     {"link_type"},
                                     {"link_entity"},
                                     {"value"},
                                     {"taxonomy_term", HsdsKind::kObject, "taxonomy_term"},
                                     {"label"}};
constexpr HsdsMember kTaxonomyTerm[] = {{"code"},
                                        {"name"},
                                        {"description"},
                                        {"parent_id", HsdsKind::kReference, "taxonomy_term"},
                                        {"taxonomy"},
                                        {"taxonomy_detail", HsdsKind::kObject, "taxonomy"},
                                        {"language"},
                                        {"taxonomy_id", HsdsKind::kReference, "taxonomy"},
                                        {"term_uri", HsdsKind::kUri}};
constexpr std::string_view kTaxonomyTermRequired[] = {"name", "description"};
constexpr HsdsMember kTaxonomy[] = {{"name"},
                                    {"description"},
                                    {"uri", HsdsKind::kUri},
                                    {"version"}};
constexpr std::string_view kTaxonomyRequired[] = {"name", "description"};
constexpr HsdsMember kUrl[] = {{"label"},
                               {"url", HsdsKind::kUri},
                               {"organization_id", HsdsKind::kReference, "organization"},
                               {"service_id", HsdsKind::kReference, "service"}};
constexpr std::string_view kUrlRequired[] = {"url"};
constexpr HsdsMember kServiceCapacity[] = {{"service_id", HsdsKind::kReference, "service"},
                                           {"unit", HsdsKind::kObject, "unit"},
                                           {"unit_id", HsdsKind::kReference, "unit"},
                                           {"available", HsdsKind::kNumber},
                                           {"maximum", HsdsKind::kNumber},
                                           {"description"},
                                           {"updated", HsdsKind::kMoment}};
constexpr std::string_view kServiceCapacityRequired[] = {"unit", "available", "updated"};
constexpr HsdsMember kUnit[] = {{"name"}, {"scheme"}, {"identifier"}, {"uri", HsdsKind::kUri}};
constexpr std::string_view kUnitRequired[] = {"name"};
constexpr HsdsMember kMetadata[] = {{"resource_id", HsdsKind::kReference, "service"},
                                    {"resource_type"},
                                    {"last_action_date"},
                                    {"last_action_type"},
                                    {"field_name"},
                                    {"previous_value"},
                                    {"replacement_value"},
                                    {"updated_by"}};
constexpr std::string_view kMetadataRequired[] = {"last_action_date",  "last_action_type",
                                                  "field_name",        "previous_value",
                                                  "replacement_value", "updated_by"};

constexpr HsdsMember kEverywhere[] = {{"id", HsdsKind::kId},
                                      {"attributes", HsdsKind::kList, "attribute"},
                                      {"metadata", HsdsKind::kList, "metadata"}};

constexpr HsdsShape kShapes[] = {
    {"service", kService, kServiceRequired, false},
    {"organization", kOrganization, kOrganizationRequired, true},
    {"service_at_location", kServiceAtLocation, {}, false},
    {"location", kLocation, kLocationRequired, false},
    {"address", kAddress, kAddressRequired, false},
    {"accessibility", kAccessibility, {}, false},
    {"schedule", kSchedule, {}, false},
    {"phone", kPhone, kPhoneRequired, false},
    {"contact", kContact, {}, false},
    {"language", kLanguage, {}, false},
    {"service_area", kServiceArea, {}, false},
    {"cost_option", kCostOption, {}, false},
    {"required_document", kRequiredDocument, {}, false},
    {"funding", kFunding, {}, false},
    {"program", kProgram, kProgramRequired, true},
    {"organization_identifier", kOrganizationIdentifier, kOrganizationIdentifierRequired, false},
    {"attribute", kAttribute, {}, false},
    {"taxonomy_term", kTaxonomyTerm, kTaxonomyTermRequired, true},
    {"taxonomy", kTaxonomy, kTaxonomyRequired, true},
    {"url", kUrl, kUrlRequired, false},
    {"service_capacity", kServiceCapacity, kServiceCapacityRequired, false},
    {"unit", kUnit, kUnitRequired, true},
    {"metadata", kMetadata, kMetadataRequired, false}};
// NOLINTEND(modernize-avoid-c-arrays)

template <class Rows>
auto find_row(const Rows& rows, std::string_view name) {
  return std::find_if(std::begin(rows), std::end(rows),
                      [name](const auto& row) { return row.name == name; });
}

}  // namespace

const HsdsShape& hsds_shape(std::string_view name) {
  const auto* const found = find_row(kShapes, name);
  assert(found != std::end(kShapes));
  return *found;
}

std::optional<HsdsMember> find_hsds_member(const HsdsShape& shape, std::string_view name) {
  const auto own = find_row(shape.members, name);
  if (own != shape.members.end()) return *own;
  const auto* const common = find_row(kEverywhere, name);
  return common == std::end(kEverywhere) ? std::nullopt : std::optional(*common);
}

}  // namespace kring::catalog::formats
