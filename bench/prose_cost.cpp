// How it works: what prose and grammar cost, against a parse of the same texts by cmark-gfm. Page by page a
// text is parsed, becomes a Document, which no clock sees, and then its words and sentences are made, alone
// and again with every grammar rule run over them: the Document is as fresh as in a run of rubric. CPU time
// of this one thread; what is compared lies next to each other in time, so that a slow spell of the machine
// hits all.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "cjk.h"
#include "lint/linter.h"
#include "markdown/document.h"
#include "rules/rules.h"

namespace rubric::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* extensions[] = {"table", "strikethrough", "autolink", "tagfilter", "tasklist"};
constexpr size_t rounds = 9;
constexpr size_t cjk_pages = 1000;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::vector<std::string> read_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".md") files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<std::string> texts;
  for (const fs::path& path : files) {
    std::ifstream stream(path, std::ios::binary);
    std::string& text = texts.emplace_back(fs::file_size(path), '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
      throw std::runtime_error("cannot read " + path.string());
  }
  return texts;
}

std::vector<std::string> make_cjk() {
  Random random(1);
  std::vector<std::string> texts;
  for (size_t page = 0; page < cjk_pages; ++page) texts.push_back(cjk_page(random));
  return texts;
}

void parse(const std::string& text) {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (const char* extension : extensions)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

/// All native rules of the grammar group, whether on or off.
Linter grammar_linter() {
  std::vector<ActiveRule> rules;
  for (const RuleInfo& info : built_in_rules()) {
    if (info.group != "grammar" || info.check != Check::native) continue;
    ActiveRule& rule = rules.emplace_back();
    rule.info = &info;
    for (const Option& option : info.options) rule.options[option.name] = option.standard;
  }
  return Linter(std::move(rules), native_rules());
}

/// CPU seconds of one round over all texts.
struct Times {
  double parse = 0;
  double prose = 0;
  double grammar = 0;  // prose included
  size_t findings = 0;
};

Times run_round(const std::vector<std::string>& texts, const Linter& linter) {
  const Dialect dialect;
  Times times;
  for (const std::string& text : texts) {
    const double begin = cpu_seconds();
    parse(text);
    const double parsed = cpu_seconds();
    const Document document("page.md", text, dialect);
    const double made = cpu_seconds();
    { const Prose prose(document); }
    const double read = cpu_seconds();
    times.findings += linter.lint(document).size();
    const double linted = cpu_seconds();
    times.parse += parsed - begin;
    times.prose += read - made;
    times.grammar += linted - read;
  }
  return times;
}

void measure(const std::string& name, const std::vector<std::string>& texts) {
  const Linter linter = grammar_linter();
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  run_round(texts, linter);  // it warms the caches
  std::vector<Times> results;
  for (size_t round = 0; round < rounds; ++round) results.push_back(run_round(texts, linter));
  const auto median = [&](double Times::*time) {
    std::ranges::sort(results, {}, time);
    return results[results.size() / 2].*time;
  };
  const double parse_time = median(&Times::parse);
  const double prose_time = median(&Times::prose);
  const double grammar_time = median(&Times::grammar);
  std::printf(
      "%s: %zu pages, %.1f MB, %zu findings; parse %.3f s; words and sentences %.3f s (%.2f); with all "
      "grammar rules %.3f s (%.2f)\n",
      name.c_str(), texts.size(), static_cast<double>(bytes) / 1e6, results[0].findings, parse_time,
      prose_time, prose_time / parse_time, grammar_time, grammar_time / parse_time);
}

}  // namespace
}  // namespace rubric::bench

int main(int count, char** arguments) {
  using namespace rubric::bench;
  try {
    cmark_gfm_core_extensions_ensure_registered();
    for (int i = 1; i < count; ++i) measure(arguments[i], read_folder(arguments[i]));
    measure("CJK", make_cjk());
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "prose_cost: %s\n", error.what());
    return 2;
  }
}
