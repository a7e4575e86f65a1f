// How it works: scheme, host and baseURL's path are taken off one after the other. A site whose languages
// have hosts of their own is left out, since then each host has other pages.

#include "site/own_address.h"

#include "text/ascii.h"

namespace rubric {

namespace {

// "example.org" of "https://example.org"; empty where there is no host.
std::string_view without_scheme(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "//"}) {
    if (equal_ignoring_case(address.substr(0, scheme.size()), scheme)) return address.substr(scheme.size());
  }
  return {};
}

}  // namespace

std::optional<std::string_view> own_address(std::string_view target, const SiteConfiguration& site) {
  const std::string_view host = without_scheme(site.base_host);
  std::string_view rest = without_scheme(target);
  if (host.empty() || site.several_hosts || rest.size() < host.size()) return std::nullopt;
  if (!equal_ignoring_case(rest.substr(0, host.size()), host)) return std::nullopt;
  rest.remove_prefix(host.size());
  const std::string_view base = std::string_view(site.base_path).substr(0, site.base_path.size() - 1);
  if (!rest.starts_with(base)) return std::nullopt;
  rest.remove_prefix(base.size());
  const bool ends = rest.empty() || rest.front() == '/' || rest.front() == '?' || rest.front() == '#';
  return ends ? std::optional(rest) : std::nullopt;
}

}  // namespace rubric
