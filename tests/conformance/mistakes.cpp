// How it works: a function for each kind of mistake in a table.

#include "mistakes.h"

#include <algorithm>
#include <iterator>

namespace rubric {
namespace {

using Text = std::string_view;
using Mistake = std::string (*)(TagWriter&);

/// `{{< note "q1q"`, so far without an end.
std::string begun(TagWriter& tags, char sign) {
  return TagWriter::left(sign) + " " + tags.name() + tags.parameters();
}

std::string no_right_delimiter(TagWriter& tags) {
  constexpr Text after[] = {"\n",           "\n\nmore text\n",   " ", " and more, of it\n",
                            "\n\n# Head\n", "\n\n{{< note >}}\n"};
  return begun(tags, tags.sign()) + std::string(tags.random().pick(after));
}

std::string wrong_right_delimiter(TagWriter& tags) {
  constexpr Text wrong[] = {"}}", "> }}", ">}", ">} }", "%}",   "% }}", ">",
                            "%",  "}",    "]]", "/}}",  ">>}}", "%>}}"};
  const char sign = tags.sign();
  const bool other = tags.random().chance(40);
  const std::string right =
      other ? TagWriter::right(sign == '<' ? '%' : '<') : std::string(tags.random().pick(wrong));
  return begun(tags, sign) + tags.maybe_blank() + right;
}

std::string open_quote(TagWriter& tags) {
  constexpr Text quotes[] = {"\"",        "`",   "\\\"", "\"a\\\"", "\"a\nb\"",
                             "\"a`\\`\"", "\\`", "a=\"", "a=`",     "a=\\\""};
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + tags.name() + " " + std::string(tags.random().pick(quotes)) +
         tags.id() + " " + TagWriter::right(sign) + (tags.random().chance(30) ? " \"x\" `y`" : "");
}

std::string escaped_backtick(TagWriter& tags) {
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + tags.simple_name() + " \"a \\` b\" " + TagWriter::right(sign);
}

std::string string_over_lines(TagWriter& tags) {
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + tags.simple_name() + " \"a\nb\" " + TagWriter::right(sign);
}

std::string rare_blank(TagWriter& tags) {
  constexpr Text blanks[] = {"\v", "\f", "\u00A0", "\u3000"};
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + tags.simple_name() + std::string(tags.random().pick(blanks)) +
         TagWriter::right(sign);
}

std::string bad_character(TagWriter& tags) {
  constexpr Text characters[] = {"/",      ":",      "@",      ",", "#",  "+",  "$", "&", "(",     ")",
                                 ";",      "!",      "?",      "*", ".",  "'",  "|", "~", "^",     "[",
                                 "<",      ">",      "%",      "{", "}",  "“",  "”", "‘", "„",     "«",
                                 "\u00A0", "\u3000", "\u200B", "…", "\v", "\f", "½", "²", "\u0301"};
  const char sign = tags.sign();
  const std::string bad(tags.random().pick(characters));
  const std::string start = TagWriter::left(sign) + " " + tags.name();
  const std::string end = " " + TagWriter::right(sign);
  switch (tags.random().below(5)) {
    case 0:
      return start + " " + bad + tags.id() + bad + end;
    case 1:
      return start + " " + tags.id() + bad + "x" + end;
    case 2:
      return start + bad + " " + tags.id() + end;
    case 3:
      return TagWriter::left(sign) + bad + tags.name() + " " + tags.id() + end;
    default:
      return start + " a=" + bad + tags.id() + bad + end;
  }
}

std::string mixed_parameters(TagWriter& tags) {
  constexpr Text mixes[] = {"a=\"b\" c", "c a=\"b\"",           "\"c\" a=b", "a=b \"c\"",  "a = \"b\" \"c\"",
                            "a=b `c`",   "a = \"b\" c = \"d\"", "\"a\"=b",   "a=\"b\" = c"};
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + tags.simple_name() + " " + std::string(tags.random().pick(mixes)) +
         " " + TagWriter::right(sign);
}

std::string bad_name(TagWriter& tags) {
  constexpr Text names[] = {"",           "",       " ",       ".x",     "-x",
                            "\"note\"",   "note.x", "note.md", "a.b",    "note/",
                            "box/",       "a//b",   "/a",      "'note'", "`note`",
                            "=",          "\\",     "note\\",  "“note”", "note.inline.x",
                            "note.inlin", "=note",  "\\note",  "_",      "9"};
  const char sign = tags.sign();
  return TagWriter::left(sign) + tags.maybe_blank() + std::string(tags.random().pick(names)) +
         tags.maybe_blank() + TagWriter::right(sign);
}

std::string no_name(TagWriter& tags) {
  const char sign = tags.sign();
  return TagWriter::left(sign) + (tags.random().chance(50) ? tags.blank() : "") + TagWriter::right(sign);
}

std::string open_comment(TagWriter& tags) {
  const char sign = tags.sign();
  const std::string left = TagWriter::left(sign);
  const std::string right = TagWriter::right(sign);
  const std::string other = TagWriter::right(sign == '<' ? '%' : '<');
  switch (tags.random().below(8)) {
    case 0:
      return left + "/* " + tags.name();
    case 1:
      return left + "/* " + tags.name() + " " + right;
    case 2:
      return left + "/*/" + right;
    case 3:
      return left + "/* " + tags.name() + " */" + other;
    case 4:
      return left + "/* " + tags.name() + " */ " + right;
    case 5:
      return left + " /* " + tags.name() + " */" + right;
    case 6:
      return left + "/ * " + tags.name() + " */" + right;
    default:
      return left + "/*" + right + tags.opening(sign, tags.simple_name());
  }
}

std::string comment_of_a_slash(TagWriter& tags) {
  const char sign = tags.sign();
  return TagWriter::left(sign) + "/*/" + TagWriter::right(sign);
}

std::string closer_over_lines(TagWriter& tags) {
  const char sign = tags.sign();
  const std::string name = tags.pair_name();
  return tags.opening(sign, name) + TagWriter::left(sign) + " /" + name + "\n" + TagWriter::right(sign);
}

std::string inline_around_tags(TagWriter& tags) {
  return "{{< x.inline >}}" + tags.call() + "{{< /x.inline >}}";
}

std::string stray_closer(TagWriter& tags) {
  const char sign = tags.sign();
  const std::string name = tags.name();
  switch (tags.random().below(8)) {
    case 0:
      return tags.closing(sign, name);
    case 1:
      return tags.pair(tags.pair_name(), "") + tags.closing(sign, name);
    case 2:
      return tags.opening(sign, tags.simple_name()) + tags.closing(sign, tags.simple_name());
    case 3:
      return tags.pair("box", tags.closing(sign, "md"));
    case 4:
      return tags.closing(sign, "");
    case 5:
      return tags.closing(sign, tags.unknown_name());
    case 6:
      return tags.closing(sign, "box") + tags.opening(sign, "box");
    default:
      return tags.opening(sign, "note") + tags.closing(sign, "note");
  }
}

std::string refused_slash(TagWriter& tags) {
  const char sign = tags.sign();
  return begun(tags, sign) + " /" + tags.maybe_blank() + (tags.random().chance(20) ? "x " : "") +
         TagWriter::right(sign);
}

std::string missing_closer(TagWriter& tags) {
  const char sign = tags.sign();
  const std::string name = tags.pair_name();
  switch (tags.random().below(5)) {
    case 0:
      return tags.opening(sign, name);
    case 1:
      return tags.opening(sign, name) + tags.inner(2);
    case 2:
      return tags.opening(sign, name) + tags.pair(name, tags.inner(2));
    case 3:
      return tags.pair("box", tags.opening(sign, name));
    default:
      return tags.opening(sign, name) + tags.opening(sign, "box") + tags.closing(sign, name);
  }
}

std::string unknown_shortcode(TagWriter& tags) {
  const char sign = tags.sign();
  const std::string name = tags.unknown_name();
  switch (tags.random().below(4)) {
    case 0:
      return tags.pair(name, tags.inner(2));
    case 1:
      return tags.pair("box", tags.opening(sign, name));
    case 2:
      return tags.opening(sign, "shortcodes/" + tags.simple_name());
    default:
      return tags.opening(sign, name);
  }
}

std::string bad_closer(TagWriter& tags) {
  constexpr Text ends[] = {"\n", "\r",     " x",   " \"x\"", " /", " a=b", ".",
                           "'",  "\u00A0", " %}}", "\f",     "=",  "\\",   "/"};
  const char sign = tags.sign();
  const std::string name = tags.pair_name();
  return tags.opening(sign, name) + "x" + TagWriter::left(sign) + " / " + name +
         std::string(tags.random().pick(ends)) + TagWriter::right(sign);
}

std::string swallowing_value(TagWriter& tags) {
  constexpr Text values[] = {"a=b", "a=", "a= ", "a=b/c", "a=\"b\"c", "a=“b”", "a=\u00A0b", "a==b", "a=b=c"};
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + tags.name() + " " + std::string(tags.random().pick(values)) +
         TagWriter::right(sign);
}

std::string crossed_pairs(TagWriter& tags) {
  const char sign = tags.sign();
  const std::string a = tags.pair_name();
  const std::string b = tags.pair_name();
  const std::string first = tags.opening(sign, a) + tags.opening(sign, b) + "x" + tags.closing(sign, a);
  return tags.random().chance(60) ? first + tags.closing(tags.sign(), b) : first;
}

std::string inline_shortcode(TagWriter& tags) {
  switch (tags.random().below(8)) {
    case 0:
      return "{{< x.inline >}}a{{< /x.inline >}}";
    case 1:
      return "{{< x.inline >}}" + tags.call() + "{{< /x.inline >}}";
    case 2:
      return "{{< x.inline >}}a";
    case 3:
      return "{{< x.inline \"a\" >}}{{< /y.inline >}}";
    case 4:
      return "{{< x.inline / >}}";
    case 5:
      return "{{< x.inline>}}a{{< /x.inline>}}";
    case 6:
      return "{{< x.inline >}}a{{< /x.inline >}}{{< x.inline />}}";
    default:
      return "{{% x.inline %}}a{{</* b */>}}{{% /x.inline %}}";
  }
}

/// Calls of Hugo's own shortcodes that their templates refuse.
std::string refused_by_template(TagWriter& tags) {
  constexpr Text calls[] = {"param",      "param nope",          "param \"site.nope\"", "param name=\"one\"",
                            "param \"\"", "highlight /",         "highlight lang=go /", "highlight 1 /",
                            "param ONE",  "param \"two.three\"", "param two.Four"};
  const char sign = tags.sign();
  return TagWriter::left(sign) + " " + std::string(tags.random().pick(calls)) + " " + TagWriter::right(sign);
}

/// Pieces of tags in any order.
std::string soup(TagWriter& tags) {
  constexpr Text pieces[] = {"{{<", "{{<",   "{{%",  ">}}",  ">}}", "%}}",  " ",        " ",
                             " ",   "\n",    "note", "note", "box", "box",  "/",        "\"",
                             "`",   "\"a\"", "a",    "=",    "a=b", "/*",   "*/",       "\\",
                             "é",   ".",     "{{",   "}}",   "-",   "\\\"", "x.inline "};
  std::string text;
  for (size_t count = 2 + tags.random().below(12); count > 0; --count) text += tags.random().pick(pieces);
  return text;
}

/// A tag's delimiters, both of them mistyped.
struct Halves {
  Text left, right;
};

constexpr Mistake mistakes[] = {
    no_right_delimiter,
    escaped_backtick,
    string_over_lines,
    rare_blank,
    comment_of_a_slash,
    closer_over_lines,
    inline_around_tags,
    wrong_right_delimiter,
    open_quote,
    bad_character,
    bad_character,
    mixed_parameters,
    bad_name,
    no_name,
    open_comment,
    stray_closer,
    stray_closer,
    refused_slash,
    missing_closer,
    unknown_shortcode,
    bad_closer,
    swallowing_value,
    crossed_pairs,
    inline_shortcode,
    refused_by_template,
    soup,
    soup,
};

}  // namespace

std::string mistake(TagWriter& tags, uint64_t number) {
  return mistakes[number % std::size(mistakes)](tags);
}

std::string slip(TagWriter& tags) {
  constexpr Text angles[] = {"{{ <", "{ {<", "{{  <", "{{$", "{{", "{{^"};
  constexpr Text percents[] = {"{{ %", "{ {%", "{{$", "{{", "{%", "{{&", "{{#", "{{ %"};
  constexpr Halves halves[] = {{"{{ <", "> }}"},
                               {"{{&lt;", "&gt;}}"},
                               {"\\{\\{<", ">\\}\\}"},
                               {"[[<", ">]]"},
                               {"((%", "%))"},
                               {"{[%", "%]}"},
                               {"{<{", "}>}"},
                               {"{<", ">}"},
                               {"{ {<", ">} }"},
                               {"&#123;{%", "%}}"},
                               {"{{\u00AB", "\u00BB}}"},
                               {"{{\n%", "%}}"},
                               {"\uFF5B\uFF5B<", ">\uFF5D\uFF5D"},
                               {"{{>", "<}}"},
                               {"{{a<", ">}}"},
                               {"}}%", "%}}"},
                               {"{{&percnt;", "&percnt;}}"},
                               {"[%", "%}}"},
                               {"{{$", "$}}"}};
  const char sign = tags.sign();
  std::string left(sign == '<' ? tags.random().pick(angles) : tags.random().pick(percents));
  std::string right = TagWriter::right(sign);
  if (tags.random().chance(50)) {
    const Halves& both = tags.random().pick(halves);
    left = both.left;
    right = both.right;
  }
  const bool pair = tags.random().chance(40);
  const std::string name = pair ? tags.pair_name() : tags.simple_name();
  std::string inside;
  do {
    inside = " " + name + tags.parameters() + " ";
  } while (inside.find("{{") != std::string::npos);
  std::replace(inside.begin(), inside.end(), '\n', ' ');
  return left + inside + right;
}

std::string look_alike(TagWriter& tags) {
  constexpr Text texts[] = {"{{ .Values.note }}",
                            "{% if note %}",
                            "${{ note }}",
                            "\\{{ note }}",
                            "{{ note }}",
                            "{{$note}}",
                            "{{ box }} {{ /box }}",
                            "{{- note -}}",
                            "{{#note}}{{/note}}",
                            "{{> note}}",
                            "{{!-- note --}}",
                            "{% raw %}{% endraw %}",
                            "{{{ note }}}",
                            "{{ template \"note\" . }}",
                            "{{ include \"a.b\" . }}",
                            "{ note }",
                            "{% note.x %}",
                            "{< note",
                            "{{ `{{` }}",
                            "{{ '{{<' }}",
                            "{%- note -%}",
                            "{{ note | upper }}",
                            "<% note %>",
                            "<%= box %>",
                            "{{ .Site.Params.box }}",
                            "%note%",
                            "{{ note \"x\" }}",
                            "&#123;&#123;< note >&#125;&#125;",
                            "{{(<note />)}}",
                            "{{> note a=\"b\"}}",
                            "[[note]] ((box))",
                            "${{ note a=\"b\" }}",
                            "{{ '<note>' }}",
                            "x < note and 50 % note",
                            "{{# note #}} {{* box *}}"};
  return std::string(tags.random().pick(texts));
}

std::string odd_comment(TagWriter& tags) {
  switch (tags.random().below(9)) {
    case 0:
      return tags.comment(" " + tags.name() + " ");
    case 1:
      return tags.comment(" nope \"" + tags.id() + "\" ");
    case 2:
      return tags.comment(" box \"a\n\n# b\" ") + tags.call();
    case 3:
      return tags.comment("") + tags.call();
    case 4:
      return tags.comment("/") + tags.call();
    case 5:
      return tags.comment(" note */%}} */ >}} ") + tags.comment(" x ");
    case 6:
      return tags.comment(" /box ") + tags.comment("*");
    case 7:
      return tags.comment(tags.call());
    default:
      return inline_shortcode(tags);
  }
}

std::string rendered_comment(TagWriter& tags) {
  constexpr Text renderers[] = {"md", "render"};
  const auto inner = [&]() -> std::string {
    const std::string name = tags.pair_name();
    switch (tags.random().below(16)) {
      case 0:
      case 6:
        return tags.comment(" " + name + " ") + tags.call() + tags.comment(" /" + name + " ");
      case 1:
        return tags.comment(" " + tags.name() + tags.parameters() + " ") + tags.words();
      case 2:
        return tags.comment(tags.simple_name());
      case 3:
        return tags.comment("/* " + tags.simple_name() + " \"" + tags.id() + "\" */");
      case 4:
        return tags.comment(" md ") + tags.comment("/* " + tags.simple_name() + " */") +
               tags.comment(" /md ");
      case 5:
        return tags.words() + tags.comment(" /" + name);
      default:
        return tags.comment(" " + tags.simple_name() + tags.parameters() + " ") + tags.call();
    }
  };
  const auto rendered = [&](const std::string& text) {
    const char sign = tags.random().chance(90) ? '<' : '%';
    const Text name = tags.random().pick(renderers);
    return tags.opening(sign, name) + text + tags.closing(sign, name);
  };
  const std::string text = rendered(inner());
  return tags.random().chance(15) ? rendered(text + inner()) : text;
}

}  // namespace rubric
