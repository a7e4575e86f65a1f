// How it works: the more of the delimiters is left, the less the inside of the tag has to say for it. Each
// combination that does not count is how some other language writes.

#include "shortcode/slip_evidence.h"

#include <algorithm>
#include <string>

namespace rubric {
namespace {

bool is_quoted(const Parameter& parameter) {
  return parameter.value_span.end < parameter.span.end;
}

bool is_path(const Parameter& parameter) {
  const std::string_view value = parameter.value;
  if (!is_quoted(parameter) || value.empty() || value.find_first_of(" {}|") != std::string_view::npos)
    return false;
  const size_t dot = value.rfind('.');
  const bool extension = dot != std::string_view::npos && value.size() - dot >= 3 && value.size() - dot <= 6;
  return extension && dot > 0;
}

/// With `>}}` or `%}}` as it should be, little is missing.
bool is_enough_before_right(const WrittenLeft& left, const WrittenDelimiter& right,
                            const Evidence& evidence) {
  // `map<a, vector<note>>{{note>}}`
  if (evidence.glued && !left.sign && left.garbage == 0 && right.sign == Delimiter::angle) return false;
  if (left.braces >= 2) return evidence.likely || evidence.path;
  const bool fits = evidence.own || evidence.quoted || left.sign == right.sign;
  if (left.braces == 1 && left.substitutes == 0 && left.sign && left.garbage == 0)
    return evidence.likely && fits;
  if (left.sign) return evidence.known && fits && left.in_place() + left.apart > 0;
  return evidence.known && evidence.quoted && left.braces == 1;
}

/// Two braces without a sign of their own.
bool is_enough_without_sign(const WrittenLeft& left, const WrittenDelimiter& right,
                            const Evidence& evidence) {
  if (right.sign && right.braces == 1)
    return evidence.own && right.sign == Delimiter::percent && right.plain_sign && right.garbage == 0;
  if (right.sign) return evidence.known && !right.plain_sign && left.garbage == 0;
  // The same garbage on both sides, but for the trim marks of Go's templates and Handlebars.
  const bool mirrored = right.braces == 2 && left.garbage > 0 && left.garbage == right.garbage;
  if (!mirrored || left.first_garbage == '-' || left.first_garbage == '~') return false;
  const bool turned = left.first_garbage == '>' && right.first_garbage == '<';
  const bool dollars = left.first_garbage == '$' && right.first_garbage == '$' && left.apart;
  return evidence.known && (turned || evidence.quoted || (dollars && evidence.own && evidence.parameters));
}

/// One brace on either side: Jinja's and Liquid's tags, and JSX's braces around an element.
bool is_enough_in_single_braces(const WrittenLeft& left, const WrittenDelimiter& right,
                                const Evidence& evidence) {
  if (left.garbage + right.garbage != 0 || left.quoted || left.references || !left.plain_sign) return false;
  if (left.sign == Delimiter::angle)
    return evidence.known && right.sign == left.sign && left.apart && left.signs == 1;
  if (left.signs == 2) return evidence.known && evidence.quoted && right.signs == 2;
  if (left.loose && !left.apart) return false;  // `{ %NAME% }`
  return evidence.own && (right.sign ? right.sign == left.sign : right.braces == 2);
}

bool has_bare_braces(const WrittenLeft& left, const WrittenDelimiter& right) {
  return left.braces == 2 && left.in_place() == 2 && !left.sign && left.garbage == 0 && !left.quoted &&
         !left.references && !left.loose && right.braces == 2 && !right.sign && right.span.size() == 2 &&
         right.garbage == 0;
}

}  // namespace

Evidence evidence_of(const Tag& tag, const Dialect& dialect) {
  const ShortcodeTemplate* known = dialect.find(tag.name);
  const bool own = known != nullptr && (!known->path.empty() || known->inner == InnerText::unknown);
  const bool path = std::any_of(tag.parameters.begin(), tag.parameters.end(), is_path);
  const bool quoted = std::any_of(tag.parameters.begin(), tag.parameters.end(), is_quoted);
  const bool guessed = path && (tag.name.starts_with("include") || !dialect.templates_complete);
  return {known != nullptr, own,  known != nullptr || guessed, path, quoted, !tag.parameters.empty(),
          tag.self_closing, false};
}

bool is_enough(const WrittenLeft& left, const WrittenDelimiter& right, bool right_complete,
               const Evidence& evidence) {
  if (right_complete) return is_enough_before_right(left, right, evidence);
  if (left.references && right.references) return false;                              // shown on purpose
  if (left.sign == Delimiter::angle && !left.apart && evidence.closed) return false;  // an element of JSX
  if (left.is_whole() && right.sign)
    return evidence.likely || (evidence.path && right.is_whole() && left.sign == right.sign);
  if (left.is_whole()) return evidence.known && right.braces == 2 && (left.plain_sign || evidence.quoted);
  if (left.sign && left.braces >= 2)
    return evidence.known && right.sign && right.braces > 0 && (!left.quoted || evidence.quoted);
  if (left.braces >= 2) return left.braces == 2 && is_enough_without_sign(left, right, evidence);
  if (!left.sign) return false;
  if (left.in_place() == 1) return left.braces == 1 && is_enough_in_single_braces(left, right, evidence);
  return evidence.known && left.in_place() >= 2 && left.apart && left.garbage == 0 &&
         left.sign == right.sign && left.plain_sign && right.in_place() >= 2;
}

bool may_have_signs_outside(const WrittenLeft& left, const WrittenDelimiter& right, const Tag& tag,
                            const Evidence& evidence) {
  return has_bare_braces(left, right) && evidence.own && !tag.closing && !tag.parameters.empty() &&
         std::all_of(tag.parameters.begin(), tag.parameters.end(), is_quoted);
}

bool is_unmistakable(const WrittenLeft& left, const WrittenDelimiter& right, bool right_complete,
                     const Evidence& evidence) {
  if (left.loose || left.references || left.quoted || left.escaped || !evidence.quoted) return false;
  const bool bracketed = left.braces == 1 && left.substitutes == 1 && left.sign;  // `{[% x %]}`
  if (!right_complete)
    return evidence.own && bracketed && right.sign == left.sign && right.in_place() == 2 && !right.loose;
  if (left.in_place() >= 2) return (evidence.known || evidence.path) && (!left.sign || left.substitutes > 0);
  return evidence.own && evidence.path && left.braces == 1 && left.signs == 1 && left.garbage == 0;
}

bool is_bare_call(const WrittenLeft& left, const WrittenDelimiter& right, const Tag& tag,
                  const Evidence& evidence, const Dialect& dialect) {
  if (!has_bare_braces(left, right) || !evidence.known || tag.closing || tag.parameters.empty()) return false;
  if (!tag.parameters.front().name.empty()) return evidence.quoted;
  const bool ref = (tag.name == "ref" || tag.name == "relref") && !evidence.own;
  if (tag.parameters.size() != 1 || !(ref || dialect.find(tag.name)->include)) return false;
  return is_quoted(tag.parameters.front()) &&
         (evidence.path || tag.parameters.front().value.find('/') != std::string::npos);
}

}  // namespace rubric
