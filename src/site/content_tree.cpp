// How it works: files first (drafts left out), then what Hugo makes by itself: the sections of top folders,
// taxonomies and their terms. Old Hugo (before 0.123) keeps sections, pages and taxonomies apart and looks
// them up by different rules; new Hugo has one tree, so there all are pages.

#include "site/content_tree.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

std::string joined(std::string_view folder, std::string_view name) {
  return std::string(folder) + "/" + std::string(name);
}

// "/a" of "/a/b/c".
std::string_view first_folder(std::string_view key) {
  return key.substr(0, key.find('/', 1));
}

// The place below content of a page's file: "/a/b".
std::string place_of(const ContentFile& file) {
  std::string place = file.folder.empty() ? std::string() : "/" + file.folder;
  if (file.form == ContentForm::single) place = joined(place, file.name);
  return place.empty() ? "/" : place;
}

// Calls `visit` with the key and all above it, up to "/", until it returns true.
template <typename Visit>
std::optional<std::string_view> first_above(std::string_view key, Visit visit) {
  while (!key.empty()) {
    if (visit(key)) return key;
    key = folder_of(key);
  }
  if (visit("/")) return "/";
  return std::nullopt;
}

}  // namespace

ContentTree::ContentTree(const SiteConfiguration& configuration, const FileTree& files,
                         std::string_view language, const FindPage& page_at, const IsResource& is_resource,
                         UnreadPages* unread)
    : configuration_(configuration), unread_(unread), language_(language) {
  for (const Mount& mount : configuration.content) {
    for (const std::string& path : files.below(mount.source)) {
      if (name_of(path).starts_with("_content.") && !is_old()) open_ = true;
      const Page* page = page_at(path);
      if (unread != nullptr && unread->holds(path)) continue;
      const auto file = content_file(path, configuration);
      if (!file || file->language != language || is_resource(path, file->form)) continue;
      add_file(path, page, *file);
    }
  }
  remove_below_drafts();
  add_made_sections();
  add_taxonomies();
  with_terms_ = {};
  add_names();
}

