// How it works: a cursor over the tag's bytes with one function per state of Hugo's lexer
// (parser/pageparser/pagelexer_shortcode.go), oddities included: a bare value runs to the next blank, `/`
// belongs to a name, stray `\` and `=` are skipped. The first fault ends the tag; lexer.cpp finds where the
// writer meant it to end.

#include "shortcode/tag.h"

#include <algorithm>
#include <string>

#include "shortcode/letters.h"
#include "text/utf8.h"

namespace rubric {
namespace {

constexpr HugoVersion all_blanks_since{0, 165, 0};
constexpr std::string_view inline_suffix = "inline ";

bool is_line_end(char32_t c) {
  return c == '\r' || c == '\n';
}

/// Go's unicode.IsSpace.
bool is_unicode_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

class TagLexer {
 public:
  TagLexer(std::string_view text, Span left, Delimiter delimiter, std::optional<uint32_t> end,
           HugoVersion hugo, std::vector<Token>& tokens)
      : text_(end ? text.substr(0, *end) : text),
        bounded_(end.has_value()),
        hugo_(hugo),
        tokens_(tokens),
        at_(left.end) {
    lexed_.tag.delimiter = delimiter;
    lexed_.tag.left = left;
    emit(TokenKind::left_delimiter, left);
  }

  LexedTag run() {
    while (!ended_ && !lexed_.fault) element();
    lexed_.reached = at_;
    lexed_.tag.span = {lexed_.tag.left.begin, at_};
    return std::move(lexed_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char byte(uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  CodePoint peek() const { return decode_utf8(text_, at_); }
  Tag& tag() { return lexed_.tag; }

  void emit(TokenKind kind, Span span) { tokens_.push_back({kind, lexed_.tag.delimiter, span}); }
  void fail(ShortcodeError kind, Span span) { lexed_.fault = Fault{kind, span}; }
  void fail_here(ShortcodeError kind) {
    if (at_end()) return fail(ShortcodeError::unterminated_tag, tag().left);
    fail(kind, {at_, at_ + peek().length});
  }

  bool is_name_character(char32_t c) const { return c == '-' || is_letter_or_digit(c); }
  bool is_blank(char32_t c) const {
    return c == ' ' || c == '\t' || is_line_end(c) || (hugo_ >= all_blanks_since && (c == '\v' || c == '\f'));
  }

  bool at_right_delimiter() const {
    if (bounded_) return at_end();
    return text_.substr(at_).starts_with(right_delimiter(lexed_.tag.delimiter));
  }

  void end_tag() {
    const uint32_t size = bounded_ ? 0 : 3;
    tag().right = {at_, at_ + size};
    if (size != 0) emit(TokenKind::right_delimiter, tag().right);
    at_ += size;
    ended_ = true;
    settle_last_parameter();
    if (tag().name.empty() && !tag().closing) return fail(ShortcodeError::no_name, {tag().left.begin, at_});
    if (tag().name.ends_with('/')) return end_glued_name();
    if (mixed_) fail(ShortcodeError::mixed_parameters, *mixed_);
  }

  /// One element of a tag: blanks, name, parameter, `/` or the right delimiter.
  void element() {
    if (at_right_delimiter()) return end_tag();
    if (at_end()) return fail(ShortcodeError::unterminated_tag, tag().left);
    const char32_t c = peek().value;
    if (is_blank(c)) {
      ++at_;
    } else if (c == '=') {
      value();
    } else if (c == '/') {
      slash();
    } else if (c == '\\') {
      backslash();
    } else if (named_ && (is_name_character(c) || c == '"' || c == '`')) {
      parameter(false);
    } else if (is_letter_or_digit(c)) {
      name();
    } else {
      fail_here(ShortcodeError::unexpected_character);
    }
  }

  void slash() {
    // Only a slash that comes first closes anything for Hugo's parser, and no name may follow a later one.
    if (!named_ && value_lost_) return fail_here(ShortcodeError::unexpected_character);
    emit(TokenKind::close, {at_, at_ + 1});
    const bool behind_bare_value = !tag().parameters.empty() && tag().parameters.back().span.end == at_ &&
                                   is_name_character(text_[at_ - 1]);
    ++at_;
    if (behind_bare_value && !tag().self_closing && !at_end() && is_name_character(peek().value))
      tag().path_slash = at_ - 1;
    (named_ ? tag().self_closing : tag().closing) = true;
  }

  void backslash() {
    ++at_;
    if (byte(at_) == '"') return parameter(true);
    if (byte(at_) == '`') fail_here(ShortcodeError::unexpected_character);
  }

  void name() {
    const uint32_t begin = at_;
    while (!at_end()) {
      const CodePoint c = peek();
      if (c.value == '.') {
        if (!text_.substr(at_ + 1).starts_with(inline_suffix))
          return fail(ShortcodeError::bad_name, {begin, at_ + 1});
        tag().inlined = true;
      } else if (c.value != '/' && !is_name_character(c.value)) {
        break;
      }
      at_ += c.length;
    }
    named_ = true;
    tag().name_span = {begin, at_};
    tag().name = slice(text_, tag().name_span);
    emit(tag().inlined ? TokenKind::inline_name : TokenKind::name, tag().name_span);
    if (tag().closing) after_closing_name();
  }

  /// No template's name ends in a slash: in `{{< x/>}}` the writer meant a self-closing tag.
  void end_glued_name() {
    fail(ShortcodeError::bad_name, tag().name_span);
    --tag().name_span.end;
    tag().name.remove_suffix(1);
    if (!tag().closing) tag().self_closing = true;
  }

  void after_closing_name() {
    while (!at_right_delimiter()) {
      const bool blank = !at_end() && is_blank(peek().value);
      if (!blank || (hugo_ < all_blanks_since && is_line_end(peek().value)))
        return fail_here(ShortcodeError::unexpected_character);
      ++at_;
    }
    end_tag();
  }

  void parameter(bool escaped) {
    const uint32_t begin = at_ - (escaped ? 1 : 0);
    if (byte(at_) == '"' || byte(at_) == '`') {
      if (style_ == Style::named) return fail(ShortcodeError::mixed_parameters, {at_, at_ + 1});
      style_ = Style::positional;
      const std::optional<Quoted> quoted = byte(at_) == '"' ? quoted_string(escaped) : raw_string();
      if (quoted) add_parameter({begin, at_}, *quoted);
      return;
    }
    while (!at_end() && (peek().value == '.' || is_name_character(peek().value))) at_ += peek().length;
    const Span span{begin, at_};
    const bool is_named = byte(at_) == '=';
    const Style style = is_named ? Style::named : Style::positional;
    if (style_ != Style::none && style_ != style) return fail(ShortcodeError::mixed_parameters, span);
    style_ = style;
    add_parameter(span, {span, std::string(slice(text_, span))});
  }

  struct Quoted {
    Span content;
    std::string value;
  };

  /// Hugo decides only when the tag is put together whether parameters are mixed after all, as in `a = "b"
  /// "c"`.
  void add_parameter(Span span, Quoted quoted) {
    emit(TokenKind::parameter, span);
    settle_last_parameter();
    value_expected_ = false;
    if (tag().self_closing) return;  // Hugo skips what follows the slash
    tag().parameters.push_back({"", std::move(quoted.value), span, quoted.content});
    value_expected_ = true;
  }

  void settle_last_parameter() {
    if (tag().parameters.empty()) return;
    const Parameter& last = tag().parameters.back();
    if (tag().parameters.front().name.empty() != last.name.empty() && !mixed_) mixed_ = last.span;
  }

  /// `=` and what follows; it makes the parameter before it a named one, and is lost without one.
  void value() {
    ++at_;
    while (!at_end() && is_unicode_space(peek().value)) at_ += peek().length;
    const uint32_t begin = at_;
    std::optional<Quoted> quoted;
    if (byte(at_) == '"' || byte(at_) == '\\') {
      quoted = quoted_string(byte(at_) == '\\');
    } else if (byte(at_) == '`') {
      quoted = raw_string();
    } else {
      quoted = bare_value();
    }
    if (!quoted) return;
    emit(TokenKind::parameter_value, {begin, at_});
    value_lost_ |= !value_expected_;
    if (!value_expected_) return;
    value_expected_ = false;
    Parameter& owner = tag().parameters.back();
    owner.name = std::move(owner.value);
    owner.value = std::move(quoted->value);
    owner.span.end = at_;
    owner.value_span = quoted->content;
    settle_last_parameter();
  }

  std::optional<Quoted> bare_value() {
    const uint32_t begin = at_;
    while (!at_end() && !is_unicode_space(peek().value)) at_ += peek().length;
    tag().bare_end = at_;
    const std::string_view value = slice(text_, {begin, at_});
    const size_t over = std::min(value.find(">}}"), value.find("%}}"));
    if (over != std::string_view::npos && lexed_.swallowed == 0)
      lexed_.swallowed = begin + static_cast<uint32_t>(over);
    return Quoted{{begin, at_}, std::string(value)};
  }

  std::optional<Quoted> raw_string() {
    const uint32_t begin = at_;
    const size_t close = text_.find('`', begin + 1);
    if (close == std::string_view::npos) {
      at_ = static_cast<uint32_t>(text_.size());
      fail(ShortcodeError::unterminated_quote, {begin, begin + 1});
      return std::nullopt;
    }
    at_ = static_cast<uint32_t>(close) + 1;
    const Span content{begin + 1, at_ - 1};
    return Quoted{content, std::string(slice(text_, content))};
  }

  /// A string in double quotes. With `escaped_quotes` (`\"…\"`) the quotes around it are the escaped ones and
  /// a backslash before a quote ends the string; else it puts a quote inside. Hugo looks for the opening
  /// quote itself, so anything up to it belongs to the string's source.
  std::optional<Quoted> quoted_string(bool escaped_quotes) {
    const uint32_t begin = at_;
    uint32_t content_begin = 0;
    bool has_escapes = false;
    for (;; ++at_) {
      const char c = byte(at_);
      if (at_end() || c == '\n') {
        fail(ShortcodeError::unterminated_quote, {begin, begin + 1});
        return std::nullopt;
      }
      if (c == '\\' && byte(at_ + 1) == '`') {
        fail_here(ShortcodeError::unexpected_character);
        return std::nullopt;
      }
      if (c == '\\' && byte(at_ + 1) == '"' && content_begin != 0) {
        if (escaped_quotes) break;
        has_escapes = true;
        ++at_;
      } else if (c == '"') {
        if (content_begin != 0) break;
        content_begin = at_ + 1;
      }
    }
    const Span content{content_begin, at_};
    std::string value(slice(text_, content));
    if (has_escapes) std::erase(value, '\\');
    at_ += byte(at_) == '\\' ? 2 : 1;
    return Quoted{content, std::move(value)};
  }

  enum class Style : uint8_t { none, positional, named };

  std::string_view text_;
  bool bounded_;
  HugoVersion hugo_;
  std::vector<Token>& tokens_;
  uint32_t at_;
  LexedTag lexed_;
  bool ended_ = false;
  bool named_ = false;
  bool value_expected_ = false;
  bool value_lost_ = false;
  Style style_ = Style::none;
  std::optional<Span> mixed_;
};

}  // namespace

LexedTag lex_tag(std::string_view text, Span left, Delimiter delimiter, std::optional<uint32_t> end,
                 HugoVersion hugo, std::vector<Token>& tokens) {
  return TagLexer(text, left, delimiter, end, hugo, tokens).run();
}

}  // namespace rubric
