// How it works: what stands for a left delimiter, the name of a shortcode, what stands for a right delimiter
// (written_delimiters.h), and between them something that Hugo's own lexer accepts. Which combinations count
// depends on how much of the delimiters is left (slip_evidence.h). The look-alikes of other languages lack
// the name, the path or the half delimiter. A name of a missing theme's counts once the page uses it in a tag
// of its own.
//
// Less is enough where Hugo refuses the page for a tag whose partner is missing: such a tag is only kept if
// it is the partner (drop_needless in pairing.h).

#include "shortcode/slips.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <string>

#include "shortcode/delimiters.h"
#include "shortcode/letters.h"
#include "shortcode/slip_evidence.h"
#include "shortcode/written_delimiters.h"
#include "text/utf8.h"

namespace rubric {
namespace {

/// Signs stand in any text; where no brace is there, the right delimiter must be near.
constexpr uint32_t longest_without_brace = 120;

char byte_before(std::string_view text, uint32_t offset) {
  return offset > 0 && offset <= text.size() ? text[offset - 1] : '\0';
}

/// Whether the tag is one of those that Hugo wants to be opened and closed.
bool may_be_partner(const WrittenLeft& left, const Tag& tag, const Dialect& dialect) {
  const ShortcodeTemplate* known = dialect.find(tag.name);
  if (known == nullptr || known->inner == InnerText::none || tag.self_closing) return false;
  return left.braces > 0 || left.substitutes > 1 || (left.substitutes == 1 && left.sign);
}

/// What the tag's halves say it was: a complete right half first, then any sign.
Delimiter meant_delimiter(const WrittenLeft& left, const WrittenDelimiter& right, bool right_complete) {
  if (right_complete || !left.sign) {
    if (right.sign) return *right.sign;
    return left.first_garbage == '>' ? Delimiter::angle : Delimiter::percent;
  }
  return *left.sign;
}

/// The kinds of delimiter that correct tags of each name use on this page, as a bit set.
std::map<std::string_view, unsigned> delimiters_in_use(std::span<const Tag> tags) {
  std::map<std::string_view, unsigned> used;
  for (const Tag& tag : tags)
    if (tag.slip < 0) used[tag.name] |= tag.delimiter == Delimiter::angle ? 1U : 2U;
  return used;
}

/// Whether the bytes around an anchor allow a left delimiter. Most pages are full of anchors that do not.
bool is_worth_a_look(std::string_view text, uint32_t anchor) {
  const std::string_view rest = text.substr(anchor, 3);
  if (rest.size() < 3) return false;
  switch (rest[0]) {
    case '&':
      return rest[1] == '#' || rest[1] == 'l' || rest[1] == 'L';
    case '<':
    case '%':
      return rest[1] == ' ' || rest[1] == '\t' || rest[1] == '7' ||
             std::string_view("[(}").find(byte_before(text, anchor)) != std::string_view::npos;
    case '\xEF':
      return rest[2] == '\x9B';
    default:
      return true;
  }
}

/// Where the left delimiter begins that has its first brace or sign at `anchor`: `[[<`, `\{{%`, `% x %}}`. Of
/// two unlike brackets, as in `([% x %}}`, the first belongs to the text.
std::optional<uint32_t> first_of_left(std::string_view text, uint32_t from, uint32_t anchor) {
  constexpr uint32_t most = 2;
  const Unit unit = unit_at(text, anchor, Side::left);
  if (unit.kind == UnitKind::brace_open)
    return anchor > from && byte_before(text, anchor) == '\\' ? anchor - 1 : anchor;
  if (unit.kind != UnitKind::angle && unit.kind != UnitKind::percent) return std::nullopt;
  if (text.substr(anchor + unit.length, 2) == "{{") return std::nullopt;  // `}<{{ < x >}}` begins later
  uint32_t begin = anchor;
  const char bracket = byte_before(text, anchor);
  while (std::string_view("[(}").find(bracket) != text.npos && begin > from && anchor - begin < most &&
         byte_before(text, begin) == bracket)
    --begin;
  const Unit next = unit_at(text, anchor + unit.length, Side::left);
  return begin < anchor || next.kind == UnitKind::blank ? std::optional(begin) : std::nullopt;
}

/// `${{ x }}`, `\{{ x }}` and `{{{ x }}}` are of other languages, whatever stands in them.
bool may_begin(std::string_view text, const WrittenLeft& left) {
  const char before = byte_before(text, left.span.begin);
  if (before == '$' || before == '\\') return false;
  const bool escaped = text[left.span.begin] == '\\';
  if (before == ';' && (left.references || left.braces == 0)) return false;
  if (escaped && !(left.is_whole() || left.substitutes > 0)) return false;
  if (left.sign) return before != '{' || left.braces != 1;
  return before != '{' && left.braces <= 2;
}

/// The name that follows the delimiter and the slash of a closing tag.
std::string_view name_behind(std::string_view text, const WrittenLeft& left) {
  uint32_t at = left.inside;
  if (at < text.size() && text[at] == '/') ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  const uint32_t begin = at;
  while (at < text.size()) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value != '-' && point.value != '/' && !is_letter_or_digit(point.value)) break;
    at += point.length;
  }
  return slice(text, {begin, at});
}

