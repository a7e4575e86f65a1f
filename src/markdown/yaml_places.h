#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.h"
#include "text/utf8.h"

namespace rubric {

/// Blanks and line ends, as YAML folds them.
inline bool is_yaml_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

/// Reads the ends of a YAML text's nodes off its source, where yaml-cpp tells only their beginnings. Offsets
/// are bytes of the text, which must outlive it.
class YamlPlaces {
 public:
  explicit YamlPlaces(std::string_view text) : text_(text) {}

  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  std::string_view slice(Span span) const { return rubric::slice(text_, span); }
  uint32_t clamp(int position) const {
    return position < 0 ? 0 : std::min(static_cast<uint32_t>(position), size());
  }
  char at(uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  uint32_t past_blanks_and_comments(uint32_t at) const {
    while (at < text_.size()) {
      if (is_yaml_blank(text_[at])) {
        ++at;
      } else if (text_[at] == '#') {
        at = static_cast<uint32_t>(std::min(text_.find('\n', at), text_.size()));
      } else {
        break;
      }
    }
    return at;
  }

  /// Skips tags and anchors, which stand before the node that they belong to.
  uint32_t past_properties(uint32_t at) const {
    while (this->at(at) == '!' || this->at(at) == '&') {
      while (at < text_.size() && !is_yaml_blank(text_[at])) ++at;
      at = past_blanks_and_comments(at);
    }
    return at;
  }

  Span scalar(uint32_t begin, bool plain, std::string_view value) const {
    const char first = at(begin);
    if (plain) return {begin, past_content(begin, value)};
    if (first == '"' || first == '\'') return {begin, past_quote(begin)};
    if (first == '|' || first == '>') {
      const auto body = static_cast<uint32_t>(std::min(text_.find('\n', begin), text_.size()));
      return {begin, past_content(body, value)};
    }
    return {begin, past_content(begin, value)};
  }

  /// The end of a flow collection: past the bracket that follows its last item.
  uint32_t past_bracket(uint32_t from) const {
    uint32_t at = past_blanks_and_comments(from);
    while (this->at(at) == ',' || this->at(at) == ':' || this->at(at) == '?')
      at = past_blanks_and_comments(at + 1);
    return std::min(at + 1, size());
  }

  /// The quote that opens an unfinished string, looked for from the end of what was read last.
  uint32_t opening_quote(uint32_t from) const {
    for (uint32_t at = from; at < text_.size(); ++at) {
      if (text_[at] == '#' && at > 0 && is_yaml_blank(text_[at - 1])) at = past_blanks_and_comments(at);
      const bool quote = this->at(at) == '"' || this->at(at) == '\'';
      if (quote && (at == 0 || is_yaml_blank(text_[at - 1]) ||
                    std::string_view(":,[{").find(text_[at - 1]) != std::string_view::npos))
        return at;
    }
    return from;
  }

  /// Whether a line with `---` or `...` stands anywhere before `place`.
  bool follows_document_mark(uint32_t place) const {
    for (uint32_t at = place; at > 0; --at) {
      const bool line_begin = text_[at - 1] == '\n';
      if (line_begin && (text_.substr(at).starts_with("---") || text_.substr(at).starts_with("...")))
        return true;
    }
    return text_.starts_with("---");
  }

  /// The tab in the indentation of the line of `place`, if there is one.
  std::optional<Span> indenting_tab(uint32_t place) const {
    uint32_t at = place;
    while (at > 0 && text_[at - 1] != '\n') --at;
    while (this->at(at) == ' ') ++at;
    return this->at(at) == '\t' ? std::optional(Span{at, at + 1}) : std::nullopt;
  }

  /// Whether the last thing before `place` on its line is a quote.
  bool follows_quote(uint32_t place) const {
    uint32_t at = place;
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
    return at > 0 && (text_[at - 1] == '"' || text_[at - 1] == '\'');
  }

  Span code_point(uint32_t at) const {
    return at < text_.size() ? Span{at, at + decode_utf8(text_, at).length} : Span{size(), size()};
  }

 private:
  uint32_t past_content(uint32_t at, std::string_view value) const {
    const auto is_content = [](char letter) { return !is_yaml_blank(letter); };
    auto left = std::count_if(value.begin(), value.end(), is_content);
    for (; left > 0 && at < text_.size(); ++at) left -= is_content(text_[at]);
    return at;
  }

  /// Gives `begin` itself when the string is never closed.
  uint32_t past_quote(uint32_t begin) const {
    const char quote = text_[begin];
    for (uint32_t at = begin + 1; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        if (quote == '"' || this->at(at + 1) != '\'') return at + 1;
        ++at;
      }
    }
    return begin;
  }

  std::string_view text_;
};

}  // namespace rubric
