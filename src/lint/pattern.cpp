// How it works: per scope, one RE2::Set scans each slice once and says which patterns occur in it (hundreds
// of patterns at the price of one). Only those are then located, each by an engine of its own that is
// compiled when its pattern first hits. A pattern that any word matches would hit in every slice; the words
// of the page answer it instead. When a scope's slices are done, each rule's kind of check is told the
// rule's matches.

#include "lint/pattern.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <optional>

#include <re2/re2.h>
#include <re2/set.h>

#include "lint/check_kinds.h"
#include "lint/expression.h"
#include "lint/locator.h"
#include "lint/page_words.h"
#include "lint/scope_text.h"

namespace rubric {

namespace {

RE2::Options set_options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(32 << 20);  // a set of hundreds of patterns must not fall out of its DFA
  return options;
}

// The patterns that a rule of any kind looks for, in an order that its kind knows.
std::vector<std::string> patterns_of(const RuleInfo& info) {
  const PatternKeys& keys = info.pattern;
  std::vector<std::string> patterns;
  if (info.check == Check::repetition && keys.tokens.size() > 1) {
    std::string any;
    for (const std::string& token : keys.tokens) any += (any.empty() ? "" : "|") + ("(?:" + token + ")");
    return {any};
  }
  patterns = keys.tokens;
  for (const auto& [pattern, replacement] : keys.swap) patterns.push_back(pattern);
  return patterns;
}

// What finds the patterns of one rule.
struct RulePatterns {
  explicit RulePatterns(const ActiveRule& of_rule) : rule(of_rule) {
    for (const std::string& pattern : patterns_of(*rule.info)) {
      any_word = is_any_word(rule.info->pattern, pattern);
      locators.emplace_back(rule.info->pattern, pattern);
    }
    any_word = any_word && locators.size() == 1;
  }

  const PatternKeys& keys() const { return rule.info->pattern; }

  // Whether there may be something to report where nothing matches.
  bool misses_what_is_absent() const { return rule.info->check == Check::occurrence && keys().min != 0; }

  const ActiveRule& rule;
  std::deque<Locator> locators;  // a deque, since they cannot move
  bool any_word = false;
};

void locate_words(PageWords& words, const ScopeSlice& slice, uint32_t index,
                  std::vector<PatternMatch>& matches) {
  for (const Word* word : words.in(slice.span)) {
    const bool said = word->kind == WordKind::word || word->kind == WordKind::number;
    const bool seen = slice.text[word->span.begin - slice.span.begin] != opaque_byte;
    if (said && seen && word->span.end <= slice.span.end) matches.push_back({word->span, 0, index});
  }
}

void run_check(PageContext& context, const ActiveRule& rule, PatternMatches found) {
  std::sort(found.matches.begin(), found.matches.end(),
            [](const PatternMatch& left, const PatternMatch& right) {
              if (left.slice != right.slice) return left.slice < right.slice;
              if (left.span.begin != right.span.begin) return left.span.begin < right.span.begin;
              if (left.span.end != right.span.end) return left.span.end > right.span.end;
              return left.pattern < right.pattern;
            });
  context.enter(rule);
  switch (rule.info->check) {
    case Check::native:
      return;
    case Check::existence:
      return check_existence(context, std::move(found));
    case Check::substitution:
      return check_substitution(context, std::move(found));
    case Check::occurrence:
      return check_occurrence(context, std::move(found));
    case Check::repetition:
      return check_repetition(context, std::move(found));
  }
}

}  // namespace

struct PatternScanner::ScopePatterns {
  explicit ScopePatterns(Scope of_scope) : scope(of_scope), set(set_options(), RE2::UNANCHORED) {}

  void add(const ActiveRule& rule) {
    rules.push_back(std::make_unique<RulePatterns>(rule));
    if (rules.back()->any_word) return;
    for (uint32_t pattern = 0; pattern < rules.back()->locators.size(); ++pattern) {
      [[maybe_unused]] const int index = set.Add(rules.back()->locators[pattern].expression(), nullptr);
      assert(index == static_cast<int>(members.size()) && "a pattern was not checked when it was loaded");
      members.push_back({rules.size() - 1, pattern});
    }
  }

