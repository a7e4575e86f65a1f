// The command line as its user meets it: exit codes, streams, fixing, standard input. A site in a temporary
// folder.

#include <sstream>

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "report/formats.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

// A site of one clean page and one with an article error that has a safe fix.
struct Site : TemporaryFolder {
  Site() {
    write("hugo.yaml", "baseURL: https://example.org/\n");
    write("content/_index.md", "# Home\n\nSee [the page](/page/).\n");
    write("content/page.md", "# Page\n\nShe owns a engineering project.\n");
  }
};

}  // namespace

TEST_CASE("check ends with 0 when clean, 1 with findings, 2 for mistakes of usage") {
  const Site site;
  CHECK(rubric_run({"check", site.path + "/content/_index.md"}).code == ExitCode::clean);
  CHECK(rubric_run({"check", site.path}).code == ExitCode::findings);
  CHECK(rubric_run({site.path}).code == ExitCode::findings);
  CHECK(rubric_run({"check", "--no-such-flag"}).code == ExitCode::usage);
  CHECK(rubric_run({"check", site.path + "/missing.md"}).code == ExitCode::usage);
  CHECK(rubric_run({"check", "--select", "no-such-rule", site.path}).code == ExitCode::usage);
  CHECK(rubric_run({"check", "--ignore", "grammar,links", site.path}).code == ExitCode::clean);
  CHECK(rubric_run({"check", "--select", "grammar", "--ignore", "article-mismatch", site.path}).code ==
        ExitCode::clean);
  site.write(".rubric.yaml", "rules: {article-mismatch: info}\n");
  CHECK(rubric_run({"check", site.path}).code == ExitCode::clean);
  site.write(".rubric.yaml", "rulez: {}\n");
  const Ran wrong = rubric_run({"check", site.path});
  CHECK(wrong.code == ExitCode::usage);
  CHECK(wrong.err.find(".rubric.yaml:1: Unknown key `rulez`. Did you mean `rules`?") != std::string::npos);
}

TEST_CASE("Findings go to standard output, machine formats without a word more") {
  const Site site;
  CHECK(rubric_run({"check", "--format", "json", site.path + "/content/_index.md"}).out == "[]\n");
  CHECK(rubric_run({"check", "--format", "concise", site.path}).out.starts_with("content/page.md:3:10: "));
  const Ran text = rubric_run({"check", site.path});
  CHECK(text.out.find("She owns a engineering project.") != std::string::npos);
  CHECK(text.err.empty());
}

TEST_CASE("Reports go to files beside what is printed, each as its format prints it") {
  const Site site;
  const TemporaryFolder out;
  const std::string page = site.path + "/content/page.md";
  std::vector<std::string> arguments = {"check", page};
  for (const Format& format : formats()) {
    arguments.push_back("--report");
    arguments.push_back(std::string(format.name) + "=" + out.path + "/" + std::string(format.name));
  }
  const Ran ran = rubric_run(arguments);
  CHECK(ran.code == ExitCode::findings);
  CHECK(ran.out == rubric_run({"check", page}).out);
  CHECK(ran.err.empty());
  for (const Format& format : formats()) {
    const std::string name(format.name);
    CHECK(out.read(name) == rubric_run({"check", "--format", name, page}).out);
    CHECK(out.read(name) == rubric_run({"check", "--report", name + "=-", page}).out);
    CHECK(out.read(name).find("article-mismatch") != std::string::npos);
  }
  out.write("json", "of an earlier run");
  CHECK(rubric_run({"check", "--report", "json=" + out.path + "/json", site.path + "/content/_index.md"})
            .code == ExitCode::clean);
  CHECK(out.read("json") == "[]\n");
}

TEST_CASE("A report that cannot be written is told, the others are written") {
  const Site site;
  const TemporaryFolder out;
  const Ran ran = rubric_run({"check", "--report", "json=" + out.path + "/none/a.json", "--report",
                              "jsonl=" + out.path + "/b.jsonl", "--format", "concise", site.path});
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.out.starts_with("content/page.md:3:10: "));
  CHECK(ran.err ==
        "rubric: the json report " + out.path +
            "/none/a.json cannot be written: No such file or directory; make its folder writable\n");
  CHECK(out.read("b.jsonl").starts_with("{\"rule\":"));
}

