#include "catalog/feeds/fetch.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "catalog/feeds/fetch_problems.h"

namespace kring::catalog::feeds {

namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

bool is_redirect(const HttpAnswer& answer) {
  static constexpr int kFirst = 301;
  static constexpr int kLast = 308;
  const bool is_status =
      answer.status >= kFirst && answer.status <= kLast && answer.status != kNotModified;
  return answer.fault == TransferFault::kNone && is_status && !answer.location.empty();
}

/// How long to wait before the next attempt; absent where the server asks for more than that.
std::optional<std::chrono::milliseconds> next_wait(const HttpAnswer& answer,
                                                   const FetchLimits& limits,
                                                   int attempt) {
  const std::chrono::milliseconds own{
      std::min(limits.first_wait.count() << attempt, limits.longest_wait.count())};
  if (!answer.retry_after) return own;
  const std::chrono::milliseconds asked = *answer.retry_after;
  return asked > limits.longest_wait ? std::nullopt : std::optional(std::max(own, asked));
}

/// The answer of one address, after as many attempts as it takes and the limits allow.
Result<HttpAnswer> ask_patiently(const Question& question, const FetchSettings& settings) {
  for (int attempt = 0;; ++attempt) {
    HttpAnswer answer = ask(question, settings.limits, settings.rules, settings.stop);
    const bool is_last = attempt + 1 >= settings.limits.attempts;
    if (!may_pass(answer)) return answer;
    const auto wait = next_wait(answer, settings.limits, attempt);
    if (!wait) return make_retry_later(question.address, *answer.retry_after);
    if (is_last) return answer;
    settings.wait(*wait);
    if (settings.stop.stop_requested()) {
      answer.fault = TransferFault::kStopped;
      return answer;
    }
  }
}

Result<FetchedPage> make_page(HttpAnswer answer, const Question& question) {
  const bool is_page = answer.status == kOk || answer.status == kNotModified;
  if (answer.fault != TransferFault::kNone || !is_page)
    return describe_failure(answer, question.address);
  if (answer.status == kNotModified) {
    return FetchedPage{PageState::kUnchanged, "", question.address, question.etag,
                       question.last_modified};
  }
  return FetchedPage{PageState::kNew, std::move(answer.body), question.address,
                     std::move(answer.etag), std::move(answer.last_modified)};
}

}  // namespace

void wait_or_stop(std::chrono::milliseconds duration, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never_told;
  std::unique_lock lock(mutex);
  never_told.wait_for(lock, stop, duration, [] { return false; });
}

Result<FetchedPage> fetch_page(const Question& question, const FetchSettings& settings) {
  Question hop = question;
  for (int hops = 0; hops <= settings.limits.redirects; ++hops) {
    Result<HttpAnswer> answer = ask_patiently(hop, settings);
    if (!answer) return answer.error();
    if (!is_redirect(*answer)) return make_page(std::move(answer).value(), hop);
    const Result<WebAddress> target = resolve(hop.address, answer->location);
    if (!target) return target.error();
    if (!may_visit(settings.rules, question.address, *target)
        || (hop.address.scheme == "https" && target->scheme != "https"))
      return make_host_not_allowed(question.address, *target);
    hop.address = *target;
  }
  return make_too_many_redirects(question.address, settings.limits.redirects);
}

}  // namespace kring::catalog::feeds
