// How it works: what readers and Hugo both put up with is found by asking the tables again: a link that an
// alias answers or that spells a URL in another way, a bundle whose folder holds pages, a page that no text
// leads to. Where a hook, a template or an include has a say, nothing is said.

#include <algorithm>

#include "site/destinations.h"
#include "site/site.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

// The path of a destination as written, before its query and fragment.
size_t path_size(std::string_view target) {
  target = target.substr(0, target.find('#'));
  return std::min(target.find('?'), target.size());
}

bool is_file_link(LinkKind kind) {
  return kind == LinkKind::image || kind == LinkKind::html_file || kind == LinkKind::ref;
}

}  // namespace

std::optional<Detour> Site::detour(const Page& from, const Link& link) const {
  if (is_file_link(link.kind) || from.kind != PageKind::content || is_fragment(from) || from.urls.empty())
    return std::nullopt;
  const bool hooked = link.kind != LinkKind::html &&
                      (configuration_.link_hook != LinkHook::none || configuration_.theme_missing);
  const std::string_view written = link.target.substr(0, path_size(link.target));
  const Destination destination = parse_destination(link.target);
  if (hooked || configuration_.base_path != "/" || destination.external || destination.path.empty() ||
      link.target.find('{') != link.target.npos)
    return std::nullopt;
  const bool absolute = destination.path.starts_with('/');
  const std::string url = resolve_url_path(absolute ? "/" : from.urls.front(), destination.path);
  const UrlEntry* entry = urls_.find(url);
  for (const std::string& form : entry == nullptr ? other_unicode_forms(url) : std::vector<std::string>())
    entry = entry != nullptr ? entry : urls_.find(form);
  if (entry == nullptr && unread_ != nullptr && !find_file(url)) unread_->want_heads();
  if (entry == nullptr || entry->page == nullptr || urls_.is_contested(*entry->page)) return std::nullopt;
  const Page& page = *entry->page;
  const std::string& own = page.urls.front();
  // Other URLs than aliases are there in some of Hugo's releases only.
  const bool only_aliases = page.urls.size() <= 1 + page.publication.aliases.size();
  if (own == url || (entry->alias && (configuration_.disable_aliases || !only_aliases))) return std::nullopt;
  std::string straight = encode_destination(absolute ? own : relative_url(from.urls.front(), own));
  straight += link.target.substr(written.size());
  return Detour{entry->alias, &page, std::move(straight)};
}

std::vector<const Page*> Site::hidden_by(const Page& page) const {
  std::vector<const Page*> hidden;
  if (page.publication.headless) return hidden;
  for (const std::string_view path : urls_.hidden_by(page, files_)) {
    const Page* other = page_at(path);
    const bool begins_like_a_page = other != nullptr && !other->publication.title.empty();
    if (begins_like_a_page && !other->publication.draft && includers(*other).empty()) hidden.push_back(other);
  }
  return hidden;
}

// A page that lists make known to nobody but by its section: no text leads there.
bool Site::is_orphan(const Page& page) const {
  if (unread_ != nullptr) unread_->want_texts();
  if (linked_ == nullptr || page.unread || !page.published() || page.urls.empty()) return false;
  const auto file = content_file(page.path, configuration_);
  return file && file->form != ContentForm::branch &&
         !linked_[static_cast<size_t>(&page - pages_.data())].load(std::memory_order_relaxed);
}

void Site::note_links(const Page& from, std::span<const Resolution> resolutions) const {
  for (const Resolution& resolution : resolutions) {
    if (resolution.page == nullptr || resolution.page == &from) continue;
    linked_[static_cast<size_t>(resolution.page - pages_.data())].store(true, std::memory_order_relaxed);
  }
}

void Site::note_links(const Page& from) const {
  for (const Link& link : from.links) {
    const Resolution resolution = resolve(from, link);
    note_links(from, std::span(&resolution, 1));
  }
}

}  // namespace rubric
