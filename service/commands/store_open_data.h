// How do the open APIs get at the catalogue?
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "catalog/store/store.h"
#include "service/commands/open_list.h"
#include "service/open_data.h"

namespace kring::service {

/// The catalogue at one location, read only, and the list that is made of it (open_list.h), which
/// follows the catalogue by refresh().
class StoreOpenData : public OpenData {
 public:
  /// `list`: the file of the list; made where it is missing.
  StoreOpenData(std::string location, std::string list);
  ~StoreOpenData() override;

  /// The first time a list that is damaged is made anew. Reads what changed since the last time, in
  /// this process or one before it; whether anything had. Throws catalog::Error, also where `stop`
  /// asks to leave early: then nothing changed. Called by one thread at a time.
  bool refresh(const std::stop_token& stop = {});

  [[nodiscard]] std::shared_ptr<const OpenSnapshot> snapshot() const override;
  [[nodiscard]] OpenPage find_services(const OpenFilter& filter, OpenSpan span) const override;
  [[nodiscard]] OpenPage find_organizations(const OpenFilter& filter, OpenSpan span) const override;
  [[nodiscard]] OpenSitePage find_sites(const OpenFilter& filter, OpenSpan span) const override;
  [[nodiscard]] std::vector<OpenService> services(
      const std::vector<std::string>& ids) const override;
  [[nodiscard]] std::vector<OpenService> services_of(
      const std::string& organization_id) const override;
  [[nodiscard]] std::optional<OpenSite> find_site(const std::string& id) const override;
  [[nodiscard]] std::vector<catalog::Json> documents(
      const std::vector<std::string>& ids) const override;
  [[nodiscard]] std::vector<OpenChange> changes(std::int64_t after,
                                                std::size_t limit) const override;
  [[nodiscard]] std::vector<std::uint32_t> words_of(std::string_view text) const override;
  [[nodiscard]] std::string make_id(std::string_view name) const override;

 private:
  struct Handle;
  class Borrowed;
  [[nodiscard]] Handle take_handle() const;
  void give_back(Handle handle) const;

  std::string location_;
  std::string list_;
  OpenListState state_;       ///< of the list when snapshot_ was made; used by refresh() alone
  mutable std::mutex mutex_;  ///< of what follows
  std::shared_ptr<const OpenSnapshot> snapshot_;
  mutable std::vector<Handle> idle_;  ///< open handles that no request uses now
};

}  // namespace kring::service
