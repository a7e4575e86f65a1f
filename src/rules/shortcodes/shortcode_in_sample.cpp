// How it works: a sample is a fenced block of the language Markdown. What is evidently shown there and not
// used there is a shortcode that takes inner text, one of Hugo's own that make HTML, or any that stands on a
// line of its own among others. What fills in a value, or a whole sample, is used.

#include <algorithm>
#include <vector>

#include "lint/context.h"
#include "shortcode/escape.h"
#include "text/ascii.h"

namespace rubric {

namespace {

// The lines between the fences of each sample of Markdown, in order.
std::vector<Span> markdown_samples(const Document& document) {
  std::vector<Span> samples;
  const Tree& tree = document.tree();
  for (const NodeId id : tree.of_kind(NodeKind::code_block)) {
    std::string_view language = document.source.slice(tree.info(tree[id]));
    language = language.substr(0, language.find_first_of(" \t{,"));
    if (equal_ignoring_case(language, "md") || equal_ignoring_case(language, "markdown"))
      samples.push_back(tree[id].content);
  }
  std::sort(samples.begin(), samples.end());
  return samples;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

// Whether nothing else stands on the call's lines, and whether nothing else stands in the sample.
bool stands_alone_on_lines(std::string_view text, Span sample, Span call) {
  const std::string_view before = slice(text, {sample.begin, call.begin});
  const std::string_view after = slice(text, {call.end, sample.end});
  return is_blank(before.substr(before.rfind('\n') + 1)) && is_blank(after.substr(0, after.find('\n')));
}

bool fills_sample(std::string_view text, Span sample, Span call) {
  return is_blank(slice(text, {sample.begin, call.begin})) && is_blank(slice(text, {call.end, sample.end}));
}

bool is_shown(std::string_view text, Span sample, const Shortcode& call, const ShortcodeTemplate& shortcode) {
  const bool embedded = shortcode.path.empty() && shortcode.inner != InnerText::unknown;
  if (embedded) return call.name != "param" && call.name != "ref" && call.name != "relref";
  if (shortcode.include) return false;
  if (!call.close.empty()) return true;
  return stands_alone_on_lines(text, sample, call.span()) && !fills_sample(text, sample, call.span());
}

}  // namespace

void shortcode_in_sample(PageContext& context) {
  const Document& document = context.document();
  const std::string_view text = document.source.text();
  if (document.shortcodes.calls.empty()) return;
  const std::vector<Span> samples = markdown_samples(document);
  uint32_t told = 0;  // where the last reported call ends
  for (size_t index = 0; index < document.shortcodes.calls.size(); ++index) {
    const Shortcode& call = document.shortcodes.calls[index];
    const ShortcodeTemplate* shortcode = document.dialect.find(call.name);
    if (shortcode == nullptr || call.slip >= 0 || call.open.begin < told) continue;
    auto sample = std::upper_bound(samples.begin(), samples.end(), Span{call.open.begin + 1, 0});
    if (sample == samples.begin() || !(--sample)->contains(call.span())) continue;
    if (!is_shown(text, *sample, call, *shortcode)) continue;
    told = call.span().end;
    Extras extras;
    if (std::vector<Edit> edits = escape_call(text, document.shortcodes, index, document.dialect);
        !edits.empty())
      extras.fixes.push_back(context.fix("Escape it", Applicability::unsafe_fix, std::move(edits)));
    context.report(call.open, {{"name", call.name}}, std::move(extras));
  }
}

}  // namespace rubric
