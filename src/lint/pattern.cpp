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

// One pattern that matches what any of them does; of two, the longer comes first.
std::string any_of(std::vector<std::string> patterns) {
  std::stable_sort(patterns.begin(), patterns.end(), [](const std::string& left, const std::string& right) {
    return left.size() > right.size();
  });
  std::string any;
  for (const std::string& pattern : patterns) any += (any.empty() ? "(?:" : "|(?:") + pattern + ")";
  return any;
}

// The patterns that a rule of any kind looks for, in an order that its kind knows.
std::vector<std::string> patterns_of(const RuleInfo& info) {
  const PatternKeys& keys = info.pattern;
  std::vector<std::string> patterns;
  switch (info.check) {
    case Check::native:
      break;
    case Check::existence:
      return existence_patterns(keys);
    case Check::occurrence:
      return keys.tokens;
    case Check::substitution:
      for (const auto& [pattern, replacement] : keys.swap) patterns.push_back(pattern);
      break;
    case Check::repetition:
      return {keys.tokens.size() == 1 ? keys.tokens.front() : any_of(keys.tokens)};
    case Check::consistency:
      for (const auto& [one, other] : keys.either) patterns.insert(patterns.end(), {one, other});
      break;
    case Check::conditional:
      return {keys.first, keys.second};
    case Check::capitalization:
      if (keys.letter_case == LetterCase::pattern) patterns.push_back(keys.match);
      break;
  }
  return patterns;
}

// What finds the patterns of one rule.
struct RulePatterns {
  explicit RulePatterns(const ActiveRule& of_rule) : rule(of_rule) {
    const PatternKeys& keys = rule.info->pattern;
    PatternKeys open = keys;
    open.whole_words = keys.whole_words && keys.raw.empty();
    const std::vector<std::string> patterns = patterns_of(*rule.info);
    any_word = patterns.size() == 1 && is_any_word(open, patterns.front());
    captured = rule.info->check == Check::conditional && has_captures(keys.second);
    for (size_t index = 0; index < patterns.size(); ++index) {
      locators.emplace_back(open, patterns[index], captured && index == 1 ? Wanted::captures : Wanted::match);
    }
    exceptions = static_cast<uint32_t>(locators.size());
    if (!keys.exceptions.empty()) locators.emplace_back(keys, any_of(keys.exceptions));
  }

  const PatternKeys& keys() const { return rule.info->pattern; }

  // Whether there may be something to report where nothing matches.
  bool misses_what_is_absent() const {
    return rule.info->check == Check::capitalization ||
           (rule.info->check == Check::occurrence && keys().min != 0);
  }

  // Whether there is nothing to report of a slice that any number of matches up to this may be in.
  bool allows(uint32_t most_matches) const {
    return rule.info->check == Check::occurrence && keys().min == 0 && most_matches <= keys().max;
  }

  const ActiveRule& rule;
  std::deque<Locator> locators;  // a deque, since they cannot move; the exceptions come last
  uint32_t exceptions = 0;       // the index of theirs
  bool any_word = false;
  bool captured = false;  // of conditional: the second pattern's groups
};

// What one rule found so far.
struct Found {
  std::vector<PatternMatch> matches;
  bool gave_up = false;  // on one of its patterns, and so on the rule
};

bool by_place(const PatternMatch& left, const PatternMatch& right) {
  if (left.slice != right.slice) return left.slice < right.slice;
  if (left.span.begin != right.span.begin) return left.span.begin < right.span.begin;
  if (left.span.end != right.span.end) return left.span.end > right.span.end;
  return left.pattern < right.pattern;
}

bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// Marks the matches that lie in an exception or hold one; `matches` is sorted, and neither exceptions nor
// the matches of one pattern overlap. A capitalization rule looks at the exceptions itself.
void mark_exceptions(const RulePatterns& rule, std::vector<PatternMatch>& matches) {
  std::vector<PatternMatch> exceptions;
  for (PatternMatch& match : matches) {
    match.excepted = match.pattern == rule.exceptions;
    if (match.excepted) exceptions.push_back(match);
  }
  if (exceptions.empty() || rule.rule.info->check == Check::capitalization) return;
  std::erase_if(matches, [](const PatternMatch& match) { return match.excepted; });
  for (PatternMatch& match : matches) {
    auto exception =
        std::partition_point(exceptions.begin(), exceptions.end(), [&](const PatternMatch& candidate) {
          return candidate.slice < match.slice ||
                 (candidate.slice == match.slice && candidate.span.end <= match.span.begin);
        });
    for (; !match.excepted && exception != exceptions.end() && exception->slice == match.slice &&
           exception->span.begin < match.span.end;
         ++exception) {
      match.excepted = contains(exception->span, match.span) || contains(match.span, exception->span);
    }
  }
}

