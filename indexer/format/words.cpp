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

  /// What `read` makes of a handle that no other thread uses meanwhile.
  template <class Read>
  auto use(Read read) {
    Xapian::Database handle = take();
    try {
      auto result = read(handle);
      put_back(std::move(handle));
      return result;
    } catch (const Xapian::Error& error) {
      fail(folder_, error);
    }
  }

 private:
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

  std::string folder_;
  std::mutex mutex_;
  std::vector<Xapian::Database> free_;
};

Words::Words(const std::string& folder) : pool_(std::make_unique<Pool>(folder)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

Postings Words::find(char field, const std::string& term) const {
  return pool_->use([&](const Xapian::Database& database) {
    Postings activities;
    const std::string key = field + term;
    for (auto posting = database.postlist_begin(key); posting != database.postlist_end(key);
         ++posting) {
      activities.push_back(*posting - 1);
    }
    return activities;
  });
}

Postings Words::find_in_text(const std::string& stem) const {
  return unite(find(kTextField, stem), find(kPartField, stem));
}

std::vector<std::string> Words::find_spellings(const std::string& prefix) const {
  return pool_->use([&](const Xapian::Database& database) {
    std::vector<std::string> spellings;
    const std::string key = kSpellingField + prefix;
    for (auto term = database.allterms_begin(key); term != database.allterms_end(key); ++term) {
      spellings.push_back((*term).substr(1));
    }
    return spellings;
  });
}

Postings unite(const Postings& a, const Postings& b) {
  Postings either;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
  return either;
}

Postings find_all(const std::vector<std::string>& terms,
                  const std::function<Postings(const std::string&)>& find) {
  if (terms.empty()) return {};
  Postings all = find(terms.front());
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const Postings next = find(terms[i]);
    Postings both;
    std::set_intersection(all.begin(), all.end(), next.begin(), next.end(),
                          std::back_inserter(both));
    all = std::move(both);
  }
  return all;
}

}  // namespace kring::indexer
