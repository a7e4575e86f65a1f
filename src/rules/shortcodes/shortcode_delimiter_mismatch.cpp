// How it works: the lexer finds what was evidently meant as a delimiter and knows the repair. Whether that
// repair is safe is a question to the site: a call that resolves can be switched on, one that does not would
// break a build that passes today, so its fix is unsafe and says what is missing.

#include <algorithm>

#include "lint/context.h"

namespace rubric {

namespace {

// The include call that the repair of a slip would bring to life, or null.
const Include* include_of(const Page& page, size_t slip) {
  const auto found = std::find_if(page.includes.begin(), page.includes.end(), [&](const Include& include) {
    return include.slip == static_cast<int32_t>(slip);
  });
  return found == page.includes.end() ? nullptr : &*found;
}

Link ref_of(const SlipFact& slip) {
  Link link;
  link.kind = LinkKind::ref;
  link.target = slip.ref;
  return link;
}

// What keeps the repaired call from resolving; empty when nothing does.
std::string still_missing(const SiteContext& context, size_t index) {
  const SlipFact& slip = context.page().slips[index];
  if (!slip.known) return "no template of `" + slip.name + "` was found";
  if (!slip.closed) return "its closing tag is missing";
  if (slip.closes_nothing) return "it has nothing to close";
  if (slip.may_fail && !slip.fails_build && slip.ref.empty()) return "its template may refuse the call";
  if (!slip.ref.empty()) {
    const Resolution ref = context.site().resolve(context.page(), ref_of(slip));
    if (ref.outcome == Outcome::target_missing) return "`" + slip.ref + "` leads to no page";
  }
  const Include* include = include_of(context.page(), index);
  if (include) {
    const IncludeResolution resolution = context.site().resolve(context.page(), *include);
    if (resolution.unknowable) return "whether `" + include->target + "` exists is not known";
    if (!resolution.found) return "`" + include->target + "` does not exist";
  }
  if (slip.delimiter_guessed) return "whether `{{<` or `{{%` was meant is not known";
  return "";
}

// Whether what the tag names is there, by which `{{ include "a/b.md" }}` is told from other languages.
bool leads_somewhere(const SiteContext& context, size_t index) {
  const SlipFact& slip = context.page().slips[index];
  if (!slip.ref.empty()) {
    const Outcome outcome = context.site().resolve(context.page(), ref_of(slip)).outcome;
    return outcome == Outcome::found || outcome == Outcome::anchor_missing;
  }
  const Include* include = include_of(context.page(), index);
  return include != nullptr && context.site().resolve(context.page(), *include).found;
}

// `{{%` and `>}}` are delimiters, but not of one tag.
std::string fault_of(const SlipFact& slip) {
  if (slip.written == "{{<" || slip.written == "{{%") return "does not match the end of this tag";
  if (slip.written == ">}}" || slip.written == "%}}") return "does not end this tag";
  return "is no shortcode delimiter";
}

std::string consequence_of(const SlipFact& slip) {
  if (slip.fails_build) return "the Hugo build fails";
  return "Hugo prints the tag `" + slip.name + "` to readers";
}

}  // namespace

void shortcode_delimiter_mismatch(SiteContext& context) {
  const std::vector<SlipFact>& slips = context.page().slips;
  for (size_t index = 0; index < slips.size(); ++index) {
    const SlipFact& slip = slips[index];
    // No build fails at what an include prints as it is.
    if (slip.fails_build && !context.site().includes().reads_shortcodes(context.page())) continue;
    if (slip.needs_target && !slip.fails_build && !leads_somewhere(context, index)) continue;
    const std::string missing = still_missing(context, index);
    std::string title = "Replace `" + slip.written + "` by `" + slip.meant + "`";
    if (!missing.empty()) title += ", though " + missing;
    Extras extras;
    extras.help = "Write `" + slip.meant + "`.";
    extras.fixes.push_back(
        context.fix(title, missing.empty() ? Applicability::safe : Applicability::unsafe_fix, slip.repairs));
    context.report(
        slip.range,
        {{"found", slip.written}, {"fault", fault_of(slip)}, {"consequence", consequence_of(slip)}},
        std::move(extras));
  }
}

}  // namespace rubric
