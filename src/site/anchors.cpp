// How it works: headings and terms in order, each root of the Tree with an id space of its own, as Hugo's
// markdownify has; then the other sources, all sorted by place at the end. Where the Hugo that builds the
// site is not known, or an emoji's name may be none, a heading has an id in each reading: one too many only
// hides a finding. Each reading numbers repeated ids by itself.

#include "site/anchors.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "markdown/attributes.h"
#include "site/attribute_ids.h"
#include "site/code_host_ids.h"
#include "site/footnote_ids.h"
#include "site/heading_ids.h"
#include "site/heading_text.h"
#include "site/html_attributes.h"
#include "site/page.h"

namespace rubric {

namespace {

// Ids are made of what readers see, no longer of what is written; some releases before that, emoji had ceased
// to be put into the text before it is parsed.
constexpr HugoVersion plain_ids_since{0, 144, 0};

// How ids are made of headings.
struct Reading {
  enum class Source { written, pictured, plain } source;
  HeadingIds kind;
  HeadingIdSpace space = {};
};

// The first reading is the likeliest.
std::vector<Reading> readings_of(const Dialect& dialect) {
  using Source = Reading::Source;
  std::vector<Reading> readings;
  const HeadingIds kind = dialect.goldmark.heading_ids;
  const bool plain = dialect.hugo >= plain_ids_since;
  const bool made = kind != HeadingIds::off;
  const bool either = dialect.hugo_assumed;
  if (made && plain) readings.push_back({Source::plain, kind});
  if (made && (!plain || either)) readings.push_back({Source::written, kind});
  if (made && !plain && either) readings.push_back({Source::plain, kind});
  if (made && dialect.goldmark.emoji && (either || !plain)) readings.push_back({Source::pictured, kind});
  return readings;
}

// Templates, attributes, directives and inclusions, by which other site generators give ids.
bool has_generator_markup(std::string_view text) {
  constexpr std::array<std::string_view, 8> marks = {"{%",  "{{",     "{:",    "{#",
                                                     "{ #", "--8<--", "\n:::", "\n```{"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

class AnchorFinder {
 public:
  AnchorFinder(const Document& document, const TagSpans& tags, const CodeHosting& hosting)
      : document_(document),
        tree_(document.tree()),
        tags_(tags),
        hosting_(hosting),
        dialect_(document.dialect),
        footnotes_(find_footnote_ids(document)) {}

  PageAnchors run() {
    add(find_attribute_ids(document_, footnotes_.unused));
    add(footnotes_.anchors);
    dialect_.shortcodes ? add_headings_and_terms() : add_plain_headings();
    add_html_ids();
    add_raw_inner_ids();
    add_template_ids();
    std::stable_sort(
        found_.anchors.begin(), found_.anchors.end(),
        [](const FoundAnchor& left, const FoundAnchor& right) { return left.offset < right.offset; });
    return std::move(found_);
  }

 private:
  void add(std::string id, uint32_t offset, char form = id_form::fixed) {
    found_.anchors.push_back({std::move(id), offset, form});
  }

  void add(const std::vector<FoundAnchor>& anchors) {
    found_.anchors.insert(found_.anchors.end(), anchors.begin(), anchors.end());
  }

  void add_plain_headings() {
    const bool published = document_.front_matter.present || hosting_.may_publish(document_.path);
    found_.open = published && has_generator_markup(document_.source.text());
    add_code_host_ids(found_, document_, hosting_);
  }

  // --- Headings and terms

  void add_headings_and_terms() {
    std::vector<NodeId> nodes;
    const std::span<const NodeId> headings = tree_.of_kind(NodeKind::heading);
    std::span<const NodeId> terms = tree_.of_kind(NodeKind::definition_term);
    if (!dialect_.goldmark.definition_term_ids) terms = {};
    std::merge(headings.begin(), headings.end(), terms.begin(), terms.end(), std::back_inserter(nodes));

    const std::span<const NodeId> roots = tree_.of_kind(NodeKind::document);
    readings_ = readings_of(dialect_);
    for (const NodeId id : nodes) {
      while (root_ + 1 < roots.size() && roots[root_ + 1] < id) {
        ++root_;
        readings_ = readings_of(dialect_);
      }
      const size_t before = found_.anchors.size();
      tree_[id].kind == NodeKind::heading ? add_heading(id) : add_terms(id);
      if (footnotes_.unused.hold(id)) found_.anchors.resize(before);
    }
  }

  // What underlines a heading stands behind its content, on a line of its own.
  HeadingForm form_of(const Node& heading) const {
    const std::string_view rest = document_.source.slice({heading.content.end, heading.span.end});
    return rest.find_first_of("\r\n") == rest.npos ? HeadingForm::atx : HeadingForm::setext;
  }

  // How an id takes part in numbering; a text rendered by itself takes none in the page's.
  char form_in_root(char form) const { return root_ == 0 ? form : id_form::fixed; }

  void add_heading(NodeId id) {
    const Node& heading = tree_[id];
    found_.open = found_.open || !dialect_.goldmark.keeps_heading_ids;
    HeadingLine line = split_heading(written_heading_line(document_, id), form_of(heading),
                                     dialect_.goldmark.heading_attributes);
    if (const Span below = attributes_below(document_, id); !below.empty()) {
      const auto attributes = read_attributes(document_.source.slice(below), 0);
      if (attributes && attributes->id) line.id = attributes->id;
    }
    if (line.id) {
      for (Reading& reading : readings_) reading.space.take(*line.id);
      if (!line.id->empty()) add(*line.id, heading.span.begin, form_in_root(id_form::taken));
      return;
    }
    const auto begin = static_cast<uint32_t>(line.text.data() - document_.source.text().data());
    const Span text{std::min(begin, heading.content.end),
                    std::min(begin + static_cast<uint32_t>(line.text.size()), heading.content.end)};
    if (tags_.overlap(text)) {
      // Hugo makes the id of its placeholder for the call, which nobody links to.
      found_.open = found_.open || !holds_only_html_calls(text);
      return;
    }
    make_ids(heading.span.begin, "heading", [&](const Reading& reading) -> std::optional<std::string> {
      switch (reading.source) {
        case Reading::Source::written:
          return sanitize_heading(line.text, reading.kind);
        case Reading::Source::pictured:
          return sanitize_heading(without_emoji(line.text), reading.kind);
        case Reading::Source::plain:
          break;
      }
      const std::string plain = plain_heading_text(document_, id, text);
      if (plain.empty()) return std::nullopt;
      return sanitize_heading(plain, reading.kind);
    });
  }

  // Each line of a term is one of its own; only releases that read headings as they are seen know of these.
  void add_terms(NodeId id) {
    const Node& term = tree_[id];
    const std::string_view text = document_.source.slice(term.span);
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      const Span line{term.span.begin + static_cast<uint32_t>(begin),
                      term.span.begin + static_cast<uint32_t>(end)};
      begin = end + 1;
      if (tags_.overlap(line)) {
        found_.open = found_.open || !holds_only_html_calls(line);
        continue;
      }
      make_ids(line.begin, "id", [&](const Reading& reading) -> std::optional<std::string> {
        const std::string plain = plain_heading_text(document_, id, line);
        if (plain.empty()) return std::nullopt;
        return sanitize_heading(plain, reading.kind);
      });
    }
  }

  // One id per reading that gives another; of a made id the form tells how long its number is.
  template <typename Sanitize>
  void make_ids(uint32_t offset, std::string_view otherwise, const Sanitize& sanitize) {
    const size_t first = found_.anchors.size();
    for (Reading& reading : readings_) {
      std::optional<std::string> sanitized = sanitize(reading);
      if (!sanitized) continue;
      if (sanitized->empty()) *sanitized = otherwise;
      std::string id = reading.space.generate(*sanitized);
      const auto same = [&](const FoundAnchor& anchor) { return anchor.id == id; };
      if (std::any_of(found_.anchors.begin() + static_cast<ptrdiff_t>(first), found_.anchors.end(), same))
        continue;
      const size_t number = std::min<size_t>(id.size() - sanitized->size(), 20);
      const char form =
          &reading == readings_.data() ? static_cast<char>(id_form::made + number) : id_form::fixed;
      add(std::move(id), offset, form_in_root(form));
    }
  }

  // Whether the tags in a span are `{{< >}}` calls that begin and end there, and none is a mistake.
  bool holds_only_html_calls(Span span) const {
    const auto& calls = document_.shortcodes.calls;
    if (!document_.shortcodes.slips.empty()) return false;
    auto call = std::partition_point(calls.begin(), calls.end(),
                                     [&](const Shortcode& other) { return other.open.begin < span.begin; });
    uint32_t covered = 0;
    for (; call != calls.end() && call->open.begin < span.end; ++call) {
      if (call->opener != Delimiter::angle) return false;
      covered = std::max(covered, call->close.empty() ? call->open.end : call->close.end);
    }
    return covered != 0 && covered <= span.end;
  }

  // --- HTML and templates

  // `html` stands at byte `offset` of the page.
  void add_ids_of(std::string_view html, uint32_t offset) {
    for (const HtmlAttribute& attribute : html_attributes(html, offset)) {
      const bool names = attribute.name == "id" || (attribute.name == "name" && attribute.element == "a");
      if (!names || attribute.value.empty()) continue;
      if (tags_.overlap(attribute.value))
        found_.open = true;
      else
        add(unescape(document_.source.slice(attribute.value)), attribute.value.begin);
    }
  }

  void add_html_ids() {
    if (!dialect_.goldmark.raw_html) return;
    for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
      for (const NodeId id : tree_.of_kind(kind)) {
        const Span span = tree_[id].span;
        if (!footnotes_.unused.hold(id)) add_ids_of(parsed_slice(document_, span), span.begin);
      }
    }
  }

  // An inner text that a template prints as it is, is HTML of the page.
  void add_raw_inner_ids() {
    uint32_t done = 0;
    for (const Shortcode& call : document_.shortcodes.calls) {
      if (call.slip >= 0 || call.opener != Delimiter::angle || call.inner.begin < done) continue;
      const ShortcodeTemplate* shortcode = dialect_.find(call.name);
      if (shortcode == nullptr || shortcode->path.empty() || shortcode->inner != InnerText::raw) continue;
      add_ids_of(document_.source.slice(call.inner), call.inner.begin);
      done = call.inner.end;
    }
  }

  void add_template_ids() {
    for (const Shortcode& call : document_.shortcodes.calls) {
      const ShortcodeTemplate* shortcode = call.slip < 0 ? dialect_.find(call.name) : nullptr;
      if (shortcode == nullptr) continue;
      for (const std::string& id : shortcode->ids) add(id, call.open.begin);
    }
  }

  const Document& document_;
  const Tree& tree_;
  const TagSpans& tags_;
  const CodeHosting& hosting_;
  const Dialect& dialect_;
  const FootnoteIds footnotes_;
  PageAnchors found_;
  std::vector<Reading> readings_;
  size_t root_ = 0;  // index of the one that headings are read in
};

}  // namespace

PageAnchors find_anchors(const Document& document, const TagSpans& tags, const CodeHosting& hosting) {
  return AnchorFinder(document, tags, hosting).run();
}

}  // namespace rubric
