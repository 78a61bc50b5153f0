// Where do the test programs start? Catch2's main, compiled once for all of them.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
