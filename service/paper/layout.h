// Where on which page does each piece come?
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "service/paper/paper.h"

namespace kring::service {

/// A piece as wide as its span, with the room before it.
struct Strip {
  double before = 0;  ///< room above, which may shrink
  double height = 0;
  std::function<void(Paper& paper, double top)> draw;
};

enum class Follows : std::uint8_t {
  kAnywhere,
  kOnThisPage,  ///< the next group begins on the page on which this one ends
};

/// Strips that stay on one page where they fit on one.
struct Group {
  std::vector<Strip> strips;
  std::function<void(Paper& paper, double top, double height)> draw_under;  ///< or beside the whole
  Follows next = Follows::kAnywhere;
};

enum class Breaks : std::uint8_t {
  kBetweenGroups,
  kWithinGroups,  ///< after the first strips of one, which stay together
};

/// How closely strips stand.
struct Fit {
  double spacing = 1;  ///< times the room that strips ask before them
  Breaks breaks = Breaks::kBetweenGroups;
};

struct PageRoom {
  double top = 0;
  double bottom = 0;
};

/// How many pages the groups take, none of them without a strip.
int count_pages(const std::vector<Group>& groups, const PageRoom& room, const Fit& fit);

/// Draws them; `finish_page` is called for each page when it is full, with its number from 1 on.
void draw_pages(Paper& paper,
                const std::vector<Group>& groups,
                const PageRoom& room,
                const Fit& fit,
                const std::function<void(int page)>& finish_page);

}  // namespace kring::service
