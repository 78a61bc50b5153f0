#include "service/paper/pdf.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "service/paper/layout.h"
#include "service/paper/paper.h"
#include "service/sheet/sheet.h"

namespace kring::service {
namespace {

constexpr double kSide = 48;    ///< margin left and right
constexpr double kTop = 42;     ///< margin above
constexpr double kBottom = 34;  ///< margin below the foot
constexpr double kFootGap = 12;
constexpr double kIndent = 44;   ///< of what stands beside a number
constexpr double kBullet = 14;   ///< of what stands beside a bullet
constexpr double kPadding = 12;  ///< within a box
constexpr double kDisc = 32;
constexpr double kBelowBox = 6;
constexpr double kHandwriting = 18;  ///< a line to write on
constexpr double kLabelShare = 0.3;  ///< of a row's width
/// From airy to tight: the first with which the sheet takes two pages.
constexpr std::array kFits = {Fit{1.0, Breaks::kBetweenGroups}, Fit{0.7, Breaks::kBetweenGroups},
                              Fit{0.8, Breaks::kWithinGroups}, Fit{0.4, Breaks::kWithinGroups}};
constexpr int kWantedPages = 2;

constexpr TextStyle kBody{};
constexpr TextStyle kListed{
    12.5, Weight::kRegular, Ink::kText, Role::kParagraph, Alignment::kStart, kBullet};
constexpr TextStyle kSmall{12, Weight::kRegular, Ink::kSoft};
constexpr TextStyle kStrong{12.5, Weight::kBold};
constexpr TextStyle kTitle{26, Weight::kBold, Ink::kAccent, Role::kTitle};
constexpr TextStyle kHeading{15, Weight::kBold, Ink::kAccent, Role::kHeading};
constexpr TextStyle kSideHeading{12.5, Weight::kBold, Ink::kAccent, Role::kHeading};
constexpr TextStyle kCardTitle{14.5, Weight::kBold, Ink::kText, Role::kSubheading};
constexpr TextStyle kGoal{15, Weight::kBold};
constexpr TextStyle kPhone{19, Weight::kBold};
constexpr TextStyle kAddress{
    14, Weight::kBold};  ///< of mail or a page, which are long, and second best
constexpr TextStyle kWarning{14, Weight::kBold, Ink::kWarning};
constexpr TextStyle kNumber{17, Weight::kBold, Ink::kPaper, Role::kParagraph, Alignment::kCentre};

constexpr const char* kIsolate = "\u2068";      // FIRST STRONG ISOLATE
constexpr const char* kLeftToRight = "\u2066";  // LEFT-TO-RIGHT ISOLATE
constexpr const char* kEndIsolate = "\u2069";   // POP DIRECTIONAL ISOLATE

/// A stretch of the page's width.
struct Span {
  double left = kSide;
  double width = kPageWidth - 2 * kSide;
};

constexpr Span kWhole;

/// Makes a group at least so high, or what is drawn beside it would reach into the next.
void fill_up(Group& group, double least) {
  const double height =
      std::accumulate(group.strips.begin(), group.strips.end(), 0.0,
                      [](double sum, const Strip& strip) { return sum + strip.height; });
  if (height < least)
    group.strips.push_back({0, least - height, [](Paper& /*paper*/, double /*top*/) {}});
}

/// Turns the blocks of a sheet into strips.
class SheetLayout {
 public:
  SheetLayout(const Sheet& sheet, Paper& paper) : sheet_(sheet), paper_(paper) {}

  std::vector<Group> lay_out();

 private:
  [[nodiscard]] Span indent(const Span& span, double by) const {
    return {sheet_.is_right_to_left ? span.left : span.left + by, span.width - by};
  }
  /// A name from outside, which keeps its own direction.
  [[nodiscard]] std::string isolate(const std::string& text) const {
    return sheet_.is_right_to_left ? kIsolate + text + kEndIsolate : text;
  }
  Strip make_text(const std::string& text, const TextStyle& style, const Span& span, double before);
  void add_reach(Group& group, const SheetReach& reach, const TextStyle& style, const Span& span);
  void add_card(Group& group, const SheetCard& card, const Span& span);
  Group make_priority(const SheetPriority& priority);
  Group make_row(const SheetRow& row, const TextStyle& label_style);
  Group make_box(const std::vector<std::pair<std::string, TextStyle>>& texts, bool warns);
  void add_section(std::vector<Group>& groups, const SheetSection& section);

