// How it works: a finding on a page that did not change has the place that it had. On one that did, where
// only changed lines count, the line's old number follows from the runs of lines that came and went above it.
// A suspect is new if nothing of its rule was found in its old place.

#include "workspace/changed_findings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "workspace/git_store.h"

namespace rubric {

namespace {

// Where the lines of a text were before it changed.
class OldLines {
 public:
  OldLines(std::string_view before, std::string_view after) : changes_(compare_lines(before, after)) {}

  // Nothing for a line that changed.
  std::optional<uint32_t> of(uint32_t line) const {
    int64_t shift = 0;
    for (const LineChange& change : changes_) {
      const uint32_t first = change.after.first + (change.after.count == 0 ? 1 : 0);
      if (line < first) break;
      if (line < first + change.after.count) return std::nullopt;
      shift += static_cast<int64_t>(change.before.count) - change.after.count;
    }
    return static_cast<uint32_t>(line + shift);
  }

  // Where a finding began; nothing if one of its lines changed.
  std::optional<uint32_t> of(const Range& range) const {
    const bool ends_line_above = range.end.column == 1 && range.end.line > range.begin.line;
    const uint32_t last = range.end.line - (ends_line_above ? 1 : 0);
    for (uint32_t line = range.begin.line + 1; line <= last; ++line)
      if (!of(line)) return std::nullopt;
    return of(range.begin.line);
  }

 private:
  std::vector<LineChange> changes_;
};

using Place = std::tuple<std::string_view, std::string_view, uint32_t, uint32_t>;  // path, rule, line, column

}  // namespace

ChangedFindings::ChangedFindings(std::vector<Diagnostic> findings, const Change& change, ChangedPart part,
                                 const std::function<std::string(std::string_view path)>& text_of)
    : findings_(std::move(findings)), places_(findings_.size()) {
  std::optional<OldLines> lines;
  std::string_view lines_of;
  for (size_t index = 0; index < findings_.size(); ++index) {
    const Diagnostic& finding = findings_[index];
    if (!change.has_changed(finding.path)) {
      places_[index] = {finding.path, finding.range.begin.line};
      continue;
    }
    const std::string_view old_path = change.old_path(finding.path);
    if (part == ChangedPart::pages || old_path.empty()) continue;
    if (lines_of != finding.path)
      lines.emplace(change.before->read(old_path).value_or(""), text_of(finding.path));
    lines_of = finding.path;
    if (const std::optional<uint32_t> line = lines->of(finding.range)) places_[index] = {old_path, *line};
  }
}

std::vector<std::string> ChangedFindings::suspects() const {
  std::vector<std::string> paths;
  for (const OldPlace& place : places_)
    if (!place.path.empty()) paths.emplace_back(place.path);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

void ChangedFindings::leave_new(const std::vector<Diagnostic>& before) {
  std::map<Place, uint32_t> known;
  for (const Diagnostic& finding : before)
    ++known[{finding.path, finding.rule, finding.range.begin.line, finding.range.begin.column}];
  std::vector<Diagnostic> left;
  for (size_t index = 0; index < findings_.size(); ++index) {
    Diagnostic& finding = findings_[index];
    const OldPlace& place = places_[index];
    const auto found = known.find({place.path, finding.rule, place.line, finding.range.begin.column});
    const bool is_known = !place.path.empty() && found != known.end() && found->second != 0;
    if (is_known) {
      --found->second;
    } else {
      left.push_back(std::move(finding));
    }
  }
  findings_ = std::move(left);
  places_.assign(findings_.size(), {});
}

void ChangedFindings::leave_none() {
  std::vector<Diagnostic> left;
  for (size_t index = 0; index < findings_.size(); ++index)
    if (places_[index].path.empty()) left.push_back(std::move(findings_[index]));
  findings_ = std::move(left);
  places_.assign(findings_.size(), {});
}

}  // namespace rubric
