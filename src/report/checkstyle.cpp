// How it works: as Checkstyle 4.3 wrote it, which is what readers of the format go by.

#include "report/formats.h"
#include "report/xml.h"

namespace rubric {

void write_checkstyle(std::ostream& out, const Report& report) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const FileFindings& file : report.files) {
    out << "  <file" << xml_attribute("name", file.path()) << ">\n";
    for (const Diagnostic& finding : file.findings) {
      out << "    <error line=\"" << finding.range.begin.line << "\" column=\"" << finding.range.begin.column
          << "\" severity=\"" << name(finding.severity) << '"' << xml_attribute("message", finding.message)
          << xml_attribute("source", "rubric." + finding.rule) << "/>\n";
    }
    out << "  </file>\n";
  }
  out << "</checkstyle>\n";
}

}  // namespace rubric
