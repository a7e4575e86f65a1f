#pragma once

#include <memory>
#include <string>
#include <vector>

#include "workspace/locate.h"
#include "workspace/workspace.h"

namespace rubric {

/// A workspace on the disk, with the paths in it that the command line names.
struct OpenWorkspace {
  Location location;
  std::unique_ptr<DiskFiles> files;
  std::unique_ptr<Workspace> workspace;
  std::vector<std::string> paths;    ///< repository-relative, "" is everything
  std::string baseline;              ///< absolute path of the file that the configuration names; mostly empty
  std::string configuration_folder;  ///< absolute; where there is no configuration, the site's
};

/// Where a path, as typed, lies. Throws UserError when nothing is there.
Location location_of(const std::string& path);

/// An absolute path as a person in the working folder would write it.
std::string as_seen_from_here(const std::string& path);

/// How `.rubric.yaml` is found, and what the command line says in its place.
struct ConfigurationChoice {
  std::string file;         ///< use this one; empty: the nearest upward
  bool none = false;        ///< use none at all
  std::string environment;  ///< Hugo's environment; empty: the configuration's
};

/// The configuration around a place, with the project's own rules. Throws UserError.
Configuration configuration_of(const Location& location, const ConfigurationChoice& choice);

/// Opens a workspace for each site that the paths (as typed, relative to the working folder) lie in or hold,
/// and one for the plain Markdown around sites; those of one repository stand together, repositories in the
/// order of first mention. A path need not exist if `may_be_missing`; otherwise a missing one throws
/// UserError.
std::vector<OpenWorkspace> open_workspaces(const std::vector<std::string>& paths,
                                           const ConfigurationChoice& choice, const Selection& selection,
                                           unsigned jobs, bool may_be_missing = false);

}  // namespace rubric
