#include "catalog/duplicates/traits_bytes.h"

#include <cassert>
#include <cstring>
#include <type_traits>

namespace kring::catalog::duplicates {
namespace {

class Writer {
 public:
  template <class Value>
  void operator()(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const std::size_t end = bytes_.size();
    bytes_.resize(end + sizeof value);
    std::memcpy(bytes_.data() + end, &value, sizeof value);
  }

  template <class Value>
  void operator()(const std::vector<Value>& values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    (*this)(static_cast<std::uint32_t>(values.size()));
    const std::size_t end = bytes_.size();
    bytes_.resize(end + values.size() * sizeof(Value));
    if (!values.empty()) {
      std::memcpy(bytes_.data() + end, values.data(), values.size() * sizeof(Value));
    }
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class Value>
  void operator()(Value& value) {
    assert(bytes_.size() >= sizeof value);
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }

  template <class Value>
  void operator()(std::vector<Value>& values) {
    std::uint32_t count = 0;
    (*this)(count);
    values.resize(count);
    assert(bytes_.size() >= count * sizeof(Value));
    if (count > 0) std::memcpy(values.data(), bytes_.data(), count * sizeof(Value));
    bytes_.remove_prefix(count * sizeof(Value));
  }

 private:
  std::string_view bytes_;
};

// Every member once, in one order for both ways.
template <class Visit, class AnyTraits>
void visit_all(AnyTraits& traits, Visit& visit) {
  for (auto* words : {&traits.name, &traits.own_name, &traits.name_letters, &traits.organization,
                      &traits.spellings, &traits.text, &traits.venues, &traits.regions,
                      &traits.phones, &traits.figures, &traits.variant.numbers}) {
    visit(*words);
  }
  for (auto* hash : {&traits.organization_key, &traits.email, &traits.host, &traits.address,
                     &traits.variant.level, &traits.variant.gender, &traits.variant.years,
                     &traits.variant.kind, &traits.variant.purpose}) {
    visit(*hash);
  }
  visit(traits.list);
  visit(traits.prices);
  visit(traits.addresses);
  visit(traits.times.days);
  visit(traits.times.hours);
  visit(traits.times.minutes);
  visit(traits.times.is_from_words);
  visit(traits.times.span);
  visit(traits.subjects);
  visit(traits.is_over);
  visit(traits.variant.reach);
  visit(traits.variant.min_age);
  visit(traits.variant.max_age);
}

}  // namespace

std::string write_traits(const Traits& traits) {
  Writer writer;
  visit_all(traits, writer);
  return writer.take();
}

Traits read_traits(std::string_view bytes) {
  Traits traits;
  Reader reader(bytes);
  visit_all(traits, reader);
  return traits;
}

}  // namespace kring::catalog::duplicates