TEST_CASE("What reports are asked for is settled before any work is done") {
  const Site site;
  const auto error_of = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"check", site.path});
    const Ran ran = rubric_run(std::move(flags));
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK(error_of({"--format", "jsn"}) == "rubric: There is no format `jsn`. Did you mean `json`?\n");
  CHECK(error_of({"--report", "xyzzy=a"})
            .starts_with("rubric: There is no format `xyzzy`. Formats are text, "));
  CHECK(error_of({"--report", "json"}) ==
        "rubric: `--report json` names no file; write `--report json=FILE`, where `-` is standard output.\n");
  CHECK(error_of({"--report", "json=a", "--report", "lsp=a"}) ==
        "rubric: Two reports go to `a`; each needs a file of its own.\n");
  CHECK(
      error_of({"--report", "json=-", "--format", "text"}).starts_with("rubric: `--report json=-` is not "));
  CHECK(error_of({"--report", "json=-", "--statistics"}).starts_with("rubric: `--report json=-` is not "));
  CHECK(error_of({"--report", "json=a", "--diff"}).starts_with("rubric: --report excludes --diff"));
}

TEST_CASE("Statistics count findings and open pages") {
  const Site site;
  site.write("content/open.md", "# Open\n\n{{< chart >}}\n\nShe owns a engineering project, an team.\n");
  site.write("layouts/shortcodes/chart.html", "<b id=\"{{ .Get 0 }}\"></b>\n");
  const Ran ran = rubric_run({"check", "--statistics", site.path});
  CHECK(ran.code == ExitCode::findings);
  CHECK(ran.out ==
        "3  error    article-mismatch\n"
        "1 of 3 pages (33.3 %) is open: templates may make anchors there that are not known.\n");
}

TEST_CASE("Nothing checked is said on standard error") {
  const TemporaryFolder empty;
  const Ran ran = rubric_run({"check", "--format", "json", empty.path});
  CHECK(ran.code == ExitCode::clean);
  CHECK(ran.out == "[]\n");
  CHECK(ran.err == "rubric: no Markdown files were checked\n");
}

TEST_CASE("Hugo's environment is the command line's, else the configuration's, else production") {
  const Site site;
  site.write("config/review/hugo.yaml", "contentDir: drafts\n");
  site.write("drafts/b.md", "{{< figure\n");
  const auto found = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"check", site.path + "/drafts/b.md"});
    return rubric_run(std::move(flags)).code == ExitCode::findings;
  };
  CHECK(!found({}));
  CHECK(found({"--environment", "review"}));
  CHECK(found({"-e", "review"}));
  site.write(".rubric.yaml", "environment: review\n");
  CHECK(found({}));
  CHECK(!found({"-e", "production"}));
  const std::string page = site.path + "/drafts/b.md";
  CHECK(rubric_run({"dump", "tokens", page}).out != rubric_run({"dump", "tokens", page, "-e", "x"}).out);
}

TEST_CASE("A diff writes nothing, fixing writes the fixed pages") {
  const Site site;
  const Ran diff = rubric_run({"check", "--diff", site.path});
  CHECK(diff.code == ExitCode::findings);
  CHECK(diff.out.find("+She owns an engineering project.") != std::string::npos);
  CHECK(site.read("content/page.md").find("a engineering") != std::string::npos);

  const Ran fixed = rubric_run({"check", "--fix", site.path});
  CHECK(fixed.code == ExitCode::clean);
  CHECK(fixed.err == "rubric: fixed 1 finding\n");
  CHECK(site.read("content/page.md") == "# Page\n\nShe owns an engineering project.\n");
  CHECK(rubric_run({"check", "--diff", site.path}).code == ExitCode::clean);
}

TEST_CASE("Standard input takes the place of a file") {
  const Site site;
  const std::string path = site.path + "/content/_index.md";
  const Ran ran = rubric_run({"check", "--format", "concise", "--stdin-filename", path},
                             "An page, see [it](/nowhere/).\n");
  CHECK(ran.code == ExitCode::findings);
  CHECK(ran.out.find("content/_index.md:1:1: ") != std::string::npos);
  CHECK(ran.out.find("content/page.md") == std::string::npos);
  const Ran fixed = rubric_run({"check", "--fix", "--stdin-filename", path}, "An page.\r\n");
  CHECK(fixed.out == "A page.\r\n");
  CHECK(site.read("content/_index.md").starts_with("# Home"));
  const Ran fresh =
      rubric_run({"check", "--format", "json", "--stdin-filename", site.path + "/content/new.md"}, "Fine.\n");
  CHECK(fresh.out == "[]\n");
}

TEST_CASE("The output is the same at any number of threads") {
  const Site site;
  for (int page = 0; page < 40; ++page) {
    site.write("content/p" + std::to_string(page) + ".md",
               "A apple and [dead](/dead-" + std::to_string(page) + "/).\n");
  }
  const std::string one = rubric_run({"check", "--format", "json", "--jobs", "1", site.path}).out;
  CHECK(one == rubric_run({"check", "--format", "json", "--jobs", "2", site.path}).out);
  CHECK(one == rubric_run({"check", "--format", "json", "--jobs", "8", site.path}).out);
}

