// How it works: the sections from a page up to home are asked one after the other, the configuration last, so
// that the nearest wins (hugolib/page__meta.go). Where old Hugo finds two targets that both match, it takes
// either, as its maps fall; then the page is taken to be rendered.

#include "site/cascades.h"

#include "site/glob.h"
#include "text/path.h"

namespace rubric {

/// A page as the targets of cascades see it.
struct Cascades::Target {
  std::string path;  // "/a/b" or, in old Hugo and where there is a file, "/a/b.md"
  std::string_view kind;
  std::string_view language;
};

namespace {

// Patterns that we cannot read match nothing: then a page counts as published.
bool is_match(const std::string& pattern, std::string_view text) {
  return pattern.empty() || glob_matches_text(pattern, text).value_or(false);
}

bool has_same_target(const Cascade& one, const Cascade& other) {
  return one.path == other.path && one.kind == other.kind && one.language == other.language &&
         one.environment == other.environment;
}

}  // namespace

Cascades::Cascades(const SiteConfiguration& configuration, std::span<const Page> pages)
    : configuration_(configuration) {
  for (const Page& page : pages) {
    if (page.publication.cascades == nullptr || page.kind != PageKind::content) continue;
    const auto file = content_file(page.path, configuration);
    if (file && file->form == ContentForm::branch)
      by_folder_.emplace(std::pair(file->folder, file->language), page.publication.cascades.get());
  }
}

bool Cascades::matches(const Cascade& cascade, const Target& target) const {
  return is_match(cascade.path, target.path) && is_match(cascade.kind, target.kind) &&
         is_match(cascade.language, target.language) &&
         is_match(cascade.environment, configuration_.environment);
}

template <typename Visit>
void Cascades::for_each(const Target& target, std::string_view folder, Visit visit) const {
  const auto visit_all = [&](const std::vector<Cascade>& cascades) {
    for (const Cascade& cascade : cascades) {
      if (matches(cascade, target)) visit(cascade);
    }
  };
  if (!by_folder_.empty()) {
    for (;; folder = folder_of(folder)) {
      const auto found = by_folder_.find(std::pair(std::string(folder), target.language));
      if (found != by_folder_.end()) visit_all(*found->second);
      if (folder.empty()) break;
    }
  }
  visit_all(configuration_.of_language(target.language).cascades);
}

Publication Cascades::effective(const Page& page, const ContentFile& file) const {
  Publication facts = page.publication;
  const bool is_old = configuration_.dialect.hugo < HugoVersion{0, 123, 0};
  const bool has_name = is_old || file.form == ContentForm::single;
  std::string path = "/" + file.folder;
  if (has_name) {
    if (path.size() > 1) path += '/';
    path += is_old ? name_of(page.path) : file.name;
  }
  const Target target{std::move(path), hugo_kind(file, configuration_), file.language};
  const Cascade* decides = nullptr;  // about rendering
  for_each(target, file.folder, [&](const Cascade& cascade) {
    inherit(facts, cascade.values);
    if (cascade.values.render == Render::unset) return;
    if (decides == nullptr) decides = &cascade;
    if (is_old && page.publication.render == Render::unset && cascade.values.render == Render::always &&
        !has_same_target(*decides, cascade))
      facts.render = Render::always;
  });
  return facts;
}

Render Cascades::render_of_made(std::string_view kind, std::string_view path,
                                std::string_view language) const {
  if (empty()) return Render::unset;
  Publication facts;
  for_each({"/" + std::string(path), kind, language}, path,
           [&](const Cascade& cascade) { inherit(facts, cascade.values); });
  return facts.render;
}

}  // namespace rubric
