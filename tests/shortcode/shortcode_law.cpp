#include "shortcode_law.h"

#include <algorithm>

namespace rubric {

namespace {

class Law {
 public:
  Law(std::string_view text, uint32_t begin, const Dialect& dialect)
      : text_(text),
        page_{begin, static_cast<uint32_t>(text.size())},
        dialect_(dialect),
        read_(parse_shortcodes(text, begin, dialect)) {}

  std::vector<std::string> violations() {
    check_tokens();
    check_calls();
    check_reread();
    check_slips();
    uint32_t last = 0;
    for (const SyntaxError& error : read_.errors) {
      require(page_.contains(error.span) && page_.contains(error.tag), "an error lies in the page",
              error.span);
      require(last <= error.span.begin, "errors are in order", error.span);
      last = error.span.begin;
    }
    return std::move(broken_);
  }

 private:
  void require(bool holds, std::string_view law, Span span) {
    if (holds) return;
    broken_.push_back(std::string(law) + " [" + std::to_string(span.begin) + ',' + std::to_string(span.end) +
                      ')');
  }

  bool is_in_slip(Span span) const {
    return std::any_of(read_.slips.begin(), read_.slips.end(),
                       [&](const Slip& slip) { return slip.tag.contains(span); });
  }

  void check_tokens() {
    uint32_t last = page_.begin;
    for (const Token& token : read_.tokens) {
      require(page_.contains(token.span) && last <= token.span.begin, "tokens are in order, apart",
              token.span);
      last = token.span.end;
      const std::string_view bytes = slice(text_, token.span);
      const bool angle = token.delimiter == Delimiter::angle;
      if (token.kind == TokenKind::left_delimiter && !is_in_slip(token.span)) {
        require(bytes == (angle ? "{{<" : "{{%"), "a left delimiter is one", token.span);
      }
      if (token.kind == TokenKind::right_delimiter && !is_in_slip(token.span)) {
        require(bytes == (angle ? ">}}" : "%}}"), "a right delimiter is one", token.span);
      }
    }
  }

  void check_calls() {
    uint32_t last = page_.begin;
    for (const Shortcode& call : read_.calls) {
      require(page_.contains(call.span()) && last <= call.open.begin, "calls are in order", call.open);
      last = call.open.begin;
      require(call.open.contains(call.name_span) || call.name_span.empty(), "the name lies in its tag",
              call.name_span);
      for (const Parameter& parameter : call.parameters) {
        require(call.open.contains(parameter.span), "a parameter lies in its tag", parameter.span);
        require(parameter.span.contains(parameter.value_span), "a value lies in its parameter",
                parameter.value_span);
      }
      require(call.open.end <= call.inner.begin && call.inner.begin <= call.inner.end, "inner text follows",
              call.inner);
      require(call.close.empty() || call.inner.end == call.close.begin, "the closing tag follows",
              call.close);
      if (call.parent < 0) continue;
      const Shortcode& parent = read_.calls[static_cast<size_t>(call.parent)];
      require(parent.inner.contains(call.span()), "a child lies in its parent", call.open);
    }
  }

  void check_reread() {
    uint32_t last = page_.begin;
    for (const Shortcode& call : read_.reread) {
      require(page_.contains(call.span()) && last <= call.open.begin, "calls read again are in order",
              call.open);
      last = call.open.begin;
      require(call.parent < 0 && call.slip < 0, "a call read again stands alone", call.open);
      require(call.open.contains(call.name_span), "a name read again lies in its tag", call.name_span);
      const auto around = [&](const Shortcode& outer) { return outer.inner.contains(call.span()); };
      require(std::any_of(read_.calls.begin(), read_.calls.end(), around), "a call read again is inner text",
              call.open);
      for (const Parameter& parameter : call.parameters)
        require(call.open.contains(parameter.span) && parameter.span.contains(parameter.value_span),
                "a parameter read again lies in its tag", parameter.span);
    }
  }

  void check_slips() {
    for (const Slip& slip : read_.slips) {
      require(page_.contains(slip.tag) && slip.tag.contains(slip.span), "a slip lies in its tag", slip.span);
      require(!slip.repairs.empty(), "a slip can be repaired", slip.span);
      const auto inside = [&](const Edit& edit) { return slip.tag.contains(edit.span); };
      require(std::all_of(slip.repairs.begin(), slip.repairs.end(), inside), "repairs lie in the tag",
              slip.tag);
      const std::string repaired = apply_edits(text_, slip.repairs);
      const Shortcodes again = parse_shortcodes(repaired, page_.begin, dialect_);
      // `{{% / }}` closes whatever is open, and a broken tag before may run on over the repaired one.
      const bool faulty_before = !read_.errors.empty() && read_.errors.front().tag.begin < slip.tag.begin;
      if (slip.name.empty() || faulty_before) continue;
      const auto names_it = [&](const Token& token) {
        const bool is_name = token.kind == TokenKind::name || token.kind == TokenKind::inline_name;
        return is_name && token.span.begin >= slip.tag.begin && slice(repaired, token.span) == slip.name;
      };
      require(std::any_of(again.tokens.begin(), again.tokens.end(), names_it), "a repaired tag is read",
              slip.tag);
    }
  }

  std::string_view text_;
  Span page_;
  const Dialect& dialect_;
  Shortcodes read_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> shortcode_law_violations(std::string_view text, uint32_t begin,
                                                  const Dialect& dialect) {
  return Law(text, begin, dialect).violations();
}

}  // namespace rubric
