// How it works: each path is located first; its repository is listed once, and the sites inside are found.
// Paths of one site share a workspace. A folder that holds sites asks for them as well as for the Markdown
// around them; a path that only a site's mounts make a page of is that site's.

#include "workspace/opening.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "lint/user_error.h"
#include "rules/rules.h"
#include "text/path.h"
#include "text/path_set.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

// Where the paths of a configuration count from. A file named by --config speaks of the site, wherever it
// lies itself.
std::string folder_paths_count_from(const Location& location, const ConfigurationChoice& choice) {
  if (!choice.file.empty() || location.configuration.empty()) return location.site;
  return relative_to(location.repository, fs::path(location.configuration).parent_path().string());
}

// The built-in rules and those that the configuration adds; null where it adds none.
RuleTable rules_of(const Location& location, const ConfigurationChoice& choice, const std::string& name,
                   const std::string& yaml, const FileSystem& files) {
  const std::vector<RulePath> paths = read_rule_paths(name, yaml);
  if (paths.empty()) return nullptr;
  try {
    return with_built_in_rules(load_own_rules(files, folder_paths_count_from(location, choice), paths, name));
  } catch (const UserError& error) {
    if (error.path == name) throw;
    throw UserError(as_seen_from_here(location.repository + '/' + error.path), error.line, error.reason);
  }
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

// A Git work tree, or outside Git what stands for it, with the sites inside.
struct OpenRepository {
  std::shared_ptr<const FileSystem> files;
  std::shared_ptr<const Change> change;
  // A site that is not marked as plain Markdown.
  struct Site {
    Location location;
    std::vector<std::string> mounted;  // from outside its folder
  };

  bool in_git = false;
  std::shared_ptr<const Repository> listed;
  std::vector<Site> sites;
};

class Opening {
 public:
  Opening(const ConfigurationChoice& choice, const Selection& selection, unsigned jobs,
          const ChangeChoice& change)
      : choice_(choice), selection_(selection), jobs_(jobs), change_(change) {}

  // Opens what `path` (absolute) lies in, and the sites below it.
  void ask_for(const std::string& path) {
    Location home = locate(path);
    const OpenRepository& repository = repository_of(home);
    if (configuration_of(home, choice_, repository.files.get()).site.plain) {
      home.hugo = false;
      home.site.clear();
    }
    const std::string asked = relative_to(home.repository, path);
    bool is_mounted = false;
    for (const OpenRepository::Site& site : repository.sites) {
      if (site.location.site == home.site && home.hugo) continue;
      if (is_at_or_below(site.location.site, asked)) ask_for(site.location.site, site.location, repository);
      for (const std::string& folder : site.mounted) {
        const bool inside = is_at_or_below(asked, folder);
        if (inside || is_at_or_below(folder, asked))
          ask_for(inside ? asked : folder, site.location, repository);
        is_mounted = is_mounted || inside;
      }
    }
    if (!is_mounted) ask_for(asked, home, repository);
  }

  // Those of one repository stand together.
  std::vector<OpenWorkspace> take() {
    std::vector<OpenWorkspace> ordered;
    for (const std::string& root : roots_) {
      for (OpenWorkspace& open : opened_) {
        if (open.location.repository == root) ordered.push_back(std::move(open));
      }
    }
    for (OpenWorkspace& open : ordered)
      if (open.change) leave_changed(open);
    return ordered;
  }

 private:
  static void leave_changed(OpenWorkspace& open) {
    open.named = std::move(open.paths);
    const PathSet named(open.named);
    open.paths.clear();
    std::copy_if(open.change->changed.begin(), open.change->changed.end(), std::back_inserter(open.paths),
                 [&](const std::string& path) { return named.holds(path); });
  }

  std::shared_ptr<const Change> change_of(const std::string& root, bool in_git) const {
    if (!change_.any()) return nullptr;
    if (!in_git)
      throw UserError("", 0,
                      "`" + as_seen_from_here(root) + "` is in no Git repository, which " +
                          (change_.staged ? "--staged" : "--since") + " needs; without it all is checked.");
    return change_.staged ? staged_change(root) : change_since(root, *change_.since);
  }

  void ask_for(const std::string& asked, const Location& location, const OpenRepository& repository) {
    auto found = std::find_if(opened_.begin(), opened_.end(), [&](const OpenWorkspace& open) {
      return open.location.repository == location.repository && open.location.site == location.site &&
             open.location.configuration == location.configuration;
    });
    if (found == opened_.end()) found = opened_.insert(found, open(location, repository));
    std::vector<std::string>& paths = found->paths;
    if (std::find(paths.begin(), paths.end(), asked) == paths.end()) paths.push_back(asked);
  }

  const OpenRepository& repository_of(const Location& home) {
    const auto [found, is_new] = repositories_.try_emplace(home.repository);
    OpenRepository& repository = found->second;
    if (!is_new) return repository;
    roots_.push_back(home.repository);
    repository.in_git = find_work_tree(home.repository).has_value();
    repository.change = change_of(home.repository, repository.in_git);
    if (repository.change) {
      repository.files = repository.change->after;
    } else {
      repository.files = std::make_shared<DiskFiles>(home.repository);
    }
    const FileSystem& files = *repository.files;
    repository.listed = list_repository(files);
    for (const std::string& folder : find_sites(*repository.listed)) {
      Location location = folder.empty() ? home : locate(home.repository + '/' + folder);
      location.repository = home.repository;
      location.site = folder;
      location.hugo = true;
      const Configuration configuration = configuration_of(location, choice_, &files);
      if (configuration.site.plain) continue;
      const std::string& environment =
          choice_.environment.empty() ? configuration.site.environment : choice_.environment;
      repository.sites.push_back(
          {location, mounted_from_outside(files, *repository.listed, folder, environment)});
    }
    leave_to_their_sites(repository.sites);
    return repository;
  }

  // What one site mounts from another's folder is linted as the other's.
  static void leave_to_their_sites(std::vector<OpenRepository::Site>& sites) {
    for (OpenRepository::Site& site : sites) {
      std::erase_if(site.mounted, [&](const std::string& folder) {
        return std::any_of(sites.begin(), sites.end(), [&](const OpenRepository::Site& other) {
          return is_at_or_below(folder, other.location.site) &&
                 !is_at_or_below(site.location.site, other.location.site);
        });
      });
    }
  }

  std::string folder_of_configuration(const Location& location) const {
    const bool none = choice_.none || (choice_.file.empty() && location.configuration.empty());
    if (none) return path_below(location.repository, location.site);
    if (choice_.file.empty()) return fs::path(location.configuration).parent_path().string();
    return fs::path(absolute(choice_.file, true)).parent_path().string();
  }

  OpenWorkspace open(const Location& location, const OpenRepository& repository) const {
    OpenWorkspace opened;
    opened.location = location;
    opened.files = repository.files;
    opened.change = repository.change;
    WorkspaceOptions options;
    options.site = location.site;
    options.repository = repository.listed;
    options.configuration = configuration_of(location, choice_, repository.files.get());
    if (!choice_.environment.empty()) options.configuration.site.environment = choice_.environment;
    options.configuration.site.hosting.from_root = repository.in_git;
    options.configuration_folder = folder_paths_count_from(location, choice_);
    opened.configuration_folder = folder_of_configuration(location);
    if (!options.configuration.baseline.empty())
      opened.baseline = (fs::path(opened.configuration_folder) / options.configuration.baseline)
                            .lexically_normal()
                            .string();
    options.selection = selection_;
    options.jobs = jobs_ != 0 ? jobs_ : std::max(1u, std::thread::hardware_concurrency());
    for (const OpenRepository::Site& site : repository.sites) {
      const std::string& folder = site.location.site;
      if (folder == location.site && location.hugo) continue;
      if (!is_at_or_below(location.site, folder)) options.other_sites.push_back(folder);
      options.mounted_elsewhere.insert(options.mounted_elsewhere.end(), site.mounted.begin(),
                                       site.mounted.end());
    }
    IgnoreRules ignored =
        repository.in_git ? IgnoreRules::from_work_tree(location.repository) : IgnoreRules::from_patterns({});
    opened.workspace = std::make_unique<Workspace>(*opened.files, std::move(ignored), std::move(options));
    return opened;
  }

  const ConfigurationChoice& choice_;
  const Selection& selection_;
  unsigned jobs_;
  const ChangeChoice& change_;
  std::map<std::string, OpenRepository> repositories_;
  std::vector<std::string> roots_;  // of repositories_, in order of first mention
  std::vector<OpenWorkspace> opened_;
};

}  // namespace