  // The indices of the members that may occur in `text`.
  void occurring(std::string_view text, std::vector<int>& indices) const {
    indices.clear();
    if (members.empty()) return;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (set.Match(re2::StringPiece(text.data(), text.size()), &indices, &error)) return;
    if (error.kind == RE2::Set::kNoError) return;
    // The set ran out of memory: any pattern may be there.
    for (size_t index = 0; index < members.size(); ++index) indices.push_back(static_cast<int>(index));
  }

  void locate(const std::vector<ScopeSlice>& slices, PageWords& words,
              std::vector<std::vector<PatternMatch>>& found) const {
    std::vector<int> indices;
    std::vector<Span> spans;
    for (uint32_t index = 0; index < slices.size(); ++index) {
      const ScopeSlice& slice = slices[index];
      occurring(slice.text, indices);
      for (const int member : indices) {
        const auto [rule, pattern] = members[static_cast<size_t>(member)];
        spans.clear();
        rules[rule]->locators[pattern].locate(slice.text, spans);
        for (const Span span : spans) {
          found[rule].push_back(
              {{slice.span.begin + span.begin, slice.span.begin + span.end}, pattern, index});
        }
      }
      for (size_t rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule]->any_word) locate_words(words, slice, index, found[rule]);
      }
    }
  }

  void scan(PageContext& context, const std::vector<ScopeSlice>& slices, PageWords& words) const {
    std::vector<std::vector<PatternMatch>> found(rules.size());
    locate(slices, words, found);
    for (size_t index = 0; index < rules.size(); ++index) {
      const RulePatterns& rule = *rules[index];
      if (found[index].empty() && !rule.misses_what_is_absent()) continue;
      run_check(context, rule.rule, {rule.keys(), slices, words, std::move(found[index]), rule.any_word});
    }
  }

  struct Member {
    size_t rule;  // index in `rules`
    uint32_t pattern;
  };

  Scope scope;
  RE2::Set set;
  std::vector<Member> members;  // by index in the set
  std::vector<std::unique_ptr<RulePatterns>> rules;
};

PatternScanner::PatternScanner(std::span<const ActiveRule* const> rules) {
  const auto of_scope = [&](Scope scope) -> ScopePatterns& {
    for (const auto& patterns : scopes_) {
      if (patterns->scope == scope) return *patterns;
    }
    scopes_.push_back(std::make_unique<ScopePatterns>(scope));
    return *scopes_.back();
  };
  for (const ActiveRule* rule : rules) of_scope(rule->info->pattern.scope).add(*rule);
  for (const auto& patterns : scopes_) {
    [[maybe_unused]] const bool compiled = patterns->set.Compile();
    assert(compiled && "the patterns of one scope need too much memory");
  }
}

PatternScanner::~PatternScanner() = default;

void PatternScanner::scan(PageContext& context) const {
  const Document& document = context.document();
  PageWords words(context);
  std::optional<std::vector<ProseText>> texts;  // shared by all prose scopes
  for (const auto& patterns : scopes_) {
    if (is_prose(patterns->scope) && !texts) texts = prose_texts(document);
    std::vector<ScopeSlice> slices;
    const auto add = [&](Span span, const ProseText& prose) {
      slices.push_back({span, slice(prose.text, {span.begin - prose.begin, span.end - prose.begin})});
    };
    if (!is_prose(patterns->scope)) {
      for (const Span span : source_slices(document, patterns->scope)) {
        slices.push_back({span, document.source.slice(span)});
      }
    } else if (patterns->scope == Scope::sentence) {
      for (const auto& [span, text] : sentence_slices(context.prose(), *texts)) add(span, (*texts)[text]);
    } else {
      for (const ProseText& prose : *texts) {
        for (const Span span : prose_slices(document.tree(), patterns->scope, prose)) add(span, prose);
      }
    }
    patterns->scan(context, slices, words);
  }
}

}  // namespace rubric
