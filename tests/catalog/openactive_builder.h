// How does a test write items of OpenActive and the page they stand on?
#pragma once

#include <string>

namespace kring::tests {

inline std::string item(const std::string& id,
                        int modified,
                        const std::string& data,
                        const std::string& kind = "SessionSeries") {
  return R"({"state":"updated","kind":")" + kind + R"(","id":")" + id + R"(","modified":)"
         + std::to_string(modified) + R"(,"data":)" + data + "}";
}

inline std::string deleted(const std::string& id, int modified) {
  return R"({"state":"deleted","kind":"SessionSeries","id":")" + id + R"(","modified":)"
         + std::to_string(modified) + "}";
}

inline std::string page(const std::string& items) {
  return R"({"next":"https://example.org/next","items":[)" + items
         + R"(],"license":"https://creativecommons.org/licenses/by/4.0/"})";
}

inline std::string series(const std::string& id,
                          const std::string& name,
                          const std::string& more = "") {
  return R"({"@type":"SessionSeries","@id":")" + id + R"(","name":")" + name + "\""
         + (more.empty() ? "" : "," + more) + "}";
}

}  // namespace kring::tests
