// Is any file read as a feed of UiTdatabank, or refused, without harm?

#include "tests/fuzz/feed_target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  read_feed("uitdatabank", bytes);
}

}  // namespace kring::fuzz
