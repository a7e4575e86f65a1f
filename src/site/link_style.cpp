#include "site/link_style.h"

#include <array>

#include "site/destinations.h"

namespace rubric {

namespace {

bool is_of_markdown(LinkKind kind) {
  return kind == LinkKind::inlined || kind == LinkKind::reference || kind == LinkKind::definition;
}

PageLinkForm form_of(std::string_view path) {
  const bool file = path.ends_with(".md");
  if (path.starts_with('/')) return file ? PageLinkForm::absolute_file : PageLinkForm::absolute_url;
  return file ? PageLinkForm::relative_file : PageLinkForm::relative_url;
}

// Links to pages, told by their look: other files have an ending.
struct Counts {
  std::array<uint32_t, 5> forms = {};
  uint32_t final_slash = 0, no_slash = 0, ref_extension = 0;

  void add(const Link& link) {
    const std::string_view path = link.target.substr(0, link.target.find_first_of("#?"));
    if (link.kind == LinkKind::ref) {
      ++forms[static_cast<size_t>(PageLinkForm::ref)];
      if (path.ends_with(".md")) ++ref_extension;
      return;
    }
    if (!is_of_markdown(link.kind) || path.empty() || path.find("://") != path.npos) return;
    const PageLinkForm form = form_of(path);
    const bool url = form == PageLinkForm::absolute_url || form == PageLinkForm::relative_url;
    if (url && path.substr(path.rfind('/') + 1).find('.') != path.npos && !path.ends_with('.')) return;
    ++forms[static_cast<size_t>(form)];
    if (url) ++(path.ends_with('/') ? final_slash : no_slash);
  }
};

}  // namespace

LinkStyle link_style(const Site& site, PageKind kind) {
  const bool plain = kind == PageKind::plain;
  Counts counts;
  for (const Page& page : site.pages()) {
    if ((page.kind == PageKind::plain) != plain) continue;
    for (const Link& link : page.links) counts.add(link);
  }
  LinkStyle style;
  style.form = plain ? PageLinkForm::relative_file : PageLinkForm::absolute_url;
  for (size_t form = 0; form < counts.forms.size(); ++form) {
    if (counts.forms[form] > counts.forms[static_cast<size_t>(style.form)])
      style.form = static_cast<PageLinkForm>(form);
  }
  style.final_slash = counts.final_slash >= counts.no_slash;
  style.ref_extension = 2 * counts.ref_extension > counts.forms[static_cast<size_t>(PageLinkForm::ref)];
  return style;
}

std::string written_link(const Site& site, const Page& from, const Page& to, PageLinkForm form,
                         const LinkStyle& style) {
  const SiteConfiguration& configuration = site.configuration();
  const bool plain = to.kind == PageKind::plain;
  if (form == PageLinkForm::ref) return site.ref_to(to, style.ref_extension);
  if (form == PageLinkForm::relative_file) return relative_url("/" + from.path, "/" + to.path);
  if (form == PageLinkForm::absolute_file) return plain ? "/" + to.path : site.ref_to(to, true);
  if (to.urls.empty()) return {};
  std::string url = to.urls.front();
  if (!style.final_slash && url.size() > 1 && url.ends_with('/')) url.pop_back();
  if (form == PageLinkForm::relative_url)
    return from.urls.empty() ? std::string() : relative_url(from.urls.front(), url);
  const std::string& base = configuration.of_language(from.language).base_path;
  return configuration.canonify_urls ? url : base + url.substr(1);
}

}  // namespace rubric
