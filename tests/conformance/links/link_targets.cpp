// How it works: an address is made in steps, each with a chance: a path below baseURL is chosen, changed in a
// way that breaks it or does not, written from the root, from the page or with the host, and gets a query or
// a fragment.

#include <algorithm>

#include "conformance/links/link_writer.h"
#include "conformance/links/site_generator.h"

namespace rubric {
namespace {

std::string_view folder_of_url(std::string_view url) {
  return url.substr(0, url.rfind('/') + 1);
}

bool is_letter(char byte) {
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(path.size(), slash + 1));
  }
  return parts;
}

class Targets {
 public:
  Targets(const LinkSite& site, const PublishedSite& published, Random& random)
      : published_(published), random_(random), hosts_(site.variant == "hosts" ? 50u : 8u) {
    const bool feeds = site.variant == "feeds";
    for (const auto& [path, page] : published.pages())
      if ((feeds || !is_pager(path)) && (!page.redirects || !page_of_language(path))) urls_.push_back(path);
    for (const auto& [path, page] : published.pages())
      if (page.source.ends_with(".md") && page.source.find('%') == std::string::npos)
        pages_.push_back(page.source);
    for (const std::string& path : published.files())
      if (feeds || !path.ends_with(".xml")) urls_.push_back(path);
    for (const SiteFile& file : site.files) {
      if (file.path.find("content") == 0 || file.path.find("extra") == 0 || file.path.find("text") == 0)
        if (file.is_page()) sources_.push_back(file.path);
      has_hook_ = has_hook_ || file.path.ends_with("/render-link.html");
    }
    base_path_ = site.base_url.substr(site.base_url.find('/', 8));
  }

  /// An address for a link on a page whose URL is `from`, made from the content file `source`.
  std::string address(std::string_view from, std::string_view source) {
    const size_t kind = random_.below(100);
    if (kind < 3) return outside();
    if (kind < 12) return within(from);
    if (kind < 22) return with_tail(source_path(source), {});
    std::string path;
    const HtmlPage* page = nullptr;
    if (kind < 36 || urls_.empty()) {
      path = naive_url();
    } else {
      const std::string& file = urls_[random_.below(urls_.size())];
      path = PublishedSite::url_of(file);
      const auto found = published_.pages().find(file);
      if (found != published_.pages().end()) page = &found->second;
    }
    if (random_.chance(12) && path.size() > 1 && path.ends_with('/')) path.pop_back();
    if (random_.chance(22)) path = changed(std::move(path));
    return with_tail(written(path, from), page == nullptr ? std::vector<std::string>() : ids_of(*page));
  }

  /// A path for `ref`.
  std::string ref() {
    std::string path = pages_.empty() ? "none.md" : pages_[random_.below(pages_.size())];
    path = path.substr(path.find('/'));
    if (random_.chance(30)) path.resize(path.size() - 3);
    if (random_.chance(60)) path += "#" + fragment({});
    return path;
  }

 private:
  static std::vector<std::string> ids_of(const HtmlPage& page) { return {page.ids.begin(), page.ids.end()}; }

  std::string outside() {
    constexpr const char* addresses[] = {
        "https://other.example/x/", "mailto:a@example.org",       "//other.example/y",
        "https://sub.example.org/", "https://example.org:8080/x", "tel:+491",
        "ftp://example.org/x",      "javascript:void(0)",         "data:text/plain,x"};
    // A hook's template prints the first five only.
    return addresses[random_.below(has_hook_ ? 5 : std::size(addresses))];
  }

  static bool is_pager(std::string_view path) {
    return path.find("page/") != path.npos || path.find("seite/") != path.npos;
  }

  /// "de/index.html"
  static bool page_of_language(std::string_view path) {
    return path.ends_with("/index.html") && path.find('/') == path.rfind('/');
  }

  /// What stays on the page.
  std::string within(std::string_view from) {
    const auto page = published_.pages().find(file_of(from));
    const std::vector<std::string> ids =
        page == published_.pages().end() ? std::vector<std::string>() : ids_of(page->second);
    switch (random_.below(8)) {
      case 0:
        return "";
      case 1:
        return has_hook_ ? "" : "?x=1";
      case 2:
        return (has_hook_ ? "#" : "?x=1#") + fragment(ids);
      default:
        return "#" + fragment(ids);
    }
  }

