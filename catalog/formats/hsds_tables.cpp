#include "catalog/formats/hsds_tables.h"

#include <algorithm>
#include <array>

#include "catalog/formats/text_cleaning.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr std::array kOfOrganization = {
    TableLink{"organization_id", "organization", "organization_identifiers"}};
constexpr std::array kUrls = {TableLink{"organization_id", "organization", "additional_websites"},
                              TableLink{"service_id", "service", "additional_urls"}};
constexpr std::array kFunding = {TableLink{"organization_id", "organization", "funding"},
                                 TableLink{"service_id", "service", "funding"}};
constexpr std::array kPrograms = {TableLink{"organization_id", "organization", "programs"}};
constexpr std::array kPlaces = {TableLink{"service_id", "service", "service_at_locations"}};
constexpr std::array kLocations = {TableLink{"organization_id", "organization", "locations"}};
constexpr std::array kAddresses = {TableLink{"location_id", "location", "addresses"},
                                   TableLink{"organization_id", "organization", "addresses"}};
constexpr std::array kContacts = {
    TableLink{"service_id", "service", "contacts"},
    TableLink{"service_at_location_id", "service_at_location", "contacts"},
    TableLink{"location_id", "location", "contacts"},
    TableLink{"organization_id", "organization", "contacts"}};
constexpr std::array kPhones = {
    TableLink{"service_id", "service", "phones"}, TableLink{"contact_id", "contact", "phones"},
    TableLink{"service_at_location_id", "service_at_location", "phones"},
    TableLink{"location_id", "location", "phones"},
    TableLink{"organization_id", "organization", "phones"}};
constexpr std::array kSchedules = {
    TableLink{"service_id", "service", "schedules"},
    TableLink{"service_at_location_id", "service_at_location", "schedules"},
    TableLink{"location_id", "location", "schedules"}};
constexpr std::array kHolidays = {
    TableLink{"service_id", "service", "holiday_schedules"},
    TableLink{"service_at_location_id", "service_at_location", "holiday_schedules"},
    TableLink{"location_id", "location", "holiday_schedules"}};
constexpr std::array kAreas = {
    TableLink{"service_id", "service", "service_areas"},
    TableLink{"service_at_location_id", "service_at_location", "service_areas"}};
constexpr std::array kDocuments = {TableLink{"service_id", "service", "required_documents"}};
constexpr std::array kLanguages = {TableLink{"service_id", "service", "languages"},
                                   TableLink{"location_id", "location", "languages"},
                                   TableLink{"phone_id", "phone", "languages"}};
constexpr std::array kAccess = {TableLink{"location_id", "location", "accessibility"}};
constexpr std::array kCosts = {TableLink{"service_id", "service", "cost_options"}};
constexpr std::array kCapacities = {TableLink{"service_id", "service", "capacities"}};
constexpr std::array kEligibility = {TableLink{"service_id", "service", "eligibility_rules"}};
constexpr std::array kPayments = {TableLink{"service_id", "service", "payments_accepted"}};
constexpr std::array kAttributes = {TableLink{"link_id", kAnyTable, "attributes"}};
constexpr std::array kMetadata = {TableLink{"resource_id", kAnyTable, "metadata"}};

