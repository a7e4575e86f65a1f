// How it works: the inside of a tag is read as a person reads it: values stand between blanks or between
// quotes of any make. What differs from Hugo's grammar becomes an edit. The edits count only if Hugo's lexer
// accepts the tag that comes out of them.

#include "shortcode/repairs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "shortcode/tag.h"
#include "text/nearest.h"

namespace rubric {
namespace {

constexpr std::array<std::string_view, 7> wrong_quotes = {"'", "“", "”", "„", "‘", "’", "″"};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

uint32_t skip_blanks(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end && is_blank(text[at])) ++at;
  return at;
}

std::optional<std::string_view> wrong_quote_at(std::string_view text, uint32_t at) {
  for (const std::string_view quote : wrong_quotes) {
    if (text.substr(at).starts_with(quote)) return quote;
  }
  return std::nullopt;
}

/// Reads the parameters in [at, end) and notes what would make them Hugo's.
class ParameterRepair {
 public:
  ParameterRepair(std::string_view text, uint32_t at, uint32_t end)
      : text_(text.substr(0, end)), at_(at), end_(end) {}

  std::optional<std::vector<Edit>> run() {
    for (at_ = skip_blanks(text_, at_, end_); at_ < end_; at_ = skip_blanks(text_, at_, end_)) {
      if (text_[at_] == '/' && skip_blanks(text_, at_ + 1, end_) == end_) break;
      skip_key();
      if (!value()) return std::nullopt;
    }
    return std::move(edits_);
  }

 private:
  /// `key=`, where a value follows at once.
  void skip_key() {
    uint32_t at = at_;
    const auto of_key = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
             c == '-';
    };
    while (at < end_ && of_key(text_[at])) ++at;
    named_ = at > at_ && at + 1 < end_ && text_[at] == '=' && !is_blank(text_[at + 1]);
    if (named_) at_ = at + 1;
  }

  bool value() {
    if (text_[at_] == '"' || text_[at_] == '`') return quoted();
    return wrong_quote_at(text_, at_) ? wrongly_quoted() : bare();
  }

  /// Right quotes; on the last value the closing one may be missing.
  bool quoted() {
    const char quote = text_[at_];
    uint32_t close = at_ + 1;
    while (close < end_ && text_[close] != quote && text_[close] != '\n')
      close += quote == '"' && text_[close] == '\\' ? 2 : 1;
    if (close < end_ && text_[close] == quote) {
      at_ = close + 1;
      return at_ == end_ || is_blank(text_[at_]) || text_[at_] == '/';
    }
    if (close < end_) return false;
    uint32_t last = end_;
    while (last > at_ + 1 && is_blank(text_[last - 1])) --last;
    const std::string_view content = slice(text_, {at_ + 1, last});
    // Another value may begin inside, and then who knows where this one ends.
    if (content.empty() || content.find('=') != content.npos || content.ends_with('/') ||
        content.ends_with("\\\""))
      return false;
    Span close_span{last, last};
    for (const std::string_view wrong : wrong_quotes) {
      if (content.ends_with(wrong)) close_span.begin = last - static_cast<uint32_t>(wrong.size());
    }
    if (content.ends_with('\\') || close_span.begin == at_ + 1) return false;
    edits_.push_back({close_span, std::string(1, quote)});
    at_ = end_;
    return true;
  }

  bool wrongly_quoted() {
    const std::string_view open = *wrong_quote_at(text_, at_);
    const uint32_t content = at_ + static_cast<uint32_t>(open.size());
    for (uint32_t at = content; at < end_; ++at) {
      if (text_[at] == '"' || text_[at] == '\\' || text_[at] == '\n') {
        // A pair of which only the first quote is wrong.
        const bool closes = text_[at] == '"' && at > content && (at + 1 == end_ || is_blank(text_[at + 1]));
        if (!closes) return false;
        edits_.push_back({{at_, content}, "\""});
        at_ = at + 1;
        return true;
      }
      const auto close = wrong_quote_at(text_, at);
      if (!close || at == content) continue;
      const uint32_t after = at + static_cast<uint32_t>(close->size());
      if (after < end_ && !is_blank(text_[after]) && text_[after] != '/') continue;
      edits_.push_back({{at_, content}, "\""});
      edits_.push_back({{at, after}, "\""});
      at_ = after;
      return true;
    }
    return false;
  }

