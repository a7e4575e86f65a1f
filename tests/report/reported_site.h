#pragma once

#include <string>
#include <vector>

#include "folder_files.h"
#include "report/formats.h"

namespace rubric {

/// Findings with the files that they were found in, for tests of reports.
struct ReportedSite {
  std::string name;
  Files files;
  std::vector<Diagnostic> findings;
  std::vector<Diagnostic> known = {};  ///< to a baseline; as a rule none

  /// Lints the files with every rule.
  ReportedSite(std::string name, Files files);

  /// What the writers take; refers to the site.
  Report report() const;

  /// The site in a format.
  std::string written(std::string_view format) const;
};

/// The fixtures of all rules, the examples of all rules in one site each, and a site whose names, texts and
/// findings hold what formats could trip over.
const std::vector<ReportedSite>& reported_sites();

}  // namespace rubric
