// CTest calls each test by its name. A name that begins with `-` is taken for an option, and one is cut in
// two at a `;`, of which neither half is a test: both would be left out without a word.

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "source_folder.h"

TEST_CASE("Tests have names that CTest can call") {
  const std::string macro = "TEST_CASE(\"";
  size_t names = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(rubric::source_folder() + "/tests")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with(macro)) continue;
      const std::string name = line.substr(macro.size(), line.find('"', macro.size()) - macro.size());
      INFO(entry.path().string() << ": " << name);
      CHECK(name.find(';') == std::string::npos);
      CHECK_FALSE(name.starts_with('-'));
      ++names;
    }
  }
  CHECK(names > 400);
}
