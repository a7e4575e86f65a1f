#include "workspace/configuration.h"

#include <catch2/catch.hpp>

#include "lint/user_error.h"

using namespace rubric;

namespace {

std::vector<RuleInfo> some_rules() {
  RuleInfo repeated;
  repeated.id = "repeated-word";
  repeated.group = "grammar";
  repeated.severity = Severity::error;
  repeated.options = {{"allow", "Words that may be repeated.", {"bora"}}};
  RuleInfo heading;
  heading.id = "heading-increment";
  heading.group = "markdown";
  heading.aliases = {"MD001"};
  heading.on = false;
  return {heading, repeated};
}

const std::vector<RuleInfo> rules = some_rules();

// Active rules as "id severity option=values", for one configuration and selection.
std::vector<std::string> active(std::string_view yaml, const Selection& selection = {}) {
  std::vector<std::string> result;
  for (const ActiveRule& rule : activate(rules, read_configuration(".rubric.yaml", yaml, rules), selection)) {
    std::string line = rule.info->id + " " + std::string(name(rule.severity));
    for (const auto& [option, values] : rule.options) {
      for (const std::string& value : values) line += " " + option + "=" + value;
    }
    result.push_back(line);
  }
  return result;
}

std::string error_of(std::string_view yaml) {
  try {
    read_configuration(".rubric.yaml", yaml, rules);
  } catch (const UserError& error) {
    return error.what();
  }
  return "no error";
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Rules are turned on and off, and take severities and options") {
  CHECK(active("") == Lines{"repeated-word error allow=bora"});
  CHECK(active("rules: {repeated-word: off}").empty());
  CHECK(active("rules: {repeated-word: warning}") == Lines{"repeated-word warning allow=bora"});
  CHECK(active("rules: {MD001: on, repeated-word: false}") == Lines{"heading-increment warning"});
  CHECK(active("rules: {repeated-word: {severity: info, allow: [peri, so]}}") ==
        Lines{"repeated-word info allow=peri allow=so"});
}

TEST_CASE("The command line has the last word") {
  CHECK(active("rules: {repeated-word: off}", {{"grammar"}, {}}) == Lines{"repeated-word error allow=bora"});
  CHECK(active("", {{"all"}, {"repeated-word"}}) == Lines{"heading-increment warning"});
  CHECK_THROWS_WITH(active("", {{"grammer"}, {}}),
                    "`grammer` is no rule, group or `all`. Did you mean `grammar`?");
}

TEST_CASE("Mistakes are named with line and suggestion") {
  CHECK(error_of("rule: {}") == ".rubric.yaml:1: Unknown key `rule`. Did you mean `rules`?");
  CHECK(error_of("rules:\n  repeated-words: off\n") ==
        ".rubric.yaml:2: Unknown rule `repeated-words`. Did you mean `repeated-word`?");
  CHECK(error_of("rules: {repeated-word: {alow: [a]}}") ==
        ".rubric.yaml:1: Rule `repeated-word` has no option `alow`. Did you mean `allow`?");
  CHECK(error_of("rules: {repeated-word: loud}").find("not `loud`") != std::string::npos);
  CHECK(error_of("exclude: {a: b}") == ".rubric.yaml:1: `exclude` must be a list of strings.");
  CHECK(error_of("shortcodes:\n  includes: [x]\n") ==
        ".rubric.yaml:2: Unknown key `shortcodes: includes`. Did you mean `include`?");
  CHECK(error_of("- a\n") == ".rubric.yaml:1: The configuration must be a mapping of keys.");
  CHECK(error_of("rules: {\n").starts_with(".rubric.yaml:"));
  CHECK(error_of("zzz: 1") ==
        ".rubric.yaml:1: Unknown key `zzz`. It can be `rules`, `rule-paths`, `exclude`, `baseline`, "
        "`shortcodes`, "
        "`links`, `words`, "
        "`language`, `site`, `hugo`, `environment`.");
  CHECK(error_of("rules: {zzz: on}") == ".rubric.yaml:1: Unknown rule `zzz`. `rubric rules` lists them all.");
  CHECK(error_of("rules: {grammar: on}") ==
        ".rubric.yaml:1: Unknown rule `grammar`. It is a group of rules: `repeated-word`.");
  CHECK(error_of("rules: [repeated-word]").find("not a list.") != std::string::npos);
  CHECK(error_of("rules: {repeated-word: of}").ends_with("not `of`. Did you mean `off`?"));
  CHECK(error_of("rules: {repeated-word: [off]}").ends_with("not a list."));
  CHECK(error_of("rules:\n  repeated-word:\n").ends_with("not nothing."));
}

TEST_CASE("Hugo's release and environment are given as Hugo writes them") {
  const auto site = [](std::string_view yaml) {
    return read_configuration(".rubric.yaml", yaml, rules).site;
  };
  CHECK(site("hugo: 0.111.3").hugo == HugoVersion{0, 111, 3});
  CHECK(site("hugo: v0.146").hugo == HugoVersion{0, 146, 0});
  CHECK(site("hugo: 0.150").hugo == HugoVersion{0, 150, 0});
  CHECK(site("hugo: '0.128.2+extended'").hugo == HugoVersion{0, 128, 2});
  CHECK(!site("hugo:").hugo);
  CHECK(site("").environment == "production");
  CHECK(site("environment: review").environment == "review");
  for (const std::string value : {"latest", "111", "0.", ".146", "0.1.2.3", "0..1", "[0.111]", "''", "0.x"}) {
    INFO(value);
    CHECK(
        error_of("hugo: " + value)
            .starts_with(
                ".rubric.yaml:1: `hugo` must be the release that builds the site, such as `0.111.3`, not "));
  }
  CHECK(error_of("environment: config/review") ==
        ".rubric.yaml:1: `environment` must be the name of a folder below Hugo's `config`, not "
        "`config/review`.");
  CHECK(error_of("environment: [a]").ends_with("not a list."));
}

TEST_CASE("The language of pages is given as its tag") {
  const auto language = [](std::string_view yaml) {
    return read_configuration(".rubric.yaml", yaml, rules).language;
  };
  CHECK(language("language: de") == "de");
  CHECK(language("language: pt-BR") == "pt-BR");
  CHECK(language("language: no") == "no");
  CHECK(language("language:").empty());
  CHECK(error_of("language: German") ==
        ".rubric.yaml:1: `language` must be the tag of a language, such as `en` or `pt-BR`, not `German`.");
  CHECK(error_of("language: [de]").ends_with("not a list."));
}

TEST_CASE("What another server answers is given as paths from the root") {
  const auto elsewhere = [](std::string_view yaml) {
    return read_configuration(".rubric.yaml", yaml, rules).site.elsewhere;
  };
  CHECK(elsewhere("links: {elsewhere: [/api/**, /forum/]}") == Lines{"/api/**", "/forum/"});
  CHECK(elsewhere("links: {elsewhere: /api/**}") == Lines{"/api/**"});
  CHECK(elsewhere("links:").empty());
  CHECK(error_of("links: {elsewere: [/a]}") ==
        ".rubric.yaml:1: Unknown key `links: elsewere`. Did you mean `elsewhere`?");
  CHECK(error_of("links: [/a]") == ".rubric.yaml:1: `links` must be a mapping with `elsewhere`.");
  CHECK(error_of("links:\n  elsewhere: [/a, api/**]") ==
        ".rubric.yaml:2: `links: elsewhere` takes paths from the root such as `/api/**`, not `api/**`.");
}

TEST_CASE("What stands there twice is refused") {
  CHECK(error_of("exclude: [a]\nexclude: [b]\n") ==
        ".rubric.yaml:2: `exclude` stands here a second time; write it once.");
  CHECK(error_of("rules:\n  repeated-word: on\n  repeated-word: off\n") ==
        ".rubric.yaml:3: `repeated-word` stands here a second time; write it once.");
  CHECK(error_of("rules:\n  MD001: on\n  heading-increment: off\n") ==
        ".rubric.yaml:3: Rule `heading-increment` is set a second time, by an alias.");
}

TEST_CASE(
    "A key whose items are all commented out says nothing, and a byte-order mark and CRLF are no matter") {
  CHECK(active("rules:\n  # repeated-word: off\nexclude:\nshortcodes:\n") ==
        Lines{"repeated-word error allow=bora"});
  CHECK(active("\xEF\xBB\xBFrules:\r\n  repeated-word: off\r\n").empty());
}

TEST_CASE("A project's words have a spelling, an article and parts of speech") {
  const auto words = [](std::string_view yaml) {
    Lines lines;
    for (const LexiconWord& word : read_configuration(".rubric.yaml", yaml, rules).words) {
      std::string line = word.spelling;
      if (word.article) line += " article " + std::to_string(static_cast<int>(*word.article));
      if (word.forms != no_form) line += " forms " + std::to_string(word.forms);
      lines.push_back(line + (word.mass ? " mass" : ""));
    }
    return lines;
  };
  CHECK(words("words:").empty());
  CHECK(words("words: [GitLab, etcd]") == Lines{"GitLab", "etcd"});
  CHECK(words("words:\n  GitLab:\n  SCIM: {article: a}\n  OKR: {article: an, part-of-speech: noun}\n"
              "  swag: {part-of-speech: mass-noun}\n  ping: {part-of-speech: [noun, verb]}\n") ==
        Lines{"GitLab", "SCIM article 1", "OKR article 2 forms 1", "swag forms 1 mass", "ping forms 5"});
}

TEST_CASE("Mistakes in a project's words are named with line and suggestion") {
  CHECK(error_of("words: GitLab").ends_with("such as `GitLab: {article: a}`, not `GitLab`."));
  CHECK(error_of("words: [{GitLab: a}]").ends_with("to say more of one, write `GitLab: {article: a}`."));
  CHECK(error_of("words: {GitLab: a}").ends_with("`{article: an, part-of-speech: noun}`, not `a`."));
  CHECK(error_of("words:\n  GitLab: {article: the}\n") ==
        ".rubric.yaml:2: `article` can be `a`, `an` or `either`, not `the`.");
  CHECK(error_of("words: {GitLab: {part-of-speech: nuon}}") ==
        ".rubric.yaml:1: Unknown part of speech `nuon`. Did you mean `noun`?");
  CHECK(error_of("words: {GitLab: {artcle: a}}") ==
        ".rubric.yaml:1: Unknown key `words: artcle`. Did you mean `article`?");
  CHECK(error_of("words:\n  - GitLab\n  - Gitlab\n") ==
        ".rubric.yaml:3: `Gitlab` stands here a second time; write it once, with its case.");
  CHECK(error_of("words: [merge request]") ==
        ".rubric.yaml:1: `words` takes single words without blanks, not `merge request`.");
}
