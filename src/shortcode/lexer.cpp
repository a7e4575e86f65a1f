// How it works: memchr from brace to brace, and to what may stand for one. `{{<` and `{{%` start a tag as
// Hugo sees it (tag.cpp); anything else may be a mistyped tag (slips.cpp). Where Hugo's lexer would stop for
// good, the tag's evident end is looked for: any right delimiter on the opener's line; for a tag that was
// broken over lines on purpose, its own right delimiter before the next opener or blank line; else the tag
// ends with its line.
//
// A faulty tag may make Hugo's grammar read far beyond the place where we go on. What is read twice that way
// is limited to a multiple of the page, after which faulty tags end where the grammar stopped.

#include "shortcode/lexer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <unordered_set>
#include <utility>

#include "shortcode/delimiters.h"
#include "shortcode/letters.h"
#include "shortcode/slips.h"
#include "text/utf8.h"

namespace rubric {
namespace {

constexpr int64_t rereads = 4;

/// A brace; a sign behind brackets; a character reference; and how fullwidth forms begin in UTF-8.
constexpr std::array anchors = {'{', '<', '%', '&', '\xEF'};

class PageLexer {
 public:
  PageLexer(std::string_view text, const Dialect& dialect)
      : text_(text), dialect_(dialect), budget_(rereads * static_cast<int64_t>(text.size())) {}

  LexedPage run(uint32_t begin) {
    last_end_ = begin;
    for (uint32_t at = next_anchor(begin); at < text_.size(); at = next_anchor(at)) at = at_anchor(at);
    drop_unproven();
    return std::move(page_);
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }

  /// The next byte with which a tag may begin, right or wrong.
  uint32_t next_anchor(uint32_t from) {
    uint32_t first = size();
    for (size_t i = 0; i < anchors.size(); ++i) {
      if (next_anchors_[i] < from || next_anchors_[i] == 0) next_anchors_[i] = find_byte(anchors[i], from);
      first = std::min(first, next_anchors_[i]);
    }
    return first;
  }

  uint32_t find_byte(char byte, uint32_t from) const {
    if (from >= size()) return size();
    const void* found = std::memchr(text_.data() + from, byte, size() - from);
    return found ? static_cast<uint32_t>(static_cast<const char*>(found) - text_.data()) : size();
  }

  /// Reads what begins at an anchor and returns where to go on.
  uint32_t at_anchor(uint32_t at) {
    if (is_left_delimiter(text_, at)) {
      const Delimiter kind = text_[at + 2] == '<' ? Delimiter::angle : Delimiter::percent;
      const bool comment = text_.substr(at + 3, 2) == "/*";
      return last_end_ = comment ? read_comment(at, kind) : read_tag(at, kind);
    }
    std::optional<Tag> mistyped = read_mistyped_tag(text_, last_end_, at, dialect_);
    if (!mistyped) return at + 1;
    add_slip(*mistyped);
    page_.tags.push_back(std::move(*mistyped));
    return last_end_ = page_.tags.back().span.end;
  }

  void add_error(ShortcodeError kind, Span span, const Tag& tag) {
    page_.errors.push_back({kind, span, tag.span, std::string(tag.name), {}});
  }

  void add_slip(Tag& tag) {
    tag.slip = static_cast<int32_t>(page_.slips.size());
    page_.slips.emplace_back();
  }

  /// Forgets mistyped tags of names that no tag of the page proves to be a shortcode's.
  void drop_unproven() {
    const auto unproven = [](const Tag& tag) { return tag.name_unproven; };
    if (std::none_of(page_.tags.begin(), page_.tags.end(), unproven)) return;
    std::unordered_set<std::string_view> names;
    for (const Tag& tag : page_.tags)
      if (tag.slip < 0) names.insert(tag.name);
    std::erase_if(page_.tags, [&](const Tag& tag) { return tag.name_unproven && !names.contains(tag.name); });
    number_slips(page_);
  }

  uint32_t read_comment(uint32_t at, Delimiter kind) {
    if (!page_.tags.empty()) page_.tags.back().before_comment = true;
    const uint32_t end = comment_end(at + 3, kind);
    if (end != 0) {
      page_.tokens.push_back({TokenKind::comment, kind, {at, end}});
      return end;
    }
    Tag tag;
    tag.delimiter = kind;
    const uint32_t limit = line_limit(text_, at + 3);
    const auto wrong = find_right_delimiter(text_, at + 5, limit);
    tag.span = {at, wrong ? wrong->span.end : limit};
    page_.tokens.push_back({TokenKind::error, kind, tag.span});
    add_error(ShortcodeError::unterminated_comment, {at, at + 3}, tag);
    return tag.span.end;
  }