/// Whether a look at the whole tag is worth while: other texts are full of braces.
bool is_promising(std::string_view text, const WrittenLeft& left, uint32_t limit, const Dialect& dialect) {
  const std::string_view name = name_behind(text, left);
  if (name.empty()) return false;
  if (dialect.find(name) != nullptr || !dialect.templates_complete || name.starts_with("include"))
    return true;
  // An unknown name needs a path, and all of a right delimiter.
  const std::string_view rest = slice(text, {left.inside, std::max(limit, left.inside)});
  if (left.is_whole()) return rest.find("}}") != rest.npos;
  return left.braces >= 2 && (rest.find(">}}") != rest.npos || rest.find("%}}") != rest.npos);
}

bool is_right_delimiter(std::string_view written) {
  return written == ">}}" || written == "%}}";
}

/// The end of a line in a right delimiter's place.
WrittenDelimiter end_of_line(std::string_view text, uint32_t from, uint32_t limit) {
  uint32_t end = from;
  while (end < limit && text[end] != '\n' && text[end] != '\r') ++end;
  while (end > from && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  WrittenDelimiter none;
  none.span = {end, end};
  return none;
}

/// `[{< x >}}`: a bracket that nothing closes stands for the brace that is missing.
void take_bracket(std::string_view text, WrittenLeft& left, const WrittenDelimiter& right) {
  const char before = byte_before(text, left.span.begin);
  if (left.braces != 1 || left.substitutes != 0 || (before != '[' && before != '(')) return;
  const bool closed = right.span.end < text.size() && text[right.span.end] == (before == '[' ? ']' : ')');
  if (!closed) --left.span.begin;
}

/// `{%`, but not `{[%` or `{%%`
bool is_single(std::string_view left) {
  return std::count(left.begin(), left.end(), '{') == 1 && std::count(left.begin(), left.end(), '%') == 1 &&
         left.find_first_of("[(") == std::string_view::npos;
}

/// `<{{ x "a/b.md" }}>` and `%{{ x "a/b.md" }}%`: the signs are there, outside of the braces. They become
/// part of the delimiters.
bool take_signs_outside(std::string_view text, uint32_t from, WrittenLeft& left, WrittenDelimiter& right) {
  if (left.span.begin <= from || right.span.end >= text.size()) return false;
  const char before = byte_before(text, left.span.begin);
  const char after = text[right.span.end];
  if (!(before == '<' && after == '>') && !(before == '%' && after == '%')) return false;
  --left.span.begin;
  ++right.span.end;
  left.sign = right.sign = before == '<' ? Delimiter::angle : Delimiter::percent;
  return true;
}

/// Whether a brace before `offset` on its line is open there, as far as one looks back.
bool has_open_brace(std::string_view text, uint32_t offset) {
  constexpr uint32_t farthest = 200;
  const uint32_t begin = offset - std::min(offset, farthest);
  int open = 0;
  for (uint32_t at = offset; at > begin && text[at - 1] != '\n' && open >= 0; --at)
    open += text[at - 1] == '}' ? 1 : text[at - 1] == '{' ? -1 : 0;
  return open < 0;
}

/// Whether other template languages have a function or tag of that name, which takes a file.
bool is_word_of_templates(std::string_view name) {
  constexpr std::string_view words[] = {"include", "import",  "embed", "template", "partial",
                                        "render",  "file",    "block", "insert",   "load",
                                        "source",  "extends", "ref",   "relref"};
  return std::find(std::begin(words), std::end(words), name) != std::end(words);
}

/// `{{ include "a/b" }}` may be anything; `{{ readfile "a/b.md" }}` names a page's text.
bool needs_target(const Tag& tag) {
  if (!tag.bare || !tag.parameters.front().name.empty()) return false;
  return is_word_of_templates(tag.name) || !tag.parameters.front().value.ends_with(".md");
}

/// The left delimiter to write at `tag.left`, with a blank of Hugo's for one that is none.
std::string meant_left(std::string_view text, const Tag& tag) {
  const std::string meant(left_delimiter(tag.delimiter));
  const char next = text[std::min<size_t>(tag.left.end, text.size() - 1)];
  return tag.blank_unread && next != ' ' && next != '\t' ? meant + " " : meant;
}

/// The right delimiter to write at `tag.right`; a blank keeps it off a bare value, which would swallow it.
std::string meant_right(const Tag& tag) {
  const std::string meant(right_delimiter(tag.delimiter));
  return tag.bare_end == tag.right.begin ? " " + meant : meant;
}

}  // namespace

