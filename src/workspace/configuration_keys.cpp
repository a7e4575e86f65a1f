#include "workspace/configuration_keys.h"

#include <array>

namespace rubric {

namespace {

constexpr std::array keys = {
    ConfigurationKey{"", "rules", KeyKind::rules,
                     "Rules to turn on or off, their severities and options, by the rules' ids.",
                     "{repeated-word: off}"},
    ConfigurationKey{"", "rule-paths", KeyKind::strings,
                     "Rules of the project's own: pages in YAML, or folders of them, from the folder of the "
                     "configuration.",
                     "[.rubric/rules]"},
    ConfigurationKey{
        "", "exclude", KeyKind::strings,
        "Files that are not linted but still known as targets, in the syntax of .gitignore, from "
        "the folder of the configuration.",
        "[content/archive/]"},
    ConfigurationKey{"", "baseline", KeyKind::file,
                     "File of known findings, which are not reported; from the folder of the configuration.",
                     ".rubric-baseline"},
    ConfigurationKey{"", "shortcodes", KeyKind::mapping, "What Hugo's templates do not tell of shortcodes.",
                     "{known: [youtube-playlist]}"},
    ConfigurationKey{"shortcodes", "include", KeyKind::strings,
                     "Shortcodes that pull a file into the page, beside those whose templates show it.",
                     "[snippet]"},
    ConfigurationKey{"shortcodes", "known", KeyKind::strings,
                     "Shortcodes that exist though their theme or module is not on disk.",
                     "[youtube-playlist]"},
    ConfigurationKey{"", "links", KeyKind::mapping, "What the site's own files do not tell of links.",
                     "{elsewhere: [/api/**]}"},
    ConfigurationKey{"links", "elsewhere", KeyKind::strings,
                     "URL paths from the root that another server answers, as glob patterns; all below a "
                     "folder that matches counts.",
                     "[/api/**]"},
    ConfigurationKey{
        "", "words", KeyKind::words,
        "The project's own words, spelled with their case, and what no dictionary tells of them.",
        "{GitLab: {article: a}}"},
    ConfigurationKey{"words", "article", KeyKind::article,
                     "The article that the word asks for when it is said aloud.", "an"},
    ConfigurationKey{"words", "part-of-speech", KeyKind::parts,
                     "What the word is in a sentence; a mass noun has no plural.", "noun"},
    ConfigurationKey{
        "", "language", KeyKind::language,
        "What pages are written in, where neither they nor the languages of the site say so; the rules of "
        "grammar are for English.",
        "pt-BR"},
    ConfigurationKey{"", "site", KeyKind::plain,
                     "That there is no Hugo site here: all Markdown is read as GitHub and GitLab show it.",
                     "plain"},
    ConfigurationKey{"", "hugo", KeyKind::release,
                     "The release of Hugo that builds the site, where no other file says so.", "0.111.3"},
    ConfigurationKey{"", "environment", KeyKind::folder_name,
                     "Hugo's environment: which folder below `config` is laid over the rest.", "production"},
};

}  // namespace

std::span<const ConfigurationKey> configuration_keys() {
  return keys;
}

std::vector<std::string_view> configuration_keys_in(std::string_view parent) {
  std::vector<std::string_view> names;
  for (const ConfigurationKey& key : keys)
    if (key.parent == parent) names.push_back(key.name);
  return names;
}

}  // namespace rubric
