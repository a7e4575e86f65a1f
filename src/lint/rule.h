#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/pattern_keys.h"
#include "markdown/value.h"

namespace rubric {

class Lexicon;
class PageContext;
class SiteContext;
class BacklinksContext;
class MovedContext;
class FilesContext;
class SuppressionsContext;
class Watch;

/// What a rule looks at: one page's Document, the facts of a page in the whole site after all pages are read,
/// all files of the site at once, what the suppressions of a page did to what other rules found, or what a
/// change did to a page, where only a change is checked.
enum class Reads : uint8_t { page, site, files, suppressions, change };

/// "page", "site", "files", "suppressions" or "change", as rules' pages write it.
std::string_view name(Reads reads);

/// One example of a rule's page; the test suite runs it.
struct Example {
  std::string text;  ///< the page
  bool bad = false;
  std::vector<std::string> reports;  ///< "line:column message", all that the rule says of a bad example
  std::string fixed;                 ///< the page after --fix, when a fix is safe
  std::string fixed_unsafe;          ///< the page after --unsafe-fixes, when a fix is unsafe
  std::map<std::string, std::string> files;        ///< further files of the example's site, by path
  uint32_t line = 0;                               ///< in the rule's page, 1-based
  std::map<std::string, std::string> before = {};  ///< of a rule that reads changes: what the page was

  friend bool operator==(const Example&, const Example&) = default;
};

/// An option that `.rubric.yaml` can set for a rule.
struct Option {
  std::string name;
  std::string summary;
  std::vector<std::string> standard;  ///< the values when it is not set

  friend bool operator==(const Option&, const Option&) = default;
};

/// A rule as its page describes it.
struct RuleInfo {
  std::string id;
  std::string group;
  std::string summary;  ///< one sentence
  std::string message;  ///< with {placeholders}
  std::string why;
  std::vector<std::string> aliases;
  Severity severity = Severity::warning;
  bool on = true;  ///< false: runs only when asked for
  Reads reads = Reads::page;
  Check check = Check::native;
  PatternKeys pattern;  ///< of a pattern rule
  std::vector<Option> options;
  std::vector<Example> examples;
  std::string path;  ///< of the rule's page

  friend bool operator==(const RuleInfo&, const RuleInfo&) = default;
};

// clang-format off
/// Loads one rule page: a YAML mapping of these keys, of which `id`, `summary`, `message`, `why` and `check` are required.
///
///     id: wordy-phrase              the file's name; groups are folders, ids are unique across them
///     summary: One sentence.        what holds, not what is wrong, with a full stop
///     message: "`{match}` says …"   {placeholders} are filled by the rule; see below for patterns
///     why: |                        what the problem costs a reader
///     severity: warning             error, warning (the default) or info: how much a finding matters
///     default: off                  the rule runs only when asked for, by configuration or --select
///     aliases: [MD001]              other names to select it by
///     reads: page                   page (the default), site, files, suppressions or change
///     check: native                 a function of ours; or a kind of pattern rule, see Check
///     options:                      what `.rubric.yaml` may set
///       allow: {summary: Words to leave alone., default: [a, b]}
///     examples:                     the test suite runs them; see tests/rules_test.cpp
///       - bad: "text"
///         reports: "1:1 message"    or a list
///         fixed: "text"             after the safe fixes; required when there are any
///         fixed-unsafe: "text"      after all fixes; required when there are unsafe ones
///         files: {assets/x.md: "text"}
///         before: {content/x.md: "text"}   of a rule that reads changes; instead of the page
///       - good: "text"
///
/// A pattern rule has further keys, which are Vale's, as is what they do; `check:` stands for `extends:`. Which kinds of
/// check have them:
///
///     scope: prose                  all; see Scope; prose is the default
///     ignorecase: true              all; letter case does not matter
///     nonword: true                 all; a match may begin and end inside a word
///     exceptions: [white paper]     existence, substitution, repetition, conditional, capitalization; patterns: a match
///                                   that lies in one of theirs or holds one is right
///     tokens: [very, "e\\.g\\."]    existence, repetition; patterns
///     raw: ["(?:foo", "|bar)"]      existence; parts of one pattern that stands before each token, or by itself
///     append: true                  existence; `raw` stands after the tokens
///     swap: {utilize: use}          substitution; pattern to replacement
///     fix: safe                     substitution; unsafe is the default
///     token: ","                    occurrence; the pattern that is counted
///     max: 3                        occurrence; more in one slice of the scope are reported. repetition; more repeats in
///                                   a row than this, 0 if left out
///     min: 1                        occurrence; fewer in one slice are reported
///     alpha: true                   repetition; only words of nothing but letters
///     either: {advisor: adviser}    consistency; pairs of patterns, of which a page keeps to one
///     first: "[A-Z]{3,5}"           conditional; what must be explained
///     second: "\\(([A-Z]{3,5})\\)"  conditional; what explains it; if it has groups, what they capture is explained
///     match: $sentence              capitalization; $title, $sentence, $lower, $upper or a pattern that must occur
///     style: AP                     capitalization; of $title: AP (the default) or Chicago
///     indicators: [":"]             capitalization; after what ends with one of these, any case is right
///     threshold: 0.8                capitalization; of $title and $sentence: a larger share of the words must be right
///
/// The message knows {match}; a substitution's also {replacement}; an occurrence's and a repetition's {count}, how many
/// there are, of which {match} is the first; a consistency's {other}.
///
/// Patterns are RE2's, and may look ahead and behind (see look_around.h); `^` and `$` are the borders of a line of the
/// scope's text. A space in prose matches any white space, in what looks behind one character of it. Replacements are
/// literal and take the capital of the match. Of overlapping matches the first, then the longest, is kept. What is opaque in
/// a scope (see scope_text.h) matches nothing, not even `.`.
///
/// Throws UserError with file, line and what to do when the page is not valid; unknown keys are errors with a
/// "did you mean".
RuleInfo load_rule_page(std::string_view path, std::string_view yaml);
// clang-format on

/// A rule of this run: its page and what the configuration made of it.
struct ActiveRule {
  const RuleInfo* info = nullptr;
  Severity severity = Severity::warning;
  std::map<std::string, std::vector<std::string>, std::less<>> options;  ///< option name to its values

