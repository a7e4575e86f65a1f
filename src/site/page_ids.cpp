// How it works: the anchors and include calls of a page are gone through in order of place, with the id space
// that its headings are numbered in. A pasted text goes on in the same space, a rendered one has its own.
// What could come out otherwise than it stands in a file of its own makes the whole answer unknown.

#include <algorithm>

#include "site/heading_ids.h"
#include "site/site.h"

namespace rubric {

namespace {

constexpr int deepest = 20;

class IdComposer {
 public:
  IdComposer(const SiteConfiguration& configuration, const IncludeGraph& includes)
      : configuration_(configuration), includes_(includes) {}

  std::optional<std::vector<std::string>> run(const Page& page) {
    HeadingIdSpace space;
    add(page, space, true, 0);
    if (!exact_) return std::nullopt;
    return std::move(ids_);
  }

 private:
  // `reads` says whether the calls of the text are made.
  void add(const Page& page, HeadingIdSpace& space, bool reads, int depth) {
    exact_ = exact_ && !page.open && !includes_.is_incomplete(page) && depth <= deepest;
    auto include = page.includes.begin();
    for (uint32_t index = 0; exact_ && index <= page.anchors.size(); ++index) {
      for (; reads && include != page.includes.end() && include->anchors_before <= index; ++include)
        add(page, *include, space, depth);
      if (index < page.anchors.size()) add_anchor(page, index, space);
    }
  }

  void add_anchor(const Page& page, uint32_t index, HeadingIdSpace& space) {
    const std::string_view id = page.anchors[index].id;
    const char form = page.id_forms.empty() ? id_form::fixed : page.id_forms[index];
    if (form == id_form::fixed) {
      ids_.emplace_back(id);
    } else if (form == id_form::taken) {
      space.take(std::string(id));
      ids_.emplace_back(id);
    } else {
      const size_t number = static_cast<size_t>(form - id_form::made);
      ids_.push_back(space.generate(std::string(id.substr(0, id.size() - number))));
    }
  }

  void add(const Page& page, const Include& include, HeadingIdSpace& space, int depth) {
    if (include.slip >= 0) return;
    IncludeWay way = IncludeWay::unknown;
    const Page* text = includes_.included(page, include, way);
    const ShortcodeTemplate* shortcode = configuration_.dialect.find(include.name);
    if (text == nullptr || shortcode == nullptr || include.nested) {
      exact_ = false;
      return;
    }
    const IncludeTemplate& included = shortcode->included;
    const bool escaped = included.escaped && shortcode->path.ends_with(".html");
    // GetPage gives the text without its front matter.
    const bool with_front_matter =
        text->has_front_matter && included.output != IncludeOutput::page && text->kind == PageKind::fragment;
    HeadingIdSpace own;
    switch (way) {
      case IncludeWay::rendered:
        exact_ = exact_ && !with_front_matter &&
                 (text->kind == PageKind::fragment || included.output == IncludeOutput::page);
        return add(*text, own, true, depth + 1);
      case IncludeWay::pasted:
        exact_ = exact_ && include.alone && !included.wrapped && text->kind == PageKind::fragment &&
                 !with_front_matter && text->tags.empty() && !(escaped && text->escapes_change_ids);
        return add(*text, space, false, depth + 1);
      case IncludeWay::printed:
        exact_ = exact_ && escaped;
        return;
      default:
        exact_ = false;
    }
  }

  const SiteConfiguration& configuration_;
  const IncludeGraph& includes_;
  std::vector<std::string> ids_;
  bool exact_ = true;
};

}  // namespace

bool Site::is_open(const Page& page) const {
  if (page.open || includes_.is_incomplete(page)) return true;
  if (!includes_.includes_anything(page)) return false;
  const std::vector<const Page*> parts = includes_.with_included(page);
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Page* part) { return part->open || includes_.is_incomplete(*part); });
}

std::optional<std::vector<std::string>> Site::exact_ids(const Page& page) const {
  return IdComposer(configuration_, includes_).run(page);
}

}  // namespace rubric
