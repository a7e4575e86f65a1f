// How it works: the yardstick. It does what any linter on cmark-gfm must at least do, and nothing more: reads
// every .md file below a folder and parses it with GFM's extensions and footnotes, default allocator, one
// thread, one tree at a time. The list of files is made before the clock starts; reading is part of the time.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace {

namespace fs = std::filesystem;

constexpr const char* extensions[] = {"table", "strikethrough", "autolink", "tagfilter", "tasklist"};

std::vector<fs::path> markdown_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".md") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text(fs::file_size(path), '\0');
  if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
    throw std::runtime_error("cannot read " + path.string());
  return text;
}

void parse(const std::string& text) {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (const char* extension : extensions)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* document = cmark_parser_finish(parser);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

void parse_folder(const fs::path& folder) {
  const std::vector<fs::path> files = markdown_files(folder);
  size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (const fs::path& path : files) {
    const std::string text = read_file(path);
    parse(text);
    bytes += text.size();
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::printf("%zu files, %zu bytes, %.3f s, %.1f MB/s\n", files.size(), bytes, seconds.count(),
              static_cast<double>(bytes) / 1e6 / seconds.count());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: parse_only FOLDER\n", stderr);
    return 2;
  }
  try {
    cmark_gfm_core_extensions_ensure_registered();
    parse_folder(arguments[1]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "parse_only: %s\n", error.what());
    return 2;
  }
}
