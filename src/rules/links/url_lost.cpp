// How it works: the old URL is judged as a link to it would be. The fix puts it into the page's front matter,
// in the way that its aliases are written already.

#include "lint/context.h"
#include "markdown/front_matter.h"

namespace rubric {

namespace {

bool leads_nowhere(const MovedContext& context, std::string_view url) {
  std::string target = context.site().configuration().base_path;
  target += url.substr(url.starts_with('/') ? 1 : 0);
  Link link;
  link.target = target;
  return context.site().resolve(context.page(), link).outcome == Outcome::target_missing;
}

std::string quoted(std::string_view url) {
  return "'" + std::string(url) + "'";
}

// Whether a URL may stand in YAML, between brackets too, without quotes.
bool is_plain(std::string_view url) {
  return url.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.") ==
         url.npos;
}

// An item behind the last of a list: in its line between brackets, or in a line of its own like the last's.
std::optional<Edit> append_item(std::string_view text, const Value& list, const std::string& item) {
  if (!list.is_sequence() || list.items.empty()) return std::nullopt;
  const Span last = list.items.back().span;
  if (text[list.span.begin] == '[') return Edit{{last.end, last.end}, ", " + item};
  const size_t line = text.rfind('\n', last.begin) + 1;
  const std::string_view before = text.substr(line, last.begin - line);
  const size_t end = text.find('\n', last.end);
  if (end == text.npos || before.find_first_not_of(" -") != before.npos || before.find('-') == before.npos)
    return std::nullopt;
  return Edit{{static_cast<uint32_t>(end + 1), static_cast<uint32_t>(end + 1)},
              std::string(before) + item + "\n"};
}

std::optional<Edit> add_alias(const Page& page, std::string_view text, std::string_view url) {
  const FrontMatter front_matter = parse_front_matter(text);
  if (!front_matter.errors.empty() || page.has_crlf || url.find('\'') != url.npos) return std::nullopt;
  const bool yaml = front_matter.format == ValueFormat::yaml;
  const std::string item = yaml && is_plain(url) ? std::string(url) : quoted(url);
  if (!front_matter.present) {
    const uint32_t begin = page.has_byte_order_mark ? 3 : 0;
    return Edit{{begin, begin}, "---\naliases:\n  - " + item + "\n---\n\n"};
  }
  if (front_matter.format == ValueFormat::json) return std::nullopt;
  if (const Value* aliases = front_matter.root.find("aliases")) return append_item(text, *aliases, item);
  const Span content = front_matter.content;
  if (yaml) return Edit{{content.end, content.end}, "aliases:\n  - " + item + "\n"};
  return Edit{{content.begin, content.begin}, "aliases = [" + item + "]\n"};
}

}  // namespace

void url_lost(MovedContext& context) {
  const std::string_view url = context.old_url();
  if (!leads_nowhere(context, url)) return;
  const SiteConfiguration& site = context.site().configuration();
  Extras extras;
  if (!site.disable_aliases && !site.several_hosts) {
    extras.help = "An alias in the front matter leads readers on.";
    if (std::optional<Edit> edit = add_alias(context.page(), context.text(), url))
      extras.fixes.push_back(context.fix("Add the alias `" + std::string(url) + "`",
                                         Applicability::unsafe_fix, {*std::move(edit)}));
  }
  context.report({{1, 1}, {1, 1}, {0, 0}}, {{"url", std::string(url)}}, std::move(extras));
}

}  // namespace rubric
