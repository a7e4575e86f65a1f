// How it works: the generic syntax of RFC 3986 (appendix B) by a few searches, and its section 5.2.4 for
// dots, with a vector of segments.

#include "site/destinations.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace rubric {

namespace {

int hex_value(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return -1;
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool has_scheme(std::string_view target) {
  if (target.empty() || !is_letter(target.front())) return false;
  const auto end = std::find_if_not(target.begin(), target.end(), [](char byte) {
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
  });
  return end != target.end() && *end == ':';
}

bool has_valid_escapes(std::string_view text) {
  for (size_t at = text.find('%'); at != text.npos; at = text.find('%', at + 1)) {
    if (at + 2 >= text.size() || hex_value(text[at + 1]) < 0 || hex_value(text[at + 2]) < 0) return false;
  }
  return true;
}

// Appends the segments of `path`, resolving dots.
void append_segments(std::vector<std::string_view>& parts, std::string_view path) {
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(path.size(), slash + 1));
    if (part.empty() || part == ".") continue;
    if (part != "..")
      parts.push_back(part);
    else if (!parts.empty())
      parts.pop_back();
  }
}

bool names_folder(std::string_view path) {
  return path.ends_with('/') || path == "." || path == ".." || path.ends_with("/.") || path.ends_with("/..");
}

std::string joined(const std::vector<std::string_view>& parts, bool folder) {
  std::string result;
  for (const std::string_view part : parts) {
    result += '/';
    result += part;
  }
  if (folder || result.empty()) result += '/';
  return result;
}

}  // namespace

bool is_external(std::string_view target) {
  return has_scheme(target) || target.starts_with("//");
}

Destination parse_destination(std::string_view target) {
  Destination destination;
  if (is_external(target)) {
    destination.external = true;
    return destination;
  }
  const size_t hash = target.find('#');
  if (hash != target.npos) {
    destination.has_fragment = true;
    destination.fragment = decode_percent(target.substr(hash + 1));
    target = target.substr(0, hash);
  }
  destination.path = decode_percent(target.substr(0, target.find('?')));
  return destination;
}

std::optional<Destination> parse_ref(std::string_view target) {
  const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == 0x7F; };
  if (std::any_of(target.begin(), target.end(), is_control)) return std::nullopt;
  Destination destination;
  const size_t hash = target.find('#');
  if (hash != target.npos) {
    if (!has_valid_escapes(target.substr(hash + 1))) return std::nullopt;
    destination.has_fragment = true;
    destination.fragment = decode_percent(target.substr(hash + 1));
    target = target.substr(0, hash);
  }
  if (target.starts_with(':')) return std::nullopt;
  const bool scheme = has_scheme(target);
  if (scheme) target.remove_prefix(target.find(':') + 1);
  target = target.substr(0, target.find('?'));
  if (!target.starts_with('/')) {
    if (scheme) return destination;
    if (target.substr(0, target.find('/')).find(':') != target.npos) return std::nullopt;
  }
  if (target.starts_with("//") && (scheme || !target.starts_with("///"))) {
    target.remove_prefix(2);
    target.remove_prefix(std::min(target.find('/'), target.size()));
  }
  if (!has_valid_escapes(target)) return std::nullopt;
  destination.path = decode_percent(target);
  return destination;
}

std::string decode_percent(std::string_view text) {
  std::string result(text.substr(0, text.find('%')));
  if (result.size() == text.size()) return result;
  result.reserve(text.size());
  for (size_t at = result.size(); at < text.size(); ++at) {
    const bool escape = text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
                        hex_value(text[at + 2]) >= 0;
    if (!escape) {
      result += text[at];
      continue;
    }
    result += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
    at += 2;
  }
  return result;
}

std::string encode_destination(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (size_t at = 0; at < path.size();) {
    const char byte = path[at];
    const auto value = static_cast<unsigned char>(byte);
    const CodePoint decoded = decode_utf8(path, at);
    const bool encode = !decoded.well_formed || value <= ' ' || value == 0x7F ||
                        std::string_view("<>()%?#\\\"").find(byte) != std::string_view::npos;
    if (!encode) {
      result += path.substr(at, decoded.length);
      at += decoded.length;
      continue;
    }
    ++at;
    result += '%';
    result += digits[value >> 4];
    result += digits[value & 15];
  }
  return result;
}

std::string resolve_url_path(std::string_view base, std::string_view relative) {
  if (relative.empty()) return std::string(base);
  std::vector<std::string_view> parts;
  if (!relative.starts_with('/')) append_segments(parts, base.substr(0, base.rfind('/') + 1));
  append_segments(parts, relative);
  return joined(parts, names_folder(relative));
}

std::string relative_url(std::string_view base, std::string_view url) {
  std::vector<std::string_view> from, to;
  append_segments(from, base.substr(0, base.rfind('/') + 1));
  append_segments(to, url);
  size_t shared = 0;
  while (shared < from.size() && shared < to.size() && from[shared] == to[shared]) ++shared;
  std::string result;
  for (size_t index = shared; index < from.size(); ++index) result += "../";
  const bool folder = names_folder(url);
  for (size_t index = shared; index < to.size(); ++index) {
    result += to[index];
    if (index + 1 < to.size() || folder) result += '/';
  }
  return result.empty() ? "./" : result;
}

}  // namespace rubric
