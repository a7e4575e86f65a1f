// How it works: a page calls each generated template, with a closing tag where rubric says that the template
// takes inner text and without one elsewhere. Hugo builds such a page if it says the same.

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "conformance/environment.h"
#include "conformance/hugo_site.h"
#include "conformance/page_site.h"
#include "conformance/shrink.h"
#include "conformance/template_generator.h"
#include "site/templates.h"

namespace rubric {
namespace {

constexpr size_t templates_per_site = 200;
constexpr size_t disagreements_shown = 3;

std::string page_calling(const std::string& name, const std::string& source) {
  const bool takes = read_shortcode_template(source).inner != InnerText::none;
  return "a {{< " + name + " >}}" + (takes ? "{{< /" + name + " >}}" : "");
}

/// Whether Hugo refuses the page because of what the template makes of inner text, not because it cannot run.
bool is_about_inner(const HugoVerdict& hugo) {
  return hugo.message.find("must be closed") != std::string::npos ||
         hugo.message.find(".Inner or") != std::string::npos;
}

HugoSite site_of(const std::map<std::string, std::string>& sources) {
  std::map<std::string, std::string> files = {{"hugo.toml", page_site().at("hugo.toml")},
                                              {"layouts/_default/single.html", "{{ .Content }}"},
                                              {"layouts/partials/p.html", "x"}};
  for (const auto& [name, source] : sources) files["layouts/shortcodes/" + name + ".html"] = source;
  return HugoSite(files);
}

void show(uint64_t seed, uint64_t index, const std::string& source, const HugoVerdict& hugo) {
  const std::string shorter = shrink(source, 60, [&](const std::string& text) {
    return is_about_inner(site_of({{"t", text}}).build(page_calling("t", text)));
  });
  std::cout << "---- template " << index << " of seed " << seed << ":\n"
            << shorter << "\n-- Hugo: " << hugo.message << "\n";
}

}  // namespace

TEST_CASE("Generated templates take inner text where the installed Hugo says so", "[conformance]") {
  if (!installed_hugo()) {
    WARN(hugo_is_missing);
    return;
  }
  const uint64_t seed = number_from_environment("RUBRIC_CONFORMANCE_SEED", 1);
  const uint64_t count = number_from_environment("RUBRIC_CONFORMANCE_COUNT", 600);
  size_t disagreements = 0;
  size_t taking = 0;
  for (uint64_t first = 0; first < count; first += templates_per_site) {
    std::map<std::string, std::string> sources;
    std::vector<std::string> names, pages;
    for (uint64_t index = first; index < std::min<uint64_t>(count, first + templates_per_site); ++index) {
      names.push_back("t" + std::to_string(index));
      sources[names.back()] = generate_template(seed, index);
      pages.push_back(page_calling(names.back(), sources[names.back()]));
      taking += pages.back().find('/') != std::string::npos;
    }
    HugoSite site = site_of(sources);
    const std::vector<HugoVerdict> verdicts = site.build(pages);
    for (size_t i = 0; i < verdicts.size(); ++i) {
      if (!is_about_inner(verdicts[i])) continue;
      if (++disagreements <= disagreements_shown) show(seed, first + i, sources[names[i]], verdicts[i]);
    }
  }
  std::cout << "conformance: seed " << seed << ", " << count << " templates: " << taking
            << " take inner text; " << disagreements << " disagreements\n";
  CHECK(disagreements == 0);
}

}  // namespace rubric
