#include "service/paper/layout.h"

#include <algorithm>
#include <cstddef>

namespace kring::service {
namespace {

/// Where a strip stands.
struct Place {
  int page = 1;
  double top = 0;
};

constexpr std::size_t kHeadStrips = 5;  ///< of a group that stay together when it breaks

double height_of(const Group& group, std::size_t strips, double spacing) {
  double height = 0;
  for (std::size_t i = 0; i < std::min(strips, group.strips.size()); ++i)
    height += group.strips[i].height + (i == 0 ? 0 : group.strips[i].before * spacing);
  return height;
}

/// The height of what begins on the page of the group at `number`: itself, and what it keeps.
double height_kept(const std::vector<Group>& groups, std::size_t number, const Fit& fit) {
  const auto height_of_one = [&fit](const Group& group) {
    const bool is_whole = fit.breaks == Breaks::kBetweenGroups;
    return height_of(group, is_whole ? group.strips.size() : kHeadStrips, fit.spacing);
  };
  double height = height_of_one(groups[number]);
  while (groups[number].next == Follows::kOnThisPage && number + 1 < groups.size()) {
    ++number;
    height += groups[number].strips.front().before * fit.spacing + height_of_one(groups[number]);
  }
  return height;
}

/// The place of every strip, group by group. A group goes to the next page where it does not fit
/// here; one that is longer than a page runs on from strip to strip.
std::vector<Place> place_strips(const std::vector<Group>& groups,
                                const PageRoom& room,
                                const Fit& fit) {
  std::vector<Place> places;
  Place next{1, room.top};
  const auto turn = [&next, &room] { next = {next.page + 1, room.top}; };
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const double before = groups[i].strips.front().before * fit.spacing;
    const double height = height_kept(groups, i, fit);
    const bool fits_on_a_page = height <= room.bottom - room.top;
    if (fits_on_a_page && next.top != room.top && next.top + before + height > room.bottom) turn();
    for (const Strip& strip : groups[i].strips) {
      if (next.top != room.top) next.top += strip.before * fit.spacing;
      if (next.top + strip.height > room.bottom && next.top != room.top) turn();
      places.push_back(next);
      next.top += strip.height;
    }
  }
  return places;
}

}  // namespace

int count_pages(const std::vector<Group>& groups, const PageRoom& room, const Fit& fit) {
  const std::vector<Place> places = place_strips(groups, room, fit);
  return places.empty() ? 1 : places.back().page;
}

void draw_pages(Paper& paper,
                const std::vector<Group>& groups,
                const PageRoom& room,
                const Fit& fit,
                const std::function<void(int page)>& finish_page) {
  const std::vector<Place> places = place_strips(groups, room, fit);
  int page = 1;
  std::size_t number = 0;
  const auto turn_to = [&](int wanted) {
    if (wanted == page) return;
    finish_page(page);
    paper.turn_page();
    page = wanted;
  };
  for (const Group& group : groups) {
    const double height = height_of(group, group.strips.size(), fit.spacing);
    turn_to(places[number].page);
    if (group.draw_under) group.draw_under(paper, places[number].top, height);
    for (const Strip& strip : group.strips) {
      const Place& place = places[number++];
      turn_to(place.page);
      strip.draw(paper, place.top);
    }
  }
  finish_page(page);
}

}  // namespace kring::service
