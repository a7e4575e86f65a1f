// How it works: what was found of each site is told first; then comes each setting, once for all sites, with
// what was found as its value. Names from pages and configurations are made harmless: a line break in one
// would end the comment.

#include "workspace/first_configuration.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/report.h"
#include "report/tally.h"
#include "report/terminal.h"
#include "rules/rules.h"
#include "workspace/configuration_keys.h"

namespace rubric {

namespace {

constexpr size_t most_listed = 12;

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (size_t index = 0; index < words.size() && index < most_listed; ++index)
    list += (index == 0 ? "" : ", ") + printable(words[index]);
  if (words.size() > most_listed) list += " and " + std::to_string(words.size() - most_listed) + " more";
  return list;
}

// "github.com/google/docsy"
bool is_module_path(const std::string& name) {
  const size_t slash = name.find('/');
  return slash != name.npos && name.find('.') < slash;
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// As an item of a list of YAML; a short word may mean something, such as "no".
std::string yaml_word(const std::string& word) {
  const auto is_plain = [](char byte) {
    return is_letter(byte) || byte == '-' || byte == '_' || byte == '/';
  };
  if (word.size() > 5 && is_letter(word.front()) && std::all_of(word.begin(), word.end(), is_plain))
    return word;
  std::string quoted;
  for (const char byte : printable(word)) quoted += byte == '\'' ? "''" : std::string(1, byte);
  return "'" + quoted + "'";
}

std::string yaml_list(const std::vector<std::string>& words) {
  std::string list = "[";
  for (const std::string& word : words) list += (list.size() == 1 ? "" : ", ") + yaml_word(word);
  return list + "]";
}

std::string written(const HugoVersion& version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor) + "." +
         std::to_string(version.patch);
}

// Folders that are not simply Hugo's own: "content/en (en), docs at guides".
std::vector<std::string> notable(const std::vector<Mount>& mounts, std::string_view usual) {
  std::vector<std::string> folders;
  for (const Mount& mount : mounts) {
    std::string folder = mount.source;
    if (!mount.target.empty()) folder += " at " + mount.target;
    if (!mount.language.empty()) folder += " (" + mount.language + ")";
    folders.push_back(std::move(folder));
  }
  const bool as_usual = folders.size() == 1 &&
                        (folders.front() == usual || folders.front().ends_with("/" + std::string(usual)));
  return as_usual ? std::vector<std::string>() : folders;
}

class ConfigurationText {
 public:
  explicit ConfigurationText(std::span<const FirstLook> looks) : looks_(looks) {}

  std::string write() {
    comment(
        "What rubric cannot find out by itself. Nothing is set yet: every setting below is commented out;");
    comment(
        "remove the `#` right before it to set it. `rubric rules` lists the rules, `rubric explain RULE`");
    comment("says what one is about.");
    for (const FirstLook& look : looks_) write_site(look);
    write_hugo();
    write_shortcodes();
    write_elsewhere();
    write_exclude();
    write_rules();
    return std::move(text_);
  }

 private:
  void comment(const std::string& line) { text_ += "# " + line + "\n"; }
  void setting(const std::string& line) { text_ += "#" + line + "\n"; }
  void gap() { text_ += "\n"; }

  void write_site(const FirstLook& look) {
    gap();
    comment("Found: " + described(look) + ".");
    const SiteConfiguration& site = *look.site;
    if (!site.hugo) return comment("There is no Hugo configuration, so there are no shortcodes in it.");
    write_folders("Content", notable(site.content, "content"));
    write_folders("Static files", notable(site.statics, "static"));
    write_includes(site);
    if (!site.missing.empty()) {
      comment("Not on disk, so that its shortcodes, layouts and files are not known: " +
              listed(site.missing) + ".");
      if (std::any_of(site.missing.begin(), site.missing.end(), is_module_path))
        comment("`hugo mod vendor` puts modules on disk.");
    }
  }

  void write_folders(const std::string& kind, const std::vector<std::string>& folders) {
    if (!folders.empty()) comment(kind + ": " + listed(folders) + ".");
  }

  void write_includes(const SiteConfiguration& site) {
    std::vector<std::string> includes;
    for (const auto& [name, shortcode] : site.dialect.templates)
      if (shortcode.include) includes.push_back(name + " (" + shortcode.path + ")");
    if (!includes.empty()) comment("Shortcodes that pull a file into the page: " + listed(includes) + ".");
  }

