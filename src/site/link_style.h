#pragma once

#include <cstdint>
#include <string>

#include "site/site.h"

namespace rubric {

/// The ways to write a link to a page.
enum class PageLinkForm : uint8_t {
  absolute_url,   ///< `/a/b/`
  relative_url,   ///< `../b/`
  absolute_file,  ///< `/a/b.md`
  relative_file,  ///< `../b.md`
  ref,            ///< Hugo's `ref` or `relref`
};

/// How a site mostly writes links to its pages.
struct LinkStyle {
  PageLinkForm form = PageLinkForm::absolute_url;
  bool final_slash = true;     ///< of URLs
  bool ref_extension = false;  ///< `ref "/a/b.md"`
};

/// The style of most links on pages of that kind (fragments count as content).
LinkStyle link_style(const Site& site, PageKind kind);

/// A destination that leads from one page to another, written in that form; empty where there is none. Of a
/// `ref` what stands in its quotes.
std::string written_link(const Site& site, const Page& from, const Page& to, PageLinkForm form,
                         const LinkStyle& style);

}  // namespace rubric
