// What stands on the sheet that a person takes home, and in which order?
//
// The plan as blocks to be laid out, whatever draws them. Every text is one line of its own without
// control characters.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/plan/sentences.h"

namespace kring::service {

/// A way to reach somebody, to be read at a glance. Its value runs from left to right in any
/// language.
struct SheetReach {
  std::string label;  ///< "Bel"
  std::string value;  ///< "026-000 01 59"
  std::string link;   ///< "tel:0260000159", a mail address or a page; "" where it cannot be made
  std::string note;   ///< when it is answered, in the record's words, or ""
  std::string hours;  ///< that this is not known, in the sheet's language, or ""
};

struct SheetList {
  std::string heading;
  std::vector<std::string> items;
};

/// One thing to do.
struct SheetCard {
  std::string number;  ///< "1", or "" for a fallback
  std::string title;
  std::optional<SheetReach> reach;
  std::string next;                ///< the next date, or ""
  std::vector<std::string> lines;  ///< each on its own line
  std::string paragraph;           ///< short sentences, run on
  std::vector<SheetList> lists;
};

struct SheetPriority {
  SheetCard card;
  std::string fallback_heading;
  std::optional<SheetCard> fallback;
};

struct SheetRow {
  std::string label;
  std::vector<std::string> texts;
  bool has_room = false;  ///< for something written by hand
};

struct SheetSection {
  std::string heading;
  std::vector<std::string> paragraphs;
  std::vector<SheetPriority> priorities;
  std::vector<SheetRow> rows;
};

struct SheetNotice {
  std::string text;
  std::vector<SheetReach> contacts;
};

struct Sheet {
  std::string language;  ///< BCP 47
  bool is_right_to_left = false;
  std::string title;
  std::optional<SheetNotice> notice;  ///< above everything
  std::string goal_heading;
  std::string goal;
  std::vector<SheetSection> sections;
  std::vector<std::string> foot;
};

Sheet make_sheet(const engine::Plan& plan);

/// How one reaches the lead: by phone, else by mail, else on its page; absent where nothing is
/// known.
std::optional<SheetReach> find_reach(const engine::Sentences& sentences, const engine::Lead& lead);

/// The text with each control character as a blank.
std::string on_one_line(const std::string& text);

}  // namespace kring::service
