// How it works: the site's templates print the parameters of their call between `ran:` and `:` in base64,
// which nothing in Markdown or HTML changes. An id outside of such a mark is text that a reader sees.

#include "page_verdict.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "conformance/limits.h"
#include "conformance/page_site.h"
#include "shortcode/dump.h"
#include "site/configuration.h"
#include "site/file_tree.h"

namespace rubric {
namespace {

constexpr std::string_view mark = "ran:";

std::string decode_base64(std::string_view encoded) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string decoded;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : encoded) {
    const size_t digit = digits.find(c);
    if (digit == std::string_view::npos) break;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    count += 6;
    if (count >= 8) decoded += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return decoded;
}

/// The ids in a text, such as `q12q`.
std::vector<std::string> ids_in(std::string_view text) {
  std::vector<std::string> ids;
  for (size_t at = text.find('q'); at != std::string_view::npos; at = text.find('q', at + 1)) {
    size_t end = at + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == at + 1 || end >= text.size() || text[end] != 'q') continue;
    ids.emplace_back(text.substr(at, end + 1 - at));
  }
  return ids;
}

/// A call's parameters as Go prints a list or a map of them.
std::string as_go_prints(const std::vector<Parameter>& parameters) {
  const bool named = !parameters.empty() && !parameters.front().name.empty();
  std::map<std::string, std::string> by_name;
  std::string result = named ? "map[" : "[";
  for (const Parameter& parameter : parameters) by_name[parameter.name] = parameter.value;
  const auto add = [&](const std::string& text) { result += (result.back() == '[' ? "" : " ") + text; };
  if (named) {
    for (const auto& [name, value] : by_name) add(name + ":" + value);
  } else {
    for (const Parameter& parameter : parameters) add(parameter.value);
  }
  return result + "]";
}

/// Whether what the call's template prints of its inner text is nothing.
bool hides_inner(const Shortcode& call) {
  if (call.name == "opt")
    return call.parameters.size() > 1 && call.parameters[0].name.empty() && !call.parameters[1].value.empty();
  return call.name == "dead" || call.name == "pinner" || call.name.ends_with(".inline");
}

bool is_inline(const Shortcode& call) {
  return call.name.ends_with(".inline");
}

/// Whether what stands there reaches the page that Hugo writes. What follows a fence on its line does not.
bool is_shown(const Shortcodes& page, std::string_view text, Span span) {
  const size_t line = text.substr(0, span.begin).rfind('\n') + 1;  // 0 without one
  const std::string_view before = text.substr(line, span.begin - line);
  if (before.find("~~~") != std::string_view::npos || before.find("```") != std::string_view::npos)
    return false;
  const auto hides = [&](const Shortcode& call) { return hides_inner(call) && call.inner.contains(span); };
  return std::none_of(page.calls.begin(), page.calls.end(), hides) &&
         std::none_of(page.reread.begin(), page.reread.end(), hides);
}

}  // namespace

Dialect page_dialect(HugoVersion hugo) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : page_site()) paths.push_back(path);
  const auto read = [](std::string_view path) -> std::optional<std::string> {
    const auto found = page_site().find(std::string(path));
    return found == page_site().end() ? std::nullopt : std::optional(found->second);
  };
  SiteOptions options;
  options.hugo = hugo;
  return read_site(FileTree(paths), read, "", options).dialect;
}

RubricVerdict judge_page(const std::string& text, const Dialect& dialect) {
  const Document document("content/p0.md", text, dialect);
  const Shortcodes& page = document.shortcodes;
  RubricVerdict verdict;
  verdict.findings = dump_shortcodes(page, text);
  verdict.limit = limit_of(document);
  verdict.fails = !page.errors.empty();
  for (const ValueError& error : document.front_matter.errors) {
    verdict.fails = true;
    verdict.findings += "front matter: " + error.message + "\n";
  }
  for (const Slip& slip : page.slips) {
    verdict.fails |= slip.fails_build;
    if (slip.fails_build) continue;
    verdict.slips.emplace(slice(text, slip.tag));
    if (is_shown(page, text, slip.tag)) verdict.printed.emplace(slice(text, slip.tag));
  }
  for (const Shortcode& call : page.calls) {
    const bool printed = call.slip >= 0 && !page.slips[static_cast<size_t>(call.slip)].fails_build;
    if (printed || is_inline(call)) continue;
    if (!dialect.find(call.name)) {
      verdict.fails = true;
      verdict.findings += "unknown shortcode " + call.name + "\n";
    }
    const std::string parameters = as_go_prints(call.parameters);
    if (ids_in(parameters).empty() || call.name == "highlight") continue;
    verdict.calls.insert(parameters);
    if (is_shown(page, text, call.open)) verdict.printing.insert(parameters);
  }
  for (const Shortcode& call : page.reread) {
    if (is_inline(call)) continue;
    if (!dialect.find(call.name)) {
      verdict.fails = true;
      verdict.findings += "unknown shortcode " + call.name + "\n";
    }
    verdict.calls.insert(as_go_prints(call.parameters));
  }
  return verdict;
}

PageOutput read_output(std::string_view html) {
  PageOutput output;
  std::string text;
  size_t at = 0;
  for (size_t found = html.find(mark); found != std::string_view::npos; found = html.find(mark, at)) {
    text += html.substr(at, found - at);
    const size_t begin = found + mark.size();
    const size_t end = std::min(html.find(':', begin), html.size());
    const std::string parameters = decode_base64(html.substr(begin, end - begin));
    if (!ids_in(parameters).empty()) output.ran.insert(parameters);
    at = end;
  }
  text += html.substr(at);
  for (const std::string& id : ids_in(text)) output.printed.insert(id);
  return output;
}

std::string disagreement(const GeneratedPage& page, const RubricVerdict& rubric, const HugoVerdict& hugo) {
  if (rubric.fails != hugo.fails) return hugo.fails ? "only Hugo fails" : "Hugo builds it";
  if (hugo.fails) return "";
  const PageOutput output = read_output(hugo.html);
  for (const std::string& call : output.ran)
    if (!rubric.calls.contains(call)) return "Hugo alone runs " + call;
  for (const std::string& call : rubric.printing)
    if (!output.ran.contains(call)) return "Hugo does not run " + call;
  for (const std::string& slip : rubric.slips) {
    const bool meant = std::find(page.slips.begin(), page.slips.end(), slip) != page.slips.end();
    if (!meant && !page.arbitrary) return "no slip: " + slip;
  }
  for (const std::string& slip : rubric.printed) {
    for (const std::string& id : ids_in(slip))
      if (!output.printed.contains(id)) return "Hugo does not print " + slip;
  }
  for (const std::string& slip : page.slips) {
    if (page.text.find(slip) == std::string::npos || rubric.slips.contains(slip)) continue;
    const std::vector<std::string> ids = ids_in(slip);
    if (!ids.empty() && output.printed.contains(ids.front())) return "a missing slip: " + slip;
  }
  return "";
}

}  // namespace rubric