  /// Behind the comment's end; 0 when it has none. Hugo looks for `*/>}}` from the `/` of `/*` on and refuses
  /// `/*/>}}`.
  uint32_t comment_end(uint32_t from, Delimiter kind) {
    size_t& found = next_comment_end_[kind == Delimiter::percent];
    if (found < from || found == 0) found = text_.find(kind == Delimiter::angle ? "*/>}}" : "*/%}}", from);
    if (found == std::string_view::npos || found <= from + 1) return 0;
    return static_cast<uint32_t>(found) + 5;
  }

  uint32_t read_tag(uint32_t at, Delimiter kind) {
    const size_t first_token = page_.tokens.size();
    LexedTag lexed = lex_tag(text_, {at, at + 3}, kind, std::nullopt, dialect_.hugo, page_.tokens);
    if (lexed.fault && lexed.tag.right.empty()) {
      recover(lexed);
      drop_tokens(first_token, lexed.tag.span.end);
    }
    if (lexed.fault) report(lexed);
    if (lexed.fault && lexed.tag.name.empty()) guess_name(lexed.tag);
    lexed.tag.faulty = lexed.fault.has_value();
    const uint32_t end = lexed.tag.span.end;
    if (!lexed.tag.name.empty() || lexed.tag.closing) page_.tags.push_back(std::move(lexed.tag));
    return end;
  }

  /// `{{<< /x >>}}`: what stands behind signs that no name begins with tells which tag this was, so that its
  /// partner is not blamed.
  void guess_name(Tag& tag) const {
    constexpr std::string_view signs = " \t<>%-.|\\!#";
    const uint32_t end = tag.right.empty() ? tag.span.end : tag.right.begin;
    size_t at = text_.find_first_not_of(signs, tag.left.end);
    const bool closing = at < end && text_[at] == '/';
    if (closing) at = text_.find_first_not_of(signs, at + 1);
    const auto begin = static_cast<uint32_t>(std::min<size_t>(at, end));
    uint32_t name_end = begin;
    while (name_end < end &&
           (is_letter_or_digit(decode_utf8(text_, name_end).value) || text_[name_end] == '-'))
      name_end += decode_utf8(text_, name_end).length;
    const std::string_view name = slice(text_, {begin, name_end});
    if (!closing || dialect_.find(name) == nullptr) return;
    tag.closing = true;
    tag.name = name;
    tag.name_span = {begin, name_end};
  }

  void report(LexedTag& lexed) {
    const bool nameless = lexed.tag.name.empty() && !lexed.tag.closing;
    if (nameless && lexed.fault->kind == ShortcodeError::mismatched_delimiter)
      lexed.fault->kind = ShortcodeError::no_name;
    const Fault& fault = *lexed.fault;
    add_error(fault.kind, fault.span, lexed.tag);
    const bool covered = !page_.tokens.empty() && page_.tokens.back().span.end > fault.span.begin;
    if (!covered) page_.tokens.push_back({TokenKind::error, lexed.tag.delimiter, fault.span});
    if (fault.kind == ShortcodeError::mismatched_delimiter) add_slip(lexed.tag);
  }

  void drop_tokens(size_t first, uint32_t end) {
    auto& tokens = page_.tokens;
    while (tokens.size() > first + 1 && tokens.back().span.begin >= end) tokens.pop_back();
    tokens.back().span.end = std::min(tokens.back().span.end, end);
  }

  /// Finds where a tag that Hugo's lexer gave up on was meant to end.
  void recover(LexedTag& lexed) {
    if (budget_ <= 0) return end_at(lexed, lexed.reached, {});
    if (lexed.swallowed != 0) {
      recover_swallowed(lexed);
    } else if (!recover_on_line(lexed) && !recover_over_lines(lexed)) {
      recover_unterminated(lexed);
    }
    budget_ -= static_cast<int64_t>(lexed.reached) - lexed.tag.span.end;
  }

  static void end_at(LexedTag& lexed, uint32_t end, Span right) {
    Tag& tag = lexed.tag;
    tag.span.end = end;
    tag.right = right;
    const uint32_t interior_end = right.empty() ? end : right.begin;
    while (!tag.parameters.empty() && tag.parameters.back().span.end > interior_end)
      tag.parameters.pop_back();
    if (tag.name_span.end > interior_end) tag.name = {};
  }

