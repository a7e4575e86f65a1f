// How it works: what Hugo refuses without looking (a bad URL, an unknown language) comes first; then the page
// finder looks as Hugo does. A text that other pages include is judged from each of them.

#include <algorithm>
#include <array>

#include "site/site.h"
#include "site/urls.h"
#include "site/verdicts.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

// Hugo's own formats (output/outputFormat.go), of all releases.
constexpr std::array<std::string_view, 15> output_formats = {
    "alias", "amp",      "calendar", "css", "csv",     "gotmpl",       "html",          "httpstatus",
    "json",  "markdown", "robots",   "rss", "sitemap", "sitemapindex", "webappmanifest"};

bool has_output_format(const SiteConfiguration& configuration, std::string_view name) {
  const std::string lower = lower_case(name);
  const auto& own = configuration.output_formats;
  return configuration.theme_missing ||
         std::find(output_formats.begin(), output_formats.end(), lower) != output_formats.end() ||
         std::find(own.begin(), own.end(), lower) != own.end();
}

std::string_view extension_written(std::string_view path) {
  return path.ends_with(".md") ? ".md" : "";
}

}  // namespace

Resolution Site::resolve_ref(const Page& from, const Link& link) const {
  if (from.kind == PageKind::plain || !finder_) return judged(Outcome::unknowable);
  if (link.miscounted) return refused(RefFault::miscounted, "");
  const auto destination = parse_ref(link.target);
  if (!destination) return refused(RefFault::bad_url, link.target);
  if (!is_fragment(from)) return resolve_ref_from(from, link, *destination);

  // Whether a template renders the page by itself or within another is not known: one that lives will do.
  std::vector<const Page*> readers = readers_of(from);
  if (readers.empty() && !destination->path.starts_with('/')) return judged(Outcome::unknowable);
  if (from.kind == PageKind::content || readers.empty()) readers.push_back(&from);
  Resolution first;
  for (const Page* reader : readers) {
    Resolution resolution = resolve_ref_from(*reader, link, *destination);
    const bool dead =
        resolution.outcome == Outcome::target_missing || resolution.outcome == Outcome::anchor_missing;
    if (!dead) return resolution;
    if (reader != &from) resolution.from = reader;
    if (reader == readers.front()) first = std::move(resolution);
  }
  return first;
}

Resolution Site::resolve_ref_from(const Page& from, const Link& link, const Destination& destination) const {
  const std::string_view wanted_language =
      link.language().empty() ? std::string_view(from.language) : link.language();
  const ContentTree* tree = finder_->tree_of(wanted_language);
  if (tree == nullptr) return refused(RefFault::language, wanted_language);
  if (destination.path.empty())
    return destination.has_fragment && !link.unseen ? judge_fragment(from, destination) : Resolution{};
  const PageFound found = finder_->find(from, destination.path, wanted_language);
  switch (found.kind) {
    case PageFound::Kind::unknowable:
      return judged(Outcome::unknowable);
    case PageFound::Kind::ambiguous: {
      Resolution resolution = refused(RefFault::ambiguous, destination.path);
      resolution.candidates = found.candidates;
      return resolution;
    }
    case PageFound::Kind::nothing: {
      Resolution resolution = refused(RefFault::no_page, destination.path);
      std::string name(name_of(url_key(destination.path)));
      if (is_content_name(name)) name.erase(name.rfind('.'));
      resolution.draft = tree->draft_named(tree->key(name));
      // Whoever builds a draft builds the others too.
      if (!resolution.draft.empty() && from.absence == Absence::draft) return judged(Outcome::unknowable);
      const std::string near = suggest_ref(from, destination, wanted_language);
      const size_t hash = std::min(link.target.find('#'), link.target.size());
      if (!near.empty()) resolution.suggestion = near + std::string(link.target.substr(hash));
      return resolution;
    }
    case PageFound::Kind::page:
      break;
  }
  if (!link.output_format().empty() && !has_output_format(configuration_, link.output_format()))
    return refused(RefFault::output_format, link.output_format());
  const Page* page = found.node->page;
  if (page == nullptr || !page->published()) return judged(Outcome::unknowable);
  if (!link.output_format().empty() && lacks_format(*page, link.output_format())) {
    Resolution resolution = refused(RefFault::page_format, link.output_format());
    resolution.page = page;
    return resolution;
  }
  return destination.has_fragment && !link.unseen ? judge_fragment(*page, destination)
                                                  : judged(Outcome::found, page);
}

// A page that is no section comes as HTML alone unless it, the site or a cascade says more.
bool Site::lacks_format(const Page& page, std::string_view format) const {
  const auto file = content_file(page.path, configuration_);
  return file && file->form != ContentForm::branch && !equal_ignoring_case(format, "html") &&
         !page.publication.own_outputs && !configuration_.own_outputs && !configuration_.theme_missing &&
         !configuration_.parameters.contains("outputs") && !cascades("outputs");
}

Resolution Site::refused(RefFault fault, std::string_view wanted) const {
  Resolution resolution = judged(Outcome::target_missing);
  resolution.fault = fault;
  resolution.wanted = wanted;
  return resolution;
}

// The page that has the name elsewhere, or the one whose URL is nearest to what the path would have.
std::string Site::suggest_ref(const Page& from, const Destination& destination,
                              std::string_view language) const {
  std::string_view wanted = url_key(destination.path);
  const bool with_extension = !extension_written(wanted).empty();
  if (with_extension) wanted.remove_suffix(3);
  const Page* page = nullptr;
  const ContentTree* tree = finder_->tree_of(language);
  const auto named = tree->named(tree->key(name_of(wanted)));
  if (named.size() == 1) page = named.front()->page;
  const std::string folder = from.urls.empty() ? "/" : resolve_url_path(from.urls.front(), "..");
  for (const std::string_view base : {std::string_view(folder), std::string_view("/")}) {
    if (page != nullptr) break;
    const std::string near = nearest_page(resolve_url_path(base, wanted));
    if (!near.empty()) page = page_for_url(near);
  }
  if (page == nullptr || page == &from || page->language != language) return {};
  if (destination.has_fragment && judge_fragment(*page, destination).outcome == Outcome::anchor_missing)
    return {};
  const std::string ref = ref_to(*page, with_extension);
  const PageFound found = finder_->find(from, ref, language);
  return found.kind == PageFound::Kind::page && found.node->page == page ? ref : std::string();
}

std::string Site::ref_to(const Page& page, bool with_extension) const {
  const auto file = content_file(page.path, configuration_);
  if (!file) return {};
  std::string ref = file->folder.empty() ? std::string() : "/" + file->folder;
  if (file->form == ContentForm::single || with_extension) ref += "/" + std::string(file->name);
  if (with_extension) ref += page.path.substr(page.path.rfind('.'));
  return ref.empty() ? "/" : ref;
}

}  // namespace rubric
