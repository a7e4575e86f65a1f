// How it works: an example is fenced by 32 backticks and the word "example", holds Markdown, a line with one
// dot and HTML, and writes tabs as arrows.

#include "spec_examples.h"

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>
#include <string_view>

namespace rubric {
namespace {

std::string output_of(const char* command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command, "r"), pclose);
  std::string output;
  std::array<char, 65536> buffer;
  while (pipe != nullptr) {
    const size_t size = fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (size == 0) break;
    output.append(buffer.data(), size);
  }
  return output;
}

std::string specification() {
  const std::string installed = output_of("gzip -dc /usr/share/doc/cmark-gfm/spec.txt.gz 2>/dev/null");
  if (!installed.empty()) return installed;
  return output_of(
      "folder=$(mktemp -d) && cd \"$folder\" && apt-get -qq download cmark-gfm >/dev/null 2>&1 && "
      "dpkg-deb --fsys-tarfile cmark-gfm_*.deb | tar -xO ./usr/share/doc/cmark-gfm/spec.txt.gz | gzip -dc; "
      "rm -rf \"$folder\"");
}

std::string with_tabs(std::string text) {
  constexpr std::string_view arrow = "\xE2\x86\x92";
  for (size_t at = 0; (at = text.find(arrow, at)) != std::string::npos; ++at)
    text.replace(at, arrow.size(), "\t");
  return text;
}

}  // namespace

std::vector<std::string> spec_examples() {
  const std::string fence(32, '`');
  std::vector<std::string> examples;
  std::istringstream lines(specification());
  bool in_markdown = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(fence + " example")) {
      in_markdown = true;
      examples.emplace_back();
    } else if (in_markdown && line == ".") {
      in_markdown = false;
      examples.back() = with_tabs(examples.back());
    } else if (in_markdown) {
      examples.back() += line + "\n";
    }
  }
  return examples;
}

}  // namespace rubric
