// How it works: the functions that read files below assets or the site's root are few. A call with a string
// behind it reads what the string says; any other is computed, unless it stands in an include's template
// whose lookups are all understood.

#include "site/template_lookups.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "site/configuration.h"
#include "site/glob.h"
#include "site/template_source.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {
namespace {

using Token = TemplateToken;
using Kind = TemplateTokenKind;

bool is_any(std::string_view text, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), text) != of.end();
}

class LookupReader {
 public:
  explicit LookupReader(TemplateLookups& result) : result_(result) {}

  /// `understood`: what the template reads by its parameter is known.
  void read(std::string_view source, bool understood) {
    for (const TemplatePart& part : read_template_source(source)) {
      for (size_t at = 0; at < part.tokens.size(); ++at) {
        const Token& token = part.tokens[at];
        if (token.kind == Kind::string) add_name(token.text);
        if (token.kind == Kind::identifier) look_at(std::span(part.tokens).subspan(at), understood);
      }
    }
  }

 private:
  /// A function's name may be a string, too (`apply`), and with `loaders` js.Build reads what a script
  /// imports.
  void add_name(std::string_view text) {
    if (text.starts_with("resources.") || is_any(text, {"readFile", "os.ReadFile", "loaders"}))
      result_.known = false;
    while (text.starts_with('/') || text.starts_with("./")) text.remove_prefix(text.front() == '/' ? 1 : 2);
    if (text.starts_with("assets/")) text.remove_prefix(std::string_view("assets/").size());
    while (text.ends_with('/')) text.remove_suffix(1);
    if (!text.empty()) result_.names.emplace(text);
  }

  void look_at(std::span<const Token> call, bool understood) {
    const std::string_view function = call[0].text;
    const bool chained = call.size() > 1 && call[1].kind == Kind::chain;
    const std::string_view method = chained ? call[1].text : std::string_view();
    if (function == "readFile") return read_argument(call.subspan(1), understood);
    if (function == "readDir") result_.known = false;
    if (function == "os") {
      if (method == ".ReadFile") return read_argument(call.subspan(2), understood);
      if (!is_any(method, {".FileExists", ".Getenv", ".Stat"})) result_.known = false;
    }
    if (function != "resources") return;
    if (method == ".Get") return read_argument(call.subspan(2), understood);
    if (is_any(method, {".Match", ".GetMatch"})) return add_pattern(call.subspan(2));
    // An asset may be a template that reads others; a type may be text.
    if (!chained || is_any(method, {".ByType", ".ExecuteAsTemplate"})) result_.known = false;
  }

  void read_argument(std::span<const Token> arguments, bool understood) {
    const bool literal = !arguments.empty() && arguments[0].kind == Kind::string;
    result_.known &= literal || understood;
  }

  void add_pattern(std::span<const Token> arguments) {
    if (arguments.empty() || arguments[0].kind != Kind::string) {
      result_.known = false;
      return;
    }
    std::string_view pattern = arguments[0].text;
    while (pattern.starts_with('/')) pattern.remove_prefix(1);
    result_.patterns.emplace_back(pattern);
  }

  TemplateLookups& result_;
};

std::set<std::string_view> understood_templates(const SiteConfiguration& site) {
  std::set<std::string_view> paths;
  for (const auto& [name, shortcode] : site.dialect.templates) {
    if (!shortcode.included.lookups.empty() && !shortcode.included.elsewhere) paths.insert(shortcode.path);
  }
  return paths;
}

bool holds_tag(std::string_view text) {
  return text.find("{{<") != text.npos || text.find("{{%") != text.npos;
}

bool is_markdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

}  // namespace

bool TemplateLookups::may_read(std::string_view path) const {
  const std::string_view bare = path.substr(0, path.rfind('.'));
  for (size_t at = 0; at != path.npos; at = path.find('/', at)) {
    at += path.substr(at).starts_with('/');
    if (names.contains(path.substr(at)) || (at < bare.size() && names.contains(bare.substr(at)))) return true;
  }
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return glob_matches(pattern, path).value_or(true); });
}

TemplateLookups read_template_lookups(const FileTree& files, const ReadFile& read,
                                      const SiteConfiguration& site) {
  TemplateLookups result;
  result.known = true;
  const std::set<std::string_view> understood = understood_templates(site);
  LookupReader reader(result);
  const auto read_all = [&](std::string_view folder, const auto& handle) {
    const bool is_file = files.has_file(folder);
    const std::string file(folder);
    for (const std::string& path : is_file ? std::span(&file, 1) : files.below(folder)) {
      const std::optional<std::string> text = read(path);
      result.known &= text.has_value();
      if (text) handle(path, *text);
    }
  };
  for (const Mount& mount : site.layouts) {
    read_all(mount.source, [&](const std::string& path, const std::string& text) {
      reader.read(text, understood.contains(path));
    });
  }
  const auto look_for_tags = [&](const std::string&, const std::string& text) {
    result.known &= !holds_tag(text);
  };
  for (const Mount& mount : site.content) {
    for (const std::string& path : files.below(mount.source)) {
      result.known &= !path.ends_with(".gotmpl");
      if (is_content_name(path) && !is_markdown(path)) read_all(path, look_for_tags);
    }
  }
  read_all(site.root.empty() ? "archetypes" : site.root + "/archetypes", look_for_tags);
  return result;
}

}  // namespace rubric
