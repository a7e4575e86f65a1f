// How it works: a table of the few code points that need more than themselves (XML 1.0, 2.2 and 2.4). `>` is
// always escaped, so that no `]]>` comes about.

#include "report/xml.h"

#include "report/terminal.h"
#include "text/utf8.h"

namespace rubric {

namespace {

// The value's spelling, or nothing where it stands for itself.
std::string spelled(char32_t value, std::string_view itself) {
  switch (value) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
    case '\n':
    case '\r':
      return "&#" + std::to_string(static_cast<unsigned>(value)) + ";";
    case 0xFFFE:
      return "\\u{fffe}";
    case 0xFFFF:
      return "\\u{ffff}";
    default:
      if (value < 0x20) return cell_at(itself, 0).text;
      if (value >= 0x7F && value < 0xA0) return "&#" + std::to_string(static_cast<unsigned>(value)) + ";";
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const std::string_view itself = text.substr(at, point.length);
    const std::string other = point.well_formed ? spelled(point.value, itself) : "\xEF\xBF\xBD";
    result += other.empty() ? itself : other;
    at += point.length;
  }
  return result;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml_text(value) + "\"";
}

}  // namespace rubric
