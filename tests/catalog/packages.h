// Which packages of tables do tests read?
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catalog/formats/formats.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {

using Package = std::vector<catalog::FeedFile>;

/// Files of a folder, by name.
inline Package load_folder(const std::string& path) {
  Package files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.is_regular_file()) {
      files.push_back({entry.path().string(), read_file(entry.path().string())});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const catalog::FeedFile& left, const catalog::FeedFile& right) {
              return left.name < right.name;
            });
  return files;
}

inline Package small_package() {
  return {
      {"organizations.csv", "id,name,description\no1,Stichting De Kade,Welzijn\n"},
      {"services.csv", "id,organization_id,name,status,minimum_age\ns1,o1,Koffie,active,18\n"},
      {"locations.csv",
       "id,location_type,name,latitude,longitude\nl1,physical,De Brink,51.5,5.9\n"},
      {"service_at_location.csv", "id,service_id,location_id\nx1,s1,l1\n"},
      {"addresses.csv",
       "id,location_id,address_1,city,postal_code,country,address_type\n"
       "a1,l1,Kerkstraat 1,Weert,6001 AB,NL,physical\n"},
      {"schedules.csv",
       "id,service_at_location_id,freq,interval,byday,opens_at,closes_at\n"
       "r1,x1,WEEKLY,1,WE,10:00:00,11:30:00\n"},
  };
}

/// As a county publishes it: version 1.1, exported by hand, with the faults that such exports have.
inline Package dirty_old_package() {
  return {
      {"organizations.csv", "\"id\",\"name\",\"url\"\n7,Helping Hand,https://hand.example.org\n"},
      {"services.csv",
       "id,organization_id,name,status,eligibility,Internal Ref\r\n"
       "  1 ,7,Walk-in,active,Anyone over 60,A-1\r\n"
       "2,99,Lunch\\nclub,active,,A-2\r\n"
       "3,,Nameless org,inactive,,A-3\r\n"
       "4,7,,active,,A-4\r\n"},
      {"locations.csv", "id,name,latitude,longitude\n1,Main hall,25.7,-80.2\n2,Empty hall,,\n"},
      {"services_at_location.csv", "id,service_id,location_id\n1,1,1\n2,2,88\n"},
      {"physical_addresses.csv",
       "id,location_id,address_1,city,state_province,postal_code,country\n"
       "1,1,1 Main Street,Miami,FL,33101,US\n"},
      {"regular_schedules.csv",
       "id,service_id,weekday,opens_at,closes_at,original_text\n"
       "1,1,Monday,9:00am,5pm,Mon 9-5\n2,1,3,830am,12:00,Wed\n"},
      {"holiday_schedules.csv",
       "id,service_id,closed,start_date,end_date\n1,1,true,2026-12-28,2026-12-28\n"},
      {"accessibility_for_disabilities.csv",
       "id,location_id,accessibility,details\n1,1,ramp,north\n"},
      {"phones.csv",
       "id,service_id,number,number_type\n1,1,305-555-0100,voice\n2,,305-555-0101,fax\n"},
      {"contacts.csv",
       "id,service_id,name,title,email\n1,1,Jane Example,Director,jane@example.org\n"
       "2,2,,Front desk,desk@example.org\n"},
      {"languages.csv", "id,service_id,language\n1,1,Spanish\n"},
      {"services_taxonomy.csv", "id,service_id,taxonomy_id\n1,1,BD-1800.2000\n2,1,t2\n"},
      {"taxonomy.csv",
       "id,name,parent_id,parent_name,vocabulary\nBD-1800.2000,Congregate Meals,,,AIRS\n"
       "t2,Older adults,,,Local\n"},
      {"eligibility.csv", "id,eligibility\n1,Residents only\n"},
  };
}

}  // namespace kring::tests