  /// A value without quotes, which Hugo takes behind `=` whatever it is.
  bool bare() {
    const uint32_t begin = at_;
    while (at_ < end_ && !is_blank(text_[at_])) ++at_;
    const std::string_view value = slice(text_, {begin, at_});
    if (named_ || is_hugos(value)) return true;
    if (!is_clear(value) || (value.ends_with('/') && at_ == end_)) return false;
    edits_.push_back({{begin, begin}, "\""});
    edits_.push_back({{at_, at_}, "\""});
    return true;
  }

  /// Whether a value is one, rather than signs between values, `key: value` or a quote of some make.
  static bool is_clear(std::string_view value) {
    if (value.find_first_of("\"'`\\=,;{}<>%|&*") != value.npos || value.ends_with(':')) return false;
    for (const std::string_view quote : wrong_quotes) {
      if (value.find(quote) != value.npos) return false;
    }
    return value.find("´") == value.npos && std::any_of(value.begin(), value.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
  }

  static bool is_hugos(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
             c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    });
  }

  std::string_view text_;
  uint32_t at_, end_;
  bool named_ = false;
  std::vector<Edit> edits_;
};

/// A tag that ends with its own right delimiter.
struct WholeTag {
  Delimiter delimiter = Delimiter::angle;
  LexedTag lexed;       ///< as far as Hugo reads it
  uint32_t inside = 0;  ///< behind the left delimiter
  uint32_t right = 0;   ///< where the right delimiter begins
};

std::optional<WholeTag> read_whole(std::string_view text, Span tag, HugoVersion hugo) {
  WholeTag whole;
  const std::string_view written = slice(text, tag);
  if (tag.size() < 6 || !(written.starts_with("{{<") || written.starts_with("{{%"))) return std::nullopt;
  whole.delimiter = written[2] == '<' ? Delimiter::angle : Delimiter::percent;
  if (!written.ends_with(right_delimiter(whole.delimiter))) return std::nullopt;
  std::vector<Token> ignored;
  whole.inside = tag.begin + 3;
  whole.right = tag.end - 3;
  whole.lexed = lex_tag(text.substr(0, tag.end), {tag.begin, tag.begin + 3}, whole.delimiter, std::nullopt,
                        hugo, ignored);
  return whole;
}

/// Whether Hugo accepts the tag with the edits made, as one tag of that name.
bool is_accepted(std::string_view text, Span tag, std::span<const Edit> edits, std::string_view name,
                 HugoVersion hugo) {
  std::vector<Edit> moved(edits.begin(), edits.end());
  for (Edit& edit : moved) edit.span = {edit.span.begin - tag.begin, edit.span.end - tag.begin};
  const std::string repaired = apply_edits(slice(text, tag), moved);
  const auto whole = read_whole(repaired, {0, static_cast<uint32_t>(repaired.size())}, hugo);
  return whole && !whole->lexed.fault && whole->lexed.tag.name == name &&
         whole->lexed.tag.span.end == repaired.size();
}

std::vector<Edit> repair_parameters(std::string_view text, const SyntaxError& error, HugoVersion hugo) {
  const auto whole = read_whole(text, error.tag, hugo);
  if (!whole || error.name.empty() || whole->lexed.tag.closing) return {};
  const Span name = whole->lexed.tag.name_span;
  if (name.empty() || name.end > whole->right) return {};
  auto edits = ParameterRepair(text, name.end, whole->right).run();
  if (!edits || edits->empty() || !is_accepted(text, error.tag, *edits, error.name, hugo)) return {};
  return *std::move(edits);
}