std::string ContentTree::key(std::string_view path) const {
  std::string key = lower_case_letters(path);
  if (!is_old()) std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

const ContentNode* ContentTree::look_up(const Nodes& nodes, std::string_view key) const {
  if (unread_ != nullptr) unread_->want_place(key);
  const auto found = nodes.find(std::string(key));
  return found == nodes.end() ? nullptr : &found->second;
}

const ContentNode* ContentTree::any(std::string_view key) const {
  for (const Nodes* nodes : {&sections_, &pages_, &taxonomies_}) {
    if (const ContentNode* node = look_up(*nodes, key)) return node;
  }
  return nullptr;
}

std::optional<std::string_view> ContentTree::nearest_section(std::string_view key) const {
  return first_above(key, [&](std::string_view above) { return section(above) != nullptr; });
}

std::optional<std::string_view> ContentTree::nearest_taxonomy(std::string_view key) const {
  return first_above(key, [&](std::string_view above) { return taxonomy(above) != nullptr; });
}

std::string ContentTree::path_of(const ContentNode& node) const {
  const auto file = node.file.empty() ? std::nullopt : content_file(node.file, configuration_);
  return file ? place_of(*file) : std::string(node.key);
}

std::span<const ContentNode* const> ContentTree::named(std::string_view name) const {
  if (unread_ != nullptr) unread_->want_heads();
  const auto begin = std::partition_point(by_name_.begin(), by_name_.end(),
                                          [&](const ContentNode* node) { return name_of(node->key) < name; });
  const auto end = std::partition_point(begin, by_name_.end(),
                                        [&](const ContentNode* node) { return name_of(node->key) == name; });
  return {begin, end};
}

void ContentTree::add(Nodes& nodes, std::string key, ContentNode node) {
  const auto [added, is_new] = nodes.emplace(std::move(key), node);
  if (is_new) added->second.key = added->first;
}

std::string_view ContentTree::draft_named(std::string_view name) const {
  const auto found = drafts_.find(std::string(name));
  return found == drafts_.end() ? std::string_view() : found->second;
}

void ContentTree::add_file(const std::string& path, const Page* page, const ContentFile& file) {
  std::string key = this->key(place_of(file));
  if (unread_ != nullptr) {
    // A section that is a draft takes what stands below it along.
    for (std::string_view above = key; !above.empty(); above = folder_of(above)) unread_->want_place(above);
  }
  const bool is_branch = file.form == ContentForm::branch;
  const bool in_taxonomy = is_branch && is_below_taxonomy(key);
  const Absence absence = page == nullptr ? Absence::none : page->absence;
  if (absence == Absence::draft || absence == Absence::expired || absence == Absence::future) {
    if (is_branch) (in_taxonomy ? draft_taxonomies_ : draft_sections_).insert(key);
    top_of_drafts_.insert(std::string(first_folder(key)));
    if (absence == Absence::draft) drafts_.emplace(name_of(key), path);
    return;
  }
  // The terms of what stands in a taxonomy itself do not count in old Hugo; in new Hugo perhaps.
  if (page != nullptr && !page->publication.terms.empty() && !(is_old() && in_taxonomy))
    with_terms_.push_back({page, key, !in_taxonomy});
  // Of formats other than Markdown the front matter is not read: they may be drafts.
  const std::string_view kind = !is_branch ? "page" : key == "/" ? "home" : "section";
  Nodes& nodes = !is_old() || !is_branch ? pages_ : in_taxonomy ? taxonomies_ : sections_;
  add(nodes, std::move(key),
      {path, page, page != nullptr && absence != Absence::scheduled && !is_disabled(kind)});
}

// Old Hugo compares the letters only: `tagsoup` counts as below the taxonomy `tags`.
bool ContentTree::is_below_taxonomy(std::string_view key) const {
  return std::any_of(configuration_.taxonomies.begin(), configuration_.taxonomies.end(),
                     [&](const auto& taxonomy) {
                       return !taxonomy.second.empty() && key.substr(1).starts_with(taxonomy.second);
                     });
}

// Whether one of the folders is `key` or stands above it.
bool ContentTree::is_below(const Folders& folders, std::string_view key) {
  return !folders.empty() &&
         first_above(key, [&](std::string_view above) { return folders.count(std::string(above)) != 0; });
}

// In old Hugo a section that is a draft takes with it what stands below, in new Hugo perhaps; of a site whose
// home is a draft little is left.
void ContentTree::remove_below_drafts() {
  if (draft_sections_.empty()) return;
  const bool certain = is_old() && draft_sections_.count("/") == 0;
  for (Nodes* nodes : {&sections_, &pages_}) {
    for (auto at = nodes->begin(); at != nodes->end();) {
      const bool removed = is_below(draft_sections_, nodes == &pages_ ? folder_of(at->first) : at->first);
      if (removed) at->second.sure = false;
      at = removed && certain ? nodes->erase(at) : std::next(at);
    }
  }
  const auto is_removed = [&](const Terms& terms) { return is_below(draft_sections_, terms.key); };
  if (certain) std::erase_if(with_terms_, is_removed);
  for (Terms& terms : with_terms_) terms.sure = terms.sure && !is_removed(terms);
}

// Home, and the folders at the top of content that hold pages.
void ContentTree::add_made_sections() {
  std::vector<std::string> tops;
  for (const Nodes* nodes : {&sections_, &pages_}) {
    for (const auto& [key, node] : *nodes) {
      if (key.find('/', 1) != key.npos) tops.emplace_back(first_folder(key));
    }
  }
  Nodes& nodes = is_old() ? sections_ : pages_;
  const bool sure = !is_disabled("section");
  for (const std::string& top : tops) add(nodes, top, {"", nullptr, sure});
  if (!is_old()) {
    for (const std::string& top : top_of_drafts_) add(nodes, top, {"", nullptr, false});
  }
  add(nodes, "/", {"", nullptr, !is_disabled("home")});
}

void ContentTree::add_taxonomies() {
  const bool enabled = !is_disabled("taxonomy") && !is_disabled("taxonomyterm") && !is_disabled("term");
  for (const auto& [singular, plural] : configuration_.taxonomies) add_taxonomy("/" + key(plural), enabled);
  for (const auto& [page, place, sure] : with_terms_) {
    for (const std::string& term : page->publication.terms) {
      const std::string clean = "/" + clean_url_path(term, true);
      const std::string written = "/" + key(term);
      // Which of both forms a new Hugo takes has changed between its releases.
      const bool one_form = is_old() || clean == written;
      add_taxonomy(clean, enabled && sure && one_form);
      if (!one_form) add_taxonomy(written, false);
    }
  }
}

void ContentTree::add_taxonomy(const std::string& key, bool sure) {
  const bool draft = is_below(draft_taxonomies_, key);
  if (draft && is_old()) return;
  add(is_old() ? taxonomies_ : pages_, key, {"", nullptr, sure && !draft});
}

void ContentTree::add_names() {
  for (const Nodes* nodes : {&sections_, &pages_, &taxonomies_}) {
    for (const auto& [key, node] : *nodes) {
      if (key != "/") by_name_.push_back(&node);
    }
  }
  std::sort(by_name_.begin(), by_name_.end(), [](const ContentNode* left, const ContentNode* right) {
    const std::string_view name = name_of(left->key), other = name_of(right->key);
    return name != other ? name < other : left->key < right->key;
  });
}

bool ContentTree::is_disabled(std::string_view kind) const {
  const auto& kinds = configuration_.disabled_kinds;
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace rubric