void locate_words(const RulePatterns& rule, PageWords& words, const ScopeSlice& slice, uint32_t index,
                  std::vector<PatternMatch>& matches) {
  if (rule.allows(slice.words)) return;
  for (const Word* word : words.in(slice.span)) {
    const bool said = word->kind == WordKind::word || word->kind == WordKind::number;
    const bool seen = slice.text[word->span.begin - slice.span.begin] != opaque_byte;
    if (said && seen && word->span.end <= slice.span.end) matches.push_back({word->span, 0, index});
  }
}

void run_check(PageContext& context, const ActiveRule& rule, PatternMatches found) {
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
    case Check::consistency:
      return check_consistency(context, std::move(found));
    case Check::conditional:
      return check_conditional(context, std::move(found));
    case Check::capitalization:
      return check_capitalization(context, std::move(found));
  }
}

}  // namespace

struct PatternScanner::ScopePatterns {
  struct Member {
    size_t rule;  // index in `rules`
    uint32_t pattern;
  };

  explicit ScopePatterns(Scope of_scope) : scope(of_scope), set(set_options(), RE2::UNANCHORED) {}

  void add(const ActiveRule& rule) {
    rules.push_back(std::make_unique<RulePatterns>(rule));
    const RulePatterns& added = *rules.back();
    for (uint32_t pattern = added.any_word ? 1 : 0; pattern < added.locators.size(); ++pattern) {
      [[maybe_unused]] const int index = set.Add(added.locators[pattern].expression(), nullptr);
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

  // What the member matches in the slice of that index.
  void locate(PageContext& context, const Member& member, const ScopeSlice& slice, uint32_t index,
              std::vector<Found>& found) const {
    Found& of_rule = found[member.rule];
    if (of_rule.gave_up) return;
    const RulePatterns& rule = *rules[member.rule];
    const Locator& locator = rule.locators[member.pattern];
    std::vector<Span> spans;
    if (!locator.locate(slice.text, spans)) {
      of_rule.gave_up = true;
      context.enter(rule.rule);
      context.report_message({slice.span.begin, slice.span.begin},
                             "The pattern `" + locator.pattern() +
                                 "` takes too many steps here, so the rule was given up on this page.");
      return;
    }
    for (const Span span : spans) {
      of_rule.matches.push_back(
          {{slice.span.begin + span.begin, slice.span.begin + span.end}, member.pattern, index});
    }
  }

  std::vector<Found> locate(PageContext& context, const std::vector<ScopeSlice>& slices,
                            PageWords& words) const {
    std::vector<Found> found(rules.size());
    std::vector<int> indices;
    for (uint32_t index = 0; index < slices.size(); ++index) {
      occurring(slices[index].text, indices);
      for (const int member : indices)
        locate(context, members[static_cast<size_t>(member)], slices[index], index, found);
      for (size_t rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule]->any_word)
          locate_words(*rules[rule], words, slices[index], index, found[rule].matches);
      }
    }
    return found;
  }

  void scan(PageContext& context, const std::vector<ScopeSlice>& slices, PageWords& words) const {
    std::vector<Found> found = locate(context, slices, words);
    for (size_t index = 0; index < rules.size(); ++index) {
      const RulePatterns& rule = *rules[index];
      std::vector<PatternMatch>& matches = found[index].matches;
      if (found[index].gave_up || (matches.empty() && !rule.misses_what_is_absent())) continue;
      if (!std::is_sorted(matches.begin(), matches.end(), by_place))
        std::sort(matches.begin(), matches.end(), by_place);
      mark_exceptions(rule, matches);
      PatternMatches of_rule{rule.keys(), slices, words, std::move(matches)};
      of_rule.any_word = rule.any_word;
      of_rule.captured = rule.captured;
      run_check(context, rule.rule, std::move(of_rule));
    }
  }

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
    const auto add = [&](Span span, const ProseText& prose, uint32_t most_words) {
      const Span in_text{span.begin - prose.begin, span.end - prose.begin};
      slices.push_back({span, slice(prose.text, in_text), most_words});
    };
    if (!is_prose(patterns->scope)) {
      for (const Span span : source_slices(document, patterns->scope)) {
        slices.push_back({span, document.source.slice(span)});
      }
    } else if (patterns->scope == Scope::sentence) {
      for (const SentenceSlice& sentence : sentence_slices(context.prose(), *texts))
        add(sentence.span, (*texts)[sentence.text], sentence.words);
    } else {
      for (const ProseText& prose : *texts) {
        for (const Span span : prose_slices(document.tree(), patterns->scope, prose))
          add(span, prose, UINT32_MAX);
      }
    }
    patterns->scan(context, slices, words);
  }
}

}  // namespace rubric