  void write_hugo() {
    std::vector<const SiteConfiguration*> sites;
    for (const FirstLook& look : looks_)
      if (look.site->hugo) sites.push_back(look.site);
    if (sites.empty()) return;
    gap();
    for (const SiteConfiguration* site : sites) {
      const std::string version = written(site->dialect.hugo);
      const std::string where = sites.size() > 1 ? printable(site->root) + ": " : "";
      comment(site->hugo_stated_in.empty()
                  ? where + "No file says which release of Hugo builds the site; " + version + " is assumed."
                  : where + printable(site->hugo_stated_in) + " says that Hugo " + version +
                        " builds the site.");
    }
    setting("hugo: " + written(sites.front()->dialect.hugo));
  }

  void write_shortcodes() {
    std::set<std::string> names;
    bool hugo = false;
    for (const FirstLook& look : looks_) {
      names.insert(look.unverified.begin(), look.unverified.end());
      hugo = hugo || look.site->hugo;
    }
    if (!hugo) return;
    gap();
    comment(
        "Further shortcodes that pull a file into the page, and shortcodes whose template is not on disk.");
    if (!names.empty()) {
      comment(
          "Pages call those under `known`. Take it over once you know that each of them exists: a misspelt");
      comment("one would not be told any more.");
    }
    setting("shortcodes:");
    setting("  include: []");
    setting("  known: " + yaml_list({names.begin(), names.end()}));
  }

  void write_elsewhere() {
    const std::vector<std::string_view> keys = configuration_keys_in("links");
    if (std::find(keys.begin(), keys.end(), "elsewhere") == keys.end()) return;
    std::vector<std::string> globs;
    gap();
    comment("Addresses below the site's own that another server answers.");
    for (const FirstLook& look : looks_) {
      for (const MissingFolder& folder : missing_folders(look.findings)) {
        comment(counted(folder.links, "link") + " below " + folder.path + ", where the site has nothing.");
        globs.push_back(folder.path + "**");
      }
    }
    setting("links:");
    setting("  elsewhere: " + yaml_list(globs));
  }

  void write_exclude() {
    gap();
    comment("Files that are not linted but still known as targets, in the syntax of .gitignore.");
    setting("exclude: []");
  }

  void write_rules() {
    std::set<std::string_view> found;
    for (const FirstLook& look : looks_)
      for (const Diagnostic& finding : look.findings) found.insert(finding.rule);
    gap();
    comment("The rules that found something, and those that must be asked for. Each can be off, on, or a");
    comment("severity: error, warning, info.");
    setting("rules:");
    for (const RuleInfo& rule : built_in_rules()) {
      if (rule.on && found.contains(rule.id))
        setting("  " + rule.id + ": " + std::string(name(rule.severity)));
    }
    for (const RuleInfo& rule : built_in_rules())
      if (!rule.on) setting("  " + rule.id + ": off");
  }

  std::span<const FirstLook> looks_;
  std::string text_;
};

// One that looks like another's name misspelt is left out.
std::vector<std::string> unverified_shortcodes(const std::vector<Diagnostic>& findings,
                                               const Workspace& workspace) {
  std::vector<std::string> names;
  for (const Diagnostic& finding : findings) {
    if (finding.rule != "shortcode-unverified" || !finding.help.empty()) continue;
    const std::string text = workspace.text(finding.path);
    if (finding.range.span.end <= text.size()) names.emplace_back(slice(text, finding.range.span));
  }
  return names;
}

}  // namespace

FirstLook first_look(Workspace& workspace, const std::vector<std::string>& paths) {
  FirstLook look;
  look.site = &workspace.site_configuration();
  look.findings = workspace.check(paths);
  look.unverified = unverified_shortcodes(look.findings, workspace);
  look.pages = workspace.page_count(paths);
  return look;
}

std::string described(const FirstLook& look) {
  const SiteConfiguration& site = *look.site;
  std::string text = site.hugo ? "a Hugo site" : "plain Markdown";
  if (!site.root.empty()) text += " in " + printable(site.root) + "/";
  text += ", " + counted(look.pages, "page");
  if (site.hugo && site.languages.size() > 1)
    text += " in " + counted(site.languages.size(), "language") + " (" + listed(site.languages) + ")";
  return text;
}

std::string first_configuration(std::span<const FirstLook> looks) {
  return ConfigurationText(looks).write();
}

}  // namespace rubric
