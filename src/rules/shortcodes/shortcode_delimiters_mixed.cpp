// How it works: the fix changes the closing tag, since Hugo renders by the opening one.

#include "lint/context.h"

namespace rubric {

namespace {

std::string_view left_of(Delimiter delimiter) {
  return delimiter == Delimiter::angle ? "{{<" : "{{%";
}

std::string_view right_of(Delimiter delimiter) {
  return delimiter == Delimiter::angle ? ">}}" : "%}}";
}

// Whether the closing tag is complete, and not itself mistyped.
bool is_written_well(std::string_view closer, Delimiter delimiter) {
  return closer.starts_with(left_of(delimiter)) && closer.ends_with(right_of(delimiter));
}

}  // namespace

void shortcode_delimiters_mixed(PageContext& context) {
  const Document& document = context.document();
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.opener == call.closer || call.close.empty() || call.slip >= 0) continue;
    if (!is_written_well(document.source.slice(call.close), call.closer)) continue;
    const std::string left(left_of(call.opener)), right(right_of(call.opener));
    const Span close = call.close;
    Extras extras;
    extras.fixes.push_back(
        context.fix("Close it with `" + left + "`", Applicability::safe,
                    {{{close.begin, close.begin + 3}, left}, {{close.end - 3, close.end}, right}}));
    context.report(close,
                   {{"name", call.name}, {"opener", left}, {"closer", std::string(left_of(call.closer))}},
                   std::move(extras));
  }
}

}  // namespace rubric
