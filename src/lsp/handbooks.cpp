// How it works: a file belongs to the handbook whose check lints it. One that is new, and so in no listing
// yet, belongs where `check --stdin-filename` would put it: to the site that its folder lies in.

#include "lsp/handbooks.h"

#include <algorithm>

#include "text/path.h"

namespace rubric {

namespace {

bool is_markdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

}  // namespace

void Handbooks::add_folder(const std::string& path) {
  open(path);
}

void Handbooks::open(const std::string& path) {
  for (OpenWorkspace& opened : open_workspaces({path}, {}, {}, 0, true)) {
    const auto is_same = [&](const std::unique_ptr<Handbook>& known) {
      return known->opened.location.repository == opened.location.repository &&
             known->opened.location.site == opened.location.site &&
             known->opened.location.configuration == opened.location.configuration;
    };
    if (std::none_of(handbooks_.begin(), handbooks_.end(), is_same))
      handbooks_.push_back(std::make_unique<Handbook>(std::move(opened)));
  }
}

Handbook* Handbooks::known(const std::string& path) const {
  Handbook* nearest = nullptr;
  for (const std::unique_ptr<Handbook>& handbook : handbooks_) {
    const Location& location = handbook->opened.location;
    if (!is_at_or_below(path, location.repository)) continue;
    const std::string below = relative_to(location.repository, path);
    if (handbook->opened.workspace->lints(below)) return handbook.get();
    if (!is_at_or_below(below, location.site)) continue;
    if (nearest == nullptr || nearest->opened.location.site.size() < location.site.size())
      nearest = handbook.get();
  }
  return nearest;
}

std::optional<HandbookFile> Handbooks::file(const std::string& path) {
  if (!is_markdown(path)) return std::nullopt;
  Handbook* handbook = known(path);
  if (handbook == nullptr) {
    open(path);
    handbook = known(path);
  }
  if (handbook == nullptr) return std::nullopt;
  return HandbookFile{handbook, relative_to(handbook->opened.location.repository, path)};
}

}  // namespace rubric
