// How it works: opens the workspace around the file, so that the page is parsed exactly as `check` parses it;
// for `page` the whole site is read, since only it knows the URLs.

#include "markdown/dump.h"

#include <filesystem>
#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "lint/user_error.h"
#include "shortcode/dump.h"
#include "site/openness.h"
#include "workspace/opening.h"

namespace rubric {

namespace {

std::string place(const Position& position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

using Json = nlohmann::ordered_json;

std::string_view name_of(PageKind kind) {
  switch (kind) {
    case PageKind::content:
      return "content";
    case PageKind::fragment:
      return "fragment";
    case PageKind::plain:
      break;
  }
  return "plain";
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::found:
      return "found";
    case Outcome::external:
      return "elsewhere";
    case Outcome::unknowable:
      return "not known";
    case Outcome::target_missing:
      return "dead";
    case Outcome::anchor_missing:
      return "no such anchor";
    case Outcome::anchor_unverified:
      return "no such anchor, unless a template makes it";
  }
  return "";
}

// Why the site has no page of a file.
std::string_view reason(Absence absence) {
  switch (absence) {
    case Absence::none:
      return "";
    case Absence::draft:
      return "it is a draft";
    case Absence::expired:
      return "it has expired";
    case Absence::future:
      return "it is dated in the far future";
    case Absence::scheduled:
      return "it is scheduled, so links to it are not judged";
    case Absence::section:
      return "a section above it is not published";
    case Absence::perhaps:
      return "a section above it is not published, which this Hugo may overlook";
    case Absence::headless:
      return "it is headless";
    case Absence::unrendered:
      return "`build` says that it is not rendered";
    case Absence::resource:
      return "it belongs to a leaf bundle, or is HTML without front matter";
    case Absence::kind:
      return "pages of its kind are disabled, or it has no HTML";
    case Absence::excluded:
      return "the mount, the language or its name leaves it out";
  }
  return "";
}

// Why a link is neither found nor dead.
std::string doubt(const Link& link, const Resolution& resolution) {
  if (resolution.page != nullptr) return "not all ids of `" + resolution.page->path + "` are known";
  if (link.target.find("{{") != link.target.npos) return "it is computed";
  return "a template, a theme, the host or the date decides";
}

Json link_json(const Page& page, const Link& link, const Site& site) {
  Json json = {{"target", link.target}, {"at", place(link.range.begin)}};
  const Resolution resolution = site.resolve(page, link);
  json["outcome"] = name_of(resolution.outcome);
  if (resolution.page != nullptr) json["page"] = resolution.page->path;
  if (!resolution.wanted.empty()) json["wanted"] = resolution.wanted;
  if (resolution.outcome == Outcome::unknowable) json["because"] = doubt(link, resolution);
  if (resolution.absent != nullptr)
    json["because"] = "of `" + resolution.absent->path +
                      "` there is no page: " + std::string(reason(resolution.absent->absence));
  if (!resolution.languages.empty()) json["languages"] = resolution.languages;
  if (resolution.from != nullptr) json["from"] = resolution.from->path;
  if (!resolution.suggestion.empty()) json["suggestion"] = resolution.suggestion;
  return json;
}

Json include_json(const Page& page, const Include& include, const Site& site) {
  Json json = {{"target", include.target}, {"shortcode", include.name}, {"at", place(include.range.begin)}};
  const IncludeResolution resolution = site.resolve(page, include);
  json["outcome"] = resolution.found ? "found" : resolution.unknowable ? "not known" : "dead";
  if (!resolution.path.empty()) json["page"] = resolution.path;
  if (!resolution.suggestion.empty()) json["suggestion"] = resolution.suggestion;
  return json;
}

// Why ids may be there that nobody sees in the text.
Json openness(const Page& page, const Document& document, const Site& site) {
  Json reasons = Json::array();
  for (const std::string& name : shortcodes_that_open(document))
    reasons.push_back("the shortcode `" + name + "` may write ids");
  if (page.open && reasons.empty()) reasons.push_back("HTML in the text may make ids");
  for (const Page* part : site.includes().with_included(page)) {
    if (part != &page && part->open) reasons.push_back("`" + part->path + "`, which is included, is open");
    if (site.includes().is_incomplete(*part))
      reasons.push_back("an include of `" + part->path + "` is not known");
  }
  return reasons;
}

Json as_json(const Page& page, const Document& document, const Site& site) {
  Json json = {{"path", page.path}, {"kind", name_of(page.kind)}, {"language", page.language}};
  json["url"] = page.urls.empty() ? Json(nullptr) : Json(page.urls.front());
  json["aliases"] = Json::array();
  for (size_t index = 1; index < page.urls.size(); ++index) json["aliases"].push_back(page.urls[index]);
  json["published"] = page.published();
  if (!page.published()) json["because"] = reason(page.absence);
  json["includedBy"] = Json::array();
  for (const Page* includer : site.includers(page)) json["includedBy"].push_back(includer->path);
  json["open"] = openness(page, document, site);
  json["anchors"] = Json::array();
  for (const Page* part : site.includes().with_included(page)) {
    for (const Anchor& anchor : part->anchors)
      json["anchors"].push_back({{"id", anchor.id}, {"in", part->path}, {"at", place(anchor.position)}});
  }
  json["links"] = Json::array();
  for (const Link& link : page.links) json["links"].push_back(link_json(page, link, site));
  json["includes"] = Json::array();
  for (const Include& include : page.includes) json["includes"].push_back(include_json(page, include, site));
  json["slips"] = Json::array();
  for (const SlipFact& slip : page.slips) {
    json["slips"].push_back(
        {{"written", slip.written}, {"meant", slip.meant}, {"at", place(slip.range.begin)}});
  }
  return json;
}

}  // namespace

ExitCode run_dump(const std::string& what, const std::string& file, const std::string& environment,
                  Streams& streams) {
  if (std::filesystem::is_directory(file)) {
    throw UserError("", 0, "`" + file + "` is a folder; a page is a file.");
  }
  const std::vector<OpenWorkspace> opened = open_workspaces({file}, {"", false, environment}, {}, 1);
  Workspace& workspace = *opened.front().workspace;
  const std::string& path = opened.front().paths.front();
  const Document document(path, workspace.text(path), workspace.dialect_of(path));
  if (what == "tokens") {
    streams.out << dump_shortcodes(document.shortcodes, document.source.text());
  } else if (what == "tree") {
    streams.out << dump_tree(document);
  } else {
    const bool found = workspace.visit(path, [&](const Page& page, const Site& site) {
      const Json json = as_json(page, document, site);
      streams.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    });
    if (!found) throw UserError("", 0, "`" + file + "` is no page: Hugo neither publishes nor includes it.");
  }
  return ExitCode::clean;
}

}  // namespace rubric
