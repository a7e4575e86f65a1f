// How it works: what a page begins with is a fact of the page; only of content does Hugo read front matter.
// As Hugo does, the finding is put at the top of the file. An empty front matter keeps Hugo from looking
// further.

#include "lint/context.h"

namespace rubric {

namespace {

struct Mistake {
  std::string_view begin, taken_for;
};

Mistake mistake_of(MistakenStart start) {
  switch (start) {
    case MistakenStart::nothing:
      break;
    case MistakenStart::yaml:
      return {"-", "YAML front matter"};
    case MistakenStart::list:
      return {"---", "YAML front matter, but a list is none"};
    case MistakenStart::toml:
      return {"+", "TOML front matter"};
    case MistakenStart::json:
      return {"{", "JSON front matter"};
    case MistakenStart::html:
      return {"<", "a plain HTML document, which it refuses"};
  }
  return {};
}

}  // namespace

void front_matter_mistaken(SiteContext& context) {
  const MistakenStart start = context.page().mistaken_start;
  if (start == MistakenStart::nothing) return;
  const Mistake mistake = mistake_of(start);
  const uint32_t begin = context.page().has_byte_order_mark ? 3 : 0;
  Extras extras;
  // A list between two `---` may have been meant as front matter.
  const auto applicability = start == MistakenStart::list ? Applicability::unsafe_fix : Applicability::safe;
  extras.fixes.push_back(
      context.fix("Begin the page with an empty front matter", applicability,
                  {{{begin, begin}, context.page().has_crlf ? "---\r\n---\r\n" : "---\n---\n"}}));
  context.report({{1, 1}, {1, 1}, {begin, begin}},
                 {{"begin", std::string(mistake.begin)}, {"taken_for", std::string(mistake.taken_for)}},
                 std::move(extras));
}

}  // namespace rubric