namespace {

// The bytes of a configuration file, which people know by `name`.
std::string configuration_bytes(const std::string& path, const std::string& name) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    const bool there = fs::exists(path, error);
    throw UserError(name, 0,
                    there ? "The configuration is not a file." : "There is no such configuration file.");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    throw UserError(name, 0, "The configuration file cannot be read; check its permissions.");
  }
  return bytes;
}

}  // namespace

Configuration configuration_of(const Location& location, const ConfigurationChoice& choice,
                               const FileSystem* files) {
  const std::string path = choice.file.empty() ? location.configuration : choice.file;
  if (choice.none || path.empty()) return {};
  const std::string name = choice.file.empty() ? as_seen_from_here(path) : path;
  const DiskFiles disk(location.repository);
  if (files == nullptr) files = &disk;
  std::optional<std::string> held;
  if (choice.file.empty()) held = files->read(relative_to(location.repository, path));
  const std::string bytes = held ? *std::move(held) : configuration_bytes(path, name);
  RuleTable rules = rules_of(location, choice, name, bytes, *files);
  Configuration configuration =
      read_configuration(name, bytes, rules ? std::span<const RuleInfo>(*rules) : built_in_rules());
  configuration.rule_table = std::move(rules);
  return configuration;
}

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
                                           unsigned jobs, bool may_be_missing, const ChangeChoice& change) {
  Opening opening(choice, selection, jobs, change);
  for (const std::string& path : paths) opening.ask_for(absolute(path, may_be_missing || change.any()));
  return opening.take();
}

}  // namespace rubric
