// How it works: findings are gathered by the place where a comment covers their line, each place gets one
// comment with all rules. For what is left the file gets one; whether it is read as one there is tried out,
// since a page may end within a fence or a comment.

#include "fix/add_suppressions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "markdown/comment_place.h"
#include "site/suppressions.h"

namespace rubric {

namespace {

using Rules = std::set<std::string>;

std::string joined(const Rules& rules) {
  std::string names;
  for (const std::string& rule : rules) names += (names.empty() ? "" : ", ") + rule;
  return names;
}

class Suppressing {
 public:
  Suppressing(const Document& document, std::string_view reason)
      : document_(document),
        reason_(reason.empty() ? "" : ": " + std::string(reason)),
        line_end_(document.source.text().find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

  void add_lines(std::span<const Diagnostic> findings);
  void add_file(std::span<const Diagnostic> findings);
  std::vector<Edit> edits() const;

 private:
  std::string comment(std::string_view word, const Rules& rules) const {
    return "<!-- " + std::string(word) + " " + joined(rules) + reason_ + " -->";
  }
  bool is_read(const Edit& edit, const Rules& rules) const;
  std::optional<Edit> at_end(const Rules& rules) const;
  std::optional<Edit> at_begin(const Rules& rules) const;
  std::optional<Edit> in_front_matter(const Rules& rules) const;

  const Document& document_;
  std::string reason_;
  std::string line_end_;
  std::map<uint32_t, std::string> insertions_;  // by place
  Rules of_file_;                               // that no line could be rid of
};

void Suppressing::add_lines(std::span<const Diagnostic> findings) {
  const CommentPlaces places(document_);
  std::map<uint32_t, Rules> behind, above;
  for (const Diagnostic& finding : findings) {
    const uint32_t offset = finding.range.span.begin;
    if (const auto place = places.place_in_line(offset)) {
      behind[*place].insert(finding.rule);
    } else if (const auto line = places.place_above(offset)) {
      above[*line].insert(finding.rule);
    } else {
      of_file_.insert(finding.rule);
    }
  }
  for (const auto& [place, rules] : behind) insertions_[place] += " " + comment("rubric-disable-line", rules);
  for (const auto& [place, rules] : above)
    insertions_[place] += comment("rubric-disable-next-line", rules) + line_end_;
}

void Suppressing::add_file(std::span<const Diagnostic> findings) {
  for (const Diagnostic& finding : findings) of_file_.insert(finding.rule);
}

// Whether the page with the edit has a suppression of these rules for the file.
bool Suppressing::is_read(const Edit& edit, const Rules& rules) const {
  const Document changed(document_.path, apply_edits(document_.source.text(), {&edit, 1}), document_.dialect);
  if (!changed.front_matter.errors.empty() && document_.front_matter.errors.empty()) return false;
  Rules named;
  for (const Suppression& suppression : find_suppressions(changed)) {
    if (suppression.kind != SuppressionKind::file || !suppression.certain) continue;
    for (const SuppressedName& name : suppression.names) named.insert(name.name);
  }
  return std::includes(named.begin(), named.end(), rules.begin(), rules.end());
}

std::optional<Edit> Suppressing::at_end(const Rules& rules) const {
  const std::string_view text = document_.source.text();
  const auto size = static_cast<uint32_t>(text.size());
  const Tree& tree = document_.tree();
  if (tree.size() < 2) return std::nullopt;  // A page of nothing is another page.
  const bool ended = text.ends_with('\n');
  const bool blank = ended && document_.source.line_count() > 1 &&
                     document_.source.line(document_.source.line_count() - 1).empty();
  const std::string before = (ended ? "" : line_end_) + (blank ? "" : line_end_);
  return Edit{{size, size}, before + comment("rubric-disable-file", rules) + (ended ? line_end_ : "")};
}

// Above all text; where there is no front matter, Hugo judges a page by how it begins.
std::optional<Edit> Suppressing::at_begin(const Rules& rules) const {
  const FrontMatter& matter = document_.front_matter;
  if (!matter.present || document_.tree().size() < 2) return std::nullopt;
  const uint32_t place = matter.span.end;
  return Edit{{place, place}, comment("rubric-disable-file", rules) + line_end_ + line_end_};
}

std::optional<Edit> Suppressing::in_front_matter(const Rules& rules) const {
  const FrontMatter& matter = document_.front_matter;
  if (!matter.present || !matter.errors.empty()) return std::nullopt;
  const auto inserted = [](uint32_t place, std::string text) {
    return Edit{{place, place}, std::move(text)};
  };
  if (const Value* disable = matter.root.at("rubric.disable")) {
    if (!document_.source.slice(disable->span).starts_with('[')) return std::nullopt;
    return inserted(disable->span.begin + 1, joined(rules) + ", ");
  }
  if (matter.root.at("rubric") != nullptr) return std::nullopt;
  if (matter.format == ValueFormat::yaml)
    return inserted(matter.content.end,
                    "rubric:" + line_end_ + "  disable: [" + joined(rules) + "]" + line_end_);
  if (matter.format != ValueFormat::toml) return std::nullopt;
  std::string quoted;
  for (const std::string& rule : rules) quoted += (quoted.empty() ? "\"" : ", \"") + rule + '"';
  return inserted(matter.content.end, "[rubric]" + line_end_ + "disable = [" + quoted + "]" + line_end_);
}

std::vector<Edit> Suppressing::edits() const {
  Rules rules = of_file_;
  for (const Suppression& suppression : find_suppressions(document_)) {
    if (suppression.kind != SuppressionKind::file) continue;
    for (const SuppressedName& name : suppression.names) rules.erase(name.name);
  }
  std::map<uint32_t, std::string> insertions = insertions_;
  if (!rules.empty()) {
    for (const auto& edit : {at_end(rules), in_front_matter(rules), at_begin(rules)}) {
      if (!edit || !is_read(*edit, rules)) continue;
      insertions[edit->span.begin] += edit->replacement;
      break;
    }
  }
  std::vector<Edit> edits;
  for (const auto& [place, text] : insertions) edits.push_back({{place, place}, text});
  return edits;
}

}  // namespace

std::vector<Edit> suppressing_edits(const Document& document, std::span<const Diagnostic> findings,
                                    std::string_view reason, SuppressionReach reach) {
  Suppressing suppressing(document, reason);
  if (reach == SuppressionReach::line) {
    suppressing.add_lines(findings);
  } else {
    suppressing.add_file(findings);
  }
  return suppressing.edits();
}

bool may_be_reason(std::string_view text) {
  for (const std::string_view part : {"\n", "\r", "--", ">", "|", "{{", "}}"})
    if (text.find(part) != text.npos) return false;
  return true;
}

}  // namespace rubric
