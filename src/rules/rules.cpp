// How it works: a native rule is one function in <group>/<id>.cpp, declared and listed here. The rules' pages
// come from the generated rows (see rule_table.h), which become RuleInfos on the first call.

#include "rules/rules.h"

#include <algorithm>
#include <vector>

#include "lint/context.h"
#include "rules/rule_table.h"

namespace rubric {

void anchor_not_found(SiteContext& context);
void anchor_unverified(SiteContext& context);
void article_mismatch(PageContext& context);
Prepared prepare_article_mismatch(const Preparation& preparation);
void encoding_invalid(PageContext& context);
void front_matter_invalid(PageContext& context);
void front_matter_mistaken(SiteContext& context);
void image_unused(FilesContext& context);
void include_cycle(SiteContext& context);
void include_not_found(SiteContext& context);
void include_shortcode_printed(SiteContext& context);
void include_unused(SiteContext& context);
void link_not_canonical(SiteContext& context);
void link_redirected(SiteContext& context);
void link_target_not_found(SiteContext& context);
void list_parallelism(PageContext& context);
void missing_article(PageContext& context);
Prepared prepare_missing_article(const Preparation& preparation);
void name_case(PageContext& context);
Prepared prepare_name_case(const Preparation& preparation);
void page_hidden(SiteContext& context);
void page_orphaned(BacklinksContext& context);
void param_not_found(SiteContext& context);
void punctuation_spacing(PageContext& context);
Prepared prepare_punctuation_spacing(const Preparation& preparation);
void ref_not_found(SiteContext& context);
void repeated_word(PageContext& context);
Prepared prepare_repeated_word(const Preparation& preparation);
void shortcode_crossed(PageContext& context);
void shortcode_delimiter_mismatch(SiteContext& context);
void shortcode_delimiters_mixed(PageContext& context);
void shortcode_in_comment(PageContext& context);
void shortcode_in_sample(PageContext& context);
void shortcode_markdown_raw(PageContext& context);
void shortcode_name_invalid(PageContext& context);
void shortcode_name_missing(PageContext& context);
void shortcode_not_closed(PageContext& context);
void shortcode_not_opened(PageContext& context);
void shortcode_parameter_invalid(PageContext& context);
void shortcode_parameter_missing(PageContext& context);
void shortcode_parameter_repeated(PageContext& context);
void shortcode_parameters_mixed(PageContext& context);
void shortcode_quote_in_value(PageContext& context);
void shortcode_unknown(PageContext& context);
void shortcode_unterminated(PageContext& context);
void shortcode_unverified(SiteContext& context);
void suppression_unknown(SuppressionsContext& context);
void suppression_unused(SuppressionsContext& context);
void singular_after_quantifier(PageContext& context);
Prepared prepare_singular_after_quantifier(const Preparation& preparation);
void url_collision(SiteContext& context);
void url_lost(MovedContext& context);
void verb_agreement(PageContext& context);
Prepared prepare_verb_agreement(const Preparation& preparation);
void word_confusion(PageContext& context);
Prepared prepare_word_confusion(const Preparation& preparation);

namespace {

constexpr NativeRule natives[] = {
    {"anchor-not-found", anchor_not_found},
    {"anchor-unverified", anchor_unverified},
    {"article-mismatch", article_mismatch, prepare_article_mismatch},
    {"encoding-invalid", encoding_invalid},
    {"front-matter-invalid", front_matter_invalid},
    {"front-matter-mistaken", front_matter_mistaken},
    {"image-unused", image_unused},
    {"include-cycle", include_cycle},
    {"include-not-found", include_not_found},
    {"include-shortcode-printed", include_shortcode_printed},
    {"include-unused", include_unused},
    {"link-not-canonical", link_not_canonical},
    {"link-redirected", link_redirected},
    {"link-target-not-found", link_target_not_found},
    {"list-parallelism", list_parallelism},
    {"missing-article", missing_article, prepare_missing_article},
    {"name-case", name_case, prepare_name_case},
    {"page-hidden", page_hidden},
    {"page-orphaned", page_orphaned},
    {"param-not-found", param_not_found},
    {"punctuation-spacing", punctuation_spacing, prepare_punctuation_spacing},
    {"ref-not-found", ref_not_found},
    {"repeated-word", repeated_word, prepare_repeated_word},
    {"shortcode-crossed", shortcode_crossed},
    {"shortcode-delimiter-mismatch", shortcode_delimiter_mismatch},
    {"shortcode-delimiters-mixed", shortcode_delimiters_mixed},
    {"shortcode-in-comment", shortcode_in_comment},
    {"shortcode-in-sample", shortcode_in_sample},
    {"shortcode-markdown-raw", shortcode_markdown_raw},
    {"shortcode-name-invalid", shortcode_name_invalid},
    {"shortcode-name-missing", shortcode_name_missing},
    {"shortcode-not-closed", shortcode_not_closed},
    {"shortcode-not-opened", shortcode_not_opened},
    {"shortcode-parameter-invalid", shortcode_parameter_invalid},
    {"shortcode-parameter-missing", shortcode_parameter_missing},
    {"shortcode-parameter-repeated", shortcode_parameter_repeated},
    {"shortcode-parameters-mixed", shortcode_parameters_mixed},
    {"shortcode-quote-in-value", shortcode_quote_in_value},
    {"shortcode-unknown", shortcode_unknown},
    {"shortcode-unterminated", shortcode_unterminated},
    {"shortcode-unverified", shortcode_unverified},
    {"singular-after-quantifier", singular_after_quantifier, prepare_singular_after_quantifier},
    {"suppression-unknown", suppression_unknown},
    {"suppression-unused", suppression_unused},
    {"url-collision", url_collision},
    {"url-lost", url_lost},
    {"verb-agreement", verb_agreement, prepare_verb_agreement},
    {"word-confusion", word_confusion, prepare_word_confusion},
};

static_assert(std::is_sorted(std::begin(natives), std::end(natives),
                             [](const NativeRule& left, const NativeRule& right) {
                               return left.id < right.id;
                             }),
              "keep the natives sorted by id");

std::vector<std::string> strings(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

Example example_of(const ExampleRow& row) {
  Example example{std::string(row.text),
                  row.bad,
                  strings(row.reports),
                  std::string(row.fixed),
                  std::string(row.fixed_unsafe),
                  {},
                  row.line,
                  {}};
  for (const auto& [path, text] : row.files) example.files.emplace(path, text);
  for (const auto& [path, text] : row.before) example.before.emplace(path, text);
  return example;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs pairs(std::span<const std::pair<std::string_view, std::string_view>> views) {
  return {views.begin(), views.end()};
}

PatternKeys keys_of(const PatternRow& row) {
  PatternKeys keys;
  keys.scope = row.scope;
  keys.ignore_case = row.ignore_case;
  keys.whole_words = row.whole_words;
  keys.exceptions = strings(row.exceptions);
  keys.tokens = strings(row.tokens);
  keys.raw = strings(row.raw);
  keys.append = row.append;
  keys.swap = pairs(row.swap);
  keys.fix = row.fix;
  keys.max = row.max;
  keys.min = row.min;
  keys.alpha = row.alpha;
  keys.either = pairs(row.either);
  keys.first = row.first;
  keys.second = row.second;
  keys.letter_case = row.letter_case;
  keys.match = row.match;
  keys.style = row.style;
  keys.indicators = strings(row.indicators);
  keys.threshold = row.threshold;
  return keys;
}

RuleInfo info_of(const RuleRow& row) {
  RuleInfo info;
  info.id = row.id;
  info.group = row.group;
  info.summary = row.summary;
  info.message = row.message;
  info.why = row.why;
  info.aliases = strings(row.aliases);
  info.severity = row.severity;
  info.on = row.on;
  info.reads = row.reads;
  info.check = row.check;
  info.pattern = keys_of(row.pattern);
  for (const OptionRow& option : row.options) {
    info.options.push_back({std::string(option.name), std::string(option.summary), strings(option.standard)});
  }
  for (const ExampleRow& example : row.examples) info.examples.push_back(example_of(example));
  info.path = row.path;
  return info;
}

}  // namespace

std::span<const NativeRule> native_rules() {
  return natives;
}

std::span<const RuleInfo> built_in_rules() {
  static const std::vector<RuleInfo> infos = [] {
    std::vector<RuleInfo> made;
    for (const RuleRow& row : rule_rows()) made.push_back(info_of(row));
    return made;
  }();
  return infos;
}

}  // namespace rubric
