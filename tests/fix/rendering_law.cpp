// How it works: the blocks of the page before and after are walked side by side. An edit touches the blocks
// that it lies in, in both texts, and with a shortcode's tag all that its call holds; what is touched grows
// until it is made of whole blocks on both sides. The others must be equal; those are compared by what their
// rules may change.

#include "fix/rendering_law.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "markdown/rendered.h"

namespace rubric {

namespace {

using Groups = std::set<std::string>;

bool only(const Groups& groups, const Groups& allowed) {
  return std::includes(allowed.begin(), allowed.end(), groups.begin(), groups.end());
}

// HTML without what stands between tags.
std::string tags_of(std::string_view html) {
  std::string tags;
  bool inside = false;
  for (const char byte : html) {
    if (byte == '<') inside = true;
    if (inside) tags += byte;
    if (byte == '>') inside = false;
  }
  return tags;
}

// HTML without where its links lead.
std::string without_targets(std::string html) {
  for (const char* attribute : {" href=\"", " src=\""}) {
    for (size_t at = html.find(attribute); at != html.npos; at = html.find(attribute, at + 1)) {
      const size_t begin = html.find('"', at) + 1;
      html.erase(begin, html.find('"', begin) - begin);
    }
  }
  return html;
}

// HTML with every mask of one length: texts in a call change it, and a tag may stand in a far definition.
std::string without_masks(std::string_view html) {
  std::string result;
  for (const char byte : html)
    if (byte != 'x' || !result.ends_with("xx")) result += byte;
  return result;
}

struct Block {
  Span span;  // up to the next block
  std::string html;
};

// A page as Markdown sees it, and what becomes of it.
struct Side {
  explicit Side(const Document& page) : document(page), text(page.markdown_text()) {
    uint32_t begin = page.front_matter.span.end;
    if (text.substr(begin).starts_with("\xEF\xBB\xBF")) begin += 3;
    uint32_t line = 1, at = begin;
    for (RenderedBlock& block : rendered_blocks(text.substr(begin))) {
      for (; line < block.first_line; ++line) at = line_end(at);
      if (!blocks.empty()) blocks.back().span.end = at;
      blocks.push_back({{blocks.empty() ? 0 : at, UINT32_MAX}, std::move(block.html)});
    }
    // Where a comment was a block, nothing is seen.
    std::erase_if(blocks, [](const Block& block) {
      return block.html.starts_with("<!-- rubric-") && block.html.find("-->") + 4 == block.html.size();
    });
  }

  // Behind the line that holds `at`; masks hold no line ends.
  uint32_t line_end(uint32_t at) const {
    while (text[at] != '\n' && text[at] != '\r') ++at;
    return at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
  }

  std::string markdown() const { return std::string(text.substr(document.front_matter.span.end)); }

  static bool touches(Span edit, Span block) {
    if (edit.empty()) return block.begin <= edit.begin && edit.begin < block.end;
    return edit.begin < block.end && block.begin < edit.end;
  }

  // The stretch made of whole blocks.
  Span grown(Span stretch) const {
    Span result = stretch;
    for (const Block& block : blocks) {
      if (!touches(stretch, block.span)) continue;
      result = {std::min(result.begin, block.span.begin), std::max(result.end, block.span.end)};
    }
    return result;
  }

  // The stretch with the calls whose tags it meets: their blocks may have become part of them.
  Span with_calls(Span stretch) const {
    Span result = stretch;
    const auto meets = [&](Span tag) { return tag.begin <= stretch.end && stretch.begin <= tag.end; };
    for (const Shortcode& call : document.shortcodes.calls) {
      if (!meets(call.open) && (call.close.empty() || !meets(call.close))) continue;
      result = {std::min(result.begin, call.open.begin),
                std::max({result.end, call.open.end, call.close.end})};
    }
    return result;
  }

