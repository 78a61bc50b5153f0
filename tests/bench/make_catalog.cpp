// How is an invented catalogue of any size written? kring_bench_catalog RECORDS SEED >
// catalogue.ndjson
#include <cstdint>
#include <exception>
#include <iostream>
#include <string>

#include "catalog/json.h"
#include "tests/bench/catalog.h"

namespace {

void write_catalog(std::size_t records, std::uint64_t seed) {
  kring::bench::CatalogMaker maker(seed, kring::bench::load_vocabulary(),
                                   kring::bench::load_demo_places());
  for (std::size_t number = 0; number < records; ++number) {
    std::cout << kring::catalog::write_json(maker.make_service()) << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "Usage: kring_bench_catalog RECORDS SEED > catalogue.ndjson\n";
    return 2;
  }
  try {
    write_catalog(std::stoul(arguments[1]), std::stoull(arguments[2]));
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
  return std::cout.flush() ? 0 : 1;
}
