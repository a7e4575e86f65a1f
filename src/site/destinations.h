#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rubric {

/// A link's destination, taken apart as a browser does (RFC 3986; percent-escapes decoded).
struct Destination {
  bool external = false;      ///< it names a scheme or a host
  bool below_base = false;    ///< its path counts from baseURL: it named the site's own host
  std::string path;           ///< decoded, without query and fragment; "" stays on the page
  std::string fragment;       ///< decoded; "" when there is none
  bool has_fragment = false;  ///< also true for a lone `#`
};

/// Whether a link's target has a scheme or names a host.
bool is_external(std::string_view target);

Destination parse_destination(std::string_view target);

/// Takes the path of a `ref` apart as Go's url.Parse does. The path of an address with a host is looked up
/// like any other; one without (`mailto:x`) has none. Nothing when Go refuses the text, and Hugo with it.
std::optional<Destination> parse_ref(std::string_view target);

/// Decodes `%XX`; an escape that is not well-formed stays as it is.
std::string decode_percent(std::string_view text);

/// Encodes what a Markdown destination cannot hold bare: blanks, `<`, `>`, parentheses and controls; and
/// bytes that are not UTF-8.
std::string encode_destination(std::string_view path);

/// The URL path that `relative` leads to from the page at URL path `base` ("/a/b/" or "/a/b.html"): `.` and
/// `..` are resolved and never leave the root, doubled slashes stay single. The result begins with "/".
std::string resolve_url_path(std::string_view base, std::string_view relative);

/// A relative path that leads from `base` to `url`, both URL paths.
std::string relative_url(std::string_view base, std::string_view url);

}  // namespace rubric
