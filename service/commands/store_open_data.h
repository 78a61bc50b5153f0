// How do the open APIs get at the catalogue?
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "catalog/store/store.h"
#include "service/open_data.h"

namespace kring::service {

/// The catalogue at one location, read only. What is held of it follows the catalogue by refresh().
class StoreOpenData : public OpenData {
 public:
  explicit StoreOpenData(std::string location);
  ~StoreOpenData() override;

  /// Reads what changed since the last time; whether anything had. Throws catalog::Error. Called by
  /// one thread at a time.
  bool refresh();

  [[nodiscard]] std::shared_ptr<const OpenSnapshot> snapshot() const override;
  [[nodiscard]] std::vector<catalog::Json> documents(
      const std::vector<std::string>& ids) const override;
  [[nodiscard]] std::vector<OpenChange> changes(std::int64_t after,
                                                std::size_t limit) const override;
  [[nodiscard]] std::vector<std::uint32_t> words_of(std::string_view text) const override;
  [[nodiscard]] std::string make_id(std::string_view name) const override;

 private:
  class Borrowed;
  [[nodiscard]] catalog::ActivityStore take_handle() const;
  void give_back(catalog::ActivityStore store) const;

  std::string location_;
  std::string
      identity_;  ///< of the catalogue that was read; used by refresh() alone, as what follows
  std::map<std::string, std::shared_ptr<const OpenService>> services_;
  mutable std::mutex mutex_;  ///< of what follows
  std::shared_ptr<const OpenSnapshot> snapshot_;
  mutable std::vector<catalog::ActivityStore> idle_;  ///< open handles that no request uses now
};

}  // namespace kring::service
