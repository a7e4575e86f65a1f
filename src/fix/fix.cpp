// How it works: the edits chosen so far are kept per file in a set ordered by span. Since they don't overlap,
// a new edit can only conflict with its two neighbours there, so a finding costs a look-up and not a scan.

#include "fix/fix.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace rubric {

namespace {

struct BySpan {
  bool operator()(const Edit& left, const Edit& right) const { return left.span < right.span; }
};

using EditSet = std::set<Edit, BySpan>;
using ChosenEdits = std::map<std::string, EditSet>;

const Fix* first_allowed(const Diagnostic& diagnostic, FixMode mode) {
  const auto allowed = [&](const Fix& fix) {
    return !fix.edits.empty() && (mode == FixMode::all || fix.applicability == Applicability::safe);
  };
  const auto found = std::find_if(diagnostic.fixes.begin(), diagnostic.fixes.end(), allowed);
  return found == diagnostic.fixes.end() ? nullptr : &*found;
}

bool conflicts_with_neighbour(const EditSet& edits, EditSet::const_iterator next, const Edit& edit) {
  if (next != edits.end() && conflict(*next, edit)) return true;
  return next != edits.begin() && conflict(*std::prev(next), edit);
}

// Adds all edits of the finding's fix, or none and returns false.
bool choose(const Diagnostic& diagnostic, const Fix& fix, ChosenEdits& chosen) {
  std::vector<std::pair<EditSet*, EditSet::iterator>> added;
  for (const FileEdit& wanted : fix.edits) {
    EditSet& edits = chosen[edited_file(diagnostic, wanted)];
    const auto next = edits.lower_bound(wanted.edit);
    if (next != edits.end() && *next == wanted.edit) continue;
    if (conflicts_with_neighbour(edits, next, wanted.edit)) {
      for (const auto& [set, edit] : added) set->erase(edit);
      return false;
    }
    added.emplace_back(&edits, edits.insert(next, wanted.edit));
  }
  return true;
}

}  // namespace

FixPlan plan_fixes(std::span<const Diagnostic> diagnostics, FixMode mode) {
  FixPlan plan;
  ChosenEdits chosen;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Fix* fix = first_allowed(diagnostic, mode);
    if (fix != nullptr && choose(diagnostic, *fix, chosen)) ++plan.applied;
  }
  for (const auto& [path, edits] : chosen) {
    if (!edits.empty()) plan.edits[path].assign(edits.begin(), edits.end());
  }
  return plan;
}

}  // namespace rubric
