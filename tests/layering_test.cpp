// Reads every #include of src/ against the order of the layers: a folder includes only itself and those
// before it, and a third-party header appears only in the folders that own it, never in a header of ours.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "source_folder.h"

namespace {

namespace fs = std::filesystem;

const std::vector<std::vector<std::string>> layers = {
    {"text"},  {"shortcode"},     {"markdown"},  {"prose"}, {"site"}, {"lint"},
    {"rules"}, {"fix", "report"}, {"workspace"}, {"lsp"},   {"cli"},
};

// Prefix of a third-party header to the folders that may include it.
const std::map<std::string, std::set<std::string>> owners = {
    {"cmark", {"markdown"}},
    {"yaml-cpp/", {"markdown"}},
    {"toml++/", {"markdown"}},
    {"nlohmann/", {"markdown", "report", "cli", "lsp"}},
    {"utf8proc", {"prose", "site", "report"}},
    {"re2/", {"lint"}},
    {"pcre2", {"lint"}},
    {"git2", {"workspace"}},
    {"CLI/", {"cli"}},
};

size_t layer_of(const std::string& folder) {
  for (size_t index = 0; index < layers.size(); ++index) {
    if (std::find(layers[index].begin(), layers[index].end(), folder) != layers[index].end()) return index;
  }
  return layers.size();
}

// Whether a file of `folder` may include `included` (what stands between the quotes or angle brackets).
bool may_include(const std::string& folder, const std::string& included) {
  const std::string other = included.substr(0, included.find('/'));
  if (other == folder) return true;
  return layer_of(other) < layer_of(folder);
}

}  // namespace

TEST_CASE("A folder includes only the layers before it") {
  CHECK(may_include("site", "text/span.h"));
  CHECK_FALSE(may_include("site", "lint/rule.h"));
  CHECK_FALSE(may_include("report", "fix/fix.h"));

  const fs::path root = fs::path(rubric::source_folder()) / "src";
  size_t files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    ++files;
    const std::string folder = entry.path().lexically_relative(root).begin()->string();
    INFO(entry.path().string());
    CHECK(layer_of(folder) < layers.size());
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("#include ")) continue;
      const std::string name = line.substr(10, line.find_last_of("\">") - 10);
      INFO(line);
      if (line[9] == '"') CHECK(may_include(folder, name));
      for (const auto& [prefix, folders] : owners) {
        if (!name.starts_with(prefix) || line[9] == '"') continue;
        CHECK(folders.count(folder) == 1);
        CHECK(extension == ".cpp");
      }
    }
  }
  CHECK(files > 20);
}