TEST_CASE("One page's findings are those of the whole run that lie in it") {
  const Site site;
  const std::string whole = rubric_run({"check", "--format", "concise", site.path}).out;
  const std::string part = rubric_run({"check", "--format", "concise", site.path + "/content/page.md"}).out;
  CHECK(whole == part);
}

TEST_CASE("Excluded pages are not linted but exist, wherever the repository begins") {
  const TemporaryFolder repository;
  REQUIRE(std::system(("git init -q " + repository.path).c_str()) == 0);
  repository.write("docs/hugo.yaml", "");
  repository.write("docs/.rubric.yaml", "exclude: [content/old/]\n");
  repository.write("docs/content/new.md", "See [the old one](/old/page/) and [a dead one](/older/page/).\n");
  repository.write("docs/content/old/page.md", "[Dead](/nowhere/at/all/).\n");
  const Ran ran = rubric_run({"check", "--format", "concise", repository.path + "/docs"});
  CHECK(ran.out.starts_with("docs/content/new.md:1:48: "));
  CHECK(ran.out.find('\n') == ran.out.size() - 1);
  CHECK(rubric_run({"check", "--format", "concise", repository.path}).out == ran.out);
}

TEST_CASE("rules, explain and dump answer questions") {
  CHECK(rubric_run({"rules"}).out.find("include-not-found") != std::string::npos);
  CHECK(rubric_run({"explain", "include-not-found"}).out.starts_with("include-not-found (includes, error)"));
  const Ran wrong = rubric_run({"explain", "include-not-fund"});
  CHECK(wrong.code == ExitCode::usage);
  CHECK(wrong.err == "rubric: Unknown rule `include-not-fund`. Did you mean `include-not-found`?\n");
  const Site site;
  const std::string page = site.path + "/content/_index.md";
  CHECK(rubric_run({"dump", "tree", page}).out.find("link 3:5-3:23") != std::string::npos);
  CHECK(rubric_run({"dump", "page", page}).out.find("\"target\": \"/page/\"") != std::string::npos);
  CHECK(rubric_run({"dump", "page", page}).out.find("\"url\": \"/\"") != std::string::npos);
  CHECK(rubric_run({"dump", "tree", site.path}).err.find("is a folder") != std::string::npos);
  CHECK(rubric_run({"--version"}).out.starts_with("rubric "));
}

TEST_CASE("A mistyped command, a wrong flag and a missing file are told in one line") {
  const auto error_of = [](std::vector<std::string> arguments) { return rubric_run(arguments).err; };
  CHECK(error_of({"chek", "."}) == "rubric: `chek` is no command, file or folder. Did you mean `check`?\n");
  CHECK(error_of({"no-such-folder"}) == "rubric: No such file or folder: `no-such-folder`.\n");
  CHECK(error_of({"--selct", "links"}).starts_with("rubric: "));
  CHECK(error_of({"check", "\x1b[31m"}).find('\x1b') == std::string::npos);
}

TEST_CASE("Standard input stands for one file") {
  const Site site;
  const std::string folder = site.path + "/content";
  CHECK(rubric_run({"check", "--stdin-filename", folder}, "x").err.find("is a folder") != std::string::npos);
  CHECK(rubric_run({"check", "--stdin-filename", ""}, "x").code == ExitCode::usage);
  CHECK(rubric_run({"check", "--stdin-filename", folder + "/a.md", folder}, "x").code == ExitCode::usage);
}

TEST_CASE("An empty configuration is one that says nothing, and one that is no file is an error") {
  const Site site;
  site.write(".rubric.yaml", "");
  CHECK(rubric_run({"check", site.path}).code == ExitCode::findings);
  CHECK(rubric_run({"check", "--config", site.path + "/no.yaml", site.path}).err ==
        "rubric: " + site.path + "/no.yaml: There is no such configuration file.\n");
  CHECK(rubric_run({"check", "--config", site.path, site.path}).code == ExitCode::usage);
}

TEST_CASE("A page that is excluded is not linted when it is named, and that is said") {
  const Site site;
  site.write(".rubric.yaml", "exclude: [content/page.md]\n");
  for (const std::string flag : {"--format=concise", "--diff"}) {
    CHECK(rubric_run({"check", flag, site.path + "/content/page.md"}).err ==
          "rubric: no Markdown files were checked; `exclude:` or .gitignore leaves out 1\n");
  }
}