  const Sheet& sheet_;
  Paper& paper_;
};

Strip SheetLayout::make_text(const std::string& text,
                             const TextStyle& style,
                             const Span& span,
                             double before) {
  const double height = paper_.measure(text, style, span.width);
  return {before, height, [=](Paper& paper, double top) {
            paper.write(text, style, {span.left, top, span.width, height});
          }};
}

void SheetLayout::add_reach(Group& group,
                            const SheetReach& reach,
                            const TextStyle& style,
                            const Span& span) {
  const std::string hours = reach.hours.empty() ? "" : " (" + reach.hours + ")";
  const std::string line = reach.label + " " + kLeftToRight + reach.value + kEndIsolate + hours;
  group.strips.push_back(make_text(line, style, span, 2));
  if (!reach.note.empty())
    group.strips.push_back(make_text(isolate("(" + reach.note + ")"), kSmall, span, 0));
}

void SheetLayout::add_card(Group& group, const SheetCard& card, const Span& span) {
  const bool is_first_phone =
      card.reach && card.reach->link.starts_with("tel:") && !card.number.empty();
  if (card.reach) add_reach(group, *card.reach, is_first_phone ? kPhone : kAddress, span);
  if (!card.next.empty()) group.strips.push_back(make_text(card.next, kStrong, span, 2));
  for (const std::string& line : card.lines)
    group.strips.push_back(make_text(isolate(line), kBody, span, 1));
  if (!card.paragraph.empty()) group.strips.push_back(make_text(card.paragraph, kBody, span, 2));
  for (const SheetList& list : card.lists) {
    if (!list.heading.empty()) group.strips.push_back(make_text(list.heading, kStrong, span, 5));
    for (const std::string& item : list.items)
      group.strips.push_back(make_text("•\t" + item, kListed, span, 1));
  }
}

Group SheetLayout::make_priority(const SheetPriority& priority) {
  Group group;
  const Span span = indent(kWhole, kIndent);
  group.strips.push_back(make_text(isolate(priority.card.title), kCardTitle, span, 16));
  add_card(group, priority.card, span);
  if (priority.fallback) {
    const Span inner = indent(span, kPadding);
    group.strips.push_back(make_text(priority.fallback_heading, kSmall, inner, 7));
    group.strips.push_back(make_text(isolate(priority.fallback->title), kStrong, inner, 1));
    add_card(group, *priority.fallback, inner);
  }
  fill_up(group, kDisc);
  const double disc_left = sheet_.is_right_to_left ? kPageWidth - kSide - kDisc : kSide;
  const std::string number = priority.card.number;
  const double shift = (kDisc - paper_.measure(number, kNumber, kDisc)) / 2;
  group.draw_under = [=](Paper& paper, double top, double /*height*/) {
    paper.draw_rule({kSide, top - 6, kPageWidth - 2 * kSide, 0});
    paper.fill_disc({disc_left, top - 1, kDisc, kDisc});
    paper.write(number, kNumber, {disc_left, top - 1 + shift, kDisc, kDisc});
  };
  return group;
}

Group SheetLayout::make_row(const SheetRow& row, const TextStyle& label_style) {
  const Span span = kWhole;
  const double label_width = span.width * kLabelShare;
  const Span label{sheet_.is_right_to_left ? span.left + span.width - label_width : span.left,
                   label_width - kPadding};
  const Span beside = indent(span, label_width);
  std::vector<Strip> texts;
  double height = 0;
  for (const std::string& text : row.texts) {
    texts.push_back(make_text(text, kBody, beside, 0));
    height += texts.back().height;
  }
  const double written = height + (row.has_room ? kHandwriting : 0);
  const std::string name = isolate(row.label);
  const double name_height = paper_.measure(name, label_style, label.width);
  const double whole_height = std::max(written, name_height);
  Group group;
  group.strips.push_back(
      {11, whole_height, [=, has_room = row.has_room](Paper& paper, double top) {
         paper.draw_rule({span.left, top - 4, span.width, 0});
         paper.write(name, label_style, {label.left, top, label.width, name_height});
         double at = top;
         for (const Strip& text : texts) {
           text.draw(paper, at);
           at += text.height;
         }
         if (has_room) paper.draw_dots({beside.left, top + whole_height - 2, beside.width, 0});
       }});
  return group;
}

Group SheetLayout::make_box(const std::vector<std::pair<std::string, TextStyle>>& texts,
                            bool warns) {
  const Span outer = kWhole;
  const Span inner{outer.left + kPadding, outer.width - 2 * kPadding};
  Group group;
  for (const auto& [text, style] : texts)
    group.strips.push_back(make_text(text, style, inner, group.strips.empty() ? 20 : 0));
  group.strips.push_back({0, kPadding / 2 + kBelowBox, [](Paper& /*paper*/, double /*top*/) {}});
  group.draw_under = [=](Paper& paper, double top, double height) {
    const Box box{outer.left, top - kPadding / 2, outer.width, height + kPadding / 2 - kBelowBox};
    if (warns) {
      paper.frame(box);
    } else {
      paper.fill(box);
    }
  };
  return group;
}

void SheetLayout::add_section(std::vector<Group>& groups, const SheetSection& section) {
  if (section.priorities.empty() && section.rows.empty()) {
    groups.push_back(make_row({section.heading, section.paragraphs, false}, kSideHeading));
    return;
  }
  Group head;
  head.strips.push_back(make_text(section.heading, kHeading, kWhole, 14));
  for (const std::string& paragraph : section.paragraphs)
    head.strips.push_back(make_text(paragraph, kBody, kWhole, 1));
  head.next = Follows::kOnThisPage;
  groups.push_back(std::move(head));
  for (const SheetPriority& priority : section.priorities)
    groups.push_back(make_priority(priority));
  for (const SheetRow& row : section.rows)
    groups.push_back(make_row(row, kStrong));
}

std::vector<Group> SheetLayout::lay_out() {
  std::vector<Group> groups;
  Group title;
  title.strips.push_back(make_text(sheet_.title, kTitle, kWhole, 0));
  groups.push_back(std::move(title));
  if (sheet_.notice) {
    std::vector<std::pair<std::string, TextStyle>> texts = {{sheet_.notice->text, kWarning}};
    for (const SheetReach& contact : sheet_.notice->contacts) {
      texts.emplace_back(kLeftToRight + contact.value + kEndIsolate + "  " + isolate(contact.label),
                         kStrong);
    }
    groups.push_back(make_box(texts, true));
  }
  groups.push_back(make_box({{sheet_.goal_heading, kHeading}, {sheet_.goal, kGoal}}, false));
  for (const SheetSection& section : sheet_.sections)
    add_section(groups, section);
  return groups;
}

/// The foot as one text, each of its sentences in its own direction.
std::string join_foot(const Sheet& sheet) {
  std::string joined;
  for (const std::string& line : sheet.foot) {
    joined += joined.empty() ? "" : " ";
    joined += sheet.is_right_to_left ? kIsolate + line + kEndIsolate : line;
  }
  return joined;
}

}  // namespace

std::string write_pdf_plan(const engine::Plan& plan) {
  const Sheet sheet = make_sheet(plan);
  Paper paper({sheet.language, sheet.is_right_to_left, sheet.title, plan.date});
  const std::vector<Group> groups = SheetLayout(sheet, paper).lay_out();
  const std::string foot = join_foot(sheet);
  const double foot_height = paper.measure(foot, kSmall, kWhole.width);
  const double foot_top = kPageHeight - kBottom - foot_height;
  const PageRoom room{kTop, foot_top - kFootGap};
  const auto* const fit = std::find_if(
      kFits.begin(), std::prev(kFits.end()),
      [&](const Fit& tried) { return count_pages(groups, room, tried) <= kWantedPages; });
  draw_pages(paper, groups, room, *fit, [&](int /*page*/) {
    paper.draw_rule({kWhole.left, foot_top - kFootGap / 2, kWhole.width, 0});
    paper.write(foot, kSmall, {kWhole.left, foot_top, kWhole.width, foot_height});
  });
  return paper.finish();
}

}  // namespace kring::service
