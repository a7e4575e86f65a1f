// How it works: a workflow command is one line, and what could end it or one of its properties is
// percent-encoded as the runner decodes it. Control characters of a page are spelled out, since the runner
// prints the line into a log that knows terminal escapes.

#include "report/formats.h"
#include "report/terminal.h"

namespace rubric {

namespace {

std::string encoded(std::string_view text, std::string_view characters) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  for (const char byte : text) {
    if (characters.find(byte) == std::string_view::npos) {
      result += byte;
    } else {
      result += {'%', hex[static_cast<uint8_t>(byte) >> 4], hex[byte & 15]};
    }
  }
  return result;
}

std::string property(std::string_view text) {
  return encoded(printable(text), "%\r\n:,");
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "notice";
  }
  return "notice";
}

}  // namespace

void write_github(std::ostream& out, std::span<const Diagnostic> diagnostics) {
  for (const Diagnostic& finding : diagnostics) {
    const Position begin = finding.range.begin, end = finding.range.end;
    out << "::" << command_of(finding.severity) << " file=" << property(finding.path)
        << ",line=" << begin.line;
    if (begin.line == end.line) out << ",col=" << begin.column;
    out << ",endLine=" << end.line;
    if (begin.line == end.line) out << ",endColumn=" << end.column;
    std::string message = printable(finding.message);
    if (!finding.help.empty()) message += "\n" + printable(finding.help);
    out << ",title=" << property(finding.rule) << "::" << encoded(message, "%\r\n") << '\n';
  }
}

}  // namespace rubric
