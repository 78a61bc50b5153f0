// GET /login, /login/callback and /login/status, POST /logout: how does a person come in and go
// out?
#include "service/access/login.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "service/access/cookie.h"
#include "service/routes/page_response.h"
#include "service/site/login_page.h"

namespace kring::service {
namespace {

using access::Login;
using access::LoginFault;
using access::LoginRefusal;

/// Holds the browser's part of a login that is going on.
constexpr std::string_view kLoginCookie = "kring-login";
/// Tells for a working day after a login, and after its end, that someone was logged in with this
/// browser, and not who. Whoever logs in next is asked who they are: a ward's computer has many
/// users, and the provider may still take it for the one before.
constexpr std::string_view kUsedCookie = "kring-used";
constexpr std::string_view kUsed = "1";
constexpr std::chrono::seconds kGone{0};
/// For the operator's log; the page says the same.
constexpr std::string_view kAuthTimeRemedy =
    ": the provider must send the claim auth_time, or login_max_age_minutes must be \"0\" "
    "and login_ask_again \"no\"";

int status_of(LoginFault fault) {
  switch (fault) {
    case LoginFault::kUnknownState:
    case LoginFault::kCode:
      return 400;
    case LoginFault::kDenied:
    case LoginFault::kToken:
    case LoginFault::kStale:
    case LoginFault::kNoAuthTime:
      return 403;
    case LoginFault::kProvider:
      return 502;
    case LoginFault::kUnreachable:
    case LoginFault::kBusy:
      return 503;
  }
  return 500;
}

Response make_fault_response(const Call& call, LoginFault fault, const SiteFrame& frame) {
  const PageTexts& texts = page_texts_for(call);
  Response response = make_page_response(
      status_of(fault), write_login_fault_page(fault, {texts, frame}), texts, Caching::kNever);
  // The browser asks the same again by itself: nothing of the login is used up.
  if (fault == LoginFault::kBusy) {
    const std::string wait = std::to_string(access::kComeBackAfter.count());
    response.headers.push_back({"Retry-After", wait});
    response.headers.push_back({"Refresh", wait});
  }
  return response;
}

Response make_redirect(std::string address) {
  return {303, {{"Location", std::move(address)}, {"Cache-Control", "no-store"}}, ""};
}

class LoginRoutes {
 public:
  explicit LoginRoutes(const Surroundings& surroundings)
      : login_(*surroundings.login),
        reach_(access::reach_of(surroundings.public_address)),
        status_address_(surroundings.public_address + std::string(kLoginDoor)),
        frame_(site_frame(surroundings)),
        note_(surroundings.note) {}

  [[nodiscard]] Response begin(const Call& call) const {
    auto begun = login_.begin(call.request.client, prompt_for(call));
    if (const auto* refusal = std::get_if<LoginRefusal>(&begun)) return refuse(call, *refusal);
    auto& departure = std::get<Login::Departure>(begun);
    Response response = make_redirect(std::move(departure.address));
    set_cookie(response, kLoginCookie, departure.browser, access::kLoginTime);
    return response;
  }

  [[nodiscard]] Welcome finish(const Call& call) const {
    const auto returned = access::read_login_return(call.request);
    if (!returned) return {refuse(call, {LoginFault::kProvider}), call.caller};
    auto finished = login_.finish(*returned, find_cookie(call, kLoginCookie), call.request.client);
    if (const auto* refusal = std::get_if<LoginRefusal>(&finished)) {
      Response response = refuse(call, *refusal);
      // Never renewed: where the provider does not heed the prompt, nobody would get in again.
      if (refusal->fault == LoginFault::kStale && !was_used(call))
        set_cookie(response, kUsedCookie, kUsed, access::kSessionTime);
      return {std::move(response), call.caller};
    }
    auto& arrival = std::get<Login::Arrival>(finished);
    login_.sessions().close(find_cookie(call, access::kSessionCookie));
    Response response = make_redirect(status_address_);
    set_cookie(response, kLoginCookie, "", kGone);
    set_cookie(response, access::kSessionCookie, arrival.session, access::kSessionTime);
    set_cookie(response, kUsedCookie, kUsed, access::kSessionTime);
    return {std::move(response), std::move(arrival.caller)};
  }

  [[nodiscard]] Response leave(const Call& call) const {
    const std::string_view session = find_cookie(call, access::kSessionCookie);
    Response response = make_redirect(status_address_);
    if (session.empty()) return response;  // another site's form brings none, and takes none away
    login_.sessions().close(session);
    set_cookie(response, access::kSessionCookie, "", kGone);
    set_cookie(response, kUsedCookie, kUsed, access::kSessionTime);
    return response;
  }

 private:
  [[nodiscard]] std::string_view find_cookie(const Call& call, std::string_view name) const {
    return access::find_cookie(call.request.headers, access::cookie_name(name, reach_))
        .value_or("");
  }

  [[nodiscard]] access::Prompt prompt_for(const Call& call) const {
    return was_used(call) ? access::Prompt::kLogin : access::Prompt::kAsNeeded;
  }

  [[nodiscard]] bool was_used(const Call& call) const {
    return !find_cookie(call, kUsedCookie).empty();
  }

  void set_cookie(Response& response,
                  std::string_view name,
                  std::string_view value,
                  std::chrono::seconds lifetime) const {
    response.headers.push_back({"Set-Cookie", access::write_cookie(name, value, reach_, lifetime)});
  }

  [[nodiscard]] Response refuse(const Call& call, const LoginRefusal& refusal) const {
    const bool comes_back = refusal.fault == LoginFault::kBusy;  // every second: not refused yet
    if (note_ && !comes_back) {
      note_(fmt::format("login refused: {}{}{}", name_of(refusal.fault),
                        refusal.token ? fmt::format(" ({})", name_of(*refusal.token)) : "",
                        refusal.fault == LoginFault::kNoAuthTime ? kAuthTimeRemedy : ""));
    }
    return make_fault_response(call, refusal.fault, frame_);
  }

  Login& login_;
  access::CookieReach reach_;
  std::string status_address_;
  SiteFrame frame_;
  std::function<void(std::string_view)> note_;
};

Response get_status(const Call& call, const SiteFrame& frame) {
  const PageTexts& texts = page_texts_for(call);
  Response response = make_page_response(200, write_login_status_page(call.caller, {texts, frame}),
                                         texts, Caching::kNever);
  // Its button sends a form to this service, which then reads that it comes from here.
  response.headers.push_back(
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
       "frame-ancestors 'none'"});
  response.headers.push_back({"Referrer-Policy", "same-origin"});
  return response;
}

}  // namespace

void add_login(Router& router, const Surroundings& surroundings) {
  const LoginRoutes routes(surroundings);
  router.add(Method::kGet, "/login", [routes](const Call& call) { return routes.begin(call); });
  router.add_welcome(Method::kGet, "/login/callback",
                     [routes](const Call& call) { return routes.finish(call); });
  router.add(
      Method::kGet, std::string(kLoginDoor),
      [frame = site_frame(surroundings)](const Call& call) { return get_status(call, frame); });
  router.add(Method::kPost, "/logout", [routes](const Call& call) { return routes.leave(call); });
}

}  // namespace kring::service
