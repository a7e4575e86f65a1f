// How it works: the rule notes at each dead link which top folder the site lacks; here they are counted. A
// folder whose name means something in a glob or in YAML is not summed up, since what we would advise to
// write would have to be escaped.

#include <algorithm>
#include <map>

#include "report/headline.h"
#include "report/report.h"
#include "report/tally.h"
#include "report/terminal.h"

namespace rubric {

namespace {

constexpr size_t least_summed_up = 20;

bool is_plain(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || byte == '.' || byte == '/';
  });
}

}  // namespace

std::vector<MissingFolder> missing_folders(std::span<const Diagnostic> diagnostics) {
  std::map<std::string_view, MissingFolder> by_path;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.missing_folder.empty()) continue;
    MissingFolder& folder = by_path[diagnostic.missing_folder];
    if (folder.links++ > 0) continue;
    folder.path = diagnostic.missing_folder;
    folder.rule = diagnostic.rule;
    folder.severity = diagnostic.severity;
  }
  std::vector<MissingFolder> folders;
  for (auto& [path, folder] : by_path) {
    if (folder.links >= least_summed_up && is_plain(path)) folders.push_back(std::move(folder));
  }
  std::stable_sort(folders.begin(), folders.end(), [](const MissingFolder& left, const MissingFolder& right) {
    return left.links > right.links;
  });
  return folders;
}

bool is_below(const Diagnostic& diagnostic, std::span<const MissingFolder> folders) {
  return !diagnostic.missing_folder.empty() &&
         std::any_of(folders.begin(), folders.end(),
                     [&](const MissingFolder& folder) { return folder.path == diagnostic.missing_folder; });
}

void write_missing_folders(std::ostream& out, std::span<const MissingFolder> folders,
                           const ReportOptions& options) {
  for (const MissingFolder& folder : folders) {
    out << headline_label(folder.rule, folder.severity, options) << ' ' << counted(folder.links, "link")
        << " below `" << folder.path
        << "`, where the site has nothing. If another server answers there, add `" << folder.path
        << "**` to `links: elsewhere:` in .rubric.yaml.\n";
  }
  if (!folders.empty()) out << '\n';
}

}  // namespace rubric
