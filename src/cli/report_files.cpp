// How it works: a report is made in memory and then put into its place at once, so that a reader of the file
// never meets half of it.

#include "cli/report_files.h"

#include <algorithm>
#include <sstream>

#include "fix/write_file.h"
#include "lint/user_error.h"
#include "text/nearest.h"

namespace rubric {

const Format& format_named(std::string_view name) {
  if (const Format* format = find_format(name)) return *format;
  std::vector<std::string_view> names;
  std::string list;
  for (const Format& format : formats()) {
    names.push_back(format.name);
    list += (list.empty() ? "" : ", ") + std::string(format.name);
  }
  const auto meant = nearest(name, names);
  throw UserError("", 0,
                  "There is no format `" + std::string(name) + "`. " +
                      (meant ? "Did you mean `" + std::string(*meant) + "`?" : "Formats are " + list + "."));
}

std::vector<ReportFile> read_report_flags(const std::vector<std::string>& flags) {
  std::vector<ReportFile> files;
  for (const std::string& flag : flags) {
    const size_t equals = flag.find('=');
    const Format& format = format_named(flag.substr(0, equals));
    const std::string path = equals == std::string::npos ? "" : flag.substr(equals + 1);
    if (path.empty()) {
      throw UserError("", 0,
                      "`--report " + flag + "` names no file; write `--report " + std::string(format.name) +
                          "=FILE`, where `-` is standard output.");
    }
    const auto same = [&](const ReportFile& file) { return file.path == path; };
    if (std::any_of(files.begin(), files.end(), same))
      throw UserError("", 0, "Two reports go to `" + path + "`; each needs a file of its own.");
    files.push_back({&format, path});
  }
  return files;
}

void write_report_files(const std::vector<ReportFile>& files, const Report& report) {
  std::string failures;
  for (const ReportFile& file : files) {
    if (file.path == "-") continue;
    std::ostringstream text;
    file.format->write(text, report);
    try {
      put_file_atomically(file.path, text.str());
    } catch (const UserError& error) {
      failures += (failures.empty() ? "" : "; ") + ("the " + std::string(file.format->name) + " report ") +
                  file.path + " " + error.reason;
    }
  }
  if (!failures.empty()) throw UserError("", 0, failures);
}

}  // namespace rubric
