// How it works: opens the workspace around the file, so that the page is parsed exactly as `check` parses it;
// for `page` the whole site is read, since only it knows the URLs.

#include "markdown/dump.h"

#include <filesystem>
#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/opening.h"
#include "lint/user_error.h"
#include "shortcode/dump.h"

namespace rubric {

namespace {

std::string place(const Position& position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

nlohmann::ordered_json as_json(const Page& page) {
  using Json = nlohmann::ordered_json;
  Json json = {{"path", page.path},
               {"language", page.language},
               {"urls", page.urls},
               {"published", page.published},
               {"open", page.open}};
  json["anchors"] = Json::array();
  for (const Anchor& anchor : page.anchors)
    json["anchors"].push_back({{"id", anchor.id}, {"at", place(anchor.position)}});
  json["links"] = Json::array();
  for (const Link& link : page.links) {
    json["links"].push_back({{"target", link.target}, {"at", place(link.range.begin)}});
  }
  json["includes"] = Json::array();
  for (const Include& include : page.includes) {
    json["includes"].push_back({{"target", include.target}, {"at", place(include.range.begin)}});
  }
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
    const Page* page = workspace.page(path);
    const auto json =
        page != nullptr ? as_json(*page) : as_json(read_page(document, workspace.site_configuration()));
    streams.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  return ExitCode::clean;
}

}  // namespace rubric
