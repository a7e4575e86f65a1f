#include "prose/prose.h"

#include <string>

#include <catch2/catch.hpp>

#include "prose/function_words.h"

using namespace rubric;

namespace {

/// One line per block: its kind, then its words. A blank stands where white space separates words, `+` where
/// nothing does; `^` precedes a word after markup, `|` the first of a sentence; opaque words stand in <…>.
std::string show(const Prose& prose) {
  constexpr std::string_view kinds[] = {"paragraph", "heading", "item",       "cell",
                                        "alt",       "title",   "description"};
  std::string shown;
  for (const ProseBlock& block : prose.blocks()) {
    if (!shown.empty()) shown += '\n';
    shown += std::string(kinds[static_cast<size_t>(block.kind)]) + ":";
    bool first = true;
    for (const Word& word : prose.words(block)) {
      shown += first || word.space_before ? " " : "+";
      first = false;
      if (word.sentence_start) shown += '|';
      if (word.markup_before) shown += '^';
      shown += word.kind == WordKind::opaque ? "<" + std::string(word.text) + ">" : std::string(word.text);
    }
  }
  return shown;
}

void check(const std::string& text, const std::string& expected) {
  INFO(text);
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["note"].inner = InnerText::markdown;
  const Document document("page.md", text, dialect);
  const Prose prose(document);
  CHECK(show(prose) == expected);
  for (const Word& word : prose.words()) {
    const bool whole = word.span.size() == word.text.size();
    if (whole) CHECK(document.source.slice(word.span) == word.text);
    CHECK(word.span.size() >= word.text.size());
  }
}

}  // namespace

TEST_CASE("Words look through markup", "[prose]") {
  check("One *two* three.", "paragraph: |One ^two ^three+.");
  check("P**an**Cakes are [good](x).", "paragraph: |PanCakes are ^good+^.");
  check("**Label:** text", "paragraph: |^Label+: ^text");
  check("a ***b***", "paragraph: |a ^b");
  check("snake\\_case \\*star", "paragraph: |<snake_case> *+star");
  check("\"[quoted](x)\"", "paragraph: \"+|^quoted+^\"");
}

TEST_CASE("Writing without blanks is cut at its marks only", "[prose]") {
  check("\xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x8C\xE4\xB8\x96\xE7\x95\x8C\xE3\x80\x82",
        "paragraph: |\xE4\xBD\xA0\xE5\xA5\xBD+\xEF\xBC\x8C+\xE4\xB8\x96\xE7\x95\x8C+\xE3\x80\x82");
  check("\xE7\x94\xA8**API**\xE5\x92\x8C Go \xED\x95\x9C\xEA\xB8\x80",
        "paragraph: |\xE7\x94\xA8+^API+^\xE5\x92\x8C Go \xED\x95\x9C\xEA\xB8\x80");
}

TEST_CASE("Plain words are read alike at the end of a text and inside it", "[prose]") {
  check("end-to-end don't\nyes, no. a-\nb' *c*.", "paragraph: |end-to-end don't yes+, no+. a+- b+' ^c+^.");
  check("abcdefghijklm-nop's x", "paragraph: |abcdefghijklm-nop's x");
  check("one@two {three [four` ab\xC3\xA9", "paragraph: |<one@two> {+three [+<four`> ab\xC3\xA9");
}

TEST_CASE("Lines of a paragraph are one run of words", "[prose]") {
  check("one\ntwo", "paragraph: |one two");
  check("> one\n> two\nthree", "paragraph: |one two three");
  check("one  \nTwo", "paragraph: |one |Two");
  check("one\r\ntwo", "paragraph: |one two");
  check(
      "a&nbsp;b\xC2\xA0"
      "c",
      "paragraph: |a b c");
}

TEST_CASE("Inner text that its template renders is prose, its own shortcodes are opaque", "[prose]") {
  check("a {{< note >}}b {{< icon >}} c{{< /note >}}",
        "paragraph: |a <{{< note >}}b {{< icon >}} c{{< /note >}}>\n"
        "paragraph: |b <{{< icon >}}> c");
}

