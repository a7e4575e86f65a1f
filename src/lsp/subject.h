#pragma once

#include <optional>
#include <string>

#include "lsp/feature.h"

namespace rubric {

/// What stands at a place of a page and leads somewhere, or is led to.
struct Subject {
  enum class Kind : uint8_t { none, link, include, shortcode, heading };

  Kind kind = Kind::none;
  Span span;                         ///< what of the page the editor may mark
  const Link* link = nullptr;        ///< of a link
  const Include* include = nullptr;  ///< of an include
  const Shortcode* call = nullptr;   ///< of a shortcode, and of an include's tag
  NodeId heading = 0;                ///< of a heading
};

/// The subject at a byte of the page, or just before it, as a cursor stands behind a word. The text of a link
/// stands for the link, a tag for what it includes or refers to, and its name for the shortcode itself.
Subject subject_at(const PageView& page, uint32_t offset);

/// A file, or a place in it, to which a subject leads.
struct Target {
  std::string path;            ///< repository-relative
  Position position = {1, 1};  ///< of the heading or other anchor; else the start
  const Page* page = nullptr;  ///< null for files that are no pages
  bool anchored = false;       ///< a fragment names the position
};

/// Where a link leads; nothing when that is no file of the repository, or is not known.
std::optional<Target> target_of(const PageView& page, const Link& link);
/// The file that is included.
std::optional<Target> target_of(const PageView& page, const Include& include);
/// The shortcode's template; nothing for those embedded in Hugo.
std::optional<Target> target_of(const PageView& page, const Shortcode& call);
/// Any of them; a heading leads nowhere.
std::optional<Target> target_of(const PageView& page, const Subject& subject);

}  // namespace rubric
