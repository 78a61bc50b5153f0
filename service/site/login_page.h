// What does a person see who logs in, or tried to?
#pragma once

#include <string>

#include "service/access/caller.h"
#include "service/access/login.h"
#include "service/site/frame.h"
#include "service/site/texts.h"

namespace kring::service {

/// In which words and within which frame.
struct LoginView {
  const PageTexts& texts;
  SiteFrame frame = {};
};

/// Whether someone is logged in, and the way in or out. It tells nothing of who that is.
std::string write_login_status_page(const access::Caller& caller, const LoginView& view);

/// Why it failed, and what to do.
std::string write_login_fault_page(access::LoginFault fault, const LoginView& view);

}  // namespace kring::service