std::optional<Tag> read_mistyped_tag(std::string_view text, uint32_t from, uint32_t anchor,
                                     const Dialect& dialect) {
  if (!is_worth_a_look(text, anchor)) return std::nullopt;
  const std::optional<uint32_t> first = first_of_left(text, from, anchor);
  if (!first) return std::nullopt;
  std::optional<WrittenLeft> left = read_written_left(text, *first);
  if (!left || !may_begin(text, *left)) return std::nullopt;
  const bool over_lines = left->is_whole() && left->plain_sign;
  uint32_t limit = mistyped_limit(text, left->inside, over_lines);
  if (left->in_place() == 0) limit = std::min(limit, left->inside + longest_without_brace);
  if (!is_promising(text, *left, limit, dialect)) return std::nullopt;
  std::optional<WrittenDelimiter> right = find_written_right(text, *left, limit);
  const bool found = right.has_value();
  if (!found) right = end_of_line(text, left->inside, limit);
  const bool complete = found && is_right_delimiter(slice(text, right->span));
  if (complete) take_bracket(text, *left, *right);
  std::vector<Token> ignored;
  LexedTag lexed = lex_tag(text, {left->span.begin, left->inside}, meant_delimiter(*left, *right, complete),
                           right->span.begin, dialect.hugo, ignored);
  Tag tag = std::move(lexed.tag);
  if (lexed.fault || tag.name.empty() || tag.inlined) return std::nullopt;
  Evidence evidence = evidence_of(tag, dialect);
  evidence.glued = tag.name_span.begin == left->span.end && tag.name_span.end == right->span.begin;
  bool proven = found && is_enough(*left, *right, complete, evidence);
  if (found && !proven && may_have_signs_outside(*left, *right, tag, evidence) &&
      take_signs_outside(text, from, *left, *right)) {
    tag.delimiter = *left->sign;
    proven = true;
  }
  tag.bare = found && !proven && is_bare_call(*left, *right, tag, evidence, dialect);
  tag.unmistakable =
      proven && is_unmistakable(*left, *right, complete, evidence) &&
      (left->in_place() >= 2 || !has_open_brace(text, left->span.begin));  // `{"a": {% x "b.md" %}}`
  tag.sign_guessed = !left->sign && !right->sign && left->first_garbage != '>';
  if (!proven && !tag.bare) {
    tag.needs_partner = may_be_partner(*left, tag, dialect);
    tag.name_unproven = !tag.needs_partner && found && !dialect.templates_complete &&
                        is_enough(*left, *right, complete,
                                  {true, true, true, true, evidence.quoted, evidence.parameters,
                                   tag.self_closing, evidence.glued});
    if (!tag.needs_partner && !tag.name_unproven) return std::nullopt;
  }
  tag.left = {left->span.begin, std::max(left->span.end, left->blanks_end)};
  tag.blank_unread = left->blanks_end != 0;
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
    if ((halves_disagree || tag.sign_guessed) && use != used.end() && use->second != 3) {
      tag.delimiter = use->second == 1 ? Delimiter::angle : Delimiter::percent;
      tag.sign_guessed = false;
    }

    Slip& slip = slips[static_cast<size_t>(tag.slip)];
    const std::string left_text = meant_left(text, tag);
    const std::string right_text = meant_right(tag);
    if (left != left_text) slip.repairs.push_back({tag.left, left_text});
    if (right != right_text) slip.repairs.push_back({tag.right, right_text});
    assert(!slip.repairs.empty());
    slip.span = slip.repairs.front().span;
    slip.meant = slip.repairs.front().replacement;
    slip.tag = tag.span;
    slip.name = tag.name;
    slip.fails_build = !tag.text_to_hugo;
    slip.resembles_template = tag.bare || (is_single(left) && !right.ends_with("%}}"));
    slip.unmistakable = tag.unmistakable;
    slip.needs_target = needs_target(tag);
    slip.delimiter_guessed = tag.sign_guessed;
  }
}

}  // namespace rubric
