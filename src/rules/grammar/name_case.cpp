// How it works: a word is looked up in the tables of names, which are options of the rule and so stand on its
// page. A name in the wrong case counts only where it is evidently the name: not a part of a path, a handle
// or an identifier (the prose layer hides most of these as opaque words), not a value, not a command.

#include <algorithm>
#include <memory>
#include <string>

#include "lint/context.h"
#include "prose/names.h"
#include "prose/sentence_view.h"
#include "prose/standing.h"

namespace rubric {

namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_lower);
}

bool is_lower_throughout(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"})
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

// The word without an ending that a name may take: "GitLab-based".
std::string_view without_suffix(std::string_view word) {
  static constexpr WordSet suffixes(
      "aware backed based centric compatible driven enabled flavored focused friendly hosted hosting like "
      "managed native only powered related savvy specific style");
  const size_t hyphen = word.find('-');
  return hyphen != std::string_view::npos && suffixes.holds_exactly(word.substr(hyphen + 1))
             ? word.substr(0, hyphen)
             : word;
}

// A lower-case name by itself, as in a table of values, "os: linux", or among values: "linux, darwin".
bool is_value(SentenceView words, size_t index) {
  static constexpr WordSet values("amd64 arm64 darwin i386 win32 win64 x64 x86");
  size_t said = 0;
  for (size_t i = 0; i < words.size() && said < 2; ++i) said += words[i].kind != WordKind::punctuation;
  if (said < 2) return true;
  if (words.is_mark(index - 1, ":") && index == 2) return true;
  if (words.is_mark(index + 1, ":")) return true;  // "linux: fix the poll"
  if (is_quotation_mark(words[index - 1]) && words[index + 1].kind == WordKind::punctuation &&
      is_quotation_mark(words[index + 2]))
    return true;
  for (const size_t near : {index - 2, index - 1, index + 1, index + 2})
    if (values.holds_exactly(words[near].text)) return true;
  return false;
}

bool is_lower_item(const Names& names, SentenceView words, size_t index) {
  return words.is_word(index) && words.classes(index) == 0 && is_lower_throughout(words[index].text) &&
         names.find(words[index].text).name.empty();
}

// "set username, gitlab, and email": a list of values.
bool is_among_values(const Names& names, SentenceView words, size_t index) {
  return words.is_mark(index - 1, ",") && words.is_mark(index + 1, ",") &&
         is_lower_item(names, words, index - 2);
}

// "javascript, js, node": nothing but lower-case words between commas.
bool is_list_of_values(const SentenceView words) {
  constexpr size_t fewest = 3;
  if (words.size() < fewest || words.size() % 2 == 0) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool right =
        i % 2 == 1 ? words.is_mark(i, ",") : words.is_word(i) && is_lower_throughout(words[i].text);
    if (!right) return false;
  }
  return true;
}

// The tail of "apt install linux", "the linux label", "the package postgresql".
bool is_named_thing(SentenceView words, size_t index) {
  static constexpr WordSet installers(
      "apk apt apt-get brew cargo dnf gem go helm npm pacman pip pip3 snap yarn yum");
  static constexpr WordSet things(
      "alias argument attribute branch class command directory driver element field filter flag folder "
      "function keyword label macro method module namespace option package parameter prefix property "
      "remote shortcode slug string suffix tag target template topic type value variable");
  if (installers.holds_exactly(words[index - 2].text) &&
      (words.is(index - 1, "install") || words.is(index - 1, "add")))
    return true;
  static constexpr WordSet labels(
      "binary branch called command crate directory folder gem label module named namespace package "
      "plugin process remote shortcode tag type user value");
  if (labels.holds_exactly(words[index - 1].text)) return true;
  return (words.classes(index - 1) & determiner) != 0 && things.holds_exactly(words[index + 1].text);
}

// A link whose text is a repository's name, [kubernetes](https://example.org/kubernetes), or a label:
// [linux][].
bool names_its_target(std::string_view text, Span word) {
  if (word.begin == 0 || text[word.begin - 1] != '[') return false;
  if (text.substr(word.end).starts_with("][]")) return true;
  if (!text.substr(word.end).starts_with("](")) return false;
  constexpr size_t longest_target = 500;
  std::string_view target = text.substr(word.end + 2, longest_target);
  target = target.substr(0, target.find_first_of(") \n"));
  if (target.ends_with('/')) target.remove_suffix(1);
  return target.ends_with("/" + std::string(text.substr(word.begin, word.size())));
}

