// How it works: the comments of the page's HTML are read, and those in inner texts that Markdown never sees;
// each is one of a few words of ours, of markdownlint's or of Vale's. When all are known, from the last to
// the first, those for the next line learn which line that is.

#include "site/suppressions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "markdown/comment_place.h"
#include "site/html_samples.h"
#include "text/ascii.h"
#include "text/span_cover.h"

namespace rubric {

namespace {

struct Directive {
  std::string_view word;
  SuppressionKind kind;
};

constexpr std::array<Directive, 5> own_directives = {{
    {"rubric-disable", SuppressionKind::disable},
    {"rubric-disable-file", SuppressionKind::file},
    {"rubric-disable-line", SuppressionKind::line},
    {"rubric-disable-next-line", SuppressionKind::next_line},
    {"rubric-enable", SuppressionKind::enable},
}};

constexpr std::array<Directive, 7> markdownlint_directives = {{
    {"markdownlint-capture", SuppressionKind::capture},
    {"markdownlint-disable", SuppressionKind::disable},
    {"markdownlint-disable-file", SuppressionKind::file},
    {"markdownlint-disable-line", SuppressionKind::line},
    {"markdownlint-disable-next-line", SuppressionKind::next_line},
    {"markdownlint-enable", SuppressionKind::enable},
    {"markdownlint-restore", SuppressionKind::restore},
}};

constexpr std::string_view comment_open = "<!--", comment_close = "-->";
constexpr std::string_view blanks = " \t\r\n";

template <size_t count>
std::optional<SuppressionKind> kind_of(std::string_view word,
                                       const std::array<Directive, count>& directives) {
  const auto found = std::find_if(directives.begin(), directives.end(), [&](const Directive& directive) {
    return equal_ignoring_case(directive.word, word);
  });
  return found == directives.end() ? std::nullopt : std::optional(found->kind);
}

// A stretch of the page that is read word by word.
class Words {
 public:
  Words(const Document& document, Span span, std::string_view separators)
      : document_(document), at_(span.begin), end_(span.end), separators_(separators) {}

  // The next word; empty at the end.
  SuppressedName next() {
    const std::string_view text = document_.source.text().substr(0, end_);
    const auto begin = std::min<size_t>(text.find_first_not_of(separators_, at_), end_);
    at_ = static_cast<uint32_t>(std::min<size_t>(text.find_first_of(separators_, begin), end_));
    const Span span = {static_cast<uint32_t>(begin), at_};
    return {std::string(document_.source.slice(span)), document_.source.range(span)};
  }

  std::vector<SuppressedName> rest() {
    std::vector<SuppressedName> words;
    for (SuppressedName word = next(); !word.name.empty(); word = next()) words.push_back(std::move(word));
    return words;
  }

 private:
  const Document& document_;
  uint32_t at_, end_;
  std::string_view separators_;
};

// What stands behind the word of a comment of ours: names up to a colon, then the reason.
std::vector<SuppressedName> own_names(const Document& document, Span rest) {
  const size_t colon = document.source.slice(rest).find(':');
  if (colon != std::string_view::npos) rest.end = rest.begin + static_cast<uint32_t>(colon);
  return Words(document, rest, " \t\r\n,").rest();
}

// `off`, `on`, `Style.Rule = NO`, `Style = YES`; what is said of single matches (`Style.Rule["x"] = NO`) does
// not count.
bool read_vale(const Document& document, Span rest, Suppression& suppression) {
  const std::vector<SuppressedName> words = Words(document, rest, " \t\r\n=").rest();
  const bool has_name = words.size() == 2;
  if ((words.size() != 1 && !has_name) || words.front().name.find('[') != std::string::npos) return false;
  const std::string& value = words.back().name;
  const bool off = value == (has_name ? "NO" : "off");
  if (!off && value != (has_name ? "YES" : "on")) return false;
  suppression.dialect = SuppressionDialect::vale;
  suppression.kind = off ? SuppressionKind::disable : SuppressionKind::enable;
  if (has_name) suppression.names.push_back(words.front());
  return true;
}

// Reads what stands between `<!--` and `-->`; false for a comment that suppresses nothing.
bool read_comment(const Document& document, Span inside, Suppression& suppression) {
  const std::string_view text = document.source.slice(inside);
  const size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  const size_t end = std::min(text.find_first_of(" \t\r\n:", begin), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  const Span rest = {inside.begin + static_cast<uint32_t>(end), inside.end};
  suppression.word = word;
  if (word == "vale") return read_vale(document, rest, suppression);
  if (const auto kind = kind_of(word, markdownlint_directives)) {
    suppression.dialect = SuppressionDialect::markdownlint;
    suppression.kind = *kind;
    suppression.names = Words(document, rest, blanks).rest();
    return true;
  }
  if (!word.starts_with("rubric-")) return false;
  suppression.kind = kind_of(word, own_directives).value_or(SuppressionKind::unknown);
  suppression.names = own_names(document, rest);
  return true;
}

// Adds the suppressions among the comments of a stretch of the page.
void add_comments(const Document& document, Span part, bool certain, std::vector<Suppression>& found) {
  const std::string_view text = document.source.slice(part);
  size_t begin = text.find(comment_open);
  while (begin != text.npos) {
    const size_t end = text.find(comment_close, begin + comment_open.size());
    if (end == text.npos) return;
    const uint32_t first = part.begin + static_cast<uint32_t>(begin);
    const uint32_t last = part.begin + static_cast<uint32_t>(end);
    Suppression suppression;
    if (read_comment(document, {first + 4, last}, suppression)) {
      suppression.certain = certain;
      suppression.range = document.source.range({first, last + 3});
      found.push_back(std::move(suppression));
    }
    begin = text.find(comment_open, end);
  }
}

std::vector<Span> spans_of(const Tree& tree, std::initializer_list<NodeKind> kinds) {
  std::vector<Span> spans;
  for (const NodeKind kind : kinds)
    for (const NodeId id : tree.of_kind(kind)) spans.push_back(tree[id].span);
  return spans;
}

// Comments in inner texts that Markdown does not see: templates print them among their HTML, mostly.
void add_comments_of_calls(const Document& document, std::vector<Suppression>& found) {
  uint32_t done = 0;
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.inner.begin < done || call.inner.empty() || call.opener != Delimiter::angle || call.slip >= 0 ||
        call.name == "highlight")
      continue;
    add_comments(document, call.inner, false, found);
    done = call.inner.end;
  }
}

bool is_before(const Suppression& left, const Suppression& right) {
  if (left.range.span != right.range.span) return left.range.span < right.range.span;
  return left.certain && !right.certain;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == text.npos;
}

// Whether there is nothing but blanks before it in its line.
bool begins_line(const Source& source, const Suppression& suppression) {
  const Span line = source.line(suppression.range.begin.line);
  return is_blank(source.slice({line.begin, suppression.range.span.begin}));
}

// The first line from `line` on that is not blank, or the last one.
class NextText {
 public:
  explicit NextText(const Source& source) : source_(source) {}

