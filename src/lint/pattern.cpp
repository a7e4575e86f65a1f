// How it works: per scope, one RE2::Set scans each slice once and says which patterns occur in it (hundreds
// of patterns at the price of one). Only those are then located, each by an RE2 of its own that is compiled
// when its pattern first hits.
//
// A pattern is wrapped so that its match neither begins nor ends inside a word. RE2's `\b` alone would refuse
// "e\.g\." before a blank, hence the alternatives; and it knows ASCII words only, so the letters around a
// match are looked at once more.

#include "lint/pattern.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <mutex>
#include <optional>

#include <re2/re2.h>
#include <re2/set.h>

#include "lint/expression.h"
#include "lint/scope_text.h"
#include "text/utf8.h"

namespace rubric {

namespace {

RE2::Options quiet_options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(32 << 20);  // a set of hundreds of patterns must not fall out of its DFA
  return options;
}

bool is_word_character(std::string_view text, size_t at) {
  if (text[at] == joint_byte) return true;
  static const RE2 word("[\\p{L}\\p{M}\\p{N}_]", quiet_options());
  const CodePoint decoded = decode_utf8(text, at);
  return decoded.well_formed && RE2::FullMatch(re2::StringPiece(text.data() + at, decoded.length), word);
}

size_t character_before(std::string_view text, size_t at) {
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<uint8_t>(text[begin]) & 0xC0) == 0x80) --begin;
  return begin;
}

// Whether position `at` lies inside a word.
bool parts_word(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return false;
  return is_word_character(text, character_before(text, at)) && is_word_character(text, at);
}

// One token or swap of a rule.
class Pattern {
 public:
  // `replaced_by` is null for an existence rule.
  Pattern(const ActiveRule* of_rule, std::string_view pattern, const std::string* replaced_by)
      : rule(of_rule), replacement(replaced_by), expression(expression_of(*of_rule->info, pattern)) {}

  const RE2& locator() const {
    std::call_once(compiled_, [&] { locator_ = std::make_unique<RE2>(expression, quiet_options()); });
    return *locator_;
  }

  const ActiveRule* const rule;
  const std::string* const replacement;
  const std::string expression;

 private:
  mutable std::once_flag compiled_;
  mutable std::unique_ptr<RE2> locator_;
};

struct Match {
  Span span;  // in the page
  const Pattern* pattern;
};

void locate(const Pattern& pattern, std::string_view part, uint32_t offset, std::vector<Match>& matches) {
  const re2::StringPiece piece(part.data(), part.size());
  re2::StringPiece groups[2];
  size_t at = 0;
  while (at < part.size() && pattern.locator().Match(piece, at, part.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<size_t>(groups[1].data() - part.data());
    const size_t end = begin + groups[1].size();
    const bool whole =
        !pattern.rule->info->whole_words || (!parts_word(part, begin) && !parts_word(part, end));
    if (begin == end || !whole) {
      at = begin + 1;
      continue;
    }
    matches.push_back(
        {{static_cast<uint32_t>(offset + begin), static_cast<uint32_t>(offset + end)}, &pattern});
    at = end;
  }
}

// Sorts by rule and place and drops what overlaps an earlier or longer match of the same rule.
void resolve_overlaps(std::vector<Match>& matches) {
  std::stable_sort(matches.begin(), matches.end(), [](const Match& left, const Match& right) {
    if (left.pattern->rule != right.pattern->rule) return left.pattern->rule < right.pattern->rule;
    if (left.span.begin != right.span.begin) return left.span.begin < right.span.begin;
    return left.span.end > right.span.end;
  });
  const Match* kept = nullptr;
  std::vector<Match> result;
  for (const Match& match : matches) {
    const bool same_rule = kept && kept->pattern->rule == match.pattern->rule;
    if (same_rule && match.span.begin < kept->span.end) continue;
    kept = &match;
    result.push_back(match);
  }
  matches = std::move(result);
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (!is_blank(byte)) result.push_back(byte);
    if (is_blank(byte) && !result.empty() && result.back() != ' ') result.push_back(' ');
  }
  return result;
}

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

// "Utilize" becomes "Use", not "use"; a replacement with capitals of its own ("GitLab") stays as it is.
std::string in_case_of(std::string_view match, std::string replacement) {
  if (match.empty() || replacement.empty() || !is_upper(match.front())) return replacement;
  if (std::any_of(replacement.begin(), replacement.end(), is_upper)) return replacement;
  if (replacement.front() >= 'a' && replacement.front() <= 'z') replacement.front() -= 'a' - 'A';
  return replacement;
}

