#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "site/configuration.h"
#include "text/edit.h"
#include "text/span.h"

namespace rubric {

/// What a Markdown file is to its site.
enum class PageKind : uint8_t {
  content,   ///< below a content mount: Hugo publishes it
  fragment,  ///< pulled into pages by an include shortcode (below assets, or a headless folder)
  plain,     ///< Markdown outside Hugo's folders (a README), or any file of a repository without Hugo
};

enum class LinkKind : uint8_t {
  inlined,
  reference,
  definition,  ///< a link reference definition that nothing uses is no link; one that is used is judged here,
               ///< once
  autolink,
  bare,
  image,
  html,  ///< href or src of an HTML element
  ref,   ///< Hugo's ref and relref shortcodes
};

struct Link {
  LinkKind kind = LinkKind::inlined;
  std::string target;  ///< the destination, unescaped; percent-escapes kept
  Range range;         ///< the destination in the source
};

/// An id that a fragment can point to.
struct Anchor {
  std::string id;
  Position position;
};

/// A call that pulls another file into the page.
struct Include {
  std::string target;  ///< the path as written
  Range range;         ///< the path in the source, without its quotes
  Delimiter delimiter = Delimiter::percent;
  uint32_t anchors_before = 0;  ///< how many of the page's own anchors stand before the call
  int32_t slip =
      -1;  ///< index into Page::slips when the tag is mistyped, so Hugo does not include anything yet
};

/// A mistyped shortcode tag, with what is needed to judge whether its repair would work.
struct SlipFact {
  Range range;          ///< the wrong delimiter
  std::string written;  ///< its text, such as "{{$"
  std::string meant;    ///< such as "{{%"
  std::string name;     ///< of the shortcode
  bool known = false;   ///< a template of that name exists
  bool closed = true;   ///< the repaired call is closed, or need not be
  bool fails_build = false;
  std::vector<Edit> repairs;
};

/// The facts of one Markdown file that other pages or site rules need. Owns its strings: no view into the
/// Document it came from, which is freed.
struct Page {
  std::string path;  ///< repository-relative
  PageKind kind = PageKind::plain;
  std::string language;
  std::string title;
  std::vector<std::string>
      urls;  ///< the page's own URL path first, then its aliases; empty when not published
  std::vector<Anchor> anchors;
  bool open = false;  ///< ids may come from templates that cannot be read: a missing anchor proves nothing
  bool published = true;
  std::vector<Link> links;
  std::vector<Include> includes;
  std::vector<SlipFact> slips;
};

/// What the Markdown file at `path` is to the site; nothing for one that is neither published, included nor
/// plain documentation (below layouts, archetypes, static, themes, public…).
std::optional<PageKind> page_kind(std::string_view path, const SiteConfiguration& configuration);

/// Extracts the facts. Pure; safe from many threads.
Page read_page(const Document& document, const SiteConfiguration& configuration);

}  // namespace rubric