// Whether a name that is a command too is meant as the name: "in python", "docker images are", but not
// "docker run", "the docker command".
bool is_name_not_command(SentenceView words, size_t index) {
  static constexpr WordSet before(
      "by for from in into of on our through under use used uses using via with without your learn know "
      "about");
  static constexpr WordSet after(
      "api apis app application applications apps backend class classes client clients cluster clusters "
      "code codebase container containers database databases developer developers engineer engineers host "
      "hosts image images instance instances libraries library programmer programmers project projects "
      "script scripts server servers skills users version versions web experience playbook playbooks "
      "community");
  static constexpr WordSet subcommands(
      "add apply attach build command commands compose create daemon destroy exec get import info init "
      "inspect install login logs package packages plan ps pull push restart rm rmi run service set start "
      "state stop tag test up validate version workspace binary executable module gem");
  static constexpr WordSet verbs("like love need prefer run");
  const bool verb_before =
      (words.classes(index - 2) & pronoun) != 0 && verbs.holds_exactly(words[index - 1].text);
  const bool noun_after = after.holds_exactly(words[index + 1].text);
  if (subcommands.holds_exactly(words[index + 1].text) && !words.is(index - 1, "in")) return false;
  if (verb_before) return true;  // "we run redis daily"
  // "with docker images" may still be the command's noun; "in python" and "a python script" are not.
  return noun_after ? words[index].sentence_start || words.has(index - 1) : before.holds(words[index - 1]);
}

bool is_wrong(const PageContext& context, const Names& names, SentenceView words, size_t index,
              std::string_view found, const KnownName& known) {
  if (!has_lower(found)) return false;  // "LINUX" may be shouted, or a variable
  if (!stands_free(words, index) || is_quoted(words, index, index)) return false;
  if (words.is(index + 1, "x")) return false;                     // "MacOS X" wants another spelling
  if (!is_lower_throughout(found)) return known.name.size() > 3;  // "Ios" is an island
  if (known.lower == LowerForm::word || is_value(words, index) || is_named_thing(words, index) ||
      is_list_of_values(words) || is_among_values(names, words, index))
    return false;
  if (names_its_target(context.document().source.text(), words[index].span)) return false;
  return known.lower == LowerForm::name || is_name_not_command(words, index);
}

void judge(PageContext& context, const Names& names, const Sentence& sentence, size_t index) {
  const SentenceView words(context.prose().words(sentence));
  const Word& word = words[index];
  if (word.text.size() != word.span.size()) return;  // markup inside the word
  std::string_view found = without_possessive(word.text);
  KnownName known = names.find(found);
  if (known.name.empty()) known = names.find(found = without_suffix(found));
  if (known.name.empty() || known.name == found || !is_wrong(context, names, words, index, found, known) ||
      !context.prose().is_english(sentence))
    return;
  const Span span{word.span.begin, word.span.begin + static_cast<uint32_t>(found.size())};
  const std::string name(known.name);
  const Applicability applicability =
      is_lower_throughout(found) ? Applicability::unsafe_fix : Applicability::safe;
  context.report(span, {{"found", std::string(found)}, {"name", name}},
                 {{}, {}, {context.fix("Write `" + name + "`", applicability, {{span, name}})}});
}

}  // namespace

Prepared prepare_name_case(const Preparation& preparation) {
  const auto& [rule, lexicon, watch] = preparation;
  auto names =
      std::make_shared<Names>(NameLists{rule.option("allow"), rule.option("names"), lexicon.names(),
                                        rule.option("known"), rule.option("commands"), rule.option("words")});
  names->watch_for(watch);
  return names;
}

void name_case(PageContext& context) {
  const Names& names = context.prepared<Names>();
  for (const WordPlace& place : context.places()) {
    const Sentence& sentence = context.prose().sentences()[place.sentence];
    // A name with a full stop inside ("Node.js") is opaque.
    const Word& word = context.prose().words(sentence)[place.index];
    const bool readable = word.kind == WordKind::word || word.kind == WordKind::opaque;
    if (readable && names.may_be_name(word)) judge(context, names, sentence, place.index);
  }
}

}  // namespace rubric