  uint32_t from(uint32_t line) {
    if (first_ <= line && line <= found_) return found_;
    first_ = found_ = line;
    while (found_ < source_.line_count() && is_blank(source_.slice(source_.line(found_)))) ++found_;
    return found_;
  }

 private:
  const Source& source_;
  uint32_t first_ = 1, found_ = 0;  // the last answer: no text from `first_` up to `found_`
};

void find_lines(const Source& source, std::vector<Suppression>& found) {
  NextText text(source);
  uint32_t next = 0;  // the line of a suppression for the next line that stands below, and what it covers
  uint32_t target = 0;
  for (size_t index = found.size(); index-- > 0;) {
    Suppression& suppression = found[index];
    const uint32_t own = suppression.range.end.line;
    if (suppression.kind == SuppressionKind::line) suppression.lines[0] = suppression.lines[1] = own;
    if (suppression.kind != SuppressionKind::next_line) continue;
    uint32_t line = std::min(own + 1, source.line_count());
    line = text.from(line);
    if (line == next) line = target;
    suppression.lines[0] = own + 1;
    suppression.lines[1] = line;
    if (!begins_line(source, suppression)) continue;
    next = suppression.range.begin.line;
    target = line;
  }
}

std::vector<Suppression> find_comments(const Document& document) {
  const std::string_view text = document.source.text();
  std::vector<Suppression> found;
  if (text.find(comment_open) == text.npos) return found;
  if (text.find("rubric-") == text.npos && text.find("markdownlint-") == text.npos &&
      text.find("vale ") == text.npos)
    return found;
  const Tree& tree = document.tree();
  for (const Span span : spans_of(tree, {NodeKind::html_block, NodeKind::html_inline}))
    add_comments(document, span, true, found);
  add_comments_of_calls(document, found);
  if (found.empty()) return found;
  const SpanCover code(spans_of(tree, {NodeKind::code_block, NodeKind::code}));
  const SpanCover samples(html_samples(text));
  std::erase_if(found, [&](const Suppression& suppression) {
    return code.holds(suppression.range.span) || samples.holds(suppression.range.span);
  });
  std::sort(found.begin(), found.end(), is_before);
  const auto same = [](const Suppression& left, const Suppression& right) {
    return left.range.span == right.range.span;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  find_lines(document.source, found);
  const CommentPlaces places(document);
  for (Suppression& suppression : found)
    if (suppression.certain) suppression.removal = places.removable(suppression.range.span);
  return found;
}

std::optional<Suppression> of_front_matter(const Document& document) {
  const Value* disable = document.front_matter.root.at("rubric.disable");
  if (disable == nullptr || disable->is_mapping()) return std::nullopt;
  Suppression suppression;
  suppression.kind = SuppressionKind::file;
  suppression.word = "rubric: disable:";
  suppression.range = document.source.range(disable->span);
  const auto add = [&](const Value& value) {
    if (!value.scalar.empty()) suppression.names.push_back({value.scalar, document.source.range(value.span)});
  };
  add(*disable);
  for (const Value& item : disable->items) add(item);
  if (suppression.names.empty()) return std::nullopt;
  return suppression;
}

}  // namespace

std::vector<Suppression> find_suppressions(const Document& document) {
  std::vector<Suppression> found = find_comments(document);
  if (auto first = of_front_matter(document)) found.insert(found.begin(), *std::move(first));
  return found;
}

}  // namespace rubric
