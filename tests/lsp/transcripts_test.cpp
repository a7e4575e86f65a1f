// Runs the transcripts, tests/lsp/transcripts/*.txt: sessions between an editor and the server over a copy of
// the site in tests/lsp/site. A line that begins with
//
//     -->   is what the client sends, one message's content; ROOT stands for the copy's URI
//     <--   is what the server answers before it takes the next one
//     ==>   is a file of the disk that changes: a path, and JSON of its text, or null to delete it
//     #     says what is shown
//
// To rewrite what the server says: UPDATE_EXPECT=1 build/dev/rubric_tests "The server keeps*"; read the diff.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "folder_files.h"
#include "lsp/file_uri.h"
#include "lsp/server.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// A session with a server over a copy of a site.
class Session {
 public:
  explicit Session(const fs::path& site)
      : server_([this](std::string content) { said_.push_back(std::move(content)); }, "0") {
    fs::copy(site, folder_.path, fs::copy_options::recursive);
  }

  // What the server says to a message, a line each.
  std::string answer_to(const std::string& content) {
    server_.handle(read_message(replaced(content, "ROOT", uri_of_path(folder_.path))));
    while (server_.work()) {
    }
    std::string lines;
    for (const std::string& line : said_)
      lines += "<-- " + replaced(line, uri_of_path(folder_.path), "ROOT") + "\n";
    said_.clear();
    if (server_.exit_status()) lines += "<-- exit status " + std::to_string(*server_.exit_status()) + "\n";
    return lines;
  }

  void change(const std::string& line) {
    const size_t blank = line.find(' ');
    const std::string path = line.substr(0, blank);
    const auto text = read_json(line.substr(blank + 1));
    REQUIRE(text);
    if (text->is_null()) {
      fs::remove_all(folder_.path + "/" + path);
    } else {
      folder_.write(path, text->text);
    }
  }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> said_;
  Server server_;
};

std::string run_again(const std::string& transcript) {
  Session session(fs::path(source_folder()) / "tests/lsp/site");
  std::istringstream lines(transcript);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("<-- ")) continue;
    result += line + "\n";
    if (line.starts_with("--> ")) result += session.answer_to(line.substr(4));
    if (line.starts_with("==> ")) session.change(line.substr(4));
  }
  return result;
}

}  // namespace

TEST_CASE("The server keeps to every transcript", "[lsp]") {
  std::vector<fs::path> transcripts;
  for (const auto& entry : fs::directory_iterator(fs::path(source_folder()) / "tests/lsp/transcripts"))
    transcripts.push_back(entry.path());
  std::sort(transcripts.begin(), transcripts.end());
  CHECK_FALSE(transcripts.empty());
  for (const fs::path& path : transcripts) {
    INFO(path.string());
    const std::string expected = read_all(path);
    const std::string found = run_again(expected);
    if (std::getenv("UPDATE_EXPECT")) std::ofstream(path, std::ios::binary) << found;
    CHECK(found == expected);
  }
}
