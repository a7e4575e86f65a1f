// How it works: Hugo stops at the first bad page and names it, so a folder of pages costs one run, and one
// more for each that is bad.

#include "hugo_site.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace rubric {
namespace {

std::string page_name(size_t index) {
  return "p" + std::to_string(index);
}

uint32_t number_at(std::string_view text, size_t& at) {
  uint32_t value = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9')
    value = value * 10 + static_cast<uint32_t>(text[at++] - '0');
  return value;
}

struct Failure {
  size_t page = 0;
  HugoVerdict verdict;
};

/// Reads `…/content/p12.md:3:4": message`; nothing when no page is named.
std::optional<Failure> read_failure(const std::string& output, const std::string& folder) {
  const std::string prefix = folder + "/content/p";
  size_t at = output.find(prefix);
  if (at == std::string::npos) return std::nullopt;
  Failure failure;
  failure.verdict.fails = true;
  at += prefix.size();
  failure.verdict.message = output.substr(at - 1);
  failure.page = number_at(output, at);
  at += std::string_view(".md:").size();
  failure.verdict.line = number_at(output, at);
  failure.verdict.column = number_at(output, ++at);
  return failure;
}

}  // namespace

std::string output_of(const std::string& command) {
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> buffer{};
  while (const size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
    output.append(buffer.data(), size);
  pclose(pipe);
  return output;
}

std::optional<HugoVersion> installed_hugo() {
  const std::string output = output_of("hugo version");
  size_t at = output.find("hugo v");
  if (at != 0) return std::nullopt;
  at += std::string_view("hugo v").size();
  HugoVersion version;
  version.major = number_at(output, at);
  version.minor = number_at(output, ++at);
  version.patch = number_at(output, ++at);
  return version;
}

HugoSite::HugoSite(const std::map<std::string, std::string>& files) {
  for (const auto& [path, text] : files) folder_.write(path, text);
}

std::string HugoSite::run() const {
  return output_of("hugo --quiet --source " + folder_.path + " --destination " + folder_.path +
                   "/out --cacheDir " + folder_.path + "/cache");
}

std::vector<HugoVerdict> HugoSite::build(std::span<const std::string> pages) {
  std::filesystem::remove_all(folder_.path + "/content");
  std::filesystem::remove_all(folder_.path + "/out");
  for (size_t i = 0; i < pages.size(); ++i) folder_.write("content/" + page_name(i) + ".md", pages[i]);
  std::vector<HugoVerdict> verdicts(pages.size());
  for (std::string output = run(); !output.empty(); output = run()) {
    const std::optional<Failure> failure = read_failure(output, folder_.path);
    if (!failure) return build_halves(pages, output);
    if (!std::filesystem::remove(folder_.path + "/content/" + page_name(failure->page) + ".md"))
      throw std::runtime_error("hugo fails twice at a page: " + output);
    verdicts.at(failure->page) = failure->verdict;
  }
  for (size_t i = 0; i < pages.size(); ++i)
    if (!verdicts[i].fails) verdicts[i].html = folder_.read("out/" + page_name(i) + ".html");
  return verdicts;
}

/// Hugo stops without naming a page when it crashes.
std::vector<HugoVerdict> HugoSite::build_halves(std::span<const std::string> pages,
                                                const std::string& output) {
  if (pages.size() == 1) return {{true, output.substr(0, output.find('\n')), 0, 0, ""}};
  const size_t half = pages.size() / 2;
  std::vector<HugoVerdict> verdicts = build(pages.first(half));
  const std::vector<HugoVerdict> others = build(pages.subspan(half));
  verdicts.insert(verdicts.end(), others.begin(), others.end());
  return verdicts;
}

}  // namespace rubric
