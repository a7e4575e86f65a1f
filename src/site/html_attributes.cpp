// How it works: a cursor walks from `<` to `<`; comments and end tags are stepped over, start tags are read
// attribute by attribute. An element whose content is not markup makes the cursor jump to its end tag.

#include "site/html_attributes.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 5> text_elements = {"script", "style", "textarea", "title", "xmp"};

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct Scanner {
  std::string_view html;
  uint32_t offset;
  size_t at = 0;

  bool done() const { return at >= html.size(); }
  char here() const { return html[at]; }
  void skip_spaces() {
    while (!done() && is_space(here())) ++at;
  }
  // Lower-cased text up to one of `stops` or a blank.
  std::string word(std::string_view stops) {
    std::string result;
    while (!done() && !is_space(here()) && stops.find(here()) == stops.npos) result += to_lower(html[at++]);
    return result;
  }
  Span span(size_t begin, size_t end) const {
    return {offset + static_cast<uint32_t>(begin), offset + static_cast<uint32_t>(end)};
  }

  Span value() {
    skip_spaces();
    if (done()) return span(at, at);
    const char quote = here();
    if (quote != '"' && quote != '\'') {
      const size_t begin = at;
      while (!done() && !is_space(here()) && here() != '>') ++at;
      return span(begin, at);
    }
    const size_t begin = ++at;
    const size_t end = std::min(html.find(quote, begin), html.size());
    at = std::min(html.size(), end + 1);
    return span(begin, end);
  }

  // Reads what follows a start tag's `<`.
  void start_tag(std::vector<HtmlAttribute>& found) {
    const std::string element = word("/>");
    while (!done()) {
      while (!done() && (is_space(here()) || here() == '/')) ++at;
      if (done()) return;
      if (here() == '>') break;
      const size_t begin = at;
      // The standard takes a leading `=` as part of the name.
      std::string name(here() == '=' ? 1 : 0, '=');
      at += name.size();
      name += word("=/>");
      const size_t after_name = at;
      skip_spaces();
      Span value = span(after_name, after_name);
      if (!done() && here() == '=') {
        ++at;
        value = this->value();
      }
      if (at == begin) return;
      found.push_back({element, std::move(name), value});
    }
    ++at;
    if (std::find(text_elements.begin(), text_elements.end(), element) != text_elements.end())
      skip_text_of(element);
  }

  void skip_text_of(std::string_view element) {
    while (!done()) {
      at = std::min(html.find("</", at), html.size());
      if (done()) return;
      at += 2;
      const size_t begin = at;
      if (word("/>") == element) return;
      at = begin;
    }
  }
};

}  // namespace

std::vector<HtmlAttribute> html_attributes(std::string_view html, uint32_t offset) {
  std::vector<HtmlAttribute> found;
  Scanner scanner{html, offset};
  while (true) {
    scanner.at = std::min(html.find('<', scanner.at), html.size());
    if (scanner.done()) return found;
    if (html.substr(scanner.at).starts_with("<!--")) {
      const size_t end = html.find("-->", scanner.at + 2);
      scanner.at = end == html.npos ? html.size() : end + 3;
      continue;
    }
    ++scanner.at;
    if (!scanner.done() && is_letter(scanner.here())) scanner.start_tag(found);
  }
}

}  // namespace rubric