// Whether patterns saw the source itself, white space aside. Where markup was blanked inside a match,
// replacing it would lose the markup.
bool is_source(std::string_view seen, std::string_view source) {
  const auto same = [](char left, char right) {
    return left == right || (is_blank(left) && is_blank(right));
  };
  return std::equal(seen.begin(), seen.end(), source.begin(), source.end(), same);
}

// `seen` is the match as patterns saw it.
void report(PageContext& context, const Match& match, std::string_view seen) {
  const RuleInfo& info = *match.pattern->rule->info;
  const std::string words = with_single_spaces(seen);
  context.enter(*match.pattern->rule);
  if (!match.pattern->replacement) {
    context.report(match.span, {{"match", words}});
    return;
  }
  const std::string replacement = in_case_of(words, *match.pattern->replacement);
  if (replacement == words) return;
  Extras extras;
  if (is_source(seen, context.document().source.slice(match.span))) {
    extras.fixes.push_back(context.fix("Replace `" + words + "` by `" + replacement + "`", info.fix,
                                       {Edit{match.span, replacement}}));
  }
  context.report(match.span, {{"match", words}, {"replacement", replacement}}, std::move(extras));
}

}  // namespace

struct PatternScanner::ScopePatterns {
  explicit ScopePatterns(Scope of_scope) : scope(of_scope), set(quiet_options(), RE2::UNANCHORED) {}

  void add(const ActiveRule* rule, std::string_view pattern, const std::string* replacement) {
    patterns.emplace_back(rule, pattern, replacement);
    [[maybe_unused]] const int index = set.Add(patterns.back().expression, nullptr);
    assert(index + 1 == static_cast<int>(patterns.size()) && "a pattern was not checked when it was loaded");
  }

  // The indices of the patterns that may occur in `text`.
  void occurring(std::string_view text, std::vector<int>& indices) const {
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (set.Match(re2::StringPiece(text.data(), text.size()), &indices, &error)) return;
    if (error.kind == RE2::Set::kNoError) return;
    // The set ran out of memory: any pattern may be there.
    indices.clear();
    for (size_t index = 0; index < patterns.size(); ++index) indices.push_back(static_cast<int>(index));
  }

  // Reports what is found in `part`, which stands at byte `offset` of the page.
  void scan(PageContext& context, std::string_view part, uint32_t offset) const {
    std::vector<int> indices;
    occurring(part, indices);
    if (indices.empty()) return;
    std::vector<Match> matches;
    for (const int index : indices) locate(patterns[index], part, offset, matches);
    resolve_overlaps(matches);
    for (const Match& match : matches) {
      report(context, match, part.substr(match.span.begin - offset, match.span.size()));
    }
  }

  Scope scope;
  RE2::Set set;
  std::deque<Pattern> patterns;  // a deque, since a locator's once_flag cannot move
};

PatternScanner::PatternScanner(std::span<const ActiveRule* const> rules) {
  const auto of_scope = [&](Scope scope) -> ScopePatterns& {
    for (const auto& patterns : scopes_) {
      if (patterns->scope == scope) return *patterns;
    }
    scopes_.push_back(std::make_unique<ScopePatterns>(scope));
    return *scopes_.back();
  };
  for (const ActiveRule* rule : rules) {
    ScopePatterns& patterns = of_scope(rule->info->scope);
    for (const std::string& token : rule->info->tokens) patterns.add(rule, token, nullptr);
    for (const auto& [pattern, replacement] : rule->info->swap) patterns.add(rule, pattern, &replacement);
  }
  for (const auto& patterns : scopes_) {
    [[maybe_unused]] const bool compiled = patterns->set.Compile();
    assert(compiled && "the patterns of one scope need too much memory");
  }
}

PatternScanner::~PatternScanner() = default;

void PatternScanner::scan(PageContext& context) const {
  const Document& document = context.document();
  std::optional<std::vector<ProseText>> texts;  // shared by all prose scopes
  for (const auto& patterns : scopes_) {
    if (!is_prose(patterns->scope)) {
      for (const Span span : source_slices(document, patterns->scope)) {
        patterns->scan(context, document.source.slice(span), span.begin);
      }
      continue;
    }
    if (!texts) texts = prose_texts(document);
    for (const ProseText& prose : *texts) {
      for (const Span span : prose_slices(document.tree(), patterns->scope, prose)) {
        patterns->scan(context, slice(prose.text, {span.begin - prose.begin, span.end - prose.begin}),
                       span.begin);
      }
    }
  }
}

}  // namespace rubric
