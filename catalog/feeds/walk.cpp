#include "catalog/feeds/walk.h"

#include <optional>
#include <utility>

#include "catalog/feeds/thin_lists.h"

namespace kring::catalog::feeds {

namespace {

Problem make_page_problem(const char* code, const WebAddress& address, const Text& text) {
  const std::string place = shown(address);
  return {code, "", {place + ": " + text.nl, place + ": " + text.en}};
}

/// Walks one series.
class Walker {
 public:
  Walker(ActivityStore& store, KeptFeed& feed, const FetchSettings& settings)
      : store_(store), feed_(feed), settings_(settings), thin_lists_(settings) {}

  Walk run(UnixSeconds now) {
    begin(now);
    std::optional<Question> question = first_question();
    while (question) {
      Result<FetchedPage> page = fetch_page(*question, settings_);
      if (!page) return break_off(page.error());
      if (page->state == PageState::kUnchanged) return {WalkEnd::kUnchanged, walk_.paging, 0, {}};
      question = take(std::move(page).value());
    }
    return walk_;
  }

 private:
  /// Goes on with the series that broke off; an old one, or one that had come to its end, is begun
  /// anew.
  void begin(UnixSeconds now) {
    pages_ = store_.count_feed_pages(feed_.source);
    const bool is_old = feed_.series_began_at && now - *feed_.series_began_at > kMaxSeriesAge;
    if (is_old && pages_ > 0 && feed_.held == 0) feed_.next.clear();
    is_fresh_ = pages_ > 0 && feed_.next.empty();
    if (pages_ == 0 || is_fresh_) feed_.series_began_at = now;
  }

  /// What the server said of a page counts only where no other pages wait beside it.
  std::optional<Question> first_question() {
    const Result<WebAddress> address =
        parse_web_address(feed_.next.empty() ? feed_.url : feed_.next);
    if (!address) {
      break_off(address.error());
      return std::nullopt;
    }
    is_first_ = true;
    if (pages_ > 0) return Question{*address, "", ""};
    return Question{*address, feed_.etag, feed_.last_modified};
  }

  /// Keeps the page; the question for the next one, absent where the walk ends.
  std::optional<Question> take(FetchedPage page) {
    Result<PageTurn> turn = turn_page(page.body, page.address);
    if (turn && turn->is_thin) {
      Result<FetchedPage> whole = thin_lists_.fill(std::move(page));
      if (!whole) {
        break_off(whole.error());
        return std::nullopt;
      }
      page = std::move(whole).value();
      turn = turn_page(page.body, page.address);
    }
    if (!turn) {
      break_off(turn.error());
      return std::nullopt;
    }
    if (const std::optional<Problem> fault = find_fault(*turn, page.address)) {
      break_off({*fault});
      return std::nullopt;
    }
    walk_.paging = turn->paging;
    if (is_fresh_) forget_earlier();
    move_on(*turn, page);
    keep(*turn, std::move(page));
    is_first_ = false;
    if (turn->next) return Question{*turn->next, "", ""};
    walk_.end = WalkEnd::kWhole;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Problem> find_fault(const PageTurn& turn,
                                                  const WebAddress& address) const {
    const bool is_series = pages_ > 0 && !is_fresh_;
    if (is_series && turn.paging == Paging::kSingle) {
      return make_page_problem("page_unreadable", address,
                               {"dit is geen pagina van de reeks. Vraag de bron dit te herstellen.",
                                "this is no page of the series. Ask the source to mend it."});
    }
    if (turn.next && !is_fresh_ && store_.has_feed_page(feed_.source, turn.next->text)) {
      return make_page_problem("next_loops", address,
                               {"de volgende pagina is al gelezen. Vraag de bron dit te "
                                "herstellen.",
                                "the next page was read already. Ask the source to mend it."});
    }
    if (pages_ >= kMaxPages) {
      return make_page_problem("too_many_pages", address,
                               {"deze feed heeft te veel pagina's. Vraag de bron om grotere.",
                                "this feed has too many pages. Ask the source for larger ones."});
    }
    return std::nullopt;
  }

  /// Written before the feed moves on, so that whatever ends the program here, no page is passed
  /// over.
  void forget_earlier() {
    feed_.etag.clear();
    feed_.last_modified.clear();
    store_.clear_feed_pages(feed_);
    pages_ = 0;
    is_fresh_ = false;
  }

  /// Where the series goes on, and what may be asked of that page with its tag.
  void move_on(const PageTurn& turn, const FetchedPage& page) {
    const bool ends = !turn.next;
    const bool is_asked_again =
        ends && (turn.paging == Paging::kChanges || (is_first_ && pages_ == 0));
    feed_.etag = is_asked_again ? page.etag : "";
    feed_.last_modified = is_asked_again ? page.last_modified : "";
    const std::optional<WebAddress>& next = turn.next ? turn.next : turn.last;
    feed_.next = next ? next->text : "";
  }

  /// A page that lists nothing is kept only where it is all that there is.
  void keep(const PageTurn& turn, FetchedPage page) {
    const bool says_something =
        !turn.is_empty || (pages_ == 0 && turn.paging == Paging::kNumbered && !turn.next);
    if (!says_something) {
      store_.put_feed(feed_);
      return;
    }
    store_.add_feed_page(feed_, {page.address.text, std::move(page.body)});
    ++pages_;
    ++walk_.pages;
  }

  Walk break_off(Problems problems) {
    walk_.end = WalkEnd::kBrokenOff;
    walk_.problems = std::move(problems);
    return walk_;
  }

  ActivityStore& store_;
  KeptFeed& feed_;
  const FetchSettings& settings_;
  ThinLists thin_lists_;
  Walk walk_;
  std::size_t pages_ = 0;
  bool is_first_ = true;
  bool is_fresh_ = false;  ///< pages of an earlier series wait, which the first new page replaces
};

}  // namespace

Walk walk_feed(ActivityStore& store,
               KeptFeed& feed,
               const FetchSettings& settings,
               UnixSeconds now) {
  return Walker(store, feed, settings).run(now);
}

}  // namespace kring::catalog::feeds
