// How it works: the site's templates print the parameters of their call between `ran:` and `:` in base64,
// which nothing in Markdown or HTML changes. An id outside of such a mark is text that a reader sees.

#include "page_verdict.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <span>

#include "conformance/limits.h"
#include "conformance/page_site.h"
#include "markdown/document.h"
#include "shortcode/dump.h"
#include "text/span_cover.h"
#include "workspace/workspace.h"

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

/// Whether a finding says that Hugo's build fails. Of a mistyped delimiter Hugo either makes text or fails.
bool says_that_build_fails(const Diagnostic& finding) {
  static const std::set<std::string_view> rules = {
      "front-matter-invalid",
      "front-matter-mistaken",
      "param-not-found",
      "ref-not-found",
      "shortcode-name-invalid",
      "shortcode-name-missing",
      "shortcode-not-closed",
      "shortcode-not-opened",
      "shortcode-parameter-invalid",
      "shortcode-parameter-missing",
      "shortcode-parameters-mixed",
      "shortcode-unknown",
      "shortcode-unterminated",
  };
  return rules.contains(finding.rule) || (finding.rule == "shortcode-delimiter-mismatch" &&
                                          finding.message.ends_with("the Hugo build fails."));
}

/// Where the tag or the outermost call around a byte begins. A call that is never closed has no end.
size_t outermost_around(const Shortcodes& page, size_t at) {
  size_t begin = at;
  for (const Token& token : page.tokens)
    if (token.kind == TokenKind::left_delimiter && token.span.begin <= at) begin = token.span.begin;
  for (const Shortcode& call : page.calls) {
    const bool around = call.span().begin <= at && (at < call.span().end || !call.closed);
    if (call.parent < 0 && call.slip < 0 && around) return call.open.begin;
  }
  return begin;
}

/// The tags that Hugo takes for text, or fails for only because their partner is missing.
std::vector<Span> tags_that_are_text(const Document& document) {
  std::vector<Span> tags;
  for (const Slip& slip : document.shortcodes.slips) {
    const std::string_view tag = document.source.slice(slip.tag);
    if (!tag.starts_with("{{<") && !tag.starts_with("{{%")) tags.push_back(slip.tag);
  }
  return tags;
}

/// What Hugo reads of the page: `text` are the tags that are none to it.
Shortcodes read_by_hugo(const Document& document, std::span<const Span> text) {
  std::string page(document.source.text());
  for (const Span tag : text)
    for (uint32_t at = tag.begin; at < tag.end; ++at)
      if (page[at] != '\n') page[at] = 'x';
  return parse_shortcodes(page, document.front_matter.span.end, document.dialect);
}

/// Whether Hugo's build fails only when a template runs, after it has read all pages: at what the template
/// makes of the call, or of a comment in its inner text.
bool is_of_template(const Document& document, const Diagnostic& finding) {
  const std::vector<Shortcode>& reread = document.shortcodes.reread;
  return finding.rule == "param-not-found" || finding.rule == "ref-not-found" ||
         finding.rule == "shortcode-parameter-missing" ||
         std::any_of(reread.begin(), reread.end(),
                     [&](const Shortcode& call) { return call.open.contains(finding.range.span); });
}

/// Where Hugo stops, and whether it is for a closing tag that finds nothing to close.
struct Blame {
  size_t at = 0;
  bool of_closer = false;

  bool operator<(const Blame& other) const { return at < other.at; }
};

void judge_failures(const Document& document, std::span<const Diagnostic* const> findings,
                    RubricVerdict& verdict) {
  const std::vector<Span> text = tags_that_are_text(document);
  std::vector<Blame> read, run;
  for (const Diagnostic* finding : findings) {
    const Position begin = finding->range.begin;
    verdict.findings += std::to_string(begin.line) + ":" + std::to_string(begin.column) + " " +
                        finding->rule + ": " + finding->message + "\n";
    if (!says_that_build_fails(*finding)) continue;
    verdict.fails = true;
    const size_t at = finding->range.span.begin;
    const bool in_text = std::any_of(text.begin(), text.end(), [&](Span tag) { return tag.contains(at); });
    const bool of_pairs = finding->rule == "shortcode-not-opened" || finding->rule == "shortcode-not-closed";
    if (in_text || (of_pairs && !text.empty())) continue;
    const bool closes_early =
        finding->rule == "shortcode-parameter-invalid" && document.source.slice(finding->range.span) == "/";
    const bool of_closer = finding->rule == "shortcode-not-opened" || closes_early;
    (is_of_template(document, *finding) ? run : read).push_back({at, of_closer});
  }
  if (!verdict.fails) return;
  const Shortcodes hugo = read_by_hugo(document, text);
  if (!text.empty())
    for (const SyntaxError& error : hugo.errors)
      read.push_back({error.span.begin, error.kind == ShortcodeError::not_opened});
  if (read.empty()) read = run;
  if (read.empty()) return;
  const Blame first = *std::min_element(read.begin(), read.end());
  verdict.failure = first.at;
  verdict.blames_closer = first.of_closer;
  verdict.outermost = outermost_around(hugo, verdict.failure);
}

