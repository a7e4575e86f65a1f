#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/site_use.h"
#include "workspace/live_site.h"
#include "workspace/opening.h"

namespace rubric {

/// One site that the server knows, or the plain Markdown around sites.
struct Handbook {
  explicit Handbook(OpenWorkspace opened) : opened(std::move(opened)), live(*this->opened.workspace) {}

  OpenWorkspace opened;
  LiveSite live;
  mutable SiteUse use;  ///< brought up to date by who asks

  /// The absolute path of a file of the repository.
  std::string absolute(std::string_view path) const {
    return opened.location.repository + '/' + std::string(path);
  }
};

/// A file in its handbook.
struct HandbookFile {
  Handbook* handbook = nullptr;
  std::string path;  ///< repository-relative
};

/// All handbooks of a session, several where its folders hold several. Of one thread.
class Handbooks {
 public:
  /// Opens what a folder of the workspace (absolute) lies in or holds. Throws UserError.
  void add_folder(const std::string& path);

  /// The handbook that lints a file (absolute path), opened if it is none of those known; nothing when the
  /// file is no Markdown. Throws UserError.
  std::optional<HandbookFile> file(const std::string& path);

  const std::vector<std::unique_ptr<Handbook>>& all() const { return handbooks_; }

 private:
  Handbook* known(const std::string& path) const;
  void open(const std::string& path);

  std::vector<std::unique_ptr<Handbook>> handbooks_;
};

}  // namespace rubric
