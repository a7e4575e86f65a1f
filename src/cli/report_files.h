#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/formats.h"

namespace rubric {

/// A report that the command line asks for with --report.
struct ReportFile {
  const Format* format;
  std::string path;  ///< "-" is standard output
};

/// The format of that name. Throws UserError, with what was probably meant, where there is none.
const Format& format_named(std::string_view name);

/// Reads `FORMAT=FILE`, a text each. Throws UserError for an unknown format, a missing file name, a file
/// named twice.
std::vector<ReportFile> read_report_flags(const std::vector<std::string>& flags);

/// Writes the reports that go to files, each whole or not at all. Throws UserError once the others are
/// written where one cannot be.
void write_report_files(const std::vector<ReportFile>& files, const Report& report);

}  // namespace rubric
