// How it works: a report turns a span into a range and a message with its places filled; everything a
// Diagnostic holds is copied here, so nothing points into the page afterwards.

#include "lint/context.h"

#include <utility>

#include "shortcode/repairs.h"

namespace rubric {

namespace {

Diagnostic make_diagnostic(const ActiveRule& rule, const std::string& path, const Range& range,
                           const Arguments& arguments, Extras extras) {
  Diagnostic diagnostic;
  diagnostic.rule = rule.info->id;
  diagnostic.severity = rule.severity;
  diagnostic.path = path;
  diagnostic.range = range;
  diagnostic.message = fill_message(rule.info->message, arguments);
  diagnostic.help = std::move(extras.help);
  diagnostic.missing_folder = std::move(extras.missing_folder);
  diagnostic.related = std::move(extras.related);
  diagnostic.fixes = std::move(extras.fixes);
  return diagnostic;
}

Fix make_fix(std::string title, Applicability applicability, std::vector<Edit> edits) {
  Fix fix{std::move(title), applicability, {}};
  fix.edits.reserve(edits.size());
  for (Edit& edit : edits) fix.edits.push_back(FileEdit{"", std::move(edit)});
  return fix;
}

}  // namespace

PageContext::PageContext(const Document& document, const Lexicon& lexicon, const Watches& watches,
                         std::vector<Diagnostic>& findings)
    : document_(document), lexicon_(lexicon), watches_(watches), findings_(findings) {}

const Prose& PageContext::prose() {
  if (!prose_) prose_.emplace(document_);
  return *prose_;
}

std::span<const WordPlace> PageContext::places() {
  if (!places_) places_ = watches_.places_in(prose());
  return (*places_)[watch_];
}

void PageContext::report(Span span, const Arguments& arguments, Extras extras) {
  findings_.push_back(
      make_diagnostic(*rule_, document_.path, document_.source.range(span), arguments, std::move(extras)));
}

void PageContext::report_message(Span span, std::string message) {
  Diagnostic diagnostic;
  diagnostic.rule = rule_->info->id;
  diagnostic.severity = rule_->severity;
  diagnostic.path = document_.path;
  diagnostic.range = document_.source.range(span);
  diagnostic.message = std::move(message);
  findings_.push_back(std::move(diagnostic));
}

void PageContext::report(const SyntaxError& error, const Arguments& arguments, std::string help) {
  Extras extras;
  extras.help = std::move(help);
  const std::string_view text = document_.source.text();
  if (std::vector<Edit> edits = repair_tag(text, error, document_.dialect); !edits.empty()) {
    std::vector<Edit> within = edits;
    for (Edit& edit : within)
      edit.span = {edit.span.begin - error.tag.begin, edit.span.end - error.tag.begin};
    const std::string repaired = apply_edits(slice(text, error.tag), within);
    extras.fixes.push_back(fix("Write `" + repaired + "`", Applicability::safe, std::move(edits)));
  }
  report(error.span, arguments, std::move(extras));
}

Fix PageContext::fix(std::string title, Applicability applicability, std::vector<Edit> edits) const {
  return make_fix(std::move(title), applicability, std::move(edits));
}

SiteContext::SiteContext(const Page& page, const Site& site, std::vector<Diagnostic>& findings)
    : page_(page), site_(site), findings_(findings) {}

const std::vector<Resolution>& SiteContext::resolutions() {
  if (!resolutions_) {
    resolutions_.emplace();
    resolutions_->reserve(page_.links.size());
    for (const Link& link : page_.links) resolutions_->push_back(site_.resolve(page_, link));
  }
  return *resolutions_;
}

const std::vector<std::optional<Detour>>& SiteContext::detours() {
  if (!detours_) {
    detours_.emplace();
    detours_->reserve(page_.links.size());
    for (const Link& link : page_.links) detours_->push_back(site_.detour(page_, link));
  }
  return *detours_;
}

void SiteContext::report(const Range& range, const Arguments& arguments, Extras extras) {
  findings_.push_back(make_diagnostic(*rule_, page_.path, range, arguments, std::move(extras)));
}

Fix SiteContext::fix(std::string title, Applicability applicability, std::vector<Edit> edits) const {
  return make_fix(std::move(title), applicability, std::move(edits));
}

void FilesContext::report(std::string_view path, const Arguments& arguments, Extras extras) {
  const Range beginning = {{1, 1}, {1, 1}, {0, 0}};
  findings_.push_back(make_diagnostic(*rule_, std::string(path), beginning, arguments, std::move(extras)));
}

void SuppressionsContext::report(const Range& range, const Arguments& arguments, Extras extras) {
  findings_.push_back(make_diagnostic(*rule_, page_.path, range, arguments, std::move(extras)));
}

Fix SuppressionsContext::fix(std::string title, Applicability applicability, std::vector<Edit> edits) const {
  return make_fix(std::move(title), applicability, std::move(edits));
}

}  // namespace rubric