constexpr std::array kTables = {
    HsdsTable{"organization",
              "organizations.csv",
              "id name alternate_name description email website tax_status tax_id "
              "year_incorporated legal_status logo uri parent_organization_id",
              {}},
    HsdsTable{"program", "programs.csv", "id organization_id name alternate_name description",
              kPrograms},
    HsdsTable{"service",
              "services.csv",
              "id organization_id program_id name alternate_name description url email status "
              "interpretation_services application_process fees_description wait_time fees "
              "accreditations eligibility_description minimum_age maximum_age assured_date "
              "assurer_email licenses alert last_modified",
              {}},
    HsdsTable{"attribute", "attributes.csv",
              "id link_id taxonomy_term_id link_type link_entity value label", kAttributes},
    HsdsTable{"service_at_location", "service_at_location.csv",
              "id service_id location_id description", kPlaces},
    HsdsTable{"location", "locations.csv",
              "id location_type url organization_id name alternate_name description transportation "
              "latitude longitude external_identifier external_identifier_type",
              kLocations},
    HsdsTable{"phone", "phones.csv",
              "id location_id service_id organization_id contact_id service_at_location_id number "
              "extension type description",
              kPhones},
    HsdsTable{"contact", "contacts.csv",
              "id organization_id service_id service_at_location_id location_id name title "
              "department email",
              kContacts},
    HsdsTable{"address", "addresses.csv",
              "id location_id attention address_1 address_2 city region state_province postal_code "
              "country address_type",
              kAddresses},
    HsdsTable{"schedule", "schedules.csv",
              "id service_id location_id service_at_location_id valid_from valid_to dtstart "
              "timezone until count wkst freq interval byday byweekno bymonthday byyearday "
              "description opens_at closes_at schedule_link attending_type notes",
              kSchedules},
    HsdsTable{"funding", "funding.csv", "id organization_id service_id source", kFunding},
    HsdsTable{"service_area", "service_areas.csv",
              "id service_id service_at_location_id name description extent extent_type uri",
              kAreas},
    HsdsTable{"required_document", "required_documents.csv", "id service_id document uri",
              kDocuments},
    HsdsTable{"language", "languages.csv", "id service_id location_id phone_id name code note",
              kLanguages},
    HsdsTable{"accessibility", "accessibility.csv", "id location_id description details url",
              kAccess},
    HsdsTable{"taxonomy_term",
              "taxonomy_terms.csv",
              "id code name description parent_id taxonomy language taxonomy_id term_uri",
              {}},
    HsdsTable{"metadata", "metadata.csv",
              "id resource_id resource_type last_action_date last_action_type field_name "
              "previous_value replacement_value updated_by",
              kMetadata},
    HsdsTable{"meta_table_description",
              "meta_table_descriptions.csv",
              "id name language character_set",
              {}},
    HsdsTable{"cost_option", "cost_options.csv",
              "id service_id valid_from valid_to option currency amount amount_description",
              kCosts},
    HsdsTable{"organization_identifier", "organization_identifiers.csv",
              "id organization_id identifier_scheme identifier_type identifier", kOfOrganization},
    HsdsTable{"taxonomy", "taxonomies.csv", "id name description uri version", {}},
    HsdsTable{"url", "url.csv", "id label url organization_id service_id", kUrls},
    HsdsTable{"service_capacity", "service_capacity.csv",
              "id service_id unit_id available maximum description updated", kCapacities},
    HsdsTable{"unit", "units.csv", "id name scheme identifier uri", {}},
    HsdsTable{
        "holiday_schedule", "holiday_schedules.csv",
        "id service_id location_id service_at_location_id closed start_date end_date opens_at "
        "closes_at",
        kHolidays},
    HsdsTable{"eligibility", "eligibility.csv", "id service_id eligibility", kEligibility},
    HsdsTable{"payment_accepted", "payment_accepted.csv", "id service_id payment", kPayments},
};

constexpr std::array kReferences = {
    TableReference{"service", "organization_id", "organization", "organization"},
    TableReference{"service", "program_id", "program", "program"},
    TableReference{"service_at_location", "location_id", "location", "location"},
    TableReference{"attribute", "taxonomy_term_id", "taxonomy_term", "taxonomy_term"},
    TableReference{"taxonomy_term", "taxonomy_id", "taxonomy", "taxonomy_detail"},
    TableReference{"service_capacity", "unit_id", "unit", "unit"},
};

/// A file's name in an older version or another hand, in the singular and without ".csv".
struct FileName {
  std::string_view stem;
  TableRole role;
};
constexpr std::array kFileNames = {
    FileName{"physical_address", {"address", "address_type", "physical"}},
    FileName{"postal_address", {"address", "address_type", "postal"}},
    FileName{"mail_address", {"address", "address_type", "postal"}},
    FileName{"regular_schedule", {"schedule", "", ""}},
    FileName{"accessibility_for_disabilities", {"accessibility", "", ""}},
    FileName{"accessibility_for_disabilitie", {"accessibility", "", ""}},
    FileName{"services_at_location", {"service_at_location", "", ""}},
    FileName{"service_attribute", {"attribute", "link_entity", "service"}},
    FileName{"service_taxonomy", {"attribute", "link_entity", "service"}},
    FileName{"services_taxonomy", {"attribute", "link_entity", "service"}},
    FileName{"other_attribute", {"attribute", "", ""}},
    FileName{"link_taxonomy", {"attribute", "", ""}},
    FileName{"payments_accepted", {"payment_accepted", "", ""}},
    FileName{"additional_url", {"url", "", ""}},
    FileName{"metadatum", {"metadata", "", ""}},
};

struct ColumnName {
  std::string_view table;
  std::string_view column;
  std::string_view current;
};
constexpr std::array kColumnNames = {
    ColumnName{"organization", "url", "website"},
    ColumnName{"service", "website", "url"},
    ColumnName{"service", "urls", "url"},
    ColumnName{"service", "eligibility", "eligibility_description"},
    ColumnName{"phone", "number_type", "type"},
    ColumnName{"schedule", "weekday", "byday"},
    ColumnName{"accessibility", "accessibility", "description"},
    ColumnName{"language", "language", "name"},
    ColumnName{"service_area", "service_area", "name"},
    ColumnName{"attribute", "service_id", "link_id"},
    ColumnName{"attribute", "taxonomy_id", "taxonomy_term_id"},
    ColumnName{"taxonomy_term", "vocabulary", "taxonomy"},
    ColumnName{"taxonomy_term", "term", "name"},
};

