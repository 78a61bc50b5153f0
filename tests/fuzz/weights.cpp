// Does every weight of a document that is taken lie in its own range?

#include "catalog/weights.h"

#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const catalog::Result<catalog::Weights> weights = catalog::parse_weights(bytes);
  if (!weights) return;
  for (const catalog::Weight& weight : weights->entries()) {
    expect(weight.min <= weight.value && weight.value <= weight.max, "min <= value <= max");
    expect(weights->has(weight.name), "a weight is found by its name");
  }
}

}  // namespace kring::fuzz
