// How it works: a page is a row of blocks, and a block a row of pieces, picked from tables. Names repeat
// often, so that ids are numbered.

#include "conformance/anchors/anchor_page_generator.h"

#include <string_view>

namespace rubric {
namespace {

constexpr std::string_view words[] = {"Setup",
                                      "Setup",
                                      "Same-1",
                                      "Other thing",
                                      "A & B",
                                      "x",
                                      "UPPER",
                                      "under_score",
                                      "1.2.3",
                                      "don't",
                                      "\"quoted\"",
                                      "a -- b",
                                      "c---d",
                                      "e...",
                                      "(parens)",
                                      "50%",
                                      "C++",
                                      "C#",
                                      "a/b",
                                      "Über",
                                      "ÉCOLE",
                                      "Straße",
                                      "İstanbul",
                                      "Ωμέγα",
                                      "日本語",
                                      "カーソルー",
                                      "中文，标点",
                                      "हिन्दी",
                                      "தமிழ்",
                                      "ไทย",
                                      "العربية",
                                      "עברית",
                                      "e\xCC\x81",
                                      "ﬁne",
                                      "x²",
                                      "½",
                                      "①",
                                      "Ⅷ",
                                      "٣",
                                      "🚀",
                                      "👩‍💻",
                                      "tab\there",
                                      "nbsp\xC2\xA0x",
                                      "zero\xE2\x80\x8Bwidth",
                                      "ǅ",
                                      "ŉ",
                                      "_lead",
                                      "-dash-",
                                      "!!!",
                                      "…",
                                      "—",
                                      "$math$",
                                      "~tilde~",
                                      "^up^",
                                      "@at",
                                      "a:b"};

constexpr std::string_view pieces[] = {"`code`",
                                       "`` a`b ``",
                                       "**bold**",
                                       "_it_",
                                       "*star*",
                                       "~~gone~~",
                                       "[link](/people/)",
                                       "[link](/people/ \"title\")",
                                       "[ref][r]",
                                       "![img](/a.png)",
                                       "<b>x</b>",
                                       "<span id=\"in\">x</span>",
                                       "<a name=\"named\"></a>",
                                       "<br>",
                                       "<!-- no -->",
                                       "&amp;",
                                       "&nbsp;",
                                       "&#35;",
                                       "&unknown;",
                                       "\\*",
                                       "\\_",
                                       "\\\\",
                                       "<https://x.org/y>",
                                       " https://x.org/z ",
                                       " www.x.org ",
                                       "me@x.org",
                                       "{",
                                       "}",
                                       "{.c} x",
                                       "{#no} x",
                                       "\\{#no}",
                                       "#",
                                       "\\#",
                                       "[^a]",
                                       "{{< word >}}"};

constexpr std::string_view attributes[] = {" {#own}",
                                           " {#Own}",
                                           "{#own}",
                                           " {#own .c}",
                                           " {.c #own}",
                                           " {.c}",
                                           " {.c .d}",
                                           " {#a.b}",
                                           " {#a:b}",
                                           " {#a-b_c}",
                                           " {#Ünï}",
                                           " {#日本}",
                                           " {# own}",
                                           " { #own }",
                                           " {#own,.c}",
                                           " {#own , .c}",
                                           " {#own, , .c}",
                                           " {#a#b}",
                                           " {#a #b}",
                                           " {#a/b}",
                                           " {id=key}",
                                           " {id=\"in quotes\"}",
                                           " {id=\"a\\\"b\"}",
                                           " {id='single'}",
                                           " {id = spaced}",
                                           " {key=\"v w\" #own}",
                                           " {key=val #own}",
                                           " {key=1.5 #own}",
                                           " {key=[1,2] #own}",
                                           " {key #own}",
                                           " {}",
                                           " {own}",
                                           " {#own",
                                           " #own}",
                                           " {#own} x",
                                           " {#own}  ",
                                           " {#own} ##",
                                           " ## {#own}",
                                           " ## {.c}",
                                           "## {#own}",
                                           " {#a}{#b}",
                                           " {#a} {#b}",
                                           " {x} {#own}",
                                           " \\{#own}",
                                           " {{#own}}",
                                           " {#own}}",
                                           " ##",
                                           "##",
                                           " \\##",
                                           " #"};

std::string text(Random& random) {
  std::string line(random.pick(words));
  for (size_t count = random.below(3); count > 0; --count) {
    line += random.chance(80) ? " " : "";
    line += random.chance(50) ? random.pick(pieces) : random.pick(words);
  }
  return line;
}

std::string heading_text(Random& random) {
  std::string line = random.chance(4) ? "" : text(random);
  if (random.chance(35)) line += random.pick(attributes);
  return line;
}

std::string atx(Random& random) {
  constexpr std::string_view begins[] = {"# ",   "## ",  "## ",   "### ", "###### ",
                                         "##  ", " ## ", "   # ", "##\t", "##"};
  return std::string(random.pick(begins)) + heading_text(random) + "\n";
}

std::string setext(Random& random) {
  constexpr std::string_view underlines[] = {"===\n", "---\n", "=\n", "  ---  \n"};
  std::string block = random.chance(40) ? text(random) + "\n" : "";
  return block + "Z" + heading_text(random) + "\n" + std::string(random.pick(underlines));
}

std::string html(Random& random) {
  constexpr std::string_view blocks[] = {
      "<a id=\"own\"></a>\n",
      "<A NAME='Cased' ID=\"Cased2\"></A>\n",
      "<div id=\"box\">\n\n## Setup\n\n</div>\n",
      "<div id=box>\n## Setup\n</div>\n",
      "<!-- <a id=\"hidden\"></a> -->\n",
      "<details id=\"more\"><summary id=s>x</summary>\n\ntext\n\n</details>\n",
      "<p id=\"p&amp;q\">x</p>\n",
      "<h2 id=\"raw\">Raw</h2>\n",
      "<h2>Raw without</h2>\n",
      "Text <span ID=\"inline\">x</span> text\n",
      "`<a id=\"code\">`\n",
      "    <a id=\"indented\"></a>\n",
      "```\n<a id=\"fenced\">\n## Setup\n```\n",
      "<script>\nvar x = '<a id=\"script\">';\n</script>\n",
      "<a id=\"\"></a> <a name></a> <img name=\"no\" id=\"image\">\n"};
  return std::string(random.pick(blocks));
}

std::string footnote(Random& random) {
  constexpr std::string_view uses[] = {"Text[^a].\n", "Text[^a] and[^b] and[^a].\n", "Text[^missing].\n",
                                       "- item[^b]\n", "Twice[^a][^a][^a].\n"};
  return std::string(random.pick(uses));
}

std::string definition_list(Random& random) {
  constexpr std::string_view lists[] = {"Term\n: text\n",
                                        "Term\n: ## Setup\n",
                                        "Term\n: - ## Setup\n  - x\n",
                                        "Term\n\n: loose\n\n  ## Setup\n",
                                        "Term\nOther\n: one\n: two\n",
                                        "Term\n: a\n\nNext\n: b\n\n    ## Setup\n",
                                        "Term\n: a\n\n      ## Code\n",
                                        "Term\n:not\n",
                                        " Term\n : not\n",
                                        "Term\n:\ttab\n\n    ## Setup\n",
                                        "Term\n:         ## code\n",
                                        "> Term\n> : in quote\n>\n>   ## Setup\n",
                                        "- Term\n  : in item\n\n    ## Setup\n",
                                        "> Term\n: lazy\n",
                                        "Term\n: text\nlazy\n: more\n",
                                        "[^a]: note\n: x\n",
                                        "Term\n: a\n\n  Inner\n  : b\n\n    ## Setup\n\n  ## Other\n",
                                        "## Setup\n: not\n",
                                        "Term\n: <a id=\"dd\"></a>\n"};
  return std::string(random.pick(lists));
}

std::string with_block_attributes(Random& random) {
  constexpr std::string_view blocks[] = {"Text\n{#block}\n",
                                         "Text\n{#block .c}\nmore\n",
                                         "Text\n\n{#free}\n",
                                         "{#first}\n",
                                         "- a\n- b\n{#list}\n",
                                         "1. a\n{#list}\n",
                                         "> q\n{#quote}\n",
                                         "\n| a |\n|---|\n| b |\n{#table}\n",
                                         "## Setup\n{#no}\n",
                                         "Text\n{#block} dropped\n",
                                         "***\n{#rule}\n",
                                         "```go\nx\n```\n{#no}\n",
                                         "```go {#fence}\nx\n```\n",
                                         "``` {#no}\nx\n```\n",
                                         "Text\n{.c}\n{#block}\n",
                                         "Text\n   {#block}\n",
                                         "Text\n    {#no}\n",
                                         "Text\n{ #block }\n",
                                         "Text\n{id=block}\n",
                                         "Text\n{no}\n",
                                         "Text\n{%no%}\n",
                                         "Text {#no}\n",
                                         "Term\n: text\n{#list}\n",
                                         "Text\n{#a}\n{#b}\n",
                                         "Setup\n---\n{#no}\n",
                                         "Text\n{#block}\n\n{#free}\n",
                                         "Text\n{#block}\n## Setup\n",
                                         "- a\n\n  b\n  {#inner}\n"};
  return std::string(random.pick(blocks));
}

std::string block(Random& random) {
  const size_t kind = random.below(100);
  if (kind < 40) return atx(random);
  if (kind < 52) return setext(random);
  if (kind < 62) return html(random);
  if (kind < 68) return footnote(random);
  if (kind < 80) return definition_list(random);
  if (kind < 90) return with_block_attributes(random);
  return text(random) + "\n";
}

// The lines of a block behind the marker of a container.
std::string contained(std::string_view block, std::string_view first, std::string_view others) {
  std::string result;
  for (size_t begin = 0; begin < block.size();) {
    const size_t end = block.find('\n', begin) + 1;
    const bool blank = end == begin + 1;
    result += begin == 0 ? first : blank && others == "  " ? "" : others;
    result += block.substr(begin, end - begin);
    begin = end;
  }
  return result;
}

}  // namespace

std::string generate_anchor_page(Random& random) {
  std::string page = "---\ntitle: Page\n---\n\n";
  for (size_t count = 2 + random.below(6); count > 0; --count) {
    const std::string next = block(random);
    const size_t container = random.below(100);
    page += container < 12   ? contained(next, "> ", "> ")
            : container < 24 ? contained(next, "- ", "  ")
            : container < 28 ? contained(next, "> - ", ">   ")
                             : next;
    page += random.chance(85) ? "\n" : "";
  }
  if (random.chance(50)) page += "\n[r]: /r/\n";
  if (random.chance(60)) page += "\n[^a]: Note.\n\n[^b]: ## Setup\n";
  return page;
}

}  // namespace rubric
