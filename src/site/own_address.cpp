// How it works: scheme, host and baseURL's path are taken off one after the other. A site whose languages
// have hosts of their own is left out, since then each host has other pages.

#include "site/own_address.h"

#include <algorithm>
#include <string>

#include "site/destinations.h"
#include "text/ascii.h"

namespace rubric {

namespace {

struct Authority {
  std::string host;       // in lower case, with its port unless that is the scheme's own; empty without one
  std::string_view rest;  // what follows it
};

Authority authority_of(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "//"}) {
    if (!equal_ignoring_case(address.substr(0, scheme.size()), scheme)) continue;
    address.remove_prefix(scheme.size());
    const size_t end = std::min(address.find_first_of("/?#"), address.size());
    std::string host = lower_case(address.substr(0, end));
    const std::string_view port = scheme == "http://" ? ":80" : ":443";
    if (host.ends_with(port)) host.resize(host.size() - port.size());
    return {std::move(host), address.substr(end)};
  }
  return {};
}

// Takes "/hb" off "/hb/a/", escapes aside; false where the path begins otherwise.
bool take_path(std::string_view& rest, std::string_view path) {
  const auto slashes = std::count(path.begin(), path.end(), '/');
  size_t end = 0;
  for (ptrdiff_t count = 0; count <= slashes && end < rest.size(); ++count)
    end = std::min(rest.find_first_of("/?#", end + (count > 0 ? 1 : 0)), rest.size());
  if (decode_percent(rest.substr(0, end)) != path) return false;
  rest.remove_prefix(end);
  return true;
}

}  // namespace

std::optional<std::string_view> own_address(std::string_view target, const SiteConfiguration& site) {
  const std::string host = authority_of(site.base_host).host;
  if (host.empty() || site.several_hosts) return std::nullopt;
  const Authority own = authority_of(target);
  if (own.host != host) return std::nullopt;
  std::string_view rest = own.rest;
  const std::string_view base = std::string_view(site.base_path).substr(0, site.base_path.size() - 1);
  return take_path(rest, base) ? std::optional(rest) : std::nullopt;
}

}  // namespace rubric
