#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "workspace/change.h"
#include "workspace/locate.h"
#include "workspace/workspace.h"

namespace rubric {

/// A workspace on the disk, with the paths in it that the command line names. Where only a change is asked
/// for, it is one of the files as they are after it.
struct OpenWorkspace {
  Location location;
  std::shared_ptr<const FileSystem> files;
  std::unique_ptr<Workspace> workspace;
  std::vector<std::string> paths;  ///< repository-relative, "" is everything; of a change the files that
                                   ///< changed
  std::shared_ptr<const Change> change;  ///< null where no change is asked for
  std::vector<std::string> named;        ///< the paths that are named, of which `paths` are what changed
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

/// The configuration around a place, with the project's own rules. A file that `files` hold, which are the
/// location's repository's, is read there, unless the command line names it; null: from the disk. Throws
/// UserError.
Configuration configuration_of(const Location& location, const ConfigurationChoice& choice,
                               const FileSystem* files = nullptr);

/// Which change is asked for, if any.
struct ChangeChoice {
  bool staged = false;
  std::optional<std::string> since;  ///< a commit's name

  bool any() const { return staged || since.has_value(); }
};

/// Opens a workspace for each site that the paths (as typed, relative to the working folder) lie in or hold,
/// and one for the plain Markdown around sites; those of one repository stand together, repositories in the
/// order of first mention. A path need not exist if `may_be_missing` or a change is asked for; otherwise a
/// missing one throws UserError, as does a change outside Git.
std::vector<OpenWorkspace> open_workspaces(const std::vector<std::string>& paths,
                                           const ConfigurationChoice& choice, const Selection& selection,
                                           unsigned jobs, bool may_be_missing = false,
                                           const ChangeChoice& change = {});

}  // namespace rubric
