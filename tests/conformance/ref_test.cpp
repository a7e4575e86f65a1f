// Compares rubric's verdict on `ref` with that of the installed Hugo. Small sites are generated whose pages
// refer to each other by every form of path; Hugo reports all dead refs of a site in one run, with their
// places.
//
//     RUBRIC_REF_SITES=500 build/dev/rubric_tests "ref finds what the installed Hugo finds"
//
// runs more sites than the few of every test run; RUBRIC_REF_SEED chooses others.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "conformance/hugo_site.h"
#include "rules/rules.h"
#include "temporary_folder.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

uint64_t setting(const char* name, uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

// Where a ref stands, and what it says.
struct Ref {
  std::string file;
  uint32_t line = 0;
  uint32_t tag = 0;     // column of the tag, in bytes as Hugo counts
  uint32_t target = 0;  // column of the path, in code points
  std::string path;
};

struct GeneratedSite {
  std::map<std::string, std::string, std::less<>> files;
  std::vector<Ref> refs;
};

// A site: few names, so that they meet in several folders.
class SiteGenerator {
 public:
  explicit SiteGenerator(uint64_t seed) : random_(seed) {}

  GeneratedSite make() {
    multilingual_ = chance(30);
    std::string configuration = "baseURL: https://example.org/\ndisableKinds: [RSS, sitemap, \"404\"]\n";
    if (multilingual_) configuration += "languages: {en: {weight: 1}, de: {weight: 2}}\n";
    site_.files["hugo.yaml"] = configuration;
    site_.files["config.yaml"] = configuration;
    for (const char* layout : {"single", "list", "taxonomy", "term"})
      site_.files[std::string("layouts/_default/") + layout + ".html"] = "{{ .Content }}";
    choose_pages();
    for (const std::string& page : pages_) write(page);
    // A section that is a draft takes with it all that stands below.
    std::erase_if(site_.refs, [&](const Ref& ref) {
      return std::any_of(drafts_.begin(), drafts_.end(), [&](const std::string& draft) {
        const size_t name = draft.find("/_index.");
        return name != draft.npos && ref.file.starts_with(draft.substr(0, name + 1)) &&
               draft.ends_with(".de.md") == ref.file.ends_with(".de.md");
      });
    });
    return std::move(site_);
  }

 private:
  size_t below(size_t limit) { return static_cast<size_t>(random_() % limit); }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <typename List>
  std::string pick(const List& list) {
    return std::string(list[below(std::size(list))]);
  }

  std::string folder() {
    constexpr std::array<std::string_view, 10> names = {"a",    "b",       "sub",  "a",   "b",
                                                        "tags", "tagsoup", "Über", "Cap", "p"};
    std::string path;
    for (size_t depth = below(4); depth > 0; --depth) path += pick(names) + "/";
    return path;
  }

  void choose_pages() {
    constexpr std::array<std::string_view, 12> names = {
        "p", "q", "r", "Case", "My File", "v1.2", "_index", "_index", "index", "a", "b", "sub"};
    std::set<std::string> pages;
    for (size_t count = 4 + below(10); count > 0; --count) {
      const std::string language = multilingual_ && chance(40) ? ".de" : "";
      pages.insert("content/" + folder() + pick(names) + language + ".md");
    }
    // Of other formats rubric does not read the front matter: one, and a plain one, whose name is its own.
    if (chance(40)) pages.insert("content/" + folder() + "web.html");
    // What stands beside an index is Hugo's choice by the order of files: left out.
    std::set<std::string> leaves;
    for (const std::string& page : pages) {
      if (page.find("/index.") != page.npos) leaves.insert(page.substr(0, page.rfind('/') + 1));
    }
    for (const std::string& page : pages) {
      const std::string own = page.substr(0, page.rfind('/') + 1);
      bool inside = false;
      for (const std::string& leaf : leaves) {
        const bool is_index = page.find("/index.") != page.npos && own == leaf;
        inside = inside || (page.starts_with(leaf) && !is_index);
      }
      const bool twice = leaves.count(page.substr(0, page.find('.', page.rfind('/'))) + "/") != 0;
      if (!inside && !twice && page != "content/index.md") pages_.push_back(page);
    }
  }

  std::string target() {
    constexpr std::array<std::string_view, 8> words = {"p", "tags", "foo-bar", "tags/foo-bar",
                                                       "/", "..",   ".",       "none"};
    std::string path = chance(80) ? pick(pages_).substr(8) : pick(words);
    if (chance(60) && path.find('.') != path.npos && path.find("..") == path.npos)
      path = path.substr(0, path.rfind('.'));
    if (chance(30) && path.ends_with("index"))
      path =
          path.substr(0, path.rfind("/_index") == path.npos ? path.rfind("/index") : path.rfind("/_index"));
    if (chance(30)) path = path.substr(path.rfind('/') + 1);
    if (chance(15) && path.find('/') != path.npos) path = path.substr(path.find('/') + 1);
    if (chance(25)) path = "/" + path;
    if (chance(12)) path = "../" + path;
    if (chance(5)) path = "./" + path;
    if (chance(6)) path += "/";
    if (chance(5)) path += pick(std::array<std::string_view, 4>{".md", ".html", ".de.md", ".en.md"});
    if (chance(8)) path = from_project() + path;
    // Two slashes at the beginning would be those of a host.
    if (chance(4) && path.rfind('/') + 1 > 1) path.insert(path.rfind('/'), "/");
    if (chance(2)) path = "\u00A0" + path;
    if (chance(2)) path += "\u3000";
    if (chance(5)) path += "?x=1";
    if (chance(10)) path += "#one";
    for (char& byte : path) {
      if (chance(2) && byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    }
    return path;
  }

  // How a path below content begins when it is written from the root of the project.
  std::string from_project() {
    return pick(std::array<std::string_view, 5>{"content/", "/content/", "Content/", "../content/",
                                                "../../content/"});
  }

  void write(const std::string& file) {
    if (file.ends_with(".html")) {
      site_.files[file] = "---\ntitle: x\n---\n";
      return;
    }
    std::string text = "---\ntitle: x\n";
    const bool draft = chance(8), headless = chance(4), hidden = chance(4);
    if (draft) {
      text += "draft: true\n";
      drafts_.push_back(file);
    }
    if (headless) text += "headless: true\n";
    if (hidden) text += "_build: {render: never, list: never}\n";
    if (chance(15)) text += "tags: [Foo Bar, " + pick(std::array<std::string_view, 3>{"p", "Q", "b"}) + "]\n";
    text += "---\n";
    uint32_t line = 1 + static_cast<uint32_t>(std::count(text.begin(), text.end(), '\n'));
    for (size_t count = 8; count > 0; --count, line += 2) {
      const bool wide = chance(20);
      const std::string open =
          pick(std::array<std::string_view, 3>{"{{< ref \"", "{{% relref \"", "{{< ref path=\""});
      const std::string path = target();
      const std::string close = open[2] == '<' ? "\" >}}" : "\" %}}";
      text += (wide ? "né " : "ne ") + open + path + close + "\n\n";
      const bool rendered = !draft && !headless && !hidden;
      if (rendered)
        site_.refs.push_back({file, line, wide ? 5U : 4U, 4 + static_cast<uint32_t>(open.size()), path});
    }
    site_.files[file] = text;
  }

  std::mt19937_64 random_;
  bool multilingual_ = false;
  std::vector<std::string> pages_, drafts_;
  GeneratedSite site_;
};

// "dead" or "ambiguous" by "file:line:column".
using Verdicts = std::map<std::string, std::string>;

std::string place(const std::string& file, uint32_t line, uint32_t column) {
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

Verdicts verdicts_of_hugo(const GeneratedSite& site) {
  const TemporaryFolder folder;
  for (const auto& [path, text] : site.files) folder.write(path, text);
  const std::string output =
      output_of("hugo --source '" + folder.path + "' --cacheDir '" + folder.path + "/cache'");
  Verdicts verdicts;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    const size_t begin = line.find("\"" + folder.path + "/");
    if (line.find("REF_NOT_FOUND") == line.npos || begin == line.npos) continue;
    const size_t path = begin + folder.path.size() + 2;
    const size_t end = line.find('"', path);
    verdicts[line.substr(path, end - path)] = line.find("is ambiguous") == line.npos ? "dead" : "ambiguous";
  }
  INFO(output);
  // Anything but dead refs would stop Hugo before it has judged them all.
  const size_t error = output.find("Error: ");
  REQUIRE(output.find("Total in") != output.npos);
  REQUIRE((error == output.npos || output.compare(error, 34, "Error: Error building site: logged") == 0));
  return verdicts;
}

Verdicts verdicts_of_rubric(const GeneratedSite& site, const HugoVersion& version) {
  const MemoryFiles files(site.files);
  WorkspaceOptions options;
  options.selection.select = {"ref-not-found"};
  options.configuration.site.hugo = version;
  Workspace workspace(files, IgnoreRules::from_patterns({}), options);
  std::map<std::string, const Ref*> refs;
  for (const Ref& ref : site.refs) refs[place(ref.file, ref.line, ref.target)] = &ref;
  Verdicts verdicts;
  for (const Diagnostic& finding : workspace.check({""})) {
    const Position begin = finding.range.begin;
    const auto ref = refs.find(place(finding.path, begin.line, begin.column));
    if (ref == refs.end()) continue;  // on a page that Hugo does not render
    verdicts[place(finding.path, begin.line, ref->second->tag)] =
        finding.message.find("is ambiguous") == std::string::npos ? "dead" : "ambiguous";
  }
  return verdicts;
}

std::string verdict_at(const Verdicts& verdicts, const std::string& at) {
  const auto found = verdicts.find(at);
  return found == verdicts.end() ? "lives" : found->second;
}

}  // namespace

TEST_CASE("ref finds what the installed Hugo finds") {
  const auto version = installed_hugo();
  if (!version) {
    WARN("hugo is not installed: skipped");
    return;
  }
  const uint64_t sites = setting("RUBRIC_REF_SITES", 20), seed = setting("RUBRIC_REF_SEED", 1);
  size_t judged = 0, dead = 0;
  for (uint64_t index = 0; index < sites; ++index) {
    const GeneratedSite site = SiteGenerator(seed * 1000003 + index).make();
    const Verdicts hugo = verdicts_of_hugo(site), rubric = verdicts_of_rubric(site, *version);
    std::string pages;
    for (const auto& [path, text] : site.files) {
      if (!path.starts_with("content/")) continue;
      std::string front_matter = text.substr(13, text.find("---", 4) - 13);
      std::replace(front_matter.begin(), front_matter.end(), '\n', ' ');
      pages += path + "  " + front_matter + "\n";
    }
    for (const Ref& ref : site.refs) {
      const std::string at = place(ref.file, ref.line, ref.tag);
      ++judged;
      dead += hugo.count(at);
      INFO("site " << index << ", " << at << " ref \"" << ref.path << "\" in\n" << pages);
      CHECK(verdict_at(rubric, at) == verdict_at(hugo, at));
    }
  }
  CHECK(judged >= sites);
  CHECK(dead > sites);
  if (sites > 100) std::printf("%zu refs in %zu sites, %zu dead\n", judged, static_cast<size_t>(sites), dead);
}
