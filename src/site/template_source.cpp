// How it works: one forward pass; between `{{` and `}}` a small lexer that knows quotes, so that `}}` in a
// string ends nothing.

#include "site/template_source.h"

#include <algorithm>

namespace rubric {
namespace {

bool is_word(char c) {
  const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return letter || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

class ActionLexer {
 public:
  ActionLexer(std::string_view source, size_t at) : source_(source), at_(at) {}

  /// Returns where the action ends, behind its `}}`.
  size_t run(std::vector<TemplateToken>& tokens) {
    while (at_ < source_.size() && !source_.substr(at_).starts_with("}}")) token(tokens);
    return std::min(at_ + 2, source_.size());
  }

 private:
  char byte(size_t at) const { return at < source_.size() ? source_[at] : '\0'; }
  size_t word_end(size_t at) const {
    while (is_word(byte(at))) ++at;
    return at;
  }

  void add(std::vector<TemplateToken>& tokens, TemplateTokenKind kind, size_t end) {
    tokens.push_back({kind, source_.substr(at_, end - at_)});
    at_ = end;
  }

  void token(std::vector<TemplateToken>& tokens) {
    const char c = byte(at_);
    if (c == '"' || c == '`' || c == '\'') return quoted(tokens, c);
    if (c == '$') return add(tokens, TemplateTokenKind::variable, word_end(at_ + 1));
    if (is_word(c)) return add(tokens, TemplateTokenKind::identifier, word_end(at_));
    if (c == '.' && is_word(byte(at_ + 1))) return path(tokens);
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (blank) {
      ++at_;
    } else {
      add(tokens, TemplateTokenKind::symbol, at_ + 1);
    }
  }

  void path(std::vector<TemplateToken>& tokens) {
    const bool glued = is_word(byte(at_ - 1)) || byte(at_ - 1) == ')';
    const bool behind_variable =
        glued && !tokens.empty() && tokens.back().kind == TemplateTokenKind::variable;
    size_t end = at_;
    while (byte(end) == '.' && is_word(byte(end + 1))) end = word_end(end + 1);
    add(tokens, glued && !behind_variable ? TemplateTokenKind::chain : TemplateTokenKind::field, end);
  }

  void quoted(std::vector<TemplateToken>& tokens, char quote) {
    const size_t begin = at_ + 1;
    for (at_ = begin; at_ < source_.size() && source_[at_] != quote; ++at_)
      if (source_[at_] == '\\' && quote != '`') ++at_;
    const size_t end = std::min(at_, source_.size());
    tokens.push_back({TemplateTokenKind::string, source_.substr(begin, end - begin)});
    at_ = std::min(end + 1, source_.size());
  }

  std::string_view source_;
  size_t at_;
};

/// Behind a comment that opens at `at` (behind `{{`, with or without a trim mark); `at` when none does.
size_t skip_comment(std::string_view source, size_t at) {
  size_t open = at;
  if (source.substr(open).starts_with("- ")) open = source.find_first_not_of(" \t\r\n", open + 1);
  if (open == std::string_view::npos || !source.substr(open).starts_with("/*")) return at;
  const size_t close = source.find("*/", open + 2);
  if (close == std::string_view::npos) return source.size();
  const size_t end = source.find("}}", close + 2);
  return end == std::string_view::npos ? source.size() : end + 2;
}

}  // namespace

std::vector<TemplatePart> read_template_source(std::string_view source) {
  std::vector<TemplatePart> parts;
  size_t at = 0;
  while (at < source.size()) {
    const size_t open = std::min(source.find("{{", at), source.size());
    if (open > at) parts.push_back({source.substr(at, open - at), {}});
    if (open == source.size()) break;
    at = skip_comment(source, open + 2);
    if (at != open + 2) continue;
    TemplatePart action;
    at = ActionLexer(source, open + 2).run(action.tokens);
    if (!action.tokens.empty()) parts.push_back(std::move(action));
  }
  return parts;
}

bool path_holds(std::string_view path, std::string_view name) {
  size_t begin = 1;
  while (begin <= path.size()) {
    const size_t end = std::min(path.find('.', begin), path.size());
    if (path.substr(begin, end - begin) == name) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace rubric
