#include "report/reported_site.h"

#include <sstream>

#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/workspace.h"

namespace rubric {

namespace {

// What some format gives a meaning.
const std::string hostile[] = {
    "a b",
    "caf\xC3\xA9",
    "100%",
    "%0A%25",
    "a:b,c",
    "::error::x",
    "]]>",
    "<b>&amp;</b>",
    "\"q\" 'a'",
    "\x1b[31m",
    "\x07\x7F",
    "\xC2\x9B",
    "\xFF\xC3",
    "two\nlines\r\n\ttab",
    "`tick` ``",
    "😀\xE2\x80\xAE|",
    "{{< x >}}",
    "[a](https://example.org/)",
    "@all #1",
    "\xEF\xBF\xBE\xEF\xBF\xBF",
    "- * _ # ~",
    "<!-- x --> &#0;",
    "www.example.org user@example.org :+1:",
};

std::string joined() {
  std::string all;
  for (const std::string& text : hostile) all += text + " ";
  return all;
}

ReportedSite hostile_site() {
  Files files = {{"hugo.yaml", "baseURL: https://example.org/\n"}};
  for (const std::string& text : hostile) {
    files["content/" + text + ".md"] = "# 😀 " + text + "\n\ncaf\xC3\xA9 😀 a apple, see [it](</" + text +
                                       "/>) and [that](#" + text + "), {{< " + text +
                                       " >}}.\r\nIt had had 😀.";
  }
  files["content/mark.md"] = "\xEF\xBB\xBF😀 a apple.\n";
  ReportedSite site("hostile", std::move(files));
  // Findings that say everything that there is to say, each text in each place.
  std::vector<Diagnostic> made;
  for (const Diagnostic& finding : site.findings) {
    Diagnostic full = finding;
    full.rule = "all-of-it";
    const uint32_t begin = finding.range.span.begin;
    full.severity = static_cast<Severity>(made.size() % 3);
    full.message = hostile[made.size() % std::size(hostile)];
    full.help = joined();
    full.related = {{finding.path, {1, 3}, full.message}, {"content/mark.md", {1, 2}, full.help}};
    full.fixes = {
        {full.message, Applicability::unsafe_fix, {{"", {finding.range.span, full.message}}}},
        {"Two", Applicability::safe, {{"", {{begin, begin}, full.help}}, {"content/mark.md", {{7, 8}, "x"}}}},
        {"One elsewhere", Applicability::safe, {{"content/mark.md", {{3, 7}, "y"}}}}};
    made.push_back(std::move(full));
  }
  site.findings.insert(site.findings.end(), made.begin(), made.end());
  std::sort(site.findings.begin(), site.findings.end());
  return site;
}

ReportedSite examples_of(const RuleInfo& info) {
  Files files = {{"hugo.yaml", "baseURL: https://example.org/\n"}};
  for (const Example& example : info.examples) {
    files["content/" + std::to_string(example.line) + ".md"] = example.text;
    files.insert(example.files.begin(), example.files.end());
  }
  return {info.id, std::move(files)};
}

std::vector<ReportedSite> all_sites() {
  namespace fs = std::filesystem;
  std::vector<ReportedSite> sites = {hostile_site(), ReportedSite("clean", {{"content/a.md", "Fine.\n"}})};
  for (const RuleInfo& info : built_in_rules()) sites.push_back(examples_of(info));
  for (const auto& rule : fs::directory_iterator(source_folder() + "/tests/fixtures")) {
    for (const auto& folder : fs::directory_iterator(rule.path()))
      if (folder.is_directory()) sites.emplace_back(folder.path().string(), read_folder(folder.path()));
  }
  return sites;
}

}  // namespace

ReportedSite::ReportedSite(std::string name_of_it, Files files_of_it)
    : name(std::move(name_of_it)), files(std::move(files_of_it)) {
  WorkspaceOptions options;
  options.selection.select = {"all"};
  const MemoryFiles memory(files);
  findings = Workspace(memory, IgnoreRules::from_patterns({}), options).check({""});
}

Report ReportedSite::report() const {
  Report report;
  report.findings = findings;
  report.rules = built_in_rules();
  report.checked = files.size();
  report.version = "1.2.3";
  report.add(findings, known, [this](std::string_view path) {
    const auto file = files.find(path);
    return file == files.end() ? "" : file->second;
  });
  return report;
}

std::string ReportedSite::written(std::string_view format) const {
  std::ostringstream out;
  find_format(format)->write(out, report());
  return out.str();
}

const std::vector<ReportedSite>& reported_sites() {
  static const std::vector<ReportedSite> sites = all_sites();
  return sites;
}

}  // namespace rubric
