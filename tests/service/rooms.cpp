#include "tests/service/rooms.h"

#include <utility>

#include "service/http/target.h"
#include "service/routes/routes.h"
#include "tests/service/running_server.h"

namespace kring::service::tests {

Rooms::Rooms(MatcherSource source,
             const OpenData* open_data,
             Guard guard,
             ApplicationOptions options)
    : matchers_(std::move(source)),
      application_(make_application(
          make_router({matchers_, make_fixed_clock(), open_data}, std::move(guard)),
          make_stream_log(log_),
          std::move(options))) {
  matchers_.refresh();
}

Response Rooms::get(const std::string& target, Headers headers) const {
  return send(Method::kGet, target, {}, std::move(headers));
}

Response Rooms::post(const std::string& target, std::string body) const {
  return send(Method::kPost, target, std::move(body),
              {{"Content-Type", "application/json; charset=UTF-8"}});
}

Response Rooms::send(Method method,
                     const std::string& target,
                     std::string body,
                     Headers headers) const {
  const auto parsed = parse_target(target).value();
  return application_.handle(
      {method, parsed.segments, parsed.query, std::move(headers), std::move(body)});
}

Rooms make_rooms() {
  return Rooms(make_stub_source(make_stub_matcher()));
}

}  // namespace kring::service::tests