constexpr std::array kSplitColumns = {
    SplitColumn{"service", "languages", "languages", "name"},
    SplitColumn{"service", "service_areas", "service_areas", "name"},
    SplitColumn{"service", "required_documents", "required_documents", "document"},
    SplitColumn{"service", "funding_sources", "funding", "source"},
    SplitColumn{"service", "accepted_payments", "payments_accepted", "payment"},
    SplitColumn{"organization", "funding_sources", "funding", "source"},
    SplitColumn{"location", "languages", "languages", "name"},
    SplitColumn{"location", "accessibility", "accessibility", "description"},
};

struct TypedColumns {
  std::string_view type;
  std::string_view columns;  ///< each between blanks
};
constexpr std::array kTypes = {
    TypedColumns{"number",
                 " year_incorporated minimum_age maximum_age latitude longitude extension timezone "
                 "count interval amount available maximum "},
    TypedColumns{"date", " assured_date valid_from valid_to dtstart until last_action_date "},
    TypedColumns{"datetime", " last_modified updated "},
    TypedColumns{"time", " opens_at closes_at "},
};

/// "services", "addresses" and "eligibilities" in the singular.
std::string singular(std::string stem) {
  if (stem.ends_with("ies")) {
    stem.replace(stem.size() - 3, 3, "y");
  } else if (stem.ends_with("sses")) {
    stem.resize(stem.size() - 2);
  } else if (stem.ends_with('s') && !stem.ends_with("ss")) {
    stem.pop_back();
  }
  return stem;
}

std::optional<TableRole> find_role(std::string_view stem) {
  if (find_hsds_table(stem) != nullptr) {
    return TableRole{find_hsds_table(stem)->name, "", ""};
  }
  const auto* const found = std::find_if(kFileNames.begin(), kFileNames.end(),
                                         [&](const FileName& name) { return name.stem == stem; });
  return found == kFileNames.end() ? std::nullopt : std::optional(found->role);
}

}  // namespace

std::span<const HsdsTable> hsds_tables() {
  return kTables;
}

const HsdsTable* find_hsds_table(std::string_view name) {
  const auto* const found = std::find_if(
      kTables.begin(), kTables.end(), [&](const HsdsTable& table) { return table.name == name; });
  return found == kTables.end() ? nullptr : found;
}

std::span<const TableReference> hsds_references() {
  return kReferences;
}

const TableReference* find_hsds_reference(std::string_view table, std::string_view column) {
  const auto* const found =
      std::find_if(kReferences.begin(), kReferences.end(), [&](const TableReference& reference) {
        return reference.table == table && reference.column == column;
      });
  return found == kReferences.end() ? nullptr : found;
}

std::vector<std::string_view> columns_of(const HsdsTable& table) {
  return split(table.columns, ' ');
}

std::string_view type_of_column(std::string_view column) {
  const std::string word = " " + std::string(column) + " ";
  const auto* const found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const TypedColumns& typed) {
        return typed.columns.find(word) != std::string_view::npos;
      });
  return found == kTypes.end() ? "string" : found->type;
}

std::optional<TableRole> role_of_file(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  std::string stem = lower_case(name.substr(slash == std::string_view::npos ? 0 : slash + 1));
  if (!stem.ends_with(".csv")) {
    return std::nullopt;
  }
  stem.resize(stem.size() - std::string_view(".csv").size());
  std::replace_if(
      stem.begin(), stem.end(), [](char letter) { return letter == '-' || letter == ' '; }, '_');
  const std::optional<TableRole> role = find_role(stem);
  return role ? role : find_role(singular(stem));
}

std::string current_column(std::string_view table, std::string_view column) {
  const auto* const found = std::find_if(
      kColumnNames.begin(), kColumnNames.end(),
      [&](const ColumnName& name) { return name.table == table && name.column == column; });
  return std::string(found == kColumnNames.end() ? column : found->current);
}

const SplitColumn* find_split_column(std::string_view table, std::string_view column) {
  const auto* const found = std::find_if(
      kSplitColumns.begin(), kSplitColumns.end(),
      [&](const SplitColumn& split) { return split.table == table && split.column == column; });
  return found == kSplitColumns.end() ? nullptr : found;
}

}  // namespace kring::catalog::formats