TEST_CASE("What is not said in words is opaque", "[prose]") {
  check("a `code` b", "paragraph: |a <`code`> b");
  check("the `x`s", "paragraph: |the <`x`>+s");
  check("see <https://x.org> or https://y.org.", "paragraph: |see <<https://x.org>> or <https://y.org>+.");
  check("a {{< icon >}} b{{% x %}}", "paragraph: |a <{{< icon >}}> b+<{{% x %}}>");
  check("a {{$ include \"x y\" %}} b", "paragraph: |a <{{$ include \"x y\" %}}> b");
  check("a <b>c</b>", "paragraph: |a <<b>>+c+<</b>>");
  check("text[^1]\n\n[^1]: note", "paragraph: |text+<[^1]>\nparagraph: |note");
  check("cost $x + y$ or $5", "paragraph: |cost <$x + y$> or $5");
  check("an {{ open", "paragraph: |an {+{ open");
}

TEST_CASE("Blocks have kinds", "[prose]") {
  check("# Head\n\n- item\n\n| a | b |\n| - | - |\n| c |  |",
        "heading: |Head\nitem: |item\ncell: |a\ncell: |b\ncell: |c");
  check("x ![an *alt*](y.png) z", "paragraph: |x <![an *alt*](y.png)> z\nalt: |an ^alt");
  check("---\ntitle: \"A `b c` page\"\ndescription: 'it''s'\n---\ntext",
        "title: |A <`b c`> page\nparagraph: |text");
  check("```\ncode\n```\n<div>html</div>", "");
}

TEST_CASE("Sentences end at full stops", "[prose]") {
  check("One. Two! \"Three\" four? 5 six.", "paragraph: |One+. |Two+! \"+|Three+\" four+? |5 six+.");
  check("See e.g. Apple etc. and Dr. No vs. Yes.", "paragraph: |See e.g. Apple etc+. and Dr+. No vs+. Yes+.");
  check("One (two.) Three", "paragraph: |One (+two+.+) |Three");
}

TEST_CASE("Sentences know whether they are English", "[prose]") {
  struct Row {
    std::string text;
    bool english;
  };
  const Row rows[] = {
      {"The team is responsible for the quality of its work.", true},
      {"Engineering project", true},
      {"Los usuarios tienen que enviar el informe antes de la reuni\xC3\xB3n.", false},
      {"Il a obtenu le prix.", false},
      {"Alpha beta gamma delta epsilon zeta eta theta iota kappa.", false},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Dialect dialect;
    const Document document("page.md", row.text, dialect);
    const Prose prose(document);
    REQUIRE(prose.sentences().size() == 1);
    CHECK(prose.is_english(prose.sentences()[0]) == row.english);
  }
}

TEST_CASE("Hostile text is read in linear time", "[prose]") {
  for (const char* part : {"{{", "`", "$a ", "a.", "**a", "\\", "&", "\xFF", "-", "a/"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += part;
    const Dialect dialect;
    const Document document("page.md", "x " + text, dialect);
    const Prose prose(document);
    CHECK(prose.words().size() <= document.source.text().size());
  }
}

TEST_CASE("Function words have classes", "[prose]") {
  CHECK(function_word("The") == determiner);
  CHECK(function_word("that") == (determiner | pronoun | conjunction));
  CHECK(function_word("engineering") == 0);
  CHECK(word_classes("les") == foreign);
  CHECK(word_classes("SOMEBODY") == pronoun);
  CHECK(word_classes("\xC3\xA9t\xC3\xA9") == foreign);
  for (const std::string word : {"a", "the", "this", "every", "either", "another", "couldn't"}) {
    INFO(word);
    CHECK(word_classes(word) != 0);
    CHECK(word_classes(word) == word_classes(word, pack_word(word + " and the rest", word.size())));
  }
  CHECK(word_classes("somebodyelse") == 0);
  CHECK(word_classes("") == 0);
  CHECK(is_foreign_function_word("les"));
  CHECK_FALSE(is_foreign_function_word("Las"));
  CHECK_FALSE(is_foreign_function_word("the"));
}
