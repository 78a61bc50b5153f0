// Which columns has the municipality's template, and which headings mean them?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kring::catalog::formats {

/// What a column tells, in the order of the template.
enum class Field : std::uint8_t {
  kKey,
  kName,
  kDescription,
  kOrganization,
  kVenue,
  kStreet,
  kPostcode,
  kTown,
  kPhone,
  kPhoneNote,
  kEmail,
  kUrl,
  kDays,
  kOpens,
  kCloses,
  kFrequency,
  kFirstDay,
  kLastDay,
  kTimeNote,
  kAttendance,
  kCost,
  kCostUnit,
  kCostNote,
  kMinAge,
  kMaxAge,
  kAudience,
  kLanguages,
  kGroupSize,
  kApplication,
  kReferral,
  kWaiting,
  kAreas,
  kWheelchair,
  kAccess,
  kTransport,
  kTags,
  kStatus,
  kAlert,
  kVerified,
  kModified,
  kCount,
  kExcept,
  kCurrency,
  kPlaceKind,
  kPlaceUrl,
  kMunicipality,
  kCountry,
  kLatitude,
  kLongitude,
  kPlaceKey,
  kZone,
  kOrganizationKey,
  kOrganizationDescription,
  kOrganizationEmail,
  kOrganizationUrl,
  kHouseNumber,  ///< read only: the template has it in the street
  kLicence,      ///< kept only, as kAttribution: exports name the terms of a source in them
  kAttribution,
};

struct TemplateColumn {
  Field field;
  std::string_view heading;
  std::string_view synonyms;  ///< other headings, folded (encoding.h), "|" between
  std::string_view help;
  std::string_view example;
};

/// The columns that are written, in their order.
std::span<const TemplateColumn> written_columns();

std::string_view heading_of(Field field);

/// What a heading tells; absent where no column is called so. Case, accents and signs do not
/// matter.
std::optional<Field> find_field(std::string_view heading);

/// Whether a column is about persons ("Contactpersoon", "Mobiel van vrijwilliger", "BSN"): such
/// columns are never read.
bool is_about_persons(std::string_view heading);

}  // namespace kring::catalog::formats
