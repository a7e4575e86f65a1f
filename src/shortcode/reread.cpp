// How it works: what the template is given is written down as Hugo would: the inner text with a blank for
// each of its own calls, whose output is unknown, and with its comments stripped of `/*` and `*/`. That text
// is parsed like a page, by recursion with what it may hold in its turn, and the findings are moved to where
// the text came from. A byte belongs to the innermost call around it alone, so each depth of recursion copies
// no more than the page.
//
// What a child's output holds decides as well. No tag survives a child that renders its inner text itself,
// unless it was escaped twice; of any other child with a comment in it nothing is known.

#include "shortcode/reread.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace rubric {
namespace {

// Each depth takes one more escape around a tag; nobody writes three.
constexpr int most_depth = 4;

constexpr uint32_t delimiter_size = 3, mark_size = 2;

/// What a template is given of an inner text, and where that stood.
class GivenText {
 public:
  void keep(std::string_view page, Span span) {
    if (!span.empty()) add(slice(page, span), span);
  }

  void blank(Span span) { add(" ", span); }

  const std::string& text() const { return text_; }

  /// Where a span of this text stands in the page.
  Span origin(Span span) const {
    const uint32_t begin = begin_of(span.begin);
    if (span.empty()) return {begin, begin};
    const Piece& last = piece_at(span.end - 1);
    return {begin, last.is_blank ? last.from.end : last.from.begin + (span.end - last.at)};
  }

 private:
  struct Piece {
    uint32_t at;
    Span from;
    bool is_blank;
  };

  void add(std::string_view text, Span from) {
    pieces_.push_back({static_cast<uint32_t>(text_.size()), from, text.size() < from.size()});
    text_ += text;
  }

  const Piece& piece_at(uint32_t at) const {
    const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                       [](uint32_t value, const Piece& piece) { return value < piece.at; });
    return *std::prev(next);
  }

  uint32_t begin_of(uint32_t at) const {
    const Piece& piece = piece_at(at);
    if (at == text_.size()) return piece.from.end;
    return piece.is_blank ? piece.from.begin : piece.from.begin + (at - piece.at);
  }

  std::string text_;
  std::vector<Piece> pieces_;
};

/// Hugo's own test for a text that is worth lexing (parser/pageparser).
bool may_hold_shortcodes(std::string_view text) {
  for (size_t at = text.find("{{"); at != text.npos; at = text.find("{{", at + 1)) {
    if (at + 3 < text.size() && (text[at + 2] == '<' || text[at + 2] == '%') && text[at + 3] != '/')
      return true;
  }
  return false;
}

class Rereading {
 public:
  Rereading(std::string_view text, const Dialect& dialect, Shortcodes& page, int depth)
      : text_(text), dialect_(dialect), page_(page), depth_(depth), parts_(page.calls.size()) {
    // A mistyped tag is text, so the calls in it stand in the call around it.
    for (const Shortcode& call : page.calls) {
      const bool in_text = call.parent >= 0 && page.calls[static_cast<size_t>(call.parent)].slip >= 0;
      around_.push_back(in_text ? around_[static_cast<size_t>(call.parent)] : call.parent);
    }
  }

  void run() {
    collect_comments();
    collect_children();
    for (size_t call = 0; call < parts_.size(); ++call)
      if (parts_[call].comments && !parts_[call].unclear) reread(call);
    std::sort(page_.reread.begin(), page_.reread.end(),
              [](const Shortcode& a, const Shortcode& b) { return a.open.begin < b.open.begin; });
  }

 private:
  /// What is cut out of a call's inner text: a call of its own, or a comment's mark.
  struct Cut {
    Span span;
    bool call;
  };

  struct Parts {
    std::vector<Cut> cuts;
    bool comments = false;
    bool unclear = false;  ///< the output of a call inside is not known to be without tags
  };

  /// Inside of another call, the inner text of `{{% %}}` is HTML before the template is given it.
  bool is_read_again(size_t index) const {
    const Shortcode& call = page_.calls[index];
    if (call.opener == Delimiter::percent && around_[index] >= 0) return false;
    const ShortcodeTemplate* known = dialect_.find(call.name);
    return known && known->inner == InnerText::markdown && known->renders_inner;
  }

  void collect_comments() {
    const auto& calls = page_.calls;
    std::vector<size_t> open;
    size_t next = 0;
    for (const Token& token : page_.tokens) {
      if (token.kind != TokenKind::comment) continue;
      for (; next < calls.size() && calls[next].open.begin < token.span.begin; ++next)
        if (calls[next].slip < 0 && !calls[next].close.empty()) {
          leave(open, calls[next].open.begin);
          open.push_back(next);
        }
      leave(open, token.span.begin);
      if (!open.empty()) add_comment(open.back(), token.span);
    }
  }

