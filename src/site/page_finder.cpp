// How it works: `find_old` and `find_new` are Hugo's getContentNode before and since 0.123, step by step; the
// names of their steps are Hugo's.

#include "site/page_finder.h"

#include <algorithm>

#include "text/path.h"
#include "text/utf8.h"

namespace rubric {

namespace {

PageFound found(const ContentNode* node) {
  PageFound result;
  if (node == nullptr) return result;
  result.node = node;
  result.kind = node->sure ? PageFound::Kind::page : PageFound::Kind::unknowable;
  return result;
}

PageFound unknowable() {
  PageFound result;
  result.kind = PageFound::Kind::unknowable;
  return result;
}

bool is_nothing(const PageFound& result) {
  return result.kind == PageFound::Kind::nothing;
}

// The place below content of a page's file: "/a/b".
std::string place_of(const ContentFile& file) {
  std::string place = file.folder.empty() ? std::string() : "/" + file.folder;
  if (file.form == ContentForm::single) place += "/" + std::string(file.name);
  return place.empty() ? "/" : place;
}

// Go's path.Join("/", folder, path): dots are resolved and never leave the root, no slash at the end.
std::string join(std::string_view folder, std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::string_view rest : {folder, path}) {
    while (!rest.empty()) {
      const size_t slash = std::min(rest.find('/'), rest.size());
      const std::string_view part = rest.substr(0, slash);
      rest.remove_prefix(std::min(rest.size(), slash + 1));
      if (part == ".." && !parts.empty()) parts.pop_back();
      if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    }
  }
  std::string result;
  for (const std::string_view part : parts) result.append("/").append(part);
  return result.empty() ? "/" : result;
}

// Unicode's White_Space, as Go's unicode.IsSpace has it.
bool is_space(char32_t letter) {
  return (letter >= U'\t' && letter <= U'\r') || letter == U' ' || letter == 0x85 || letter == 0xA0 ||
         letter == 0x1680 || (letter >= 0x2000 && letter <= 0x200A) || letter == 0x2028 || letter == 0x2029 ||
         letter == 0x202F || letter == 0x205F || letter == 0x3000;
}

// Go's strings.TrimSpace.
std::string_view trimmed(std::string_view text) {
  size_t begin = 0, end = 0, at = 0;
  while (at < text.size()) {
    const CodePoint letter = decode_utf8(text, at);
    at += letter.length;
    if (!is_space(letter.value)) end = at;
    if (end == 0) begin = at;
  }
  return text.substr(begin, std::max(begin, end) - begin);
}

bool has_extension(std::string_view path) {
  return name_of(path).find('.') != std::string_view::npos;
}

std::string_view without(std::string_view text, std::string_view suffix) {
  if (text.ends_with(suffix)) text.remove_suffix(suffix.size());
  return text;
}

}  // namespace

/// What is looked for, and from where.
struct PageFinder::Query {
  const ContentTree& tree;
  const Page& from;
  const ContentFile& place;  // of `from`
  std::string_view path;
  bool by_name;
};

/// A path as new Hugo's path parser (common/paths/pathparser.go) takes it apart.
struct PageFinder::ParsedPath {
  std::string base;  // the key of the page that it names
  std::string name;  // for looking it up by name alone
};

PageFinder::PageFinder(const SiteConfiguration& configuration, const FileTree& files,
                       const ContentTree::FindPage& page_at, const ContentTree::IsResource& is_resource,
                       UnreadPages* unread)
    : configuration_(configuration), files_(files), unread_(unread) {
  for (const std::string& language : configuration.languages)
    trees_.try_emplace(language, configuration, files, language, page_at, is_resource, unread);
}

const ContentTree* PageFinder::tree_of(std::string_view language) const {
  const auto tree = trees_.find(language);
  return tree == trees_.end() ? nullptr : &tree->second;
}

PageFound PageFinder::find(const Page& from, std::string_view path, std::string_view language,
                           bool by_name) const {
  const ContentTree* tree = tree_of(language);
  const auto place = content_file(from.path, configuration_);
  if (tree == nullptr || !place) return unknowable();
  const bool old = configuration_.dialect.hugo < HugoVersion{0, 123, 0};
  const Query query{*tree, from, *place, path, by_name};
  PageFound result = old ? find_old(query) : find_new(query);
  if (is_nothing(result) && unread_ != nullptr) unread_->want_heads();
  // What new Hugo makes of slashes in a row and of blanks at the ends has changed between its releases.
  const bool is_odd = path.find("//") != path.npos || trimmed(path) != path;
  if (is_nothing(result) && !old && is_odd) return unknowable();
  // Old Hugo also knows pages by their place in the repository where a mount changes it.
  const bool remounted = std::any_of(configuration_.content.begin(), configuration_.content.end(),
                                     [](const Mount& mount) { return !mount.target.empty(); });
  if (is_nothing(result) && (tree->is_open() || (old && remounted))) return unknowable();
  return result;
}

