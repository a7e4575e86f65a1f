// How it works: a left delimiter in one of a few wrong forms, a right delimiter on the same line, and between
// them something that Hugo's own lexer accepts. Which combinations count depends on how much of a delimiter
// is left: see is_enough. The look-alikes of other languages lack the name, the path or the half delimiter.
// A name of a missing theme's counts once the page uses it in a tag of its own.

#include "shortcode/slips.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <string>

#include "shortcode/delimiters.h"
#include "shortcode/letters.h"
#include "text/utf8.h"

namespace rubric {
namespace {

/// How a left delimiter is mistyped.
enum class LeftForm : uint8_t {
  spaced,      ///< `{{ %`, `{ {%`
  wrong_sign,  ///< `{{$`
  no_sign,     ///< `{{ x`
  garbled,     ///< `{{\%`, `{{&lt;`, `{{5`: what editors, pastes and keyboards make of a sign
  one_brace,   ///< `{%`
};

struct LeftDelimiter {
  LeftForm form = LeftForm::no_sign;
  Span span;
  std::optional<Delimiter> sign;
};

char byte_at(std::string_view text, size_t offset) {
  return offset < text.size() ? text[offset] : '\0';
}

std::optional<Delimiter> sign_of(char c) {
  if (c == '<') return Delimiter::angle;
  if (c == '%') return Delimiter::percent;
  return std::nullopt;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Characters that are typed for `%` or `<` by accident; the others begin something in a template language.
bool is_wrong_sign(char c) {
  return std::string_view("$^&@!*#>~|\\?;:,._=").find(c) != std::string_view::npos;
}

/// Whether a code point in a sign's place can only be a mistake.
bool is_garbage(char32_t c) {
  if (c >= 0x80) return !is_letter_or_digit(c);
  return c > ' ' && !is_letter_or_digit(c) &&
         std::string_view("{}\"`'/%<").find(static_cast<char>(c)) == std::string_view::npos;
}

/// A few characters of garbage at `from`, and the sign among them or behind them.
std::optional<LeftDelimiter> read_garbled(std::string_view text, uint32_t brace) {
  constexpr uint32_t most = 4;  // characters
  const uint32_t from = brace + 2;
  const std::string_view rest = text.substr(from);
  if (rest.starts_with("&lt;")) return LeftDelimiter{LeftForm::garbled, {brace, from + 4}, Delimiter::angle};
  // The key of `%`, without shift.
  if (rest.starts_with("5 ")) return LeftDelimiter{LeftForm::garbled, {brace, from + 1}, Delimiter::percent};
  uint32_t at = from;
  for (uint32_t count = 0; count < most && at < text.size(); ++count) {
    const CodePoint c = decode_utf8(text, at);
    if (!is_garbage(c.value)) break;
    at += c.length;
  }
  if (at == from) return std::nullopt;
  const auto sign = sign_of(byte_at(text, at));
  return LeftDelimiter{LeftForm::garbled, {brace, at + (sign ? 1 : 0)}, sign};
}

/// `{ {%` as seen from its second brace.
uint32_t brace_before(std::string_view text, uint32_t brace) {
  uint32_t at = brace;
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at < brace && at > 0 && text[at - 1] == '{' ? at - 1 : brace;
}

std::optional<LeftDelimiter> read_left(std::string_view text, uint32_t brace) {
  const char before = brace > 0 ? text[brace - 1] : '\0';
  if (before == '$' || before == '\\') return std::nullopt;
  const char second = byte_at(text, brace + 1);
  if (const auto sign = sign_of(second)) {
    if (before == '{') return std::nullopt;
    const uint32_t begin = brace_before(text, brace);
    return LeftDelimiter{begin == brace ? LeftForm::one_brace : LeftForm::spaced, {begin, brace + 2}, sign};
  }
  if (second != '{') return std::nullopt;
  uint32_t at = brace + 2;
  while (is_blank(byte_at(text, at))) ++at;
  const char third = byte_at(text, at);
  if (const auto sign = sign_of(third)) return LeftDelimiter{LeftForm::spaced, {brace, at + 1}, sign};
  const auto garbled = at == brace + 2 ? read_garbled(text, brace) : std::nullopt;
  if (garbled && (garbled->sign || garbled->span.size() > 3 || !is_wrong_sign(third))) return garbled;
  if (garbled) return LeftDelimiter{LeftForm::wrong_sign, {brace, brace + 3}, std::nullopt};
  return LeftDelimiter{LeftForm::no_sign, {brace, brace + 2}, std::nullopt};
}

/// Takes into a right delimiter without a sign the garbage before it, where that mirrors the left one's:
/// `{{$ x $}}`, `{{‹ x ›}}`. Trim marks do so in Go's templates (`-`) and Handlebars (`~`).
bool mirrors(std::string_view text, const LeftDelimiter& left, RightDelimiter& right) {
  const Span junk{left.span.begin + 2, left.span.end};
  const bool garbled = left.form == LeftForm::wrong_sign || left.form == LeftForm::garbled;
  const std::string_view written = slice(text, junk);
  if (!garbled || right.complete || right.sign || written == "-" || written == "~") return false;
  uint32_t begin = right.span.begin;
  for (uint32_t count = count_code_points(written); count > 0 && begin > left.span.end; --count) {
    do --begin;
    while (begin > left.span.end && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
    if (!is_garbage(decode_utf8(text, begin).value) && text[begin] != '5') return false;
  }
  if (begin <= left.span.end || !(is_blank(text[begin - 1]) || text[begin - 1] == '"')) return false;
  right.span.begin = begin;
  return true;
}

bool is_path(const Parameter& parameter) {
  const std::string_view value = parameter.value;
  const bool quoted = parameter.value_span.end < parameter.span.end;
  if (!quoted || value.empty() || value.find_first_of(" {}|") != std::string_view::npos) return false;
  const size_t dot = value.rfind('.');
  const bool extension = dot != std::string_view::npos && value.size() - dot >= 3 && value.size() - dot <= 6;
  return extension && dot > 0;
}

/// What speaks for a mistyped tag beside its delimiters.
struct Evidence {
  bool known = false;   ///< its name is a shortcode's
  bool own = false;     ///< its name is one that the site or its theme made up
  bool likely = false;  ///< known, or a path that some include may take
  bool path = false;    ///< a parameter is the path of a file in a folder
};

Evidence evidence_of(const Tag& tag, const Dialect& dialect) {
  const ShortcodeTemplate* known = dialect.find(tag.name);
  const bool own = known != nullptr && (!known->path.empty() || known->inner == InnerText::unknown);
  const bool path = std::any_of(tag.parameters.begin(), tag.parameters.end(), is_path);
  const bool guessed = path && (tag.name.starts_with("include") || !dialect.templates_complete);
  return {known != nullptr, own, known != nullptr || guessed, path};
}

bool is_enough(const LeftDelimiter& left, const RightDelimiter& right, const Evidence& evidence) {
  const auto [known, own, likely, path] = evidence;
  if (right.complete && path && left.form != LeftForm::one_brace) return true;
  if (right.complete) return likely && (left.form != LeftForm::one_brace || *left.sign == *right.sign || own);
  switch (left.form) {
    case LeftForm::spaced:
      return right.sign ? likely : known;
    case LeftForm::garbled:
      return known && left.sign && right.sign;
    case LeftForm::wrong_sign:
    case LeftForm::no_sign:
      return own && right.sign == Delimiter::percent && right.span.size() == 2;
    case LeftForm::one_brace:
      return own && left.sign == Delimiter::percent && right.sign != Delimiter::angle;
  }
  return false;
}

/// What the tag's halves say it was: a complete right half first, then any sign.
Delimiter meant_delimiter(const LeftDelimiter& left, const RightDelimiter& right) {
  if (right.complete || !left.sign) return right.sign.value_or(Delimiter::percent);
  return *left.sign;
}

/// The kinds of delimiter that correct tags of each name use on this page, as a bit set.
std::map<std::string_view, unsigned> delimiters_in_use(std::span<const Tag> tags) {
  std::map<std::string_view, unsigned> used;
  for (const Tag& tag : tags)
    if (tag.slip < 0) used[tag.name] |= tag.delimiter == Delimiter::angle ? 1U : 2U;
  return used;
}

/// The right delimiter to write at `tag.right`; a blank keeps it off a bare value, which would swallow it.
std::string meant_right(const Tag& tag) {
  const std::string meant(right_delimiter(tag.delimiter));
  return tag.bare_end == tag.right.begin ? " " + meant : meant;
}

}  // namespace

std::optional<Tag> read_mistyped_tag(std::string_view text, uint32_t brace, const Dialect& dialect) {
  const std::optional<LeftDelimiter> left = read_left(text, brace);
  if (!left) return std::nullopt;
  std::optional<RightDelimiter> right =
      find_right_delimiter(text, left->span.end, mistyped_limit(text, left->span.end));
  if (!right) return std::nullopt;
  const bool mirrored = mirrors(text, *left, *right);
  if (!mirrored && !right->complete && !left->sign && right->sign != Delimiter::percent) return std::nullopt;
  std::vector<Token> ignored;
  LexedTag lexed =
      lex_tag(text, left->span, meant_delimiter(*left, *right), right->span.begin, dialect.hugo, ignored);
  if (lexed.fault || lexed.tag.name.empty() || lexed.tag.inlined) return std::nullopt;
  const Evidence evidence = evidence_of(lexed.tag, dialect);
  const bool proven = is_enough(*left, *right, evidence) || (mirrored && evidence.own);
  if (!proven && (dialect.templates_complete || !is_enough(*left, *right, {true, true, true, true})))
    return std::nullopt;
  Tag tag = std::move(lexed.tag);
  tag.name_unproven = !proven;
  tag.right = right->span;
  tag.span = {left->span.begin, right->span.end};
  tag.text_to_hugo = true;
  return tag;
}

void finish_slips(std::string_view text, std::span<Tag> tags, std::vector<Slip>& slips) {
  if (slips.empty()) return;
  const std::map<std::string_view, unsigned> used = delimiters_in_use(tags);
  for (Tag& tag : tags) {
    if (tag.slip < 0) continue;
    const std::string_view left = slice(text, tag.left);
    const std::string_view right = slice(text, tag.right);
    const bool halves_disagree =
        (right.starts_with('>') && left.ends_with('%')) || (right.starts_with('%') && left.ends_with('<'));
    const auto use = used.find(tag.name);
    if (halves_disagree && use != used.end() && use->second != 3)
      tag.delimiter = use->second == 1 ? Delimiter::angle : Delimiter::percent;

    Slip& slip = slips[static_cast<size_t>(tag.slip)];
    const std::string meant_left(left_delimiter(tag.delimiter));
    const std::string right_text = meant_right(tag);
    if (left != meant_left) slip.repairs.push_back({tag.left, meant_left});
    if (right != right_text) slip.repairs.push_back({tag.right, right_text});
    assert(!slip.repairs.empty());
    slip.span = slip.repairs.front().span;
    slip.meant = slip.repairs.front().replacement;
    slip.tag = tag.span;
    slip.name = tag.name;
    slip.fails_build = !tag.text_to_hugo;
    slip.jinja_like = left == "{%" && !right.ends_with("%}}");
  }
}

}  // namespace rubric
