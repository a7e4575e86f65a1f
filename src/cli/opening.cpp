// How it works: each path is located first; paths of one site share a workspace. A folder that holds the
// whole site asks for everything below the site's root.

#include "cli/opening.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "lint/user_error.h"
#include "rules/rules.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

Configuration configuration_of(const Location& location, const ConfigurationChoice& choice) {
  const std::string path = choice.file.empty() ? location.configuration : choice.file;
  if (choice.none || path.empty()) return {};
  const std::string name = choice.file.empty() ? as_seen_from_here(path) : path;
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    const bool there = fs::exists(path, error);
    throw UserError(name, 0,
                    there ? "The configuration is not a file." : "There is no such configuration file.");
  }
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    throw UserError(name, 0, "The configuration file cannot be read; check its permissions.");
  }
  return read_configuration(name, bytes, built_in_rules());
}

std::string absolute(const std::string& path, bool may_be_missing) {
  std::error_code error;
  if (!may_be_missing && !fs::exists(path, error)) {
    throw UserError("", 0, "No such file or folder: `" + path + "`.");
  }
  // Weakly, so that links in the path are resolved as Git resolves its work tree's.
  const fs::path real = fs::weakly_canonical(fs::absolute(path), error);
  return (error ? fs::absolute(path) : real).string();
}

// What every workspace of a run is opened with.
struct OpenOptions {
  const ConfigurationChoice& choice;
  const Selection& selection;
  unsigned jobs;
};

OpenWorkspace open(const Location& location, std::vector<std::string> other_sites, const OpenOptions& run) {
  OpenWorkspace opened;
  opened.location = location;
  opened.files = std::make_unique<DiskFiles>(location.repository);
  WorkspaceOptions options;
  options.site = location.site;
  options.configuration = configuration_of(location, run.choice);
  if (!run.choice.environment.empty()) options.configuration.site.environment = run.choice.environment;
  // A file named by --config speaks of the site, wherever it lies itself.
  const bool found_upward = run.choice.file.empty() && !location.configuration.empty();
  options.configuration_folder =
      found_upward ? relative_to(location.repository, fs::path(location.configuration).parent_path().string())
                   : location.site;
  options.selection = run.selection;
  options.jobs = run.jobs != 0 ? run.jobs : std::max(1u, std::thread::hardware_concurrency());
  options.other_sites = std::move(other_sites);
  const bool in_git = find_work_tree(location.repository).has_value();
  IgnoreRules ignored =
      in_git ? IgnoreRules::from_work_tree(location.repository) : IgnoreRules::from_patterns({});
  opened.workspace = std::make_unique<Workspace>(*opened.files, std::move(ignored), std::move(options));
  return opened;
}

// Notes that `path` (absolute) is asked for, in the workspace of its location.
void ask_for(const std::string& path, const Location& location, std::vector<std::string> other_sites,
             const OpenOptions& run, std::vector<OpenWorkspace>& opened) {
  auto found = std::find_if(opened.begin(), opened.end(), [&](const OpenWorkspace& open) {
    return open.location.repository == location.repository && open.location.site == location.site &&
           open.location.configuration == location.configuration;
  });
  if (found == opened.end()) found = opened.insert(found, open(location, std::move(other_sites), run));
  found->paths.push_back(relative_to(location.repository, path));
}

// The sites inside a repository that is no site itself.
std::vector<std::string> sites_inside(const Location& location) {
  if (location.hugo) return {};
  return sites_among(DiskFiles(location.repository).list("").files);
}

bool is_below(const std::string& path, const std::string& folder) {
  return folder.empty() || path.starts_with(folder + '/') || path == folder;
}

}  // namespace

Location location_of(const std::string& path) {
  return locate(absolute(path, false));
}

std::string as_seen_from_here(const std::string& path) {
  std::error_code error;
  const std::string relative = fs::path(path).lexically_relative(fs::current_path(error)).string();
  return error || relative.empty() || relative.size() > path.size() ? path : relative;
}

std::vector<OpenWorkspace> open_workspaces(const std::vector<std::string>& paths,
                                           const ConfigurationChoice& choice, const Selection& selection,
                                           unsigned jobs, bool may_be_missing) {
  const OpenOptions run{choice, selection, jobs};
  std::vector<OpenWorkspace> opened;
  for (const std::string& path : paths) {
    const std::string full = absolute(path, may_be_missing);
    const Location location = locate(full);
    const std::vector<std::string> sites = sites_inside(location);
    const std::string asked = relative_to(location.repository, full);
    for (const std::string& site : sites) {
      const std::string folder = location.repository + '/' + site;
      if (is_below(site, asked)) ask_for(folder, locate(folder), {}, run, opened);
    }
    ask_for(full, location, sites, run, opened);
  }
  return opened;
}

}  // namespace rubric