/// `{{</* x >}}`, `{{</* x */ >}}`, `{{</* x */%}}`: the whole of `*/>}}` is wanted where the tag ends.
std::vector<Edit> repair_comment(std::string_view text, const SyntaxError& error) {
  const std::string_view tag = slice(text, error.tag);
  const bool ends = tag.ends_with(">}}") || tag.ends_with("%}}");
  if (!ends || tag.size() < 9) return {};
  const Delimiter kind = tag[2] == '<' ? Delimiter::angle : Delimiter::percent;
  size_t inside = tag.size() - 3;
  while (is_blank(tag[inside - 1])) --inside;
  const bool slashed = tag.substr(0, inside).ends_with("*/") && inside > 7;
  // A blank stays where it was.
  const auto begin = static_cast<uint32_t>(slashed ? inside : tag.size() - 3);
  std::string wanted(slashed ? "" : "*/");
  wanted += right_delimiter(kind);
  return {{{error.tag.begin + begin, error.tag.end}, wanted}};
}

/// `{{< x/ >}}`: the `/` wants a blank before it, or has nothing to close.
std::vector<Edit> repair_glued_slash(std::string_view text, const SyntaxError& error,
                                     const Dialect& dialect) {
  const std::string_view name = slice(text, error.span);
  if (name.size() < 2 || !name.ends_with('/')) return {};
  const uint32_t slash = error.span.end - 1;
  // A closing tag needs no second slash.
  const bool closes =
      slice(text, {error.tag.begin + 3, error.span.begin}).find('/') != std::string_view::npos;
  const ShortcodeTemplate* shortcode = dialect.find(name.substr(0, name.size() - 1));
  if (shortcode == nullptr || shortcode->inner == InnerText::unknown) return {};
  if (closes || shortcode->inner == InnerText::none) return {{{slash, error.span.end}, ""}};
  return {{{slash, slash}, " "}};
}

/// `{{< x / >}}` where `x` takes no inner text.
std::vector<Edit> repair_needless_slash(std::string_view text, const SyntaxError& error, HugoVersion hugo) {
  const auto whole = read_whole(text, error.tag, hugo);
  if (!whole || whole->lexed.tag.closing) return {};
  uint32_t slash = whole->right;
  while (slash > whole->inside && is_blank(text[slash - 1])) --slash;
  if (slash == whole->inside || text[--slash] != '/') return {};
  uint32_t begin = slash;
  if (is_blank(text[begin - 1]) && slash + 1 < whole->right) --begin;
  const std::vector<Edit> edits = {{{begin, slash + 1}, ""}};
  return is_accepted(text, error.tag, edits, error.name, hugo) ? edits : std::vector<Edit>{};
}

/// A closing tag that Hugo would pair with an open shortcode of nearly its name.
std::vector<Edit> repair_closing_name(std::string_view text, const SyntaxError& error, HugoVersion hugo) {
  if (error.open.empty()) return {};
  const std::string_view open[] = {error.open};
  const auto whole = read_whole(text, error.tag, hugo);
  if (!whole || whole->lexed.fault || !nearest(error.name, open)) return {};
  return {{whole->lexed.tag.name_span, error.open}};
}

}  // namespace

std::vector<Edit> repair_tag(std::string_view text, const SyntaxError& error, const Dialect& dialect) {
  switch (error.kind) {
    case ShortcodeError::unexpected_character:
    case ShortcodeError::unterminated_quote:
    case ShortcodeError::mixed_parameters:
      return repair_parameters(text, error, dialect.hugo);
    case ShortcodeError::unterminated_comment:
      return repair_comment(text, error);
    case ShortcodeError::bad_name:
      return repair_glued_slash(text, error, dialect);
    case ShortcodeError::takes_no_inner: {
      std::vector<Edit> quotes = repair_parameters(text, error, dialect.hugo);
      return quotes.empty() ? repair_needless_slash(text, error, dialect.hugo) : quotes;
    }
    case ShortcodeError::not_opened:
      return repair_closing_name(text, error, dialect.hugo);
    case ShortcodeError::unterminated_tag:
    case ShortcodeError::mismatched_delimiter:
    case ShortcodeError::no_name:
    case ShortcodeError::not_closed:
      return {};
  }
  return {};
}

}  // namespace rubric
