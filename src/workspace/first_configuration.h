#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/diagnostic.h"
#include "site/configuration.h"
#include "workspace/workspace.h"

namespace rubric {

/// What a first look at a site, or at plain Markdown, found.
struct FirstLook {
  const SiteConfiguration* site = nullptr;  ///< of the workspace, which must outlive it
  size_t pages = 0;
  std::vector<std::string> unverified;  ///< shortcodes that pages call and no template on disk defines
  std::vector<Diagnostic> findings;
};

/// Checks the pages at or below the paths. `workspace` should have been opened without a configuration.
FirstLook first_look(Workspace& workspace, const std::vector<std::string>& paths);

/// One line on a site: "a Hugo site in docs/, 690 pages in 2 languages (en, de)".
std::string described(const FirstLook& look);

/// The text of a new `.rubric.yaml` that tells in comments what was found, and holds the settings that may be
/// wanted, commented out by a `#` right before them, so that it changes no finding.
std::string first_configuration(std::span<const FirstLook> looks);

}  // namespace rubric
