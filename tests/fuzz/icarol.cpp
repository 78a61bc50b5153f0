// Is any file read as a helpline's export, or refused, without harm?

#include "tests/fuzz/feed_target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  read_feed("icarol-csv", bytes);
}

}  // namespace kring::fuzz
