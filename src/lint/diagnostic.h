#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/edit.h"
#include "text/span.h"

namespace rubric {

/// How much a finding matters. Errors and warnings make `check` exit with 1; info never does.
enum class Severity : uint8_t { info, warning, error };
std::string_view name(Severity severity);

/// Whether a fix may be applied unasked.
enum class Applicability : uint8_t {
  safe,        ///< certainly what the author meant, and it cannot break a build that passes
  unsafe_fix,  ///< likely what was meant; applied with --unsafe-fixes only
};

/// An edit of one file.
struct FileEdit {
  std::string path;  ///< repository-relative; empty, as mostly, for the file of the finding itself
  Edit edit;

  friend bool operator==(const FileEdit&, const FileEdit&) = default;
};

/// One way to mend a finding. The edits belong together: all or none are applied.
struct Fix {
  std::string title;  ///< imperative: "Replace `a` by `an`"
  Applicability applicability = Applicability::safe;
  std::vector<FileEdit> edits;

  friend bool operator==(const Fix&, const Fix&) = default;
};

/// A further place that explains a finding.
struct Related {
  std::string path;
  Position position;
  std::string message;

  friend bool operator==(const Related&, const Related&) = default;
};

/// A finding. Owns its strings, so it outlives the page's text.
struct Diagnostic {
  std::string rule;  ///< the rule's id
  Severity severity = Severity::warning;
  std::string path;  ///< repository-relative
  Range range;
  std::string message;  ///< what is wrong, naming the thing
  std::string help;     ///< what to do, such as "did you mean …?"; may be empty
  std::vector<Related> related;
  std::vector<Fix> fixes;
  std::string missing_folder = {};  ///< of a dead link: the top folder of its URL ("/teams/") where the site
                                    ///< has nothing; else empty. A report may sum such findings up.

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// The file that an edit of a finding's fix changes.
inline const std::string& edited_file(const Diagnostic& diagnostic, const FileEdit& edit) {
  return edit.path.empty() ? diagnostic.path : edit.path;
}

/// The one order of findings: by path, place, rule and message.
bool operator<(const Diagnostic& left, const Diagnostic& right);

}  // namespace rubric