  static std::string file_of(std::string_view url) {
    std::string path(url.substr(1));
    if (path.empty() || path.ends_with('/')) path += "index.html";
    return path;
  }

  /// The place of a content file, as one who thinks in files writes it.
  std::string source_path(std::string_view from) {
    if (sources_.empty()) return "none.md";
    const std::string& target = sources_[random_.below(sources_.size())];
    std::string below = target.substr(target.find('/'));
    if (is_index(below)) below.resize(below.rfind('/') + 1);
    const bool short_name = random_.chance(40) && below.ends_with(".md");
    const std::string path = short_name ? below.substr(0, below.size() - 3) : below;
    switch (random_.below(4)) {
      case 0:
        return escaped(path);
      case 1:
        return escaped(path.substr(path.rfind('/') + 1));
      case 2:
        return "./" + escaped(path.substr(path.rfind('/') + 1));
      default:
        return escaped(relative(from.substr(std::min(from.find('/'), from.size())), path));
    }
  }

  static bool is_index(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name.starts_with("index.") || name.starts_with("_index.");
  }

  std::string naive_url() {
    constexpr const char* guesses[] = {
        "/none/",
        "/a/",
        "/b/",
        "/a/b/",
        "/docs/",
        "/tags/",
        "/tags/x/",
        "/categories/",
        "/img/",
        "/a/none.html",
        "/static/img/logo.png",
        "/content/a/p.md",
        "/areas/",
        "/index.xml",
        "/a/index.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/404.html",
        "/moved/",
        "/gone/x/y",
        "/old/z/x/",
        "/away",
        "/shown/",
        "/für",
        "/handed/down/",
        "/extra/e/",
        "/dl/f.txt",
        "/one.txt",
        "/docs/one/",
    };
    if (sources_.empty() || random_.chance(20)) return random_.pick(guesses);
    std::string path = sources_[random_.below(sources_.size())];
    path = path.substr(path.find('/'));
    if (is_index(path)) return path.substr(0, path.rfind('/') + 1);
    for (const std::string_view ending : {".md"}) {
      if (!path.ends_with(ending)) continue;
      path.resize(path.size() - ending.size());
      return path + "/";
    }
    return path;
  }

  std::string changed(std::string path) {
    if (path.ends_with(".xml")) return path;
    const size_t at = random_.below(path.size());
    switch (random_.below(13)) {
      case 0:
        return has_hook_ ? path : path + "index.html";
      case 1:
        return path.ends_with('/') ? path + "/" : path;
      case 2:
        if (is_letter(path[at])) path[at] = static_cast<char>(path[at] ^ 0x20);
        return path;
      case 3:
        return is_letter(path[at]) ? path.erase(at, 1) : path;
      case 4:
        return is_letter(path[at]) ? path.insert(at, "x") : path;
      case 5:
        return path == "/" ? path : "/de" + path;
      case 6:
        return "/a" + path;
      case 7:
        return has_hook_ ? path : "/" + path;
      case 8:
        return path.ends_with('/') ? path.substr(0, path.size() - 1) + ".html" : path + ".html";
      case 9:
        return path.ends_with(".html") ? path.substr(0, path.size() - 5) + "/" : path;
      case 10:
        return normalized_otherwise(path);
      case 11:
        return path + "../";
      default:
        return path + "x/../";
    }
  }

  /// With a letter and its accent taken apart or put together.
  static std::string normalized_otherwise(std::string path) {
    const std::pair<std::string_view, std::string_view> forms[] = {
        {"ü", "u\u0308"}, {"ï", "i\u0308"}, {"é", "e\u0301"}};
    for (const auto& [composed, apart] : forms) {
      if (const size_t at = path.find(composed); at != path.npos)
        return path.replace(at, composed.size(), apart);
      if (const size_t at = path.find(apart); at != path.npos)
        return path.replace(at, apart.size(), composed);
    }
    return path;
  }

