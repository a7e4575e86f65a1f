// How it works: every kind of link that a page can hold, each to a page, anchor or file that the plan knows.
// Every twentieth internal link is dead: its page, anchor or file name has a slip of the pen in it.
#include <algorithm>
#include <array>

#include "english.h"
#include "page_writer.h"

namespace rubric::bench {
namespace {

constexpr uint64_t links_per_dead_link = 20;
constexpr size_t static_images = 24;

std::vector<std::string> segments(std::string_view url) {
  std::vector<std::string> parts;
  for (size_t begin = 1; begin < url.size();) {
    const size_t end = url.find('/', begin);
    parts.emplace_back(url.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// The link that a browser on page `from` follows to `to`.
std::string relative_url(std::string_view from, std::string_view to) {
  const std::vector<std::string> here = segments(from);
  const std::vector<std::string> there = segments(to);
  size_t shared = 0;
  while (shared < here.size() && shared < there.size() && here[shared] == there[shared]) ++shared;
  std::string link;
  for (size_t up = shared; up < here.size(); ++up) link += "../";
  for (size_t down = shared; down < there.size(); ++down) link += there[down] + "/";
  return link.empty() ? "./" : link;
}

/// Drops the second letter of the last part of a URL or path. Parts end in a serial number that no other has,
/// so nothing of the new name exists.
std::string misspelt(std::string path) {
  const size_t end = path.ends_with('/') ? path.size() - 1 : path.size();
  return path.erase(path.rfind('/', end - 1) + 2, 1);
}

}  // namespace

void PageWriter::put_link() {
  const size_t style = random_.below(100);
  if (style < 36) return put_page_link(false);
  if (style < 48) return fragment_ ? put_page_link(false) : put_page_link(true);
  if (style < 58) return fragment_ ? put_page_link(false) : put_own_anchor();
  if (style < 68) return put_reference();
  if (style < 76) return put_image();
  if (style < 80) return put_html_link();
  if (style < 82) return put_html_image();
  if (style < 90) return put_ref();
  put_external();
}

bool PageWriter::next_link_is_dead() {
  ++ledger_.internal_links;
  if (ledger_.clean || ledger_.internal_links % links_per_dead_link != 0) return false;
  ++ledger_.dead_links;
  return true;
}

const PlannedPage& PageWriter::some_page() {
  constexpr size_t top_pages = 2;
  return plan_.pages[top_pages + random_.below(plan_.pages.size() - top_pages)];
}

std::string PageWriter::page_destination(const PlannedPage& target, bool relative, bool dead,
                                         std::string_view& rule) {
  const bool dead_anchor = dead && ledger_.dead_links % 2 == 0;
  std::string url = target.url;
  if (dead && !dead_anchor) {
    rule = "link-target-not-found";
    url = misspelt(url);
  }
  if (relative) url = relative_url(page_.url, url);
  if (dead_anchor) {
    rule = "anchor-not-found";
    return url + "#" + anchor_of(random_.pick(target.headings)) + "s";
  }
  if (random_.chance(40)) return url + "#" + anchor_of(random_.pick(target.headings));
  if (!dead && !relative && !target.alias.empty()) return target.alias;
  return url;
}

void PageWriter::put_page_link(bool relative) {
  const PlannedPage& target = some_page();
  std::string_view dead_rule;
  const std::string destination = page_destination(target, relative, next_link_is_dead(), dead_rule);
  if (!dead_rule.empty()) plant(dead_rule);
  put("[" + target.title + "](" + destination + ")");
}

void PageWriter::put_own_anchor() {
  const bool dead = next_link_is_dead();
  const bool of_include = !included_.empty() && random_.chance(40);
  const std::string& heading =
      of_include ? included_.back()->heading : page_.headings[random_.below(page_.headings.size())];
  if (dead) plant("anchor-not-found");
  put("[" + heading + "](#" + anchor_of(heading) + (dead ? "s)" : ")"));
}

void PageWriter::put_reference() {
  const PlannedPage& target = some_page();
  const std::string label = "ref-" + std::to_string(definitions_.size() + 1);
  Definition definition;
  const std::string destination = page_destination(target, false, next_link_is_dead(), definition.dead_rule);
  definition.text = "[" + label + "]: " + destination + " \"" + target.title + "\"\n";
  definition_bytes_ += definition.text.size();
  definitions_.push_back(std::move(definition));
  put("[" + target.title + "][" + label + "]");
}

std::string PageWriter::image_destination(bool dead) {
  if (dead) plant("link-target-not-found");
  if (page_.bundle && random_.chance(50)) return dead ? "diagrm.svg" : "diagram.svg";
  return (dead ? "/images/figur-" : "/images/figure-") + std::to_string(random_.below(static_images)) +
         ".png";
}

void PageWriter::put_image() {
  const std::string destination = image_destination(next_link_is_dead());
  put("![" + phrase(random_) + "](" + destination + ")");
}

void PageWriter::put_html_link() {
  const PlannedPage& target = some_page();
  std::string_view dead_rule;
  const std::string destination = page_destination(target, false, next_link_is_dead(), dead_rule);
  if (!dead_rule.empty()) plant(dead_rule);
  put("<a href=\"" + destination + "\">" + target.title + "</a>");
}

void PageWriter::put_html_image() {
  const std::string destination = image_destination(next_link_is_dead());
  put("<img src=\"" + destination + "\" alt=\"" + phrase(random_) + "\">");
}

void PageWriter::put_ref() {
  const PlannedPage& target = some_page();
  const bool dead = next_link_is_dead();
  const std::string path = target.path.substr(std::string_view("content").size());
  if (dead) plant("link-target-not-found");
  put("[" + target.title + "]({{< " + (random_.chance(50) ? "ref \"" : "relref \""));
  put(dead ? misspelt(path) : path);
  if (!dead && random_.chance(25)) put("#" + anchor_of(random_.pick(target.headings)));
  put("\" >}})");
}

void PageWriter::put_external() {
  std::string page(file_word(random_));
  page += "/" + std::to_string(random_.below(1000));
  switch (random_.below(5)) {
    case 0:
      return put("<https://docs.example.com/" + page + ">");
    case 1:
      return put("https://www.example.org/" + page);
    case 2:
      return put("www.example.net/" + page);
    case 3:
      return put("<handbook@example.com>");
    default:
      return put("[the manual](https://example.com/" + page + "#start)");
  }
}

}  // namespace rubric::bench
