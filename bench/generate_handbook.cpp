// How it works: plan the whole handbook, then write it file by file; the same PAGES and seed give the same
// bytes on every machine. planted.tsv lists what a check has to find.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "english.h"
#include "handbook_files.h"
#include "page_writer.h"
#include "plan.h"

namespace rubric::bench {
namespace {

constexpr size_t static_images = 24;
constexpr size_t fewest_pages = 10;

struct Request {
  size_t pages = 0;
  std::filesystem::path folder;
  uint64_t seed = 1;
  bool clean = false;
};

/// Writes files below one folder, making folders as needed.
class Folder {
 public:
  explicit Folder(std::filesystem::path root) : root_(std::move(root)) {}

  void write(const std::string& path, std::string_view text) {
    const std::filesystem::path file = root_ / path;
    if (made_.insert(file.parent_path()).second) std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
  }

 private:
  std::filesystem::path root_;
  std::set<std::filesystem::path> made_;
};

void write_fixed_files(Folder& folder) {
  for (const HandbookFile& file : handbook_files()) folder.write(std::string(file.path), file.text);
  for (size_t number = 0; number < static_images; ++number)
    folder.write("static/images/figure-" + std::to_string(number) + ".png", pixel_png);
}

void write_includes(const Plan& plan, Folder& folder, Ledger& ledger) {
  constexpr size_t include_bytes = 1200;
  for (size_t index = 0; index < plan.includes.size(); ++index) {
    PlannedPage fragment;
    fragment.path = plan.includes[index].path;
    fragment.headings = {plan.includes[index].heading};
    fragment.bytes = include_bytes;
    folder.write(fragment.path, PageWriter(plan, fragment, plan.pages.size() + index, ledger).fragment());
  }
  if (ledger.clean) return;
  const std::string loop = "includes/handover/rotation.md";
  folder.write("assets/" + loop, "Hand over in person.\n\n{{% include \"" + loop + "\" %}}\n");
  ledger.planted.push_back({"assets/" + loop, 3, "include-cycle"});
}

/// Writes all pages; returns their sizes.
std::vector<size_t> write_pages(const Plan& plan, Folder& folder, Ledger& ledger) {
  std::vector<size_t> sizes;
  for (size_t index = 0; index < plan.pages.size(); ++index) {
    const PlannedPage& page = plan.pages[index];
    const std::string text = PageWriter(plan, page, index, ledger).page();
    sizes.push_back(text.size());
    folder.write(page.path, text);
    if (page.bundle) folder.write(page.path.substr(0, page.path.rfind('/')) + "/diagram.svg", diagram_svg);
  }
  return sizes;
}

void write_planted(Ledger& ledger, Folder& folder) {
  std::ranges::sort(ledger.planted, [](const Planted& left, const Planted& right) {
    return std::tie(left.path, left.line, left.rule) < std::tie(right.path, right.line, right.rule);
  });
  std::string table;
  for (const Planted& planted : ledger.planted) {
    table += planted.path + "\t" + std::to_string(planted.line) + "\t";
    table += planted.rule;
    table += "\n";
  }
  folder.write("planted.tsv", table);
}

void print_summary(const Ledger& ledger, std::vector<size_t> sizes) {
  std::ranges::sort(sizes);
  std::printf("%zu pages, %.1f MB, %llu lines; median %zu, p90 %zu, largest %zu bytes\n", sizes.size(),
              static_cast<double>(ledger.bytes) / 1e6, static_cast<unsigned long long>(ledger.lines),
              sizes[sizes.size() / 2], sizes[sizes.size() * 9 / 10], sizes.back());
  std::printf("%llu internal links, %llu dead; %zu planted findings\n",
              static_cast<unsigned long long>(ledger.internal_links),
              static_cast<unsigned long long>(ledger.dead_links), ledger.planted.size());
}

void generate(const Request& request) {
  const Plan plan = plan_handbook(request.pages, request.seed);
  Folder folder(request.folder);
  Ledger ledger;
  ledger.clean = request.clean;
  write_fixed_files(folder);
  write_includes(plan, folder, ledger);
  std::vector<size_t> sizes = write_pages(plan, folder, ledger);
  write_planted(ledger, folder);
  print_summary(ledger, std::move(sizes));
}

Request read_arguments(int count, char** arguments) {
  Request request;
  std::vector<std::string> plain;
  for (int index = 1; index < count; ++index) {
    const std::string argument = arguments[index];
    if (argument == "--clean") {
      request.clean = true;
    } else if (argument == "--seed" && index + 1 < count) {
      request.seed = std::stoull(arguments[++index]);
    } else {
      plain.push_back(argument);
    }
  }
  if (plain.size() != 2) throw std::invalid_argument("two arguments wanted");
  request.pages = std::stoul(plain[0]);
  request.folder = plain[1];
  if (request.pages < fewest_pages) throw std::invalid_argument("at least 10 pages wanted");
  if (std::filesystem::exists(request.folder) && !std::filesystem::is_empty(request.folder))
    throw std::invalid_argument(request.folder.string() + " is not empty");
  return request;
}

}  // namespace
}  // namespace rubric::bench

int main(int count, char** arguments) {
  try {
    rubric::bench::generate(rubric::bench::read_arguments(count, arguments));
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::fprintf(stderr,
                 "generate_handbook: %s\nusage: generate_handbook PAGES FOLDER [--seed N] [--clean]\n",
                 error.what());
    return 2;
  }
}