  std::string relative(std::string_view from, std::string_view url) {
    const std::vector<std::string> base = segments(folder_of_url(from));
    const std::vector<std::string> target = segments(url);
    size_t shared = 0;
    while (shared < base.size() && shared + 1 < target.size() && base[shared] == target[shared] &&
           !random_.chance(10))
      ++shared;
    std::string result;
    for (size_t level = shared; level < base.size(); ++level) result += "../";
    for (size_t part = shared; part < target.size(); ++part) {
      result += target[part];
      if (part + 1 < target.size() || url.ends_with('/')) result += '/';
    }
    if (result.empty()) result = ".";
    if (random_.chance(10)) result = "./" + result;
    if (random_.chance(3)) result = "../" + result;
    return result;
  }

  /// The text of a path in an address.
  std::string escaped(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const bool letters = random_.chance(40);
    std::string result;
    for (const char byte : path) {
      const auto value = static_cast<unsigned char>(byte);
      const bool must = byte == '?' || byte == '#' || (byte == '%' && (has_hook_ || random_.chance(70)));
      const bool may = (value >= 0x80 && letters) || (byte == ' ' && random_.chance(50)) ||
                       (byte == '(' && random_.chance(30)) || (value < 0x80 && random_.chance(1));
      if (byte != '/' && (must || may)) {
        result += '%';
        result += digits[value >> 4];
        result += digits[value & 15];
      } else {
        result += byte;
      }
    }
    return result;
  }

  std::string written(const std::string& path, std::string_view from) {
    const bool with_host = random_.chance(hosts_);
    if (!with_host && random_.chance(40)) return escaped(relative(from, path));
    std::string whole = base_path_ + path.substr(1);
    if (base_path_ != "/" && random_.chance(25)) whole = path;
    if (!with_host) return escaped(whole);
    if (whole == "/" && random_.chance(50)) whole.clear();
    constexpr const char* hosts[] = {"https://example.org", "https://example.org", "http://example.org",
                                     "//example.org",       "https://EXAMPLE.org", "https://example.org:443"};
    return random_.pick(hosts) + escaped(whole);
  }

  std::string fragment(const std::vector<std::string>& ids) {
    constexpr const char* guesses[] = {
        "one", "two-words", "dup-1", "dup-2",         "custom_id", "Custom_ID", "none",
        "top", "Top",       "",      "über-uns",      "html-id",   "old-name",  "%C3%BCber-uns",
        "One", "para",      "list",  "in-definition", "within",    "sec"};
    if (ids.empty() || random_.chance(40)) return random_.pick(guesses);
    std::string id = ids[random_.below(ids.size())];
    if (id.starts_with("fn")) return id;
    if (random_.chance(15)) id += "x";
    if (random_.chance(10) && is_letter(id.front())) id.front() = static_cast<char>(id.front() ^ 0x20);
    return id;
  }

  std::string with_tail(std::string address, const std::vector<std::string>& ids) {
    constexpr const char* queries[] = {"?x=1", "?", "?a=b&c=d/e", "?q=%20#"};
    const bool stays = has_hook_ && address.empty();
    if (!stays && random_.chance(10)) address += random_.pick(queries);
    if (random_.chance(35) && address.find('#') == address.npos) address += "#" + fragment(ids);
    return address;
  }

  const PublishedSite& published_;
  Random& random_;
  std::vector<std::string> urls_, sources_, pages_;
  std::string base_path_;
  unsigned hosts_;         // the share of addresses with the host's name
  bool has_hook_ = false;  // which stops the build at what is no escape
};

}  // namespace

void add_links(LinkSite& site, const PublishedSite& published, Random& random) {
  std::map<std::string, std::string> url_of;  // by content file
  for (const auto& [path, page] : published.pages())
    if (!page.source.empty()) url_of[page.source] = PublishedSite::url_of(path);
  Targets targets(site, published, random);
  LinkWriter writer(random, !site.newer);
  for (SiteFile& file : site.files) {
    const bool included = file.path.starts_with("assets/");
    const auto url = included ? url_of.begin() : url_of.find(file.path);
    if (!file.is_page() || url == url_of.end()) continue;
    for (size_t count = 6 + random.below(10); count > 0; --count) {
      const bool is_ref = random.chance(4) && !included && site.variant == "pretty";
      const std::string block =
          is_ref ? writer.write_ref(targets.ref()) : writer.write(targets.address(url->second, file.path));
      // The text of an asset is not searched for shortcodes.
      if (!included || block.find("{{") == block.npos) file.parts.push_back("\n" + block + "\n");
    }
  }
}

}  // namespace rubric
