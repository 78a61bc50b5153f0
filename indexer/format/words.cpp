#include "indexer/format/words.h"

#include <algorithm>
#include <iterator>
#include <mutex>

#include <fmt/format.h>

#include <xapian.h>

#include "catalog/result.h"

namespace kring::indexer {
namespace {

[[noreturn]] void fail(const std::string& folder, const Xapian::Error& error) {
  throw catalog::Error(
      fmt::format("The index's words in {} cannot be read ({}). Build the index anew: kring index "
                  "--catalog FILE.db --index DIR --rebuild",
                  folder, error.get_type()));
}

}  // namespace

// Handles that no thread uses just now. A Xapian::Database is not shared between threads.
class Words::Pool {
 public:
  explicit Pool(std::string folder) : folder_(std::move(folder)) { put_back(take()); }

  Xapian::Database take() {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        Xapian::Database handle = std::move(free_.back());
        free_.pop_back();
        return handle;
      }
    }
    try {
      return Xapian::Database(folder_);
    } catch (const Xapian::Error& error) {
      fail(folder_, error);
    }
  }

  void put_back(Xapian::Database handle) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(handle));
  }

  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::mutex mutex_;
  std::vector<Xapian::Database> free_;
};

Words::Words(const std::string& folder) : pool_(std::make_unique<Pool>(folder)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

std::vector<std::uint32_t> Words::find(char field, const std::string& term) const {
  Xapian::Database handle = pool_->take();
  std::vector<std::uint32_t> activities;
  try {
    const std::string key = field + term;
    for (auto posting = handle.postlist_begin(key); posting != handle.postlist_end(key);
         ++posting) {
      activities.push_back(*posting - 1);
    }
  } catch (const Xapian::Error& error) {
    fail(pool_->folder(), error);
  }
  pool_->put_back(std::move(handle));
  return activities;
}

std::vector<std::uint32_t> Words::find_in_text(const std::string& stem) const {
  const std::vector<std::uint32_t> whole = find(kTextField, stem);
  const std::vector<std::uint32_t> in_part = find(kPartField, stem);
  std::vector<std::uint32_t> either;
  std::set_union(whole.begin(), whole.end(), in_part.begin(), in_part.end(),
                 std::back_inserter(either));
  return either;
}

std::vector<std::string> Words::find_spellings(const std::string& prefix) const {
  Xapian::Database handle = pool_->take();
  std::vector<std::string> spellings;
  try {
    const std::string key = kSpellingField + prefix;
    for (auto term = handle.allterms_begin(key); term != handle.allterms_end(key); ++term) {
      spellings.push_back((*term).substr(1));
    }
  } catch (const Xapian::Error& error) {
    fail(pool_->folder(), error);
  }
  pool_->put_back(std::move(handle));
  return spellings;
}

}  // namespace kring::indexer
