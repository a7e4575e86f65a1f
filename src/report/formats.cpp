// How it works: a table. What differs between formats is whether they need more than the findings.

#include "report/formats.h"

#include <algorithm>
#include <array>

namespace rubric {

namespace {

void write_whole_text(std::ostream& out, const Report& report) {
  for (const FileFindings& file : report.files) {
    std::vector<const Diagnostic*> findings;
    for (const Diagnostic& finding : file.findings) findings.push_back(&finding);
    write_text(out, findings, file.text_of, {});
  }
  out << summary(report.findings, static_cast<uint32_t>(report.checked)) << '\n';
}

constexpr std::array all_formats = {
    Format{"text", "for people, with excerpts", write_whole_text},
    Format{"concise", "one line per finding, as compilers and editors know it",
           [](std::ostream& out, const Report& report) { write_concise(out, report.findings, {}); }},
    Format{"grouped", "one line per finding, below its file", write_grouped},
    Format{"json", "one array of all there is to say",
           [](std::ostream& out, const Report& report) { write_json(out, report.findings); }},
    Format{"jsonl", "the same, one object per line",
           [](std::ostream& out, const Report& report) { write_jsonl(out, report.findings); }},
    Format{"markdown", "a summary for a merge request", write_markdown},
    Format{"sarif", "SARIF 2.1.0, for dashboards of code scanning", write_sarif},
    Format{"gitlab", "GitLab's Code Quality", write_gitlab},
    Format{"github", "annotations of a GitHub workflow",
           [](std::ostream& out, const Report& report) { write_github(out, report.findings); }},
    Format{"junit", "test reports", write_junit},
    Format{"checkstyle", "Checkstyle's XML", write_checkstyle},
    Format{"rdjson", "reviewdog", write_rdjson},
    Format{"lsp", "diagnostics of the language server protocol, by file", write_lsp},
};

// The findings of a file, which are the first, if there are any; takes them away.
std::span<const Diagnostic> take_file(std::span<const Diagnostic>& findings, const std::string& path) {
  const auto end = std::find_if(findings.begin(), findings.end(),
                                [&](const Diagnostic& finding) { return finding.path != path; });
  const auto count = static_cast<size_t>(end - findings.begin());
  const std::span<const Diagnostic> taken = findings.first(count);
  findings = findings.subspan(count);
  return taken;
}

}  // namespace

void Report::add(std::span<const Diagnostic> of_repository, std::span<const Diagnostic> known_of_it,
                 const TextOf& text_of) {
  while (!of_repository.empty() || !known_of_it.empty()) {
    const bool is_known = of_repository.empty() ||
                          (!known_of_it.empty() && known_of_it.front().path < of_repository.front().path);
    const std::string& path = (is_known ? known_of_it : of_repository).front().path;
    const FileFindings file{take_file(of_repository, path), take_file(known_of_it, path), text_of};
    if (!file.findings.empty()) files.push_back(file);
    if (!file.known.empty()) known.push_back(file);
  }
}

void Report::add_suppressed(std::span<const Diagnostic> of_repository, const TextOf& text_of) {
  while (!of_repository.empty())
    suppressed.push_back({take_file(of_repository, of_repository.front().path), {}, text_of});
}

std::span<const Format> formats() {
  return all_formats;
}

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(all_formats.begin(), all_formats.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == all_formats.end() ? nullptr : &*found;
}

}  // namespace rubric
