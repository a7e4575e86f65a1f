// How it works: one pass over the names of all files, each looked up in a list of the names that site
// generators give to their configuration.

#include "site/code_hosting.h"

#include <algorithm>
#include <array>

#include "text/path.h"

namespace rubric {

namespace {

// Configurations of site generators and wikis, and files that only these make; sorted by bytes.
constexpr std::array<std::string_view, 35> configurations = {
    ".eleventy.js", ".gitbook.yaml",  ".nojekyll",          "Doxyfile",
    "Doxyfile.in",  "SUMMARY.md",     "_Sidebar.md",        "_bookdown.yml",
    "_config.yaml", "_config.yml",    "_coverpage.md",      "_pkgdown.yml",
    "_quarto.yml",  "_sidebar.md",    "_toc.yml",           "antora-playbook.yml",
    "antora.yml",   "book.json",      "book.toml",          "conf.py",
    "docfx.json",   "docs.json",      "gridsome.config.js", "make.jl",
    "mint.json",    "mix.exs",        "mkdocs.yaml",        "mkdocs.yml",
    "myst.yml",     "pelicanconf.py", "retype.yml",         "sidebars.js",
    "sidebars.ts",  "typedoc.json",   "zensical.toml"};

// Configurations in any of JavaScript's forms: `docusaurus.config.mjs`.
constexpr std::array<std::string_view, 11> script_configurations = {
    "astro.config.",  "docusaurus.config.", "eleventy.config.", "gatsby-config.",
    "next.config.",   "nuxt.config.",       "rspress.config.",  "source.config.",
    "svelte.config.", "theme.config.",      "vocs.config."};

// Folders in which tools keep their settings.
constexpr std::array<std::string_view, 5> settings_folders = {".docusaurus", ".obsidian", ".vitepress",
                                                              ".vuepress", ".gollum"};

bool is_configuration(std::string_view name) {
  const auto begins = [&](std::string_view start) { return name.starts_with(start); };
  return std::binary_search(configurations.begin(), configurations.end(), name) ||
         std::any_of(script_configurations.begin(), script_configurations.end(), begins);
}

// What is published by a generator whose configuration lies in `folder`: in a repository with `website/` also
// the `docs/` beside it.
std::string_view published_around(std::string_view folder) {
  return folder_of(folder);
}

// Zola has a config.toml and a folder content as Hugo had, but calls its layouts templates.
bool is_zola(const FileTree& files, std::string_view folder) {
  const std::string start = folder.empty() ? "" : std::string(folder) + "/";
  return files.has_folder(start + "templates") && files.has_folder(start + "content");
}

}  // namespace

bool CodeHosting::may_publish(std::string_view path) const {
  if (publishing.empty()) return false;
  while (!path.empty()) {
    path = folder_of(path);
    if (std::binary_search(publishing.begin(), publishing.end(), path)) return true;
  }
  return false;
}

CodeHosting read_code_hosting(const FileTree& files) {
  CodeHosting hosting;
  bool github = false;
  const bool gitlab = files.has_file(".gitlab-ci.yml") || files.has_folder(".gitlab");
  std::vector<std::string> folders;
  for (const std::string& path : files.files()) {
    const std::string_view folder = folder_of(path);
    const std::string_view name = name_of(path);
    github = github || path.starts_with(".github/");
    if (std::find(settings_folders.begin(), settings_folders.end(), name_of(folder)) !=
        settings_folders.end())
      folders.emplace_back(published_around(folder_of(folder)));
    else if (is_configuration(name) || (name == "config.toml" && is_zola(files, folder)))
      folders.emplace_back(published_around(folder));
  }
  hosting.github = github || !gitlab;
  hosting.gitlab = gitlab || !github;
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  hosting.publishing = std::move(folders);
  return hosting;
}

}  // namespace rubric