PageFound PageFinder::find_old(const Query& query) const {
  std::string ref = query.tree.key(trimmed(query.path));
  if (ref.empty()) ref = "/";
  const std::string in_ref = ref;
  const auto slashes = std::count(ref.begin(), ref.end(), '/');
  const bool by_name =
      query.by_name && !ref.starts_with('.') && (slashes == 0 || (slashes == 1 && ref.front() == '/'));
  if (!ref.starts_with('/')) {
    std::string_view base = query.place.folder;
    // From a bundle one looks beside its folder, unless one asks to go up.
    if (query.place.form == ContentForm::leaf && !ref.starts_with("..")) base = folder_of(base);
    ref = join(query.tree.key(base), ref);
  }

  std::string name, ignored;
  if (PageFound result = section_or_page(query.tree, ref, name); !is_nothing(result)) return result;
  if (!in_ref.starts_with('/')) {
    PageFound result = section_or_page(query.tree, "/" + in_ref, ignored);
    if (!is_nothing(result)) return result;
  }
  const std::string_view key = ref.size() > 1 ? without(ref, "/") : std::string_view(ref);
  if (const auto taxonomy = query.tree.nearest_taxonomy(key))
    return *taxonomy == key ? found(query.tree.taxonomy(key)) : PageFound{};
  if (PageFound result = find_source(query, ref); !is_nothing(result)) return result;
  return by_name ? find_name(query.tree, name_of(name)) : PageFound{};
}

// Old Hugo also knows each page by its file's path, in small letters, from the root of the module that it
// lies in; here that is the module of the page with the ref.
PageFound PageFinder::find_source(const Query& query, std::string_view ref) const {
  std::string_view below = query.from.path;
  std::string module = configuration_.root;
  if (!is_at_or_below(below, module)) return unknowable();
  if (!module.empty()) below.remove_prefix(module.size() + 1);
  if (below.starts_with("_vendor/")) return unknowable();
  constexpr std::string_view themes = "themes/";
  const bool in_theme = below.starts_with(themes);
  if (in_theme)
    module += (module.empty() ? "" : "/") + std::string(below.substr(0, below.find('/', themes.size())));
  if (!in_theme && ref.starts_with("/themes/")) return {};
  const std::string path =
      query.tree.key(module) + std::string(ref.substr(module.empty() && !ref.empty() ? 1 : 0));
  for (const Mount& mount : configuration_.content) {
    const std::string source = query.tree.key(mount.source);
    if (!is_at_or_below(path, source)) continue;
    const std::string in_mount = mount.source + path.substr(source.size());
    const auto file = content_file(in_mount, configuration_);
    if (!file) continue;
    const std::string place = query.tree.key(place_of(*file));
    for (const ContentNode* node :
         {query.tree.page(place), query.tree.section(place), query.tree.taxonomy(place)}) {
      if (node != nullptr && query.tree.key(node->file) == path) return found(node);
    }
  }
  return {};
}

// Sets `name` to what a look-up by name goes by.
PageFound PageFinder::section_or_page(const ContentTree& tree, const std::string& ref,
                                      std::string& name) const {
  name.clear();
  const std::string_view key = ref.size() > 1 ? without(ref, "/") : std::string_view(ref);
  const auto section = tree.nearest_section(key);
  if (section && *section == key) return found(tree.section(key));

  // Hugo cuts off the section with its slash, then another slash: "/section//page" is a page of it.
  std::string_view file = ref;
  if (section) file.remove_prefix(std::min(file.size(), section->size() + (*section == "/" ? 0 : 1)));
  if (file.starts_with('/')) file.remove_prefix(1);
  std::string_view stem = file;
  const size_t dot = stem.rfind('.');
  if (dot != stem.npos && stem.find('/', dot) == stem.npos) stem = stem.substr(0, dot);
  stem = without(stem, "." + std::string(tree.language()));
  stem = without(stem, "/index");
  stem = without(stem, "/_index");
  name = stem;
  if (!section) return {};
  const ContentNode* node = tree.section(*section);
  if (!node->file.empty() && name_of(node->file) == file) return found(node);
  return found(tree.page(*section == "/" ? "/" + name : std::string(*section) + "/" + name));
}

