#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "workspace/change.h"

namespace rubric {

/// What of the changed pages is reported on.
enum class ChangedPart : uint8_t {
  pages,  ///< all of them
  lines,  ///< the lines that changed
};

/// Divides the findings of a site as it is now: those in what changed are kept; the others, the suspects, are
/// kept if they are new, which takes the findings of the site as it was.
class ChangedFindings {
 public:
  /// `findings` in their order; `change` must outlive it. `text_of` gives a file's text as it was linted.
  ChangedFindings(std::vector<Diagnostic> findings, const Change& change, ChangedPart part,
                  const std::function<std::string(std::string_view path)>& text_of);

  /// The files, by the paths that they had, of whose old findings it turns on which suspects are new; sorted.
  std::vector<std::string> suspects() const;

  /// Drops the suspects that were found before: of the same rule, in the place that their line had.
  void leave_new(const std::vector<Diagnostic>& before);
  /// Drops all suspects.
  void leave_none();

  std::vector<Diagnostic> take() && { return std::move(findings_); }

 private:
  // Where a suspect was, if it is not new; of other findings the path is empty.
  struct OldPlace {
    std::string_view path;
    uint32_t line = 0;
  };

  std::vector<Diagnostic> findings_;
  std::vector<OldPlace> places_;  // of findings_, index by index
};

}  // namespace rubric
