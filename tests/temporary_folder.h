#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace rubric {

/// A temporary folder that goes with the test. Its path is free of symbolic links.
struct TemporaryFolder {
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "rubric-XXXXXX").string();
    path = std::filesystem::canonical(mkdtemp(pattern.data())).string();
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path + "/" + file).parent_path());
    std::ofstream(path + "/" + file, std::ios::binary) << text;
  }

  std::string read(const std::string& file) const {
    std::ostringstream bytes;
    bytes << std::ifstream(path + "/" + file, std::ios::binary).rdbuf();
    return bytes.str();
  }

  std::string path;
};

}  // namespace rubric