PageFound PageFinder::find_new(const Query& query) const {
  std::string ref(without(query.path, "/"));
  if (ref.empty()) ref = "/";
  if (has_extension(ref)) return find_new(query, ref, true);
  if (ref == "/") return find_new(query, "/_index.md", false);
  if (ref.ends_with("/index")) {
    PageFound result = find_new(query, ref + "/index.md", false);
    if (!is_nothing(result)) return result;
  }
  return find_new(query, ref + ".md", false);
}

PageFound PageFinder::find_new(const Query& query, const std::string& ref, bool has_extension) const {
  const ContentTree& tree = query.tree;
  const std::string_view in_ref = without(query.path, "/");
  if (!ref.starts_with('/')) {
    std::string_view base = query.place.folder;
    const bool from_inside = has_extension && ref.starts_with("../");
    if (query.place.form == ContentForm::leaf && !from_inside) base = folder_of(base);
    PageFound result = found(tree.page(parse(join(base, ref), tree).base));
    if (is_nothing(result) && has_extension) result = find_file(tree, folder_of(query.from.path), in_ref);
    if (!is_nothing(result)) return result;
  }
  if (ref.starts_with('.')) return {};
  const ParsedPath parsed = parse(ref, tree);
  PageFound result = found(tree.page(parsed.base));
  if (is_nothing(result) && has_extension) {
    const ContentNode* home = tree.page("/");
    if (home != nullptr && !home->file.empty()) result = find_file(tree, folder_of(home->file), in_ref);
  }
  if (!is_nothing(result) || !query.by_name || in_ref.find('/') != in_ref.npos) return result;
  return find_name(tree, parsed.name);
}

// Hugo's reverse look-up: the page of the file that the path leads to in the repository.
PageFound PageFinder::find_file(const ContentTree& tree, std::string_view folder,
                                std::string_view path) const {
  const auto joined = join_path(folder, path);
  if (!joined || !files_.has_file(*joined)) return {};
  const auto file = content_file(*joined, configuration_);
  return file ? found(tree.page(tree.key(place_of(*file)))) : PageFound{};
}

PageFound PageFinder::find_name(const ContentTree& tree, std::string_view name) const {
  const bool old = configuration_.dialect.hugo < HugoVersion{0, 123, 0};
  // Whether a name means pages without a file too has changed between new releases.
  const auto is_sure = [&](const ContentNode* node) {
    const bool goes = node->page != nullptr && node->page->publication.expires != Publication::no_date;
    return node->sure && !goes && (old || !node->file.empty());
  };
  const auto nodes = tree.named(name);
  if (nodes.empty()) return {};
  const auto sure = std::count_if(nodes.begin(), nodes.end(), is_sure);
  if (nodes.size() == 1 && (old || !nodes.front()->file.empty())) return found(nodes.front());
  if (sure < 2) return unknowable();
  PageFound result;
  result.kind = PageFound::Kind::ambiguous;
  for (const ContentNode* node : nodes) {
    if (is_sure(node)) result.candidates.push_back(tree.path_of(*node));
  }
  std::sort(result.candidates.begin(), result.candidates.end());
  return result;
}

PageFinder::ParsedPath PageFinder::parse(std::string_view path, const ContentTree& tree) const {
  std::string key = tree.key(path);
  if (!key.starts_with('/')) key.insert(0, "/");
  if (key.size() > 1 && key.ends_with('/')) key.pop_back();
  const size_t name_begin = key.rfind('/') + 1;
  const std::string_view name = std::string_view(key).substr(name_begin);
  const size_t dot = name.rfind('.');
  if (dot == name.npos) return {key, std::string(name)};

  std::string_view stem = name.substr(0, dot);
  const size_t before = stem.rfind('.');
  const auto& languages = configuration_.languages;
  const bool has_language = before != stem.npos && std::find(languages.begin(), languages.end(),
                                                             stem.substr(before + 1)) != languages.end();
  if (has_language) stem = stem.substr(0, before);
  if (!is_content_name(name)) {
    const std::string ending(name.substr(dot));
    return {key.substr(0, name_begin) + std::string(has_language ? stem : name.substr(0, dot)) + ending,
            std::string(stem)};
  }
  if (stem != "index" && stem != "_index")
    return {key.substr(0, name_begin + stem.size()), std::string(stem)};
  const std::string folder = key.substr(0, name_begin - 1);
  return {folder.empty() ? "/" : folder, std::string(name_of(folder))};
}

}  // namespace rubric
