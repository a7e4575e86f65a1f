// Fuzzes a whole page: front matter, shortcodes, masking, Markdown. The oracles are the law of shortcodes and
// the span law over what Markdown sees of the page and of each inner text that is a document of its own. Run
// it like document_fuzz.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../markdown/span_law.h"
#include "../shortcode/shortcode_law.h"
#include "markdown/document.h"

namespace {

rubric::Dialect make_dialect() {
  rubric::Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["x"].path = "layouts/shortcodes/x.html";
  dialect.templates["include"].path = "layouts/shortcodes/include.html";
  dialect.templates["raw"] = {.path = "layouts/shortcodes/raw.html", .inner = rubric::InnerText::raw};
  dialect.templates["md"] = {.path = "layouts/shortcodes/md.html", .inner = rubric::InnerText::markdown};
  return dialect;
}

void require_none(const std::vector<std::string>& violations) {
  for (const std::string& violation : violations) std::fprintf(stderr, "%s\n", violation.c_str());
  if (!violations.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const rubric::Dialect dialect = make_dialect();
  const std::string text(reinterpret_cast<const char*>(data), size);
  const rubric::Document document("page.md", text, dialect);
  const uint32_t begin = document.front_matter.span.end;
  require_none(rubric::shortcode_law_violations(text, begin, dialect));
  require_none(rubric::span_law_violations(document.markdown_text(), begin));
  for (const rubric::MaskedRoot& root : document.masked.roots)
    require_none(rubric::span_law_violations(root.text));
  return 0;
}
