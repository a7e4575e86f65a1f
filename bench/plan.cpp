// How it works: sizes are the quantiles of a fixed curve, one per page, dealt out in random order; so the
// distribution is exact, not sampled. The tree grows section by section, each below a random earlier one that
// is not too deep; then ordinary pages and bundles fall into random sections. A serial number keeps names
// unique.
#include "plan.h"

#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "english.h"
#include "random.h"

namespace rubric::bench {
namespace {

constexpr size_t pages_per_section = 15;
constexpr size_t deepest = 5;
constexpr size_t bytes_per_heading = 1100;

/// The page size at a fraction of all pages, log-linear between the named quantiles.
size_t size_at(double fraction) {
  constexpr std::array<std::pair<double, double>, 8> curve = {
      {{0, 600}, {.1, 2300}, {.25, 4100}, {.5, 8000}, {.75, 15500}, {.9, 28000}, {.99, 78000}, {1, 320000}}};
  size_t next = 1;
  while (curve[next].first < fraction) ++next;
  const auto& [low, low_size] = curve[next - 1];
  const auto& [high, high_size] = curve[next];
  const double part = (fraction - low) / (high - low);
  return static_cast<size_t>(low_size * std::pow(high_size / low_size, part) + .5);
}

std::vector<size_t> sizes_in_random_order(size_t count, Random& random) {
  std::vector<size_t> sizes;
  for (size_t rank = 0; rank < count; ++rank)
    sizes.push_back(size_at(count == 1 ? .5 : static_cast<double>(rank) / static_cast<double>(count - 1)));
  for (size_t left = count; left > 1; --left) std::swap(sizes[left - 1], sizes[random.below(left)]);
  return sizes;
}

struct Section {
  std::string url;
  size_t depth;
};

std::string name(size_t serial, Random& random) {
  std::string word(file_word(random));
  word += "-";
  word += file_word(random);
  return word + "-" + std::to_string(serial);
}

PlannedPage section_page(const std::string& url) {
  PlannedPage page;
  page.path = "content" + url + "_index.md";
  page.url = url;
  return page;
}

PlannedPage inner_page(const Section& section, size_t serial, Random& random) {
  PlannedPage page;
  page.url = section.url + name(serial, random) + "/";
  page.bundle = random.chance(12);
  const std::string below_content = "content" + page.url.substr(0, page.url.size() - 1);
  page.path = below_content + (page.bundle ? "/index.md" : ".md");
  if (random.chance(4)) page.alias = "/old/page-" + std::to_string(serial) + "/";
  return page;
}

std::vector<PlannedPage> page_tree(size_t count, Random& random) {
  std::vector<Section> sections = {{"/", 0}, {"/handbook/", 1}};
  std::vector<PlannedPage> pages;
  for (size_t serial = 0; serial < count; ++serial) {
    if (serial < 2) {
      pages.push_back(section_page(sections[serial].url));
    } else if (serial % pages_per_section == 2) {
      const Section& parent = sections[1 + random.below(sections.size() - 1)];
      if (parent.depth < deepest) {
        Section section{parent.url + name(serial, random) + "/", parent.depth + 1};
        pages.push_back(section_page(section.url));
        sections.push_back(std::move(section));
      } else {
        pages.push_back(inner_page(parent, serial, random));
      }
    } else {
      pages.push_back(inner_page(sections[1 + random.below(sections.size() - 1)], serial, random));
    }
  }
  return pages;
}

std::vector<std::string> headings_for(size_t bytes, Random& random) {
  std::vector<std::string> headings;
  std::set<std::string> taken;
  for (size_t left = 1 + bytes / bytes_per_heading; left > 0; --left) {
    std::string heading = title(random);
    while (!taken.insert(heading).second) heading = title(random);
    headings.push_back(std::move(heading));
  }
  return headings;
}

std::vector<PlannedInclude> plan_includes(size_t pages, Random& random) {
  std::vector<PlannedInclude> includes;
  for (size_t serial = 0; serial < 8 + pages / 50; ++serial) {
    PlannedInclude include;
    include.path = "assets/includes/";
    include.path += file_word(random);
    include.path += "/" + name(serial, random) + ".md";
    include.heading = "Common " + phrase(random);
    includes.push_back(std::move(include));
  }
  return includes;
}

}  // namespace

Plan plan_handbook(size_t pages, uint64_t seed) {
  Random random(seed);
  Plan plan;
  plan.seed = seed;
  plan.pages = page_tree(pages, random);
  const std::vector<size_t> sizes = sizes_in_random_order(pages, random);
  for (size_t index = 0; index < pages; ++index) {
    PlannedPage& page = plan.pages[index];
    page.bytes = sizes[index];
    page.title = title(random);
    page.headings = headings_for(page.bytes, random);
  }
  plan.includes = plan_includes(pages, random);
  return plan;
}

std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char character : heading) {
    if (character == ' ') {
      anchor += '-';
    } else {
      anchor += character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
    }
  }
  return anchor;
}

}  // namespace rubric::bench
