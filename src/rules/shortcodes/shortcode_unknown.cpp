// How it works: every call whose name no template has, in a site whose templates are all on disk. The nearest
// name that exists is offered for the opening tag and the tag that closes it. From Hugo 0.146 on a template
// of plain text counts under `{{% %}}` only (tpl/tplimpl/templatestore.go).

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/context.h"
#include "text/nearest.h"

namespace rubric {

namespace {

constexpr HugoVersion text_apart_since{0, 146, 0};

std::vector<std::string_view> known_names(const Dialect& dialect) {
  std::vector<std::string_view> names;
  for (const auto& [name, shortcode] : dialect.templates) names.push_back(name);
  return names;
}

// Where the tags begin that another rule has something to say of.
std::vector<uint32_t> faulty_tags(const Shortcodes& shortcodes) {
  std::vector<uint32_t> begins;
  for (const SyntaxError& error : shortcodes.errors) {
    if (error.kind != ShortcodeError::not_closed) begins.push_back(error.tag.begin);
  }
  std::sort(begins.begin(), begins.end());
  return begins;
}

// What was meant by `name`; `{{< endnote >}}` is how other languages close a note.
std::optional<std::string> meant_name(const Dialect& dialect, std::string_view name) {
  constexpr std::string_view foreign = "end";
  if (name.starts_with(foreign) && dialect.find(name.substr(foreign.size())) != nullptr)
    return "/" + std::string(name.substr(foreign.size()));
  const auto near = nearest(name, known_names(dialect));
  return near ? std::optional(std::string(*near)) : std::nullopt;
}

std::vector<Edit> renaming(const Document& document, const Shortcode& call, std::string_view name) {
  std::vector<Edit> edits = {{call.name_span, std::string(name)}};
  if (document.source.slice(call.close_name) == call.name)
    edits.push_back({call.close_name, std::string(name)});
  return edits;
}

void report_unknown(PageContext& context, const std::vector<Shortcode>& calls, const std::string& reason) {
  const Document& document = context.document();
  const Dialect& dialect = document.dialect;
  const std::vector<uint32_t> faulty = faulty_tags(document.shortcodes);
  for (const Shortcode& call : calls) {
    const ShortcodeTemplate* shortcode = dialect.find(call.name);
    const bool text_only = shortcode != nullptr && shortcode->plain_text &&
                           dialect.hugo >= text_apart_since && call.opener == Delimiter::angle;
    if (shortcode != nullptr && !text_only) continue;
    // Of an inline shortcode Hugo never looks for a template.
    if (call.slip >= 0 || call.name.ends_with(".inline")) continue;
    if (std::binary_search(faulty.begin(), faulty.end(), call.open.begin)) continue;
    Extras extras;
    std::string help;
    if (text_only) {
      help = "Its template `" + shortcode->path + "` is plain text: call it with `{{% %}}`.";
    } else if (const auto name = meant_name(dialect, call.name)) {
      help = "Did you mean `" + *name + "`?";
      extras.fixes.push_back(context.fix("Rename it to `" + *name + "`", Applicability::unsafe_fix,
                                         renaming(document, call, *name)));
    }
    extras.help = reason + (reason.empty() || help.empty() ? "" : " ") + help;
    context.report(call.name_span, {{"name", call.name}, {"use", text_only ? " for `{{< >}}`" : ""}},
                   std::move(extras));
  }
}

}  // namespace

void shortcode_unknown(PageContext& context) {
  const Document& document = context.document();
  if (!document.dialect.shortcodes || !document.dialect.templates_complete) return;
  report_unknown(context, document.shortcodes.calls, "");
  report_unknown(context, document.shortcodes.reread,
                 "The template around it renders its inner text, and Hugo reads the escaped tag again.");
}

}  // namespace rubric