  void leave(std::vector<size_t>& open, uint32_t offset) const {
    while (!open.empty() && page_.calls[open.back()].inner.end <= offset) open.pop_back();
  }

  void add_comment(size_t call, Span comment) {
    const bool again = is_read_again(call);
    const uint32_t inside = comment.begin + delimiter_size + mark_size;
    const uint32_t inside_end = comment.end - delimiter_size - mark_size;
    if (again) {
      parts_[call].comments = true;
      parts_[call].cuts.push_back({{inside - mark_size, inside}, false});
      parts_[call].cuts.push_back({{inside_end, inside_end + mark_size}, false});
    }
    const bool escaped_twice = text_.substr(inside, mark_size) == "/*";
    if (!again) set_unclear(static_cast<int32_t>(call));
    if (again && escaped_twice) set_unclear(around_[call]);
  }

  void set_unclear(int32_t call) {
    for (; call >= 0 && !parts_[static_cast<size_t>(call)].unclear; call = around_[static_cast<size_t>(call)])
      parts_[static_cast<size_t>(call)].unclear = true;
  }

  void collect_children() {
    for (size_t call = 0; call < parts_.size(); ++call)
      if (around_[call] >= 0 && page_.calls[call].slip < 0)
        parts_[static_cast<size_t>(around_[call])].cuts.push_back({page_.calls[call].span(), true});
  }

  GivenText given_text(Span inner, std::vector<Cut> cuts) const {
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.span < b.span; });
    GivenText given;
    uint32_t at = inner.begin;
    for (const Cut& cut : cuts) {
      given.keep(text_, {at, cut.span.begin});
      if (cut.call) given.blank(cut.span);
      at = cut.span.end;
    }
    given.keep(text_, {at, inner.end});
    return given;
  }

  void reread(size_t call) {
    const GivenText given = given_text(page_.calls[call].inner, std::move(parts_[call].cuts));
    if (!may_hold_shortcodes(given.text())) return;
    Shortcodes found = parse_shortcodes_once(given.text(), 0, dialect_);
    if (depth_ < most_depth && found.errors.empty())
      Rereading(given.text(), dialect_, found, depth_ + 1).run();
    add_failing_slips(found, given);
    add_calls(found.calls, given);
    add_calls(found.reread, given);
    for (SyntaxError& error : found.errors) {
      error.span = given.origin(error.span);
      error.tag = given.origin(error.tag);
      // A mistyped delimiter in a comment was no slip when the page was read.
      if (error.kind == ShortcodeError::mismatched_delimiter)
        error.kind = error.name.empty() ? ShortcodeError::no_name : ShortcodeError::unexpected_character;
      page_.errors.push_back(std::move(error));
    }
  }

  /// A mistyped tag may leave a tag of a comment without its partner.
  void add_failing_slips(const Shortcodes& found, const GivenText& given) {
    for (const Slip& slip : found.slips) {
      if (!slip.fails_build) continue;
      const Span tag = given.origin(slip.tag);
      const auto known =
          std::lower_bound(page_.slips.begin(), page_.slips.end(), tag.begin,
                           [](const Slip& before, uint32_t begin) { return before.tag.begin < begin; });
      if (known != page_.slips.end() && known->tag.begin == tag.begin) known->fails_build = true;
    }
  }

  void add_calls(std::vector<Shortcode>& calls, const GivenText& given) {
    for (Shortcode& call : calls) {
      if (call.slip >= 0) continue;
      for (Span* span : {&call.open, &call.inner, &call.close, &call.name_span, &call.close_name})
        *span = given.origin(*span);
      for (Parameter& parameter : call.parameters) {
        parameter.span = given.origin(parameter.span);
        parameter.value_span = given.origin(parameter.value_span);
      }
      call.parent = -1;
      page_.reread.push_back(std::move(call));
    }
  }

  std::string_view text_;
  const Dialect& dialect_;
  Shortcodes& page_;
  int depth_;
  std::vector<Parts> parts_;     ///< of each call
  std::vector<int32_t> around_;  ///< the call that each call stands in, or -1
};

}  // namespace

void reread_inner_texts(std::string_view text, const Dialect& dialect, Shortcodes& page) {
  const auto is_comment = [](const Token& token) { return token.kind == TokenKind::comment; };
  const auto fails = [](const Slip& slip) { return slip.fails_build; };
  if (dialect.hugo < rereads_since || !page.errors.empty() || page.calls.empty()) return;
  if (std::any_of(page.slips.begin(), page.slips.end(), fails)) return;
  if (std::none_of(page.tokens.begin(), page.tokens.end(), is_comment)) return;
  Rereading(text, dialect, page, 1).run();
}

}  // namespace rubric
