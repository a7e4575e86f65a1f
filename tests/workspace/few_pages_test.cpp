// The law of few pages: what a run says of a page is what a run over the whole site says of it. Held on all
// fixtures and on generated sites, each among pages that nothing leads to, so that a run on one page has
// something to leave unread. And how much it reads.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "conformance/environment.h"
#include "report/report.h"
#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/generated_site.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string, std::less<>>;

// Notes which Markdown files are read.
class WatchedFiles : public MemoryFiles {
 public:
  using MemoryFiles::MemoryFiles;

  std::optional<std::string> read(std::string_view path) const override {
    note(path, read_);
    return MemoryFiles::read(path);
  }
  std::optional<std::string> read_start(std::string_view path, size_t limit) const override {
    note(path, started_);
    return MemoryFiles::read(path).value_or("").substr(0, limit);
  }

  const std::set<std::string>& read_whole() const { return read_; }
  const std::set<std::string>& read_in_part() const { return started_; }

 private:
  void note(std::string_view path, std::set<std::string>& noted) const {
    const std::lock_guard lock(mutex_);
    if (path.ends_with(".md")) noted.emplace(path);
  }

  mutable std::mutex mutex_;
  mutable std::set<std::string> read_, started_;
};

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Files read_folder(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder).generic_string()] = read_all(entry.path());
  }
  return files;
}

Workspace open(const FileSystem& files, const std::string& rule) {
  WorkspaceOptions options;
  const auto configuration = files.read(".rubric.yaml");
  if (configuration)
    options.configuration = read_configuration(".rubric.yaml", *configuration, built_in_rules());
  if (!rule.empty()) options.selection.select = {rule};
  return Workspace(files, IgnoreRules::from_patterns({}), std::move(options));
}

std::string json_of(const std::vector<Diagnostic>& findings, std::string_view path) {
  std::vector<Diagnostic> of_page;
  for (const Diagnostic& finding : findings) {
    if (finding.path == path) of_page.push_back(finding);
  }
  std::ostringstream out;
  write_json(out, of_page);
  return out.str();
}

// How many pages were checked, for how many of them some were left unread, and for how many not even the
// front matter of all was read.
struct Tally {
  size_t pages = 0, with_few = 0, with_fewest = 0;
};

void check_law(Files site, const std::string& rule, Tally& tally) {
  for (int filler = 0; filler < 80; ++filler)
    site["content/filler/zz" + std::to_string(filler) + ".md"] = "Text.\n";
  const WatchedFiles files(site);
  const std::vector<Diagnostic> all = open(files, rule).check({""});
  for (const std::string& path : files.read_whole()) {
    if (path.find("/filler/") != path.npos) continue;
    INFO(path << ":\n" << site[path]);
    const WatchedFiles again(site);
    const std::vector<Diagnostic> found = open(again, rule).check({path});
    CHECK(json_of(found, path) == json_of(all, path));
    ++tally.pages;
    if (again.read_whole().size() == files.read_whole().size()) continue;
    ++tally.with_few;
    if (again.read_in_part().empty()) ++tally.with_fewest;
  }
}

}  // namespace

TEST_CASE("A page of a fixture has the findings that it has in a run over the whole site") {
  Tally tally;
  for (const auto& rule : fs::directory_iterator(fs::path(source_folder()) / "tests/fixtures")) {
    for (const auto& site : fs::directory_iterator(rule.path())) {
      INFO(site.path().string());
      check_law(read_folder(site.path()), "", tally);
      check_law(read_folder(site.path()), rule.path().filename().string(), tally);
    }
  }
  check_law(read_folder(fs::path(source_folder()) / "examples/handbook"), "", tally);
  CHECK(tally.with_fewest > 50);
  CHECK(tally.with_few > tally.with_fewest);
  CHECK(tally.pages > tally.with_few);
}

TEST_CASE("A page of a generated site has the findings that it has in a run over the whole site") {
  const uint64_t seed = number_from_environment("RUBRIC_CONFORMANCE_SEED", 20);
  const uint64_t sites = number_from_environment("RUBRIC_CONFORMANCE_COUNT", 100);
  Tally tally;
  for (uint64_t index = 0; index < sites; ++index) {
    const Files site = generated_site(seed, index);
    INFO("seed " << seed << ", index " << index << "\n" << site.at("hugo.toml"));
    // One rule may ask for what another has told the run to read.
    check_law(site, index % 3 == 2 ? "link-redirected" : "", tally);
  }
  CHECK(tally.with_fewest > tally.pages / 8);
  CHECK(tally.with_few > tally.with_fewest);
  CHECK(tally.pages > tally.with_few);
}