  const Document& document;
  std::string_view text;
  std::vector<Block> blocks;
};

// Where an offset of one text lies in the other one.
uint32_t mapped(uint32_t offset, const std::vector<Span>& from, const std::vector<Span>& to) {
  if (offset == UINT32_MAX) return offset;
  int64_t shift = 0;
  for (size_t index = 0; index < from.size() && offset >= from[index].begin; ++index) {
    if (offset < from[index].end) return to[index].begin;
    shift = static_cast<int64_t>(to[index].end) - from[index].end;
  }
  return static_cast<uint32_t>(offset + shift);
}

Span both(Span left, Span right) {
  return {std::min(left.begin, right.begin), std::max(left.end, right.end)};
}

// What is touched, in both texts, with the groups that do it.
struct Touched {
  Span before, after;
  std::string group;
};

std::vector<Touched> touched_by(const PageEdits& page, const Side& before, const Side& after) {
  std::vector<Span> old_spans, new_spans;
  int64_t shift = 0;
  for (const Edit& edit : page.edits) {
    const auto begin = static_cast<uint32_t>(edit.span.begin + shift);
    const auto size = static_cast<uint32_t>(edit.replacement.size());
    old_spans.push_back(edit.span);
    new_spans.push_back({begin, begin + size});
    shift += static_cast<int64_t>(size) - edit.span.size();
  }
  std::vector<Touched> all;
  for (size_t index = 0; index < page.edits.size(); ++index) {
    Touched touched{old_spans[index], new_spans[index], page.groups[index]};
    if (touched.group == "shortcodes")
      touched = {before.with_calls(touched.before), after.with_calls(touched.after), touched.group};
    for (Span last = {1, 0}; last != touched.before;) {
      last = touched.before;
      touched.before = before.grown(touched.before);
      if (touched.before.empty()) break;
      touched.after = both(touched.after, {mapped(touched.before.begin, old_spans, new_spans),
                                           mapped(touched.before.end, old_spans, new_spans)});
      touched.after = after.grown(touched.after);
      touched.before = both(touched.before, {mapped(touched.after.begin, new_spans, old_spans),
                                             mapped(touched.after.end, new_spans, old_spans)});
    }
    all.push_back(touched);
  }
  return all;
}

// Blocks in a row that no edit touches, or that some do.
struct Run {
  bool touched = false;
  std::string html;
  Groups groups;
};

std::vector<Run> runs_of(const Side& side, const std::vector<Touched>& all, Span Touched::*span) {
  std::vector<Run> runs;
  for (const Block& block : side.blocks) {
    Run run{false, block.html, {}};
    for (const Touched& touched : all)
      if (Side::touches(touched.*span, block.span)) run.groups.insert(touched.group);
    run.touched = !run.groups.empty();
    if (runs.empty() || runs.back().touched != run.touched) {
      runs.push_back(run);
    } else {
      runs.back().html += run.html;
      runs.back().groups.merge(run.groups);
    }
  }
  return runs;
}

// Whether a run may have become the other one by edits of its groups, on a page with edits of `all`.
bool may_become(const Run& before, const Run& after, const Groups& all) {
  const auto equal_but = [&](const auto& what) { return what(before.html) == what(after.html); };
  if (!before.touched && all.count("links") == 0)
    return equal_but([](const std::string& html) { return without_masks(html); });
  if (!before.touched || only(before.groups, {"links"}))
    return equal_but([](const std::string& html) { return without_targets(without_masks(html)); });
  if (only(before.groups, {"grammar", "links", "style"}))
    return equal_but([](const std::string& html) { return without_targets(tags_of(without_masks(html))); });
  return true;  // Tags of shortcodes are mended, or comments go.
}

// Both texts around the first byte that differs.
std::string difference(const std::string& before, const std::string& after) {
  const auto end = std::min(before.size(), after.size());
  size_t at = 0;
  while (at < end && before[at] == after[at]) ++at;
  const size_t begin = at - std::min<size_t>(at, 60);
  return "rendered otherwise:\n--- " + before.substr(std::min(begin, before.size()), 120) + "\n+++ " +
         after.substr(std::min(begin, after.size()), 120);
}

}  // namespace

std::string rendering_violation(const Document& page_before, const Document& page_after,
                                const PageEdits& page) {
  const Side before(page_before), after(page_after);
  const Groups groups(page.groups.begin(), page.groups.end());
  if (only(groups, {"suppressions"})) {
    const std::string old_html = rendered_without_comments(before.markdown());
    const std::string new_html = rendered_without_comments(after.markdown());
    return old_html == new_html ? "" : "without its comments " + difference(old_html, new_html);
  }
  const std::vector<Touched> touched = touched_by(page, before, after);
  const std::vector<Run> old_runs = runs_of(before, touched, &Touched::before);
  const std::vector<Run> new_runs = runs_of(after, touched, &Touched::after);
  for (size_t index = 0; index < std::max(old_runs.size(), new_runs.size()); ++index) {
    const Run was = index < old_runs.size() ? old_runs[index] : Run();
    const Run is = index < new_runs.size() ? new_runs[index] : Run();
    if (was.touched != is.touched || !may_become(was, is, groups)) return difference(was.html, is.html);
  }
  return "";
}

}  // namespace rubric