/// In code most mistyped tags are samples, which no rule reports.
SpanCover code_of(const Document& document) {
  std::vector<Span> spans;
  for (const NodeKind kind : {NodeKind::code_block, NodeKind::code})
    for (const NodeId id : document.tree().of_kind(kind)) spans.push_back(document.tree()[id].span);
  return SpanCover(std::move(spans));
}

void judge_slips(const Document& document, std::span<const Diagnostic* const> findings,
                 RubricVerdict& verdict) {
  const std::string_view text = document.source.text();
  const SpanCover code = code_of(document);
  std::set<uint32_t> reported;
  for (const Diagnostic* finding : findings)
    if (finding->rule == "shortcode-delimiter-mismatch" && !says_that_build_fails(*finding))
      reported.insert(finding->range.span.begin);
  for (const Slip& slip : document.shortcodes.slips) {
    if (slip.fails_build) continue;
    const bool is_reported = reported.contains(slip.span.begin);
    const bool sample = !is_reported && code.holds(slip.tag);
    if (!sample && !is_reported) continue;
    (sample ? verdict.samples : verdict.slips).emplace(slice(text, slip.tag));
    if (is_shown(document.shortcodes, text, slip.tag)) verdict.printed.emplace(slice(text, slip.tag));
  }
}

void judge_calls(const Document& document, RubricVerdict& verdict) {
  const Shortcodes& page = document.shortcodes;
  for (const Shortcode& call : page.calls) {
    const bool printed = call.slip >= 0 && !page.slips[static_cast<size_t>(call.slip)].fails_build;
    if (printed || is_inline(call)) continue;
    const std::string parameters = as_go_prints(call.parameters);
    if (ids_in(parameters).empty() || call.name == "highlight") continue;
    verdict.calls.insert(parameters);
    if (is_shown(page, document.source.text(), call.open)) verdict.printing.insert(parameters);
  }
  for (const Shortcode& call : page.reread)
    if (!is_inline(call)) verdict.calls.insert(as_go_prints(call.parameters));
}

/// The byte at a line and a column, both counted from 1.
size_t offset_at(std::string_view text, uint32_t line, uint32_t column) {
  size_t begin = 0;
  for (; line > 1 && begin != std::string_view::npos; --line) begin = text.find('\n', begin) + 1;
  return begin + column - 1;
}

/// Whether Hugo is at the place that the law asks of rubric.
bool is_there(const GeneratedPage& page, const RubricVerdict& rubric, const HugoVerdict& hugo) {
  const size_t at = offset_at(page.text, hugo.line, hugo.column);
  const bool surplus = hugo.message.find("does not evaluate .Inner") != std::string::npos;
  return at == rubric.outermost || (surplus && rubric.blames_closer && rubric.failure < at);
}

bool has_true_position(const HugoVerdict& hugo) {
  return hugo.message.find("failed to extract shortcode") != std::string::npos ||
         hugo.message.find("shortcode has no name") != std::string::npos;
}

}  // namespace

std::vector<RubricVerdict> judge_pages(std::span<const std::string> pages, HugoVersion hugo) {
  const auto path_of = [](size_t index) { return "content/p" + std::to_string(index) + ".md"; };
  std::map<std::string, std::string, std::less<>> files(page_site().begin(), page_site().end());
  for (size_t i = 0; i < pages.size(); ++i) files[path_of(i)] = pages[i];
  const MemoryFiles disk(std::move(files));
  WorkspaceOptions options;
  options.configuration.site.hugo = hugo;
  if (const char* rule = std::getenv("RUBRIC_CONFORMANCE_WITHOUT")) options.selection.ignore = {rule};
  Workspace workspace(disk, IgnoreRules::from_patterns({}), options);
  const std::vector<Diagnostic> all = workspace.check({""});
  std::map<std::string_view, std::vector<const Diagnostic*>> findings;
  for (const Diagnostic& finding : all) findings[finding.path].push_back(&finding);
  std::vector<RubricVerdict> verdicts(pages.size());
  for (size_t i = 0; i < pages.size(); ++i) {
    const std::string path = path_of(i);
    const Document document(path, pages[i], workspace.dialect_of(path));
    const auto found = findings.find(path);
    if (found != findings.end()) judge_failures(document, found->second, verdicts[i]);
    judge_slips(document, found == findings.end() ? std::vector<const Diagnostic*>() : found->second,
                verdicts[i]);
    judge_calls(document, verdicts[i]);
    verdicts[i].findings += dump_shortcodes(document.shortcodes, pages[i]);
    verdicts[i].limit = limit_of(document);
  }
  return verdicts;
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
  if (hugo.fails && has_true_position(hugo) && !is_there(page, rubric, hugo))
    return "elsewhere: byte " + std::to_string(rubric.failure) + " in " + std::to_string(rubric.outermost);
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
    if (page.text.find(slip) == std::string::npos || rubric.slips.contains(slip) ||
        rubric.samples.contains(slip))
      continue;
    const std::vector<std::string> ids = ids_in(slip);
    if (!ids.empty() && output.printed.contains(ids.front())) return "a missing slip: " + slip;
  }
  return "";
}

}  // namespace rubric
