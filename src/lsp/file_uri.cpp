#include "lsp/file_uri.h"

#include <filesystem>

#include "report/uri.h"
#include "text/ascii.h"

namespace rubric {

namespace {

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const char letter = to_lower(digit);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view escaped) {
  std::string text;
  for (size_t at = 0; at < escaped.size(); ++at) {
    if (escaped[at] != '%') {
      text += escaped[at];
      continue;
    }
    if (escaped.size() - at < 3) return std::nullopt;
    const int high = hex_digit(escaped[at + 1]);
    const int low = hex_digit(escaped[at + 2]);
    if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
    text += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return text;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file:";
  if (!equal_ignoring_case(uri.substr(0, scheme.size()), scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  uri = uri.substr(0, uri.find_first_of("?#"));
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    const size_t slash = std::min(uri.find('/'), uri.size());
    const std::string_view host = uri.substr(0, slash);
    if (!host.empty() && !equal_ignoring_case(host, "localhost")) return std::nullopt;
    uri.remove_prefix(slash);
  }
  const std::optional<std::string> path = decoded(uri);
  if (!path || !path->starts_with('/') || path->find('\0') != path->npos) return std::nullopt;
  std::string plain = std::filesystem::path(*path).lexically_normal().string();
  while (plain.size() > 1 && plain.ends_with('/')) plain.pop_back();
  return plain;
}

std::string uri_of_path(std::string_view path) {
  return "file://" + relative_uri(path);
}

}  // namespace rubric