namespace {

// A handbook of 2,000 pages in 20 sections.
Files handbook() {
  Files files;
  files["hugo.toml"] = "baseURL = 'https://example.org/'\n";
  files["layouts/shortcodes/include.html"] =
      "{{ with resources.Get (.Get 0) }}{{ $.Page.RenderString .Content }}{{ end }}";
  files["assets/hint.md"] = "## Hint\n";
  files["static/images/figure.png"] = "png";
  files["content/_index.md"] = "---\ntitle: Home\n---\n";
  for (int section = 0; section < 20; ++section) {
    const std::string folder = "content/s" + std::to_string(section) + "/";
    files[folder + "_index.md"] = "---\ntitle: Section\n---\n\n## Contents\n";
    for (int page = 0; page < 100; ++page)
      files[folder + "p" + std::to_string(page) + ".md"] = "---\ntitle: Page\n---\n\n## Part one\n\nText.\n";
  }
  files["content/s7/p7.md"] = "---\naliases: [/old/]\n---\n\n{{% include \"hint.md\" %}}\n";
  // What a content adapter makes is not known, but a page may be there by its own word.
  files["content/s9/_content.gotmpl"] = "";
  files["content/s7/p8.md"] = "---\nurl: /s9/made/\n---\n\n## Part one\n";
  return files;
}

using Paths = std::set<std::string>;

// What a run on one page with this text reads beside it.
struct Opened {
  size_t findings = 0;
  Paths whole;
  size_t in_part = 0;
};

Opened read_beside(const std::string& text, const std::string& page = "content/s3/p3.md") {
  Files site = handbook();
  site[page] = text;
  const WatchedFiles files(site);
  Opened reads;
  reads.findings = open(files, "").check({page}).size();
  reads.whole = files.read_whole();
  CHECK(reads.whole.erase(page) == 1);
  reads.in_part = files.read_in_part().size();
  return reads;
}

}  // namespace

TEST_CASE("A run on one page of a large site reads what its verdicts turn on, and no more") {
  const auto needs = [](const std::string& text, Paths others) {
    INFO(text);
    others.insert({"content/_index.md", "content/s3/_index.md"});
    const Opened reads = read_beside(text);
    CHECK(reads.findings == 0);
    CHECK(reads.whole == others);
    CHECK(reads.in_part == 0);
  };
  needs("# Title\n", {});
  needs("![Figure](/images/figure.png) [out](https://example.com) [own](#part)\n\n## Part\n", {});
  needs("[a](../p4/#part-one)\n", {"content/s3/p4.md"});
  needs("[a](/s5/p10/)\n", {"content/s5/_index.md", "content/s5/p10.md"});
  needs("[a](/s5/#contents)\n", {"content/s5/_index.md"});
  needs("[a]({{< ref \"/s6/p1.md#part-one\" >}})\n", {"content/s6/_index.md", "content/s6/p1.md"});
  needs("Text.\n\n{{% include \"hint.md\" %}}\n\n[a](#hint)\n", {"assets/hint.md"});
  needs("[a](/s7/p7/#hint)\n", {"content/s7/_index.md", "content/s7/p7.md", "assets/hint.md"});
}

TEST_CASE("A run on one page reads the front matter of all where a link may lead to any of them") {
  // Pages, sections, home and the text below assets.
  constexpr size_t all = 2000 + 20 + 1 + 1;
  const auto needs = [](const std::string& text, size_t findings, Paths others) {
    INFO(text);
    others.insert({"content/_index.md", "content/s3/_index.md"});
    const Opened reads = read_beside(text);
    CHECK(reads.findings == findings);
    CHECK(reads.whole == others);
    CHECK(reads.in_part == all - 1 - others.size());
  };
  needs("[a](/s5/p1000/)\n", 1, {"content/s5/_index.md"});
  needs("[a](/old/)\n", 0, {});
  needs("[a](/s5/p10/#gone)\n", 1, {"content/s5/_index.md", "content/s5/p10.md"});
}

TEST_CASE("A run on one page reads the page that a fragment turns on, though none need be at its URL") {
  const Opened reads = read_beside("[a](/s9/made/#gone)\n");
  CHECK(reads.findings == 1);
  CHECK(reads.whole == Paths{"content/_index.md", "content/s3/_index.md", "content/s7/p8.md"});
  CHECK(read_beside("[a](/s9/more/#gone)\n").findings == 0);
}

TEST_CASE("A run on a text that pages include reads all of them") {
  const Opened reads = read_beside("[a](p10/)\n", "assets/hint.md");
  CHECK(reads.findings == 1);
  CHECK(reads.whole.size() == 2000 + 20 + 1);
}