  /// The values of an option declared on the rule's page.
  std::span<const std::string> option(std::string_view name) const;
};

/// What a rule makes of its options and of the lexicon once per run, of a type that the rule alone knows; or
/// nothing. Immutable; many threads read it.
using Prepared = std::shared_ptr<const void>;

/// What a rule prepares itself with.
struct Preparation {
  const ActiveRule& rule;
  const Lexicon& lexicon;
  Watch& watch;  ///< to be told what the rule waits for; see PageContext::places
};

/// A native rule's function: one, by what the rule reads.
struct NativeRule {
  constexpr NativeRule(std::string_view rule, void (*function)(PageContext&)) : id(rule), page(function) {}
  constexpr NativeRule(std::string_view rule, void (*function)(PageContext&),
                       Prepared (*preparing)(const Preparation&))
      : id(rule), page(function), prepare(preparing) {}
  constexpr NativeRule(std::string_view rule, void (*function)(SiteContext&)) : id(rule), site(function) {}
  constexpr NativeRule(std::string_view rule, void (*function)(BacklinksContext&))
      : id(rule), backlinks(function) {}
  constexpr NativeRule(std::string_view rule, void (*function)(MovedContext&)) : id(rule), moved(function) {}
  constexpr NativeRule(std::string_view rule, void (*function)(FilesContext&)) : id(rule), files(function) {}
  constexpr NativeRule(std::string_view rule, void (*function)(SuppressionsContext&))
      : id(rule), suppressions(function) {}

  /// What the function reads.
  constexpr Reads reads() const {
    if (site || backlinks) return Reads::site;
    return page ? Reads::page : moved ? Reads::change : files ? Reads::files : Reads::suppressions;
  }

  std::string_view id;
  void (*page)(PageContext&) = nullptr;
  Prepared (*prepare)(const Preparation&) = nullptr;  ///< called once per run; may be missing
  void (*site)(SiteContext&) = nullptr;
  void (*backlinks)(BacklinksContext&) = nullptr;
  void (*moved)(MovedContext&) = nullptr;
  void (*files)(FilesContext&) = nullptr;
  void (*suppressions)(SuppressionsContext&) = nullptr;
};

}  // namespace rubric
