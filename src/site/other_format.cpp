// How it works: the front matter is Hugo's as on any page; Org files may have keywords (`#+slug: x`) in its
// place, which are read into the same shape.

#include <algorithm>

#include "markdown/front_matter.h"
#include "site/page.h"
#include "site/urls.h"

namespace rubric {

namespace {

Value scalar(std::string_view text) {
  Value value;
  value.kind = Value::Kind::string;
  value.scalar = text;
  return value;
}

// Hugo makes lists of the keywords that end in `[]`, at the blanks of their values.
Value list(std::string_view text) {
  Value value;
  value.kind = Value::Kind::sequence;
  while (!text.empty()) {
    const size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) value.items.push_back(scalar(text.substr(0, blank)));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return value;
}

Value read_org_keywords(std::string_view text) {
  Value root;
  root.kind = Value::Kind::mapping;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with("#+")) break;
    const size_t colon = line.find(':');
    if (colon == line.npos) continue;
    std::string_view key = line.substr(2, colon - 2), value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    const bool many = key.ends_with("[]");
    if (many) key.remove_suffix(2);
    root.members.push_back({std::string(key), {}, many ? list(value) : scalar(value)});
  }
  return root;
}

}  // namespace

Page read_other_format(std::string path, std::string_view text, const SiteConfiguration& configuration) {
  Page page;
  page.path = std::move(path);
  page.kind = PageKind::content;
  page.open = true;
  const auto file = content_file(page.path, configuration);
  if (file) page.language = file->language;
  FrontMatter front_matter = parse_front_matter(text);
  page.has_front_matter = front_matter.present;
  if (page.path.ends_with(".org") && !front_matter.present) {
    front_matter.root = read_org_keywords(text);
    page.has_front_matter = !front_matter.root.members.empty();
  }
  page.publication = read_publication(front_matter.root, page.path, configuration.of_language(page.language));
  page.text = std::make_unique<char[]>(0);
  return page;
}

}  // namespace rubric