TEST_CASE("A page with two names is fixed once, and one that leads out of the repository is told") {
  const TemporaryFolder outside;
  outside.write("secret.md", "A apple.\n");
  const Site site;
  namespace fs = std::filesystem;
  fs::create_symlink("page.md", site.path + "/content/same.md");
  CHECK(rubric_run({"check", "--fix", site.path}).code == ExitCode::clean);
  CHECK(site.read("content/page.md") == "# Page\n\nShe owns an engineering project.\n");

  fs::create_symlink(outside.path + "/secret.md", site.path + "/content/out.md");
  const Ran ran = rubric_run({"check", site.path});
  CHECK(ran.out == "No findings in 3 files.\n");
  CHECK(ran.err.starts_with("rubric: content/out.md: skipped, cannot be read"));
}

TEST_CASE("Output that cannot be written is no success") {
  std::istringstream in;
  std::ostringstream err;
  std::ostream out(nullptr);
  Streams streams{in, out, err, false};
  CHECK(run({"rules"}, streams) == ExitCode::usage);
  CHECK(err.str() == "rubric: standard output cannot be written; the report is not complete\n");
}

TEST_CASE("More than fifty findings are told by rule, unless all are asked for or fixed") {
  const Site site;
  std::string page;
  for (int count = 0; count < 50; ++count)
    page += "A apple and [dead](dead-" + std::to_string(count) + "/).\n";
  const auto first_lines = [&](std::vector<std::string> arguments) {
    arguments.push_back(site.path);
    const std::string out = rubric_run(std::move(arguments)).out;
    return std::pair(out.starts_with("error["), out.find("= all: rubric check --no-config ") != out.npos);
  };
  const std::pair by_rule(true, true), one_by_one(false, false);
  site.write("content/page.md", page.substr(0, page.size() / 4));
  CHECK(first_lines({"check", "--no-config"}) == one_by_one);
  site.write("content/page.md", page);
  CHECK(first_lines({"check", "--no-config"}) == by_rule);
  CHECK(first_lines({"check", "--no-config", "--all"}) == one_by_one);
  CHECK(first_lines({"check", "--no-config", "--format", "concise"}) == one_by_one);
  CHECK(first_lines({"check", "--no-config", "--select", "article-mismatch"}) == one_by_one);
  const std::string path = site.path + "/content/page.md";
  CHECK(rubric_run({"check", "--stdin-filename", path}, page).out.starts_with("content/page.md:1:"));
  CHECK(first_lines({"check", "--no-config", "--fix"}) == one_by_one);
}

TEST_CASE("The command that a digest names shows what it left out") {
  const Site site;
  std::string page = "A apple.\n\n";
  for (int count = 0; count < 60; ++count) page += "It [is](dead-" + std::to_string(count) + "/).\n";
  site.write("content/it's one.md", page);
  const std::string file = site.path + "/content/it's one.md";
  const std::string digest = rubric_run({"check", file}).out;
  CHECK(digest.find("= all: rubric check '" + site.path + "/content/it'\\''s one.md' --select ") !=
        std::string::npos);
  CHECK(digest.find("… and 57 more\n") != std::string::npos);
  CHECK(digest.ends_with("This is a digest: --all shows every finding.\n"));
  const std::string all = rubric_run({"check", file, "--select", "link-target-not-found", "--all"}).out;
  CHECK(all.find("dead-59") != std::string::npos);
  CHECK(all.find("digest") == std::string::npos);
}

TEST_CASE("Links below a folder that the site lacks are told by their number") {
  const Site site;
  std::string page = "A page that is [dead](/page-2/).\n\n";
  for (int count = 0; count < 20; ++count) page += "[x](/teams/" + std::to_string(count) + "/)\n";
  site.write("content/page.md", page);
  const Ran ran = rubric_run({"check", site.path});
  CHECK(ran.out.find("20 links below `/teams/`, where the site has nothing.") != std::string::npos);
  CHECK(ran.out.find("content/page.md:1:23: error[link-target-not-found]") != std::string::npos);
  CHECK(ran.out.find("/teams/7/") == std::string::npos);
  CHECK(ran.out.find("\nFound 21 errors in 1 of 2 files") != std::string::npos);
  CHECK(rubric_run({"check", "--all", site.path}).out.find("/teams/7/") != std::string::npos);
  // What the line advises settles all that it stands for.
  CHECK(ran.out.find("add `/teams/**` to `links: elsewhere:` in .rubric.yaml") != std::string::npos);
  site.write(".rubric.yaml", "links: {elsewhere: [/teams/**]}\n");
  CHECK(rubric_run({"check", site.path}).out.find("Found 1 error in 1 of 2 files") != std::string::npos);
  std::filesystem::remove(site.path + "/.rubric.yaml");
  site.write("content/teams/blue.md", "Blue.\n");
  CHECK(rubric_run({"check", site.path}).out.find("/teams/7/") != std::string::npos);
}
