// How it works: pages are generated, built by the installed Hugo in one run for each way to make ids, and the
// ids in its HTML, parsed as browsers do, compared with those that the facts of the page hold.

#include <algorithm>
#include <iostream>
#include <map>

#include <catch2/catch.hpp>

#include "conformance/anchors/anchor_page_generator.h"
#include "conformance/anchors/html_ids.h"
#include "conformance/environment.h"
#include "conformance/hugo_site.h"
#include "conformance/random.h"
#include "site/page.h"

namespace rubric {
namespace {

using Files = std::map<std::string, std::string>;

struct Variant {
  std::string id_type;
  bool unsafe = false;
  bool block_attributes = false;
};

const Variant variants[] = {{"github", true, true},
                            {"github", false, false},
                            {"github-ascii", true, false},
                            {"github-ascii", false, true},
                            {"blackfriday", true, true}};

Files site_files(const Variant& variant) {
  const auto truth = [](bool value) { return value ? "true" : "false"; };
  return {{"hugo.toml",
           "baseURL = 'https://example.org/'\nuglyURLs = true\n"
           "disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404']\n"
           "[markup.goldmark.renderer]\nunsafe = " +
               std::string(truth(variant.unsafe)) + "\n[markup.goldmark.parser]\nautoHeadingIDType = '" +
               variant.id_type +
               "'\n[markup.goldmark.parser.attribute]\nblock = " + truth(variant.block_attributes) + "\n"},
          {"layouts/_default/single.html", "{{ .Content }}"},
          {"layouts/shortcodes/word.html", "word"}};
}

SiteConfiguration configuration_of(const Files& texts, HugoVersion hugo) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : texts) paths.push_back(path);
  const FileTree files(paths);
  const ReadFile read = [&](std::string_view path) -> std::optional<std::string> {
    const auto found = texts.find(std::string(path));
    return found == texts.end() ? std::nullopt : std::optional(found->second);
  };
  SiteOptions options;
  options.hugo = hugo;
  return read_site(files, read, "", options);
}

bool is_footnote(const std::string& id) {
  return id.starts_with("fn:") || id.starts_with("fnref");
}

// Goldmark moves footnotes to the end, and leaves out those that nothing uses: their ids come last, sorted.
// Hugo's placeholder of a call becomes part of an id that nobody can know, so such ids are left out.
std::vector<std::string> comparable(std::vector<std::string> ids) {
  std::erase_if(ids, [](const std::string& id) { return id.find("hahahugoshortcode") != id.npos; });
  const auto notes =
      std::stable_partition(ids.begin(), ids.end(), [](const std::string& id) { return !is_footnote(id); });
  std::sort(notes, ids.end());
  return ids;
}

std::vector<std::string> ids_by_rubric(const std::string& text, const SiteConfiguration& configuration) {
  const Page page = read_page(Document("content/page.md", text, configuration.dialect), configuration);
  std::vector<std::string> ids;
  for (const Anchor& anchor : page.anchors) ids.emplace_back(anchor.id);
  return ids;
}

}  // namespace

TEST_CASE("The ids of generated pages are Hugo's", "[conformance]") {
  const auto hugo = installed_hugo();
  if (!hugo) {
    std::cout << "skipped: " << hugo_is_missing << '\n';
    return;
  }
  const uint64_t seed = number_from_environment("RUBRIC_CONFORMANCE_SEED", 1);
  const uint64_t count = number_from_environment("RUBRIC_CONFORMANCE_COUNT", 600) / std::size(variants);
  const uint64_t first = number_from_environment("RUBRIC_CONFORMANCE_INDEX", 0);
  uint64_t variant_number = 0;
  for (const Variant& variant : variants) {
    const Files files = site_files(variant);
    const SiteConfiguration configuration = configuration_of(files, *hugo);
    std::vector<std::string> pages;
    for (uint64_t index = first; index < first + count; ++index) {
      Random random(seed + variant_number * 1000, index);
      pages.push_back(generate_anchor_page(random));
    }
    ++variant_number;
    HugoSite site(files);
    const std::vector<HugoVerdict> verdicts = site.build(pages);
    for (size_t index = 0; index < pages.size(); ++index) {
      INFO("type " << variant.id_type << ", unsafe " << variant.unsafe << ", page " << first + index << "\n"
                   << pages[index] << "\n--- Hugo's HTML\n"
                   << verdicts[index].html);
      REQUIRE_FALSE(verdicts[index].fails);
      CHECK(comparable(ids_by_rubric(pages[index], configuration)) ==
            comparable(ids_in_html(verdicts[index].html)));
    }
  }
}

}  // namespace rubric
