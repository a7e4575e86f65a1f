// Compares what rubric says of every link with what a browser makes of it on the site that the installed Hugo
// publishes. Sites are generated in many configurations, built, their HTML parsed, and each link followed.
//
//     RUBRIC_LINK_SITES=300 build/dev/rubric_tests "Generated links*"
//
// builds more sites than the few of every test run; RUBRIC_LINK_SEED chooses others, RUBRIC_LINK_INDEX one of
// them, RUBRIC_LINK_VARIANT those of one configuration. A disagreement is printed with the smallest site that
// shows it.

#include <cstdlib>
#include <functional>
#include <iostream>

#include <catch2/catch.hpp>

#include "conformance/environment.h"
#include "conformance/hugo_site.h"
#include "conformance/links/browser.h"
#include "conformance/links/link_limits.h"
#include "conformance/links/site_generator.h"
#include "conformance/shrink.h"
#include "rules/rules.h"
#include "temporary_folder.h"
#include "workspace/workspace.h"

namespace rubric {
namespace {

/// What is said of links, by their marks.
using Verdicts = std::map<uint32_t, std::string>;

struct Disagreement {
  uint32_t link = 0;
  std::string browser, rubric;
};

/// How a site's links were judged.
struct Comparison {
  std::string error;  ///< Hugo's, when it does not build the site
  size_t links = 0, dead = 0;
  std::vector<Disagreement> disagreements;
};

/// Builds the site and hands the folder of what was published to `use`. Returns Hugo's error, if any.
std::string build(const LinkSite& site, const std::function<void(const PublishedSite&)>& use) {
  const TemporaryFolder folder;
  for (const SiteFile& file : site.files) folder.write("site/" + file.path, file.text());
  const std::string out = folder.path + "/out";
  const std::string hugo =
      "hugo --source " + folder.path + "/site --destination " + out + " --cacheDir " + folder.path + "/cache";
  const std::string output = output_of(hugo + " --quiet");
  // What is wrong stands among what --quiet leaves out.
  if (output.find("Error") != output.npos || !std::filesystem::exists(out)) return output_of(hugo);
  use(PublishedSite(out, site.base_url, folder.path + "/site/"));
  return "";
}

/// What each link leads to in a browser. A link that stands on several pages by an include is dead where it
/// is dead from all; what is no link lives.
Verdicts judge_by_browser(const PublishedSite& published) {
  std::map<uint32_t, Reached> reached;
  for (const auto& [path, page] : published.pages()) {
    if (page.source.empty()) continue;
    for (const uint32_t mark : page.marks) {
      std::optional<Reached> here;
      for (const HtmlLink& link : page.links) {
        if (link.mark != mark) continue;
        const Reached there = published.follow(path, link);
        const bool worse = there == Reached::dead_page || there == Reached::dead_anchor;
        if (!here || (worse && *here != Reached::dead_page)) here = there;
      }
      const Reached result = here.value_or(Reached::alive);
      const auto [other, is_new] = reached.emplace(mark, result);
      if (!is_new && (result == Reached::alive || result == Reached::outside)) other->second = result;
    }
  }
  Verdicts verdicts;
  for (const auto& [mark, verdict] : reached)
    verdicts[mark] = verdict == Reached::outside ? "alive" : std::string(name_of(verdict));
  return verdicts;
}

std::map<std::string, std::string, std::less<>> files_for_rubric(const LinkSite& site) {
  std::map<std::string, std::string, std::less<>> files;
  for (const SiteFile& file : site.files) files[file.path] = file.text();
  for (const auto& [path, text] : site.for_rubric) {
    if (text.empty())
      files.erase(path);
    else
      files[path] = text;
  }
  return files;
}

/// What rubric reports, by marks; findings that stand at no generated link are under 0.
Verdicts judge_by_rubric(const LinkSite& site, const HugoVersion& hugo) {
  const MemoryFiles files(files_for_rubric(site));
  WorkspaceOptions options;
  options.selection.select = {"link-target-not-found", "anchor-not-found"};
  if (!site.newer) options.configuration.site.hugo = hugo;
  Workspace workspace(files, IgnoreRules::from_patterns({}), options);
  std::map<std::string, std::map<Position, uint32_t>> places;
  for (const SiteFile& file : site.files)
    if (file.is_page()) places[file.path] = file.places();
  Verdicts verdicts;
  for (const Diagnostic& finding : workspace.check({""})) {
    const auto& links = places[finding.path];
    const auto link = links.find(finding.range.begin);
    const std::string verdict = finding.rule == "anchor-not-found" ? "dead anchor" : "dead page";
    if (link == links.end())
      verdicts[0] +=
          finding.path + ":" + std::to_string(finding.range.begin.line) + " " + finding.message + "\n";
    else
      verdicts[link->second] = verdict;
  }
  return verdicts;
}

Comparison compare(const LinkSite& site, const HugoVersion& hugo) {
  Comparison result;
  result.error = build(site, [&](const PublishedSite& published) {
    const Verdicts browser = judge_by_browser(published);
    Verdicts rubric = judge_by_rubric(site, hugo);
    std::set<uint32_t> published_on_many, published_on_one;
    for (const auto& [path, page] : published.pages())
      for (const uint32_t mark : page.marks)
        if (!published_on_one.insert(mark).second) published_on_many.insert(mark);
    if (rubric.contains(0)) result.disagreements.push_back({0, "no such link", rubric[0]});
    for (const auto& [link, verdict] : browser) {
      ++result.links;
      result.dead += verdict != "alive";
      const auto found = rubric.find(link);
      const std::string said = found == rubric.end() ? "alive" : found->second;
      // A link of an included text may be dead in one way on one page and in the other on another.
      const bool both_dead = published_on_many.contains(link) && said != "alive" && verdict != "alive";
      if (said != verdict && !both_dead) result.disagreements.push_back({link, verdict, said});
    }
  });
  return result;
}

/// The parts of a site that can be left out: a file's number and a part's, 0 for the whole file.
std::vector<std::pair<size_t, size_t>> parts_of(const LinkSite& site) {
  std::vector<std::pair<size_t, size_t>> parts;
  for (size_t file = 0; file < site.files.size(); ++file) {
    for (size_t part = site.files[file].path == "hugo.yaml" ? 1 : 0; part < site.files[file].parts.size();
         ++part)
      parts.emplace_back(file, part);
  }
  return parts;
}

/// The site with these parts alone. The configuration stays in any case.
LinkSite with_parts(const LinkSite& site, const std::vector<std::pair<size_t, size_t>>& parts) {
  LinkSite result = site;
  result.files.clear();
  for (size_t file = 0; file < site.files.size(); ++file) {
    SiteFile copy{site.files[file].path, {}};
    if (copy.path == "hugo.yaml") copy.parts.push_back(site.files[file].parts.front());
    for (const auto& [number, part] : parts)
      if (number == file) copy.parts.push_back(site.files[file].parts[part]);
    if (!copy.parts.empty()) result.files.push_back(std::move(copy));
  }
  return result;
}

LinkSite smallest(const LinkSite& site, const Disagreement& wanted, const HugoVersion& hugo) {
  const auto still_differs = [&](const std::vector<std::pair<size_t, size_t>>& parts) {
    const Comparison again = compare(with_parts(site, parts), hugo);
    return std::any_of(again.disagreements.begin(), again.disagreements.end(),
                       [&](const Disagreement& other) {
                         return other.link == wanted.link && other.browser == wanted.browser &&
                                other.rubric == wanted.rubric;
                       });
  };
  return with_parts(site, shrink(parts_of(site), 120, still_differs));
}

/// The block that holds a link, with its file.
std::string block_of(const LinkSite& site, uint32_t link) {
  for (const SiteFile& file : site.files) {
    for (const std::string& part : file.parts)
      if (part.find(mark_place(link)) != part.npos) return file.path + ":" + SiteFile{"", {part}}.text();
  }
  return "";
}

void show(const LinkSite& site, const Disagreement& found, bool shrinks, const HugoVersion& hugo) {
  std::cout << "-- " << site.variant << ": link m" << found.link << "e: browser: " << found.browser
            << ", rubric: " << found.rubric << "\n"
            << block_of(site, found.link);
  if (!shrinks) return;
  for (const SiteFile& file : found.link == 0 ? site.files : smallest(site, found, hugo).files) {
    const bool is_layout = file.path.starts_with("layouts/") && !file.path.ends_with("/render-link.html");
    if (!is_layout) std::cout << "//- " << file.path << "\n" << file.text();
  }
}

LinkSite make_site(uint64_t seed, uint64_t index) {
  LinkSite site = generate_site(seed, index);
  Random random(seed + 1, index);
  const std::string error =
      build(site, [&](const PublishedSite& published) { add_links(site, published, random); });
  INFO("seed " << seed << ", site " << index << ": " << error);
  REQUIRE(error.empty());
  return site;
}

struct Count {
  size_t sites = 0, links = 0, dead = 0, disagreements = 0;
};

}  // namespace

TEST_CASE("Generated links lead where browsers get by them", "[conformance]") {
  const std::optional<HugoVersion> hugo = installed_hugo();
  if (!hugo) {
    WARN(hugo_is_missing);
    return;
  }
  constexpr size_t disagreements_shown = 5;
  const uint64_t seed = number_from_environment("RUBRIC_LINK_SEED", 1);
  const uint64_t sites = number_from_environment("RUBRIC_LINK_SITES", std::size(site_variants));
  const uint64_t shown = number_from_environment("RUBRIC_LINK_SHOWN", disagreements_shown);
  const uint64_t only = number_from_environment("RUBRIC_LINK_INDEX", sites);
  const char* variant = std::getenv("RUBRIC_LINK_VARIANT");
  std::map<std::string, Count> counts;
  Count all;
  std::map<std::string_view, size_t> limited;
  for (uint64_t index = only < sites ? only : 0; index < (only < sites ? only + 1 : sites); ++index) {
    if (variant != nullptr && site_variants[index % std::size(site_variants)] != variant) continue;
    const LinkSite site = make_site(seed, index);
    const Comparison result = compare(site, *hugo);
    INFO(result.error);
    REQUIRE(result.error.empty());
    const size_t before = all.disagreements;
    for (const Disagreement& found : result.disagreements) {
      const std::string_view limit = limit_of(site, found.link);
      if (!limit.empty())
        ++limited[limit];
      else
        show(site, found, all.disagreements++ < shown, *hugo);
    }
    if (all.disagreements != before)
      std::cout << "-- again: RUBRIC_LINK_SEED=" << seed << " RUBRIC_LINK_INDEX=" << index
                << " build/dev/rubric_tests 'Generated links*'\n\n";
    Count& count = counts[site.variant];
    ++count.sites;
    count.links += result.links;
    count.dead += result.dead;
    count.disagreements += all.disagreements - before;
    all.links += result.links;
    all.dead += result.dead;
  }
  std::cout << "links: seed " << seed << ", " << all.links << " links, " << all.dead << " dead; "
            << all.disagreements << " disagreements\n";
  for (const auto& [name, count] : counts)
    std::cout << "  " << name << ": " << count.sites << " sites, " << count.links << " links, " << count.dead
              << " dead, " << count.disagreements << " disagreements\n";
  for (const auto& [reason, links] : limited) {
    std::cout << "  " << reason << ": " << links << " links aside\n";
    CHECK(links * 1000 <= std::max<size_t>(all.links, 1000) * limited_links_per_thousand);
  }
  CHECK(all.disagreements == 0);
}

}  // namespace rubric
