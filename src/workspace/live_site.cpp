#include "workspace/live_site.h"

#include <utility>

namespace rubric {

void LiveSite::update(const std::string& path, std::string text) {
  workspace_.update(path, std::move(text));
}

void LiveSite::revert(const std::string& path) {
  workspace_.revert(path);
}

std::vector<Diagnostic> LiveSite::findings(const std::string& path) {
  return workspace_.check({path});
}

bool LiveSite::visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit) {
  return workspace_.visit(path, visit);
}

}  // namespace rubric
