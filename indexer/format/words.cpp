#include "indexer/format/words.h"

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

std::vector<std::uint32_t> Words::find(char field, const std::string& stem) const {
  Xapian::Database handle = pool_->take();
  std::vector<std::uint32_t> activities;
  try {
    const std::string term = field + stem;
    for (auto posting = handle.postlist_begin(term); posting != handle.postlist_end(term);
         ++posting) {
      activities.push_back(*posting - 1);
    }
  } catch (const Xapian::Error& error) {
    fail(pool_->folder(), error);
  }
  pool_->put_back(std::move(handle));
  return activities;
}

}  // namespace kring::indexer
