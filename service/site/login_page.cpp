#include "service/site/login_page.h"

#include "service/html.h"
#include "service/site/frame.h"

namespace kring::service {
namespace {

constexpr const char* kParagraph = "p class=\"utrecht-paragraph\"";

std::string write_page(const LoginView& view, const std::string& rest) {
  const PageTexts& texts = view.texts;
  SitePage page;
  page.frame = view.frame;
  page.title = texts.say("login.title");
  page.address = "/login/status";
  page.main = write_element("h1 class=\"utrecht-heading-1\"", page.title) + rest;
  return write_site_page(page, texts);
}

std::string write_way_in(const PageTexts& texts, std::string_view words) {
  return "<p>" + write_link("/login", texts.say(words)) + "</p>\n";
}

std::string write_way_out(const PageTexts& texts) {
  return "<form method=\"post\" action=\"/logout\">\n"
         "<button type=\"submit\" class=\"utrecht-button utrecht-button--secondary-action\">"
         + escape_html(texts.say("login.leave")) + "</button>\n</form>\n"
         + write_element(kParagraph, texts.say("login.leave_there"));
}

}  // namespace

std::string write_login_status_page(const access::Caller& caller, const LoginView& view) {
  const PageTexts& texts = view.texts;
  if (caller.identity != access::Identity::kToken) {
    return write_page(
        view, write_element(kParagraph, texts.say("login.out")) + write_way_in(texts, "login.do"));
  }
  const std::string_view next = caller.roles.empty() ? "login.no_role" : "login.back";
  return write_page(view, write_element(kParagraph, texts.say("login.in"))
                              + write_element(kParagraph, texts.say(next)) + write_way_out(texts));
}

std::string write_login_fault_page(access::LoginFault fault, const LoginView& view) {
  const PageTexts& texts = view.texts;
  const std::string reason = "login.faults." + std::string(name_of(fault));
  return write_page(view, "<div class=\"notice problem\" role=\"alert\">\n"
                              + write_element("p", texts.say(reason)) + "</div>\n"
                              + write_way_in(texts, "login.again"));
}

}  // namespace kring::service