  /// A bare value ran over the delimiter: `{{< x a=b>}}`. Where it is nothing but the delimiter, the value is
  /// what is missing.
  void recover_swallowed(LexedTag& lexed) {
    const Span right{lexed.swallowed, lexed.swallowed + 3};
    const char before = text_[right.begin - 1];
    const bool value_missing = before == '=' || before == ' ' || before == '\t' || before == '\n';
    std::erase_if(lexed.tag.parameters, [&](const Parameter& p) { return p.span.begin > right.begin; });
    if (!lexed.tag.parameters.empty()) {
      Parameter& last = lexed.tag.parameters.back();
      last.span.end = last.value_span.end = right.begin;
      last.value = std::string(slice(text_, last.value_span));
    }
    lexed.fault = Fault{
        value_missing ? ShortcodeError::unexpected_character : ShortcodeError::mismatched_delimiter, right};
    lexed.tag.bare_end = right.begin;
    end_at(lexed, right.end, right);
  }

  bool on_opener_line(const LexedTag& lexed, uint32_t offset) const {
    const Span between{lexed.tag.left.end, offset};
    return slice(text_, between).find('\n') == std::string_view::npos;
  }

  bool recover_on_line(LexedTag& lexed) {
    const Span stop = lexed.fault->span;
    if (lexed.fault->kind == ShortcodeError::unterminated_tag || !on_opener_line(lexed, stop.begin))
      return false;
    const bool quote = lexed.fault->kind == ShortcodeError::unterminated_quote;
    const uint32_t from = stop.begin + (quote ? 1 : 0);
    const auto right = find_right_delimiter(text_, from, line_limit(text_, from));
    if (!right) return false;
    if (right->span.begin == stop.begin)
      lexed.fault = Fault{ShortcodeError::mismatched_delimiter, right->span};
    end_at(lexed, right->span.end, right->span);
    return true;
  }

  /// The tag's own delimiter further down, or a wrong one just where the grammar stopped.
  bool recover_over_lines(LexedTag& lexed) {
    const Span stop = lexed.fault->span;
    if (lexed.fault->kind == ShortcodeError::unterminated_tag) return false;
    const auto wrong = find_right_delimiter(text_, stop.begin, line_limit(text_, stop.begin));
    if (wrong && wrong->span.begin == stop.begin && wrong->sign) {
      lexed.fault = Fault{ShortcodeError::mismatched_delimiter, wrong->span};
      end_at(lexed, wrong->span.end, wrong->span);
      return true;
    }
    const std::string_view right = right_delimiter(lexed.tag.delimiter);
    for (uint32_t at = stop.begin; at < size() && !is_left_delimiter(text_, at); ++at) {
      if (text_[at] == '\n' && blank_line_follows(at + 1)) return false;
      if (!text_.substr(at).starts_with(right)) continue;
      end_at(lexed, at + 3, {at, at + 3});
      return true;
    }
    return false;
  }

  bool blank_line_follows(uint32_t at) const {
    const size_t next = text_.find_first_not_of(" \t\r", at);
    return next == std::string_view::npos || text_[next] == '\n';
  }

  /// The tag ends with its line, or at a delimiter on that line that a quote ran over.
  void recover_unterminated(LexedTag& lexed) {
    const Span left = lexed.tag.left;
    const uint32_t limit = line_limit(text_, left.end);
    const size_t right = text_.substr(0, limit).find(right_delimiter(lexed.tag.delimiter), left.end);
    if (right != std::string_view::npos) return recover_quote(lexed, static_cast<uint32_t>(right));
    uint32_t end = limit;
    while (end > left.end && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    lexed.fault = Fault{ShortcodeError::unterminated_tag, left};
    end_at(lexed, end, {});
  }

  static void recover_quote(LexedTag& lexed, uint32_t right) {
    lexed.fault = Fault{ShortcodeError::unterminated_quote, lexed.tag.left};
    for (const Parameter& parameter : lexed.tag.parameters)
      if (parameter.value_span.contains(right))
        lexed.fault->span = {parameter.value_span.begin - 1, parameter.value_span.begin};
    end_at(lexed, right + 3, {right, right + 3});
  }

  std::string_view text_;
  const Dialect& dialect_;
  int64_t budget_;
  size_t next_comment_end_[2] = {0, 0};
  std::array<uint32_t, anchors.size()> next_anchors_ = {};
  uint32_t last_end_ = 0;  ///< of what was read last
  LexedPage page_;
};

}  // namespace

void number_slips(LexedPage& page) {
  page.slips.clear();
  for (Tag& tag : page.tags) {
    if (tag.slip < 0) continue;
    tag.slip = static_cast<int32_t>(page.slips.size());
    page.slips.emplace_back();
  }
}

LexedPage lex_page(std::string_view text, uint32_t begin, const Dialect& dialect) {
  return PageLexer(text, dialect).run(begin);
}

}  // namespace rubric
