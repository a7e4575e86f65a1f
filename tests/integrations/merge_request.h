#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cli/git_folder.h"
#include "source_folder.h"

namespace rubric {

/// A file of the repository.
inline std::string file_text(const std::string& path) {
  std::ifstream in(source_folder() + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The first fenced block of a language in a page of docs/.
inline std::string sample(const std::string& page, const std::string& language) {
  const std::string text = file_text("docs/" + page), open = "```" + language + "\n";
  const size_t begin = text.find(open);
  REQUIRE(begin != text.npos);
  return text.substr(begin + open.size(), text.find("```\n", begin + open.size()) - begin - open.size());
}

/// A repository `origin` in which a branch is to be merged, and clones of it as a pipeline would make them.
/// On main a page has an error since long; main got another when the branch had begun already.
struct MergeRequest : GitFolder {
  /// The branch changes `content/page.md` to this.
  explicit MergeRequest(const std::string& page) {
    write("origin/hugo.yaml", "baseURL: https://example.org/\n");
    write("origin/content/_index.md", "# Home\n\nSee [it](/gone/).\n");
    write("origin/content/page.md", "# Page\n");
    must(
        "git init -q -b main && git config uploadpack.allowAnySHA1InWant true && git add -A && git commit "
        "-qm old",
        "origin");
    must("for n in 1 2 3; do git commit -q --allow-empty -m $n; done", "origin");
    must("git checkout -q -b topic", "origin");
    write("origin/content/page.md", page);
    must("git commit -qam topic && git checkout -q main", "origin");
    write("origin/content/other.md", "# Other\n\nAn project.\n");
    must("git add -A && git commit -qm other", "origin");
    must(
        "git checkout -q --detach && git merge -q --no-ff -m merge topic && git update-ref refs/pull/1/merge "
        "HEAD && git checkout -q main",
        "origin");
  }

  /// The hash that a name has in `origin`.
  std::string hash(const std::string& name) const {
    std::string text = must("git rev-parse " + name, "origin");
    text.pop_back();
    return text;
  }

  /// Makes `clone`, with no more than the newest commit, of which that is checked out alone.
  void check_out(const std::string& name) const {
    std::filesystem::remove_all(path + "/clone");
    must("mkdir clone && cd clone && git init -q && git remote add origin 'file://" + path +
         "/origin' && git fetch -q --depth=1 origin " + hash(name) + " && git checkout -q FETCH_HEAD");
  }

  /// Runs a script of a shell in `clone`, with variables and the rubric that is built.
  Ended run_script(const std::string& shell, const std::string& script,
                   const std::map<std::string, std::string>& variables) const {
    write("script", script);
    const std::string built = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
    std::string line = "PATH='" + built + "':\"$PATH\"; export PATH; unset GITHUB_ACTIONS CI";
    for (const auto& [name, value] : variables) {
      line += "; export " + name + "='";
      for (const char c : value) line += c == '\'' ? "'\\''" : std::string(1, c);
      line += '\'';
    }
    return run(line + "; " + shell + " '" + path + "/script'", "clone");
  }

  /// Packs a program that runs the built rubric as a release is packed; the address of the archive.
  std::string archive() const {
    write("release/rubric/bin/rubric",
          "#!/bin/sh\necho from the archive >&2\nexec rubric-that-is-built \"$@\"\n");
    const std::string built = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
    must("sed -i 's|rubric-that-is-built|" + built +
             "/rubric|' bin/rubric && chmod +x bin/rubric && cd .. && tar -czf rubric.tar.gz rubric",
         "release/rubric");
    return "file://" + path + "/release/rubric.tar.gz";
  }
};

}  // namespace rubric
