// How it works: a page is its front matter, then blocks until the planned size is reached, with the planned
// headings spread evenly among them. Whenever fewer than one line in a hundred holds a planted defect, the
// next block or sentence gets one, taking turns. A tag that is never closed changes all that follows, so such
// a defect ends its page.
#include <algorithm>
#include <array>

#include "english.h"
#include "page_writer.h"

namespace rubric::bench {
namespace {

using namespace std::string_view_literals;

constexpr uint64_t lines_per_defect = 100;
constexpr size_t half_a_block = 240;

enum class Defect : uint8_t { article, repeated, encoding, delimiter, include, not_opened };

constexpr std::array defect_round = {
    Defect::article,  Defect::delimiter, Defect::repeated, Defect::include,
    Defect::article,  Defect::repeated,  Defect::article,  Defect::delimiter,
    Defect::repeated, Defect::include,   Defect::article,  Defect::repeated,
    Defect::article,  Defect::encoding,  Defect::repeated, Defect::not_opened};

constexpr std::array fences = {
    "```bash\n# Install the the package\nmake install PREFIX=/usr/local\n./rotate --keep 7 [link](/nowhere/)\n```\n\n"sv,
    "```yaml\nimage:\n  repository: {{ .Values.image.repository }}\n  tag: {{ default \"latest\" .Values.tag }}\n{{- range $key, $value := .Values.labels }}\n  {{ $key }}: {{ $value | quote }}\n{{- end }}\n```\n\n"sv,
    "~~~yaml\njobs:\n  build:\n    steps:\n      - run: make test\n        env:\n          TOKEN: ${{ secrets.TOKEN }}\n~~~\n\n"sv,
    "```markdown\n{{%/* note */%}}\nA example of a note.\n{{%/* /note */%}}\n```\n\n"sv,
    "```html\n<a href=\"/not/a/page/\">Nowhere</a>\n<img src=\"missing.png\">\n```\n\n"sv,
    "```python\ndef rotate(items, count):\n    \"\"\"Move the first items to the end.\"\"\"\n    return items[count:] + items[:count]\n```\n\n"sv,
    "```sql\nSELECT owner, COUNT(*)\nFROM incidents\nWHERE closed_at IS NULL\nGROUP BY owner;\n```\n\n"sv,
    "Type it as it is shown:\n\n    indented code stays [as it is](/nowhere/)\n    and so does a a line like this\n\n"sv};

}  // namespace

PageWriter::PageWriter(const Plan& plan, const PlannedPage& page, size_t serial, Ledger& ledger)
    : plan_(plan),
      page_(page),
      serial_(serial),
      ledger_(ledger),
      random_(plan.seed * 0x2545f4914f6cdd1du + serial),
      break_lines_(random_.chance(30)) {}

void PageWriter::put(std::string_view text) {
  const auto breaks = static_cast<uint32_t>(std::ranges::count(text, '\n'));
  line_ += breaks;
  ledger_.lines += breaks;
  text_ += text;
}

void PageWriter::plant(std::string_view rule) {
  ledger_.planted.push_back({page_.path, line_, rule});
}

bool PageWriter::defect_is_due() const {
  return !ledger_.clean && ledger_.planted.size() * lines_per_defect < ledger_.lines;
}

std::string PageWriter::page() {
  text_.reserve(page_.bytes + page_.bytes / 8);
  put_front_matter();
  put_body();
  put_definitions();
  put_last_defect();
  if (serial_ % 97 == 50) {
    std::string with_carriage_returns;
    for (const char character : text_) {
      if (character == '\n') with_carriage_returns += '\r';
      with_carriage_returns += character;
    }
    text_ = std::move(with_carriage_returns);
  }
  ledger_.bytes += text_.size();
  return std::move(text_);
}

std::string PageWriter::fragment() {
  fragment_ = true;
  put_heading();
  while (text_.size() < page_.bytes) random_.chance(60) ? put_paragraph() : put_bullets();
  put_definitions();
  ledger_.bytes += text_.size();
  return std::move(text_);
}

void PageWriter::put_front_matter() {
  put("---\ntitle: " + page_.title + "\n");
  if (!ledger_.clean && page_.alias.empty() && serial_ % 400 == 200) {
    plant("front-matter-invalid");
    put("description: Owner: the people in charge\n");
  } else {
    put("description: About the " + phrase(random_) + "\n");
  }
  put("weight: " + std::to_string(serial_ % 90 + 1) + "\n");
  if (!page_.alias.empty()) put("aliases:\n  - " + page_.alias + "\n");
  put("---\n\n");
}

void PageWriter::put_body() {
  const size_t spacing = page_.bytes / page_.headings.size();
  while (text_.size() + definition_bytes_ + half_a_block < page_.bytes) {
    if (headings_done_ < page_.headings.size() && text_.size() >= headings_done_ * spacing) put_heading();
    put_block();
  }
  while (headings_done_ < page_.headings.size()) {
    put_heading();
    put_paragraph();
  }
}

void PageWriter::put_block() {
  if (defect_is_due() && defect_round[ledger_.next_defect % defect_round.size()] >= Defect::delimiter)
    return put_defective_block();
  const size_t style = random_.below(100);
  if (style < 45) return put_paragraph();
  if (style < 66) return put_bullets();
  if (style < 71) return put_numbered_list();
  if (style < 74) return put_tasks();
  if (style < 80) return put_table();
  if (style < 86) return put(random_.pick(fences));
  if (style < 92) return put_note();
  if (style < 95) return put_include();
  if (style < 98) return put_quote();
  put_details();
}

void PageWriter::put_heading() {
  const bool deeper = headings_done_ > 0 && random_.chance(45);
  put((deeper ? "### " : "## ") + page_.headings[headings_done_++] + "\n\n");
}

void PageWriter::put_sentence() {
  if (defect_is_due() && put_defective_sentence()) return;
  if (!random_.chance(11)) return put(sentence(random_));
  const LinkSentence around = link_sentence(random_);
  put(around.before);
  put_link();
  put(around.after);
}

bool PageWriter::put_defective_sentence() {
  switch (defect_round[ledger_.next_defect % defect_round.size()]) {
    case Defect::article:
      plant("article-mismatch");
      put(sentence_with_wrong_article(random_));
      break;
    case Defect::repeated:
      plant("repeated-word");
      put(sentence_with_repeated_word(random_));
      break;
    case Defect::encoding:
      plant("encoding-invalid");
      put("The caf\xe9 is open to everyone.");
      break;
    default:
      return false;
  }
  ++ledger_.next_defect;
  return true;
}

void PageWriter::put_paragraph() {
  for (size_t left = 3 + random_.below(6); left > 0; --left) {
    put_sentence();
    if (left > 1) put(break_lines_ ? "\n" : " ");
  }
  if (!fragment_ && random_.chance(3)) {
    const std::string label = "[^n" + std::to_string(definitions_.size() + 1) + "]";
    put(label);
    definitions_.push_back({label + ": " + sentence(random_) + "\n", {}});
    definition_bytes_ += definitions_.back().text.size();
  }
  put("\n\n");
}

void PageWriter::put_bullets() {
  for (size_t left = 2 + random_.below(6); left > 0; --left) {
    put("- ");
    if (random_.chance(20)) {
      std::string label = phrase(random_);
      label[0] = static_cast<char>(label[0] - 'a' + 'A');
      put("**" + label + "**: ");
    }
    put_sentence();
    put("\n");
    if (random_.chance(15)) {
      put("  - ");
      put_sentence();
      put("\n");
    }
  }
  put("\n");
}

void PageWriter::put_numbered_list() {
  const size_t count = 2 + random_.below(5);
  for (size_t number = 1; number <= count; ++number) {
    put(std::to_string(number) + ". ");
    put_sentence();
    put("\n");
  }
  put("\n");
}

void PageWriter::put_tasks() {
  for (size_t left = 2 + random_.below(4); left > 0; --left) {
    put(random_.chance(50) ? "- [ ] " : "- [x] ");
    put_sentence();
    put("\n");
  }
  put("\n");
}

void PageWriter::put_table() {
  put("| Topic | Owner | Days |\n| --- | :-- | --: |\n");
  for (size_t left = 2 + random_.below(6); left > 0; --left) {
    put("| " + phrase(random_) + " | ");
    if (random_.chance(12)) {
      put_page_link(false);
    } else {
      put(phrase(random_));
    }
    put(" | " + std::to_string(random_.below(90)) + " |\n");
  }
  put("\n");
}

void PageWriter::put_note() {
  const bool note = random_.chance(50);
  put(note ? "{{% note %}}\n\n" : "{{< alert title=\"Good to know\" >}}\n");
  put_paragraph();
  put(note ? "{{% /note %}}\n\n" : "{{< /alert >}}\n\n");
}

void PageWriter::put_include() {
  const PlannedInclude& include = random_.pick(plan_.includes);
  included_.push_back(&include);
  put("{{% include \"" + include.argument() + "\" %}}\n\n");
}

void PageWriter::put_quote() {
  put("> ");
  put_sentence();
  put("\n> ");
  put_sentence();
  put("\n\n");
}

void PageWriter::put_details() {
  put("<details>\n<summary>More about the " + phrase(random_) + "</summary>\n\n");
  put_paragraph();
  put("</details>\n\n");
}

void PageWriter::put_defective_block() {
  const std::string file = random_.pick(plan_.includes).argument();
  switch (defect_round[ledger_.next_defect++ % defect_round.size()]) {
    case Defect::delimiter: {
      constexpr std::array<std::pair<std::string_view, std::string_view>, 3> slips = {
          {{"{{$ include \"", "\" %}}\n\n"},
           {"{{ % include \"", "\" %}}\n\n"},
           {"{{% include \"", "\" >}}\n\n"}}};
      const auto& [before, after] = random_.pick(slips);
      plant("shortcode-delimiter-mismatch");
      put(before);
      put(file);
      return put(after);
    }
    case Defect::include:
      plant("include-not-found");
      put("{{% include \"");
      put(file.substr(0, file.size() - 3));
      return put("-draft.md\" %}}\n\n");
    default:
      plant("shortcode-not-opened");
      return put("{{% /note %}}\n\n");
  }
}

void PageWriter::put_definitions() {
  for (const Definition& definition : definitions_) {
    if (!definition.dead_rule.empty()) plant(definition.dead_rule);
    put(definition.text);
  }
  if (!definitions_.empty()) put("\n");
}

void PageWriter::put_last_defect() {
  if (ledger_.clean || serial_ % 60 != 30) return;
  if (serial_ % 120 == 30) {
    plant("shortcode-unterminated");
    return put("{{< badge \"new\"\n");
  }
  plant("shortcode-not-closed");
  put("{{% note %}}\n\n");
  put(sentence(random_) + "\n");
}

}  // namespace rubric::bench
