#include "shortcode/shortcodes.h"

#include <initializer_list>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "shortcode/dump.h"
#include "text/edit.h"

namespace rubric {
namespace {

Dialect site() {
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.hugo = {0, 111, 3};
  dialect.templates["box"] = {"layouts/shortcodes/box.html", InnerText::raw, false, false};
  dialect.templates["note"] = {"layouts/shortcodes/note.html", InnerText::none, false, false};
  dialect.templates["a/b"] = {"layouts/shortcodes/a/b.html", InnerText::none, false, false};
  dialect.templates["include"] = {"layouts/shortcodes/include.html", InnerText::none, true, false};
  dialect.templates["md"] = {
      .path = "layouts/shortcodes/md.html", .inner = InnerText::markdown, .renders_inner = true};
  dialect.templates["maybe"] = {.path = "layouts/shortcodes/maybe.html", .inner = InnerText::markdown};
  dialect.templates["param"] = {"", InnerText::none, false, false};
  return dialect;
}

void check(std::string_view text, const std::string& expected, const Dialect& dialect = site()) {
  INFO(text);
  CHECK(dump_shortcodes(parse_shortcodes(text, 0, dialect), text) == expected);
}

void check_tokens(std::string_view text, const std::string& expected) {
  INFO(text);
  CHECK(dump_tokens(parse_shortcodes(text, 0, site()), text) == expected);
}

TEST_CASE("Text without tags has no shortcodes", "[shortcode]") {
  check("", "");
  check("{", "");
  check("{{", "");
  check("a {{ b }} {c} {{{ d }}}", "");
  check("{{< note >}}", "", Dialect{});
}

TEST_CASE("Tags are lexed by Hugo's grammar", "[shortcode]") {
  check_tokens("{{< note >}}", "{{< name(note) >}}\n");
  check_tokens("{{%note%}}", "{{% name(note) %}}\n");
  check_tokens("{{< a/b >}}", "{{< name(a/b) >}}\n");
  check_tokens("{{< box >}}x{{< / box >}}", "{{< name(box) >}}\n{{< / name(box) >}}\n");
  check_tokens("{{< box / >}}", "{{< name(box) / >}}\n");
  check_tokens("{{< note \"a b\" `c` d.e -f _ 1.5 >}}",
               "{{< name(note) parameter(\"a b\") parameter(`c`) parameter(d.e) parameter(-f) parameter(_) "
               "parameter(1.5) >}}\n");
  check_tokens(
      "{{< note a=\"b\" c=`d` e=f/g >}}",
      "{{< name(note) parameter(a) value(\"b\") parameter(c) value(`d`) parameter(e) value(f/g) >}}\n");
  check_tokens("{{</* note \"\n */>}}", "comment({{</* note \"\n */>}})\n");
  check_tokens("{{< x.inline >}}a{{< /x.inline >}}",
               "{{< inline_name(x.inline) >}}\n{{< / inline_name(x.inline) >}}\n");
  check_tokens("{{{< note >}}}", "{{< name(note) >}}\n");
}

TEST_CASE("Parameters are decoded", "[shortcode]") {
  check("{{< note \"a \\\"b\\\"\" >}}", "call note(\"a \"b\"\") 0-22\n");
  check("{{< note \\\"a\\\" >}}", "call note(\"a\") 0-18\n");
  check("{{< note `a\nb` >}}", "call note(\"a\\nb\") 0-18\n");
  check("{{< note a = \"b\" >}}", "call note(a=\"b\") 0-20\n");
  check("{{< note a= \"b\" c=d >}}", "call note(a=\"b\", c=\"d\") 0-23\n");
  check("{{<\r\n note\r\n \"a\"\r\n>}}", "call note(\"a\") 0-21\n");
  check("{{< nöte >}}", "call nöte() 0-13\n");
}

TEST_CASE("A parameter's value has its place", "[shortcode]") {
  const std::string_view text = "{{% include \"x.md\" %}}{{< note a=`b` >}}";
  const Shortcodes page = parse_shortcodes(text, 0, site());
  REQUIRE(page.calls.size() == 2);
  CHECK(slice(text, page.calls[0].parameters[0].value_span) == "x.md");
  CHECK(slice(text, page.calls[0].parameters[0].span) == "\"x.md\"");
  CHECK(slice(text, page.calls[1].parameters[0].value_span) == "b");
  CHECK(slice(text, page.calls[1].parameters[0].span) == "a=`b`");
}

TEST_CASE("Tags are paired as Hugo pairs them", "[shortcode]") {
  check("{{< box >}}x{{< /box >}}", "call box() 0-11, inner 11-12, close 12-24\n");
  check("{{< box >}}{{< note >}}{{< /box >}}",
        "call box() 0-11, inner 11-23, close 23-35\ncall note() 11-23, in 0\n");
  check("{{< box />}}", "call box() 0-12, self-closing\n");
  check("{{< box >}}x{{% /box %}}", "call box() 0-11, inner 11-12, close 12-24 by the other kind\n");
  check("{{< box >}}x{{< / >}}", "call box() 0-11, inner 11-12, close 12-21\n");
  check("{{< note >}}{{< box >}}x{{< /note >}}",
        "call note() 0-12\ncall box() 12-23, inner 23-24, close 24-37\n");
}

TEST_CASE("A tag without its partner is blamed", "[shortcode]") {
  check("{{< box >}}", "call box() 0-11, not closed\nerror 0-11 not_closed box\n");
  check(
      "{{< box >}}{{< box >}}x{{< /box >}}",
      "call box() 0-11, not closed\ncall box() 11-22, inner 22-23, close 23-35\nerror 0-11 not_closed box\n");
  check("{{< /box >}}", "error 0-12 not_opened box\n");
  check("{{< box />}}{{< /box >}}", "call box() 0-12, self-closing\nerror 12-24 not_opened box\n");
  check("{{< note >}}{{< /note >}}", "call note() 0-12\nerror 12-25 takes_no_inner note\n");
  check("{{< note / >}}", "call note() 0-14, self-closing\nerror 0-14 takes_no_inner note\n");
  check("{{< box >}}{{< note >}}{{< /note >}}{{< /box >}}",
        "call box() 0-11, inner 11-36, close 36-48\ncall note() 11-23, in 0\n"
        "error 23-36 takes_no_inner note\n");
}

TEST_CASE("The blame falls on the tag that is written wrong, not on its partner", "[shortcode]") {
  check("{{< box a/b >}}x{{< /box >}}",
        "call box(\"a\") 0-15, self-closing\nerror 9-10 unexpected_character box\n");
  check("{{< box a / >}}x{{< /box >}}", "call box(\"a\") 0-15, self-closing\nerror 16-28 not_opened box\n");
  check("{{< box a/b >}}", "call box(\"a\") 0-15, self-closing\n");
  check("{{< box >}}x{{<< /box >>}}",
        "call box() 0-11, inner 11-12, close 12-26\nerror 15-16 unexpected_character\n");
  check("{{< box >}}x{{< |/box >}}",
        "call box() 0-11, inner 11-12, close 12-25\nerror 16-17 unexpected_character\n");
}

TEST_CASE("On a page that Hugo refuses, calls nest as on any other", "[shortcode]") {
  check("{{< box >}}{{< a >}}{{< /box >}}{{< /a >}}{{< /b >}}",
        "call box() 0-11, inner 11-32, close 32-42\ncall a() 11-20, inner 20-20, close 20-32, in 0\n"
        "error 42-52 not_opened b\n");
}

TEST_CASE("Nothing may stand inside an inline shortcode, which need not be closed", "[shortcode]") {
  check("{{< x.inline >}}a", "call x.inline() 0-16\n");
  check("{{< x.inline >}}{{< note >}}",
        "call x.inline() 0-16\ncall note() 16-28\nerror 0-16 not_closed x.inline\n");
  check("{{< x.inline >}}{{</* a */>}}", "call x.inline() 0-16\nerror 0-16 not_closed x.inline\n");
}

TEST_CASE("A name that the site does not define takes inner text if the page closes it", "[shortcode]") {
  check("{{< x >}}a{{< /x >}}{{< x >}}", "call x() 0-9, inner 9-10, close 10-20\ncall x() 20-29\n");
  check("{{< x >}}", "call x() 0-9\n");
}

TEST_CASE("An inner text that its template renders is lexed again, and its comments are tags",
          "[shortcode]") {
  const auto found_again = [](std::string_view text, const std::string& expected) {
    std::string found = dump_shortcodes(parse_shortcodes(text, 0, site()), text);
    while (found.starts_with("call ")) found.erase(0, found.find('\n') + 1);
    INFO(text);
    CHECK(found == expected);
  };
  found_again("{{< md >}}a{{</* nope 1 */>}}{{< /md >}}", "reread call nope(\"1\") 11-29\n");
  found_again("{{% md %}}{{%/* nope */%}}{{% /md %}}", "reread call nope() 10-26\n");
  found_again("{{< md >}}{{</* box */>}}{{< /md >}}",
              "reread call box() 10-25, not closed\nerror 10-25 not_closed box\n");
  found_again("{{< md >}}{{</* box */>}}{{< note >}}{{</* /box */>}}{{< /md >}}",
              "reread call box() 10-25, inner 25-37, close 37-53\n");
  found_again("{{< box >}}{{< md >}}{{</* a */>}}{{< /md >}}{{< /box >}}", "reread call a() 21-34\n");
  found_again("{{< md >}}{{< md >}}{{</* a */>}}{{< /md >}}{{</*b*/>}}{{< /md >}}",
              "reread call a() 20-33\nreread call b() 44-55\n");
  found_again("{{< md >}}{{</* /box */>}}{{< /md >}}", "error 10-26 not_opened box\n");
  found_again("{{< md >}}{{</* note / */>}}{{< /md >}}",
              "reread call note() 10-28, self-closing\nerror 10-28 takes_no_inner note\n");
  found_again("{{< md >}}{{</* note a=b*/>}}{{< /md >}}", "error 26-29 unexpected_character note\n");
  found_again("{{< md >}}{{</**/>}}{{< /md >}}", "error 10-20 no_name\n");
  found_again("{{< md >}}{{</* md */>}}{{</*/* nope */*/>}}{{</* /md */>}}{{< /md >}}",
              "reread call md() 10-24, inner 24-44, close 44-59\nreread call nope() 24-44\n");
}

TEST_CASE("A comment stays one where Hugo does not read it again or nobody knows", "[shortcode]") {
  const auto nothing_again = [](std::string_view text, const Dialect& dialect = site()) {
    const Shortcodes page = parse_shortcodes(text, 0, dialect);
    INFO(text);
    CHECK(page.reread.empty());
    CHECK(page.errors.empty());
  };
  nothing_again("{{< box >}}{{</* nope */>}}{{< /box >}}");
  nothing_again("{{< maybe >}}{{</* nope */>}}{{< /maybe >}}");
  nothing_again("{{< md >}}{{</*/nope*/>}}{{< /md >}}");
  nothing_again("{{< md >}}{{</*/* nope */*/>}}{{< /md >}}");
  nothing_again("{{< md >}}{{< note `{{</* a */>}}` >}}{{< /md >}}{{</* nope */>}}");
  nothing_again("{{< box >}}{{% md %}}{{</* nope */>}}{{% /md %}}{{< /box >}}");
  nothing_again("{{< md >}}{{< box >}}{{</* nope */>}}{{< /box >}}{{</* nope */>}}{{< /md >}}");
  nothing_again("{{< md >}}{{< md >}}{{%/*/* nope */*/%}}{{< /md >}}{{</* nope */>}}{{< /md >}}");
  Dialect old = site();
  old.hugo = {0, 99, 0};
  nothing_again("{{< md >}}{{</* nope */>}}{{< /md >}}", old);
}

TEST_CASE("A mistyped tag whose partner is a comment that Hugo reads again fails the build",
          "[shortcode][slip]") {
  check("{{< md >}}{{ < box >}}x{{</* /box */>}}{{< /md >}}",
        "call md() 0-10, inner 10-39, close 39-50\ncall box() 10-22, not closed, in 0, slip 0\n"
        "slip 10-14 \"{{ <\" meant \"{{<\" in 10-22 box, fails\n");
}

TEST_CASE("Deep escapes and calls are read again in linear time", "[shortcode]") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "{{< md >}}{{</* note */>}}";
  for (int i = 0; i < 20000; ++i) text += "{{< /md >}}";
  CHECK(parse_shortcodes(text, 0, site()).reread.size() == 20000);
}

TEST_CASE("After an error the next tags are judged", "[shortcode]") {
  check("{{< note\n\n{{< box >}}",
        "call note() 0-8\ncall box() 10-21, not closed\nerror 0-3 unterminated_tag note\n"
        "error 10-21 not_closed box\n");
  check("{{< note a, text. {{< note >}}",
        "call note(\"a\") 0-17\ncall note() 18-30\nerror 0-3 unterminated_tag note\n");
  check("{{< note \"a >}} {{< note >}}",
        "call note() 0-15\ncall note() 16-28\nerror 9-10 unterminated_quote note\n");
  check("{{< note `a >}} `b`.", "call note() 0-15\nerror 9-10 unterminated_quote note\n");
  check("{{< note 'a' >}}", "call note() 0-16\nerror 9-10 unexpected_character note\n");
  check("{{< note\n  \"x\"\n  'a'\n>}} b", "call note(\"x\") 0-24\nerror 17-18 unexpected_character note\n");
  check("{{< note a=\"b\" c >}}", "call note(a=\"b\") 0-20\nerror 15-16 mixed_parameters note\n");
  check("{{< note a = \"b\" \"c\" >}}",
        "call note(a=\"b\", \"c\") 0-24\nerror 17-20 mixed_parameters note\n");
  check("{{< /note 'a' >}}", "error 10-11 unexpected_character note\n");
  check("{{< box >}}{{< =a /box >}}{{< /box >}}",
        "call box() 0-11, inner 11-26, close 26-38\nerror 18-19 unexpected_character\n");
  check("{{< note a= >}}", "call note(a=\"\") 0-15\nerror 12-15 unexpected_character note\n");
  check("{{< >}}", "error 0-7 no_name\n");
  check("{{< a.b >}}", "error 4-6 bad_name\n");
  check("{{< box/>}}", "call box() 0-11, self-closing\nerror 4-8 bad_name box\n");
  check("{{</* a\n{{< note >}}", "call note() 8-20\nerror 0-3 unterminated_comment\n");
}

TEST_CASE("Hugo 0.165 takes any blank inside a tag", "[shortcode]") {
  Dialect newest = site();
  newest.hugo = {0, 165, 0};
  check("{{< note\f>}}", "call note() 0-12\n", newest);
  check("{{< box >}}{{< /box\n>}}", "call box() 0-11, inner 11-11, close 11-23\n", newest);
  check("{{< note\f>}}", "call note() 0-12\nerror 8-9 unexpected_character note\n");
}

TEST_CASE("A mistyped right delimiter is a slip at which Hugo fails", "[shortcode][slip]") {
  const std::string error = "error 8-11 mismatched_delimiter note\n";
  check("{{% note>}}",
        "call note() 0-11, slip 0\nslip 8-11 \">}}\" meant \"%}}\" in 0-11 note, fails\n" + error);
  check("{{< note%}}",
        "call note() 0-11, slip 0\nslip 8-11 \"%}}\" meant \">}}\" in 0-11 note, fails\n" + error);
  check("{{% note }}",
        "call note() 0-11, slip 0\nslip 9-11 \"}}\" meant \"%}}\" in 0-11 note, fails\n"
        "error 9-11 mismatched_delimiter note\n");
  check("{{< note > }}",
        "call note() 0-13, slip 0\nslip 9-13 \"> }}\" meant \">}}\" in 0-13 note, fails\n"
        "error 9-13 mismatched_delimiter note\n");
  check("{{< note >\nx",
        "call note() 0-10, slip 0\nslip 9-10 \">\" meant \">}}\" in 0-10 note, fails\n"
        "error 9-10 mismatched_delimiter note\n");
  check("{{< note a=b>}}",
        "call note(a=\"b\") 0-15, slip 0\nslip 12-15 \">}}\" meant \" >}}\" in 0-15 note, fails\n"
        "error 12-15 mismatched_delimiter note\n");
  check("{{% box %}}x{{% /box %}",
        "call box() 0-11, inner 11-12, close 12-23\nslip 21-23 \"%}\" meant \"%}}\" in 12-23 box, fails\n"
        "error 21-23 mismatched_delimiter box\n");
}

TEST_CASE("Where the halves disagree the rest of the page decides", "[shortcode][slip]") {
  check("{{% note %}}{{< note %}}",
        "call note() 0-12\ncall note() 12-24, slip 0\nslip 12-15 \"{{<\" meant \"{{%\" in 12-24 note, fails\n"
        "error 21-24 mismatched_delimiter note\n");
}

TEST_CASE("A mistyped left delimiter is a slip that Hugo prints", "[shortcode][slip]") {
  check("{{$ include \"a/b.md\" %}}",
        "call include(\"a/b.md\") 0-24, slip 0\nslip 0-3 \"{{$\" meant \"{{%\" in 0-24 include\n");
  check("{{ % note %}}", "call note() 0-13, slip 0\nslip 0-4 \"{{ %\" meant \"{{%\" in 0-13 note\n");
  check("{{ note %}}", "call note() 0-11, slip 0\nslip 0-2 \"{{\" meant \"{{%\" in 0-11 note\n");
  check("{{ < note > }}",
        "call note() 0-14, slip 0\nslip 0-4 \"{{ <\" meant \"{{<\" in 0-14 note, and 10-14 \">}}\"\n");
  check("{ {% note %}}", "call note() 0-13, slip 0\nslip 0-4 \"{ {%\" meant \"{{%\" in 0-13 note\n");
  // A blank that is none to Hugo goes with the delimiter: behind `{{%` it would fail the build.
  check("{{\u00A0note %}}", "call note() 0-12, slip 0\nslip 0-4 \"{{\u00A0\" meant \"{{% \" in 0-12 note\n");
  check("{{&nbsp; note %}}", "call note() 0-17, slip 0\nslip 0-8 \"{{&nbsp;\" meant \"{{%\" in 0-17 note\n");
  check("{% note \\\"a\\\" `b \"c\"` %}}",
        "call note(\"a\", \"b \"c\"\") 0-25, slip 0\nslip 0-2 \"{%\" meant \"{{%\" in 0-25 note\n");
  check("{% note %}}", "call note() 0-11, slip 0\nslip 0-2 \"{%\" meant \"{{%\" in 0-11 note\n");
  check("{% note %}",
        "call note() 0-10, slip 0\nslip 0-2 \"{%\" meant \"{{%\" in 0-10 note, and 8-10 \"%}}\", like a "
        "template\n");
}

TEST_CASE("A slip stands in for what was meant, so its partner is not blamed", "[shortcode][slip]") {
  check("{{$ box %}}x{{% /box %}}",
        "call box() 0-11, inner 11-12, close 12-24, slip 0\n"
        "slip 0-3 \"{{$\" meant \"{{%\" in 0-11 box, fails\n");
  check("{{% box %}}x{{$ /box %}}",
        "call box() 0-11, inner 11-12, close 12-24\nslip 12-15 \"{{$\" meant \"{{%\" in 12-24 box, fails\n");
  check("{{$ box %}}x", "call box() 0-11, not closed, slip 0\nslip 0-3 \"{{$\" meant \"{{%\" in 0-11 box\n");
  check("{{% box %}}{{$ box %}}x{{% /box %}}",
        "call box() 0-11, inner 11-23, close 23-35\ncall box() 11-22, not closed, in 0, slip 0\n"
        "slip 11-14 \"{{$\" meant \"{{%\" in 11-22 box\n");
}

TEST_CASE("A mistyped closing tag may have nothing to close", "[shortcode][slip]") {
  check("{{ < /box >}}", "slip 0-4 \"{{ <\" meant \"{{<\" in 0-13 box, closes nothing\n");
  check("{{< box >}}{{ < /note >}}{{< /box >}}",
        "call box() 0-11, inner 11-25, close 25-37\n"
        "slip 11-15 \"{{ <\" meant \"{{<\" in 11-25 note, closes nothing\n");
  check("{{< box >}}{{ < /box >}}{{< /box >}}",
        "call box() 0-11, inner 11-24, close 24-36\n"
        "slip 11-15 \"{{ <\" meant \"{{<\" in 11-24 box, closes nothing\n");
  check("{{ < note / >}}",
        "call note() 0-15, self-closing, slip 0\n"
        "slip 0-4 \"{{ <\" meant \"{{<\" in 0-15 note, closes nothing\n");
  check("{{ < box / >}}",
        "call box() 0-14, self-closing, slip 0\nslip 0-4 \"{{ <\" meant \"{{<\" in 0-14 box\n");
}

TEST_CASE("A sign may be garbled by an editor, a paste or a keyboard", "[shortcode][slip]") {
  check("{{\\% note \\%}}",
        "call note() 0-14, slip 0\nslip 0-4 \"{{\\%\" meant \"{{%\" in 0-14 note, and "
        "10-14 \"%}}\"\n");
  check("{{&lt; note &gt;}}",
        "call note() 0-18, slip 0\nslip 0-6 \"{{&lt;\" meant \"{{<\" in 0-18 note, and "
        "12-18 \">}}\"\n");
  check("{{5 note %}}", "call note() 0-12, slip 0\nslip 0-3 \"{{5\" meant \"{{%\" in 0-12 note\n");
  check("{{\u00A0< note >}}",
        "call note() 0-14, slip 0\nslip 0-5 \"{{\u00A0<\" meant \"{{<\" in 0-14 note\n");
  check("{{\u00AB note >}}", "call note() 0-13, slip 0\nslip 0-4 \"{{\u00AB\" meant \"{{<\" in 0-13 note\n");
  check("{{( note %}}", "call note() 0-12, slip 0\nslip 0-3 \"{{(\" meant \"{{%\" in 0-12 note\n");
  check("{{5 note \"a\" 5}}",
        "call note(\"a\") 0-16, slip 0\nslip 0-3 \"{{5\" meant \"{{%\" in 0-16 note, and 13-16 \"%}}\"\n");
  check("{{\u203A note \u2039}}",
        "call note() 0-16, slip 0\nslip 0-5 \"{{\u203A\" meant \"{{<\" in 0-16 note, and 11-16 \">}}\"\n");
  check("{{(< note >)}}",
        "call note() 0-14, slip 0\nslip 0-4 \"{{(<\" meant \"{{<\" in 0-14 note, and 10-14 \">}}\"\n");
  check("{{- note -}} {{~ note ~}} {{$ note }} {{$ other $}}", "");
  check("{{( note }}", "");
  check("{{&lt; other &gt;}}", "");
  check("{{5 other %}}", "");
}

TEST_CASE("A missing theme's name is known from its use on the page", "[shortcode][slip]") {
  Dialect themed = site();
  themed.templates_complete = false;
  check("{{$ tab %}}a{{% /tab %}}",
        "call tab() 0-11, inner 11-12, close 12-24, slip 0\n"
        "slip 0-3 \"{{$\" meant \"{{%\" in 0-11 tab, fails\n",
        themed);
  check("{{$ tab %}} {{ note %}} {{< tab >}}",
        "call tab() 0-11, slip 0\ncall note() 12-23, slip 1\ncall tab() 24-35\n"
        "slip 0-3 \"{{$\" meant \"{{%\" in 0-11 tab\nslip 12-14 \"{{\" meant \"{{%\" in 12-23 note\n",
        themed);
  check("{{$ tab %}} {{ note %}}",
        "call note() 12-23, slip 0\nslip 12-14 \"{{\" meant \"{{%\" in 12-23 note\n", themed);
  check("{{$ tab %}}a{{% /tab %}}", "error 12-24 not_opened tab\n");
}

TEST_CASE("Mistyped tags are not paired across a call", "[shortcode][slip]") {
  check("{{$ box %}}{{% box %}}{{$ /box %}}{{% /box %}}",
        "call box() 0-11, not closed, slip 0\ncall box() 11-22, inner 22-34, close 34-46\n"
        "slip 0-3 \"{{$\" meant \"{{%\" in 0-11 box\n"
        "slip 22-25 \"{{$\" meant \"{{%\" in 22-34 box, closes nothing\n");
}

/// Whether every one of `forms` is one slip and nothing else, with `call` in the place of `@`.
void check_slips(std::string_view call, std::initializer_list<std::string_view> forms) {
  for (const std::string_view form : forms) {
    std::string text(form);
    text.replace(text.find('@'), 1, call);
    INFO(text);
    const Shortcodes page = parse_shortcodes(text, 0, site());
    REQUIRE(page.slips.size() == 1);
    CHECK(page.errors.empty());
    CHECK(page.calls.size() == 1);
    CHECK_FALSE(page.slips[0].fails_build);
    const std::string repaired = apply_edits(text, page.slips[0].repairs);
    const Shortcodes mended = parse_shortcodes(repaired, 0, site());
    INFO(repaired);
    CHECK(mended.slips.empty());
    CHECK(mended.errors.empty());
    REQUIRE(mended.calls.size() == 1);
    CHECK(mended.calls[0].parameters.size() == page.calls[0].parameters.size());
  }
}

TEST_CASE("A delimiter may be escaped, spaced, turned or bracketed", "[shortcode][slip]") {
  for (const std::string_view call : {"note", "note \"a\"", "note a=\"b\"", "include \"a/b.md\""}) {
    check_slips(call,
                {"{{ < @ >}}", "{{ < @ > }}", "{ {< @ >} }", "{ { < @ > } }", "{{\n< @ >}}", "{\n{% @ %}}"});
    check_slips(call,
                {"{{&lt; @ &gt;}}", "{{&#60; @ &#62;}}", "{{&percnt; @ &percnt;}}", "&#123;&#123;< @ >}}",
                 "&lbrace;{< @ >}}", "{{&amp;lt; @ &amp;gt;}}", "{{&nbsp;< @ >}}"});
    check_slips(call,
                {"\\{\\{< @ >\\}\\}", "{\\{< @ >}}", "\\{{\\% @ \\%}}", "{{\\{< @ >}}", "{\\{% @ %}\\}"});
    check_slips(call,
                {"{{\u00AB@\u00BB}}", "{{\u2039 @ \u203A}}", "{{\uFF1C @ \uFF1E}}", "{{\uFF05 @ \uFF05}}",
                 "\uFF5B\uFF5B< @ >\uFF5D\uFF5D", "{{\u2264 @ \u2265}}", "{{\u200B< @ >}}"});
    check_slips(call, {"[[< @ >]]", "[[% @ %]]", "((< @ >))", "{(< @ >)}", "{[% @ %]}", "[{< @ >}}",
                       "{[% @ %}}", "{}% @ %}}", "}}< @ >}}", "{{}% @ %}}"});
    check_slips(call,
                {"{<{ @ }>}", "{%{ @ }%}", "{< @ >}", "{< @ >}}", "{% @ %}}", "{{> @ <}}", "{{$ @ %}}"});
    check_slips(call, {"{{a< @ >}}", "{_% @ %}}", "{{/% @ %}}", "{$% @ %}}", "% @ %}}", "[% @ %}}"});
  }
  for (const std::string_view call : {"note \"a\"", "note a=\"b\"", "include \"a/b.md\""})
    check_slips(call,
                {"{ @ >}}", "{{\"< @ >\"}}", "{{$ @ $}}", "{{#@ #}}", "{{, @ .}}", "{%% @ %%}", "{% @ >}}"});
}

TEST_CASE("Braces without a sign are a slip where no template language writes so", "[shortcode][slip]") {
  check(
      "{{ note a=\"b\" }}",
      "call note(a=\"b\") 0-16, slip 0\nslip 0-2 \"{{\" meant \"{{%\" in 0-16 note, and 14-16 \"%}}\", like "
      "a template, guessed\n");
  check("{{ note a=\"b\" }}{{< note >}}",
        "call note(a=\"b\") 0-16, slip 0\ncall note() 16-28\n"
        "slip 0-2 \"{{\" meant \"{{<\" in 0-16 note, and 14-16 \">}}\", like a template\n");
  check("{{ include \"a/b.md\" }}",
        "call include(\"a/b.md\") 0-22, slip 0\nslip 0-2 \"{{\" meant \"{{%\" in 0-22 include, and 20-22 "
        "\"%}}\", like a template, if it is there, guessed\n");
  check(
      "{{ note \"b\" }} {{ include \"a/b.md\" . }} {{ param \"a/b.md\" }} ${{ note a=\"b\" }} {{ note a=b }}",
      "");
  check("{{{ note a=\"b\" }}} {{> note a=\"b\"}} {{#note a=\"b\"}} {{ other a=\"b\" }} \\{{ note a=\"b\" }}",
        "");
}

TEST_CASE("A path between whole delimiters speaks for a tag of any name", "[shortcode][slip]") {
  check_slips("includ \"a/b.md\"", {"{{&lt; @ &gt;}}", "{{ < @ > }}", "{{\\% @ \\%}}", "{{ % @ % }}"});
  check("{{&lt; includ \"a b\" &gt;}} {{ < a/b.md > }} {{ < other \"a/b.md\" % }}", "");
}

TEST_CASE("Signs may stand outside of the braces", "[shortcode][slip]") {
  check("<{{ include \"a/b.md\" }}>",
        "call include(\"a/b.md\") 0-24, slip 0\n"
        "slip 0-3 \"<{{\" meant \"{{<\" in 0-24 include, and 21-24 \">}}\"\n");
  check("%{{ note a=\"b\" }}%",
        "call note(a=\"b\") 0-18, slip 0\n"
        "slip 0-3 \"%{{\" meant \"{{%\" in 0-18 note, and 15-18 \"%}}\"\n");
  check("<{{ note }}> %{{ note a }}% <{{ include \"a/b.md\" . }}> <{{ other \"a/b.md\" }}>", "");
}

TEST_CASE("Of unlike brackets the nearer one stands for a brace", "[shortcode][slip]") {
  check("([% note %}})", "call note() 1-12, slip 0\nslip 1-3 \"[%\" meant \"{{%\" in 1-12 note\n");
  check("}<{{ < note >}}", "call note() 2-15, slip 0\nslip 2-6 \"{{ <\" meant \"{{<\" in 2-15 note\n");
}

TEST_CASE("Dollars around a call with parameters are a slip", "[shortcode][slip]") {
  check("{{$ note a b $}}",
        "call note(\"a\", \"b\") 0-16, slip 0\n"
        "slip 0-3 \"{{$\" meant \"{{%\" in 0-16 note, and 13-16 \"%}}\", guessed\n");
  check("{{$ note $}} {{$note a$}} {{$ param a $}}", "");
}

TEST_CASE("Where Hugo misses a tag's partner, less is enough", "[shortcode][slip]") {
  for (const std::string_view opener :
       {"{{ box }}", "{ box }", "{{box}}", "{ box\n", "{{> box}}", "{% box }"}) {
    const std::string text = std::string(opener) + "x{{< /box >}}";
    INFO(text);
    const Shortcodes page = parse_shortcodes(text, 0, site());
    CHECK(page.errors.empty());
    REQUIRE(page.slips.size() == 1);
    CHECK(page.slips[0].fails_build);
  }
  check("{{< box >}}x{{ /box }}",
        "call box() 0-11, inner 11-12, close 12-22\n"
        "slip 12-14 \"{{\" meant \"{{<\" in 12-22 box, and 20-22 \">}}\", fails\n");
  check("{{ box }}{{< box >}}x{{< /box >}}{{ /box }}", "call box() 9-20, inner 20-21, close 21-33\n");
  check("{{ box }}{{< md >}}x", "call md() 9-19, not closed\nerror 9-19 not_closed md\n");
  check("<box>x{{< /box >}}", "error 6-18 not_opened box\n");
}

TEST_CASE("A mistyped tag does not begin in the tag before it", "[shortcode][slip]") {
  check("{{< note >}}< note >}}",
        "call note() 0-12\ncall note() 12-22, slip 0\nslip 12-13 \"<\" meant \"{{<\" in 12-22 note\n");
}

TEST_CASE("Another language's closing tag is one mistake", "[shortcode]") {
  check("{{< box >}}x{{< endbox >}}", "call box() 0-11, not closed\ncall endbox() 12-26\n");
  check("{{< endbox >}}{{< box >}}x",
        "call endbox() 0-14\ncall box() 14-25, not closed\nerror 14-25 not_closed box\n");
}

TEST_CASE("Look-alikes are no slips", "[shortcode][slip]") {
  check("{{ .Values.x }} {{$v := 1}} {{$opts := dict \"a\" \"b.js\" }} {{ partial \"x.html\" . }}", "");
  check("{{ template \"x\" }} {{- note -}} {{ include \"chart.labels\" . | nindent 4 }} {{ define \"x\" }}",
        "");
  check("{% if note %} {% block x.html %} {{ x|default(\"a\") }} {{ ref('x') }} A{{text}}", "");
  check("${{ note }} {{ $t(\"x\") }} {{#if}} {{> note}} {{!-- note --}} {{#note}} {{/note}}", "");
  check("{{ note }} {{ include \"x\" }} {{ param \"a\" }} {{ include \"a/b.md\" . }} {% param %}", "");
  check("\\newcommand{\\x}{% note\n} {% x.md %}", "");
  check(
      "{{ '<note x>' }} {{ \"<note>\" }} {{ <note /> }} {{(<note />)}} {(<note a=\"b\" />)} {<note a=\"b\" "
      "/>}",
      "");
  check("&#123;&#123;< note >&#125;&#125; &lbrace;&lbrace;% note %&rbrace;&rbrace;", "");
  check("{{# note #}} {{* note *}} {{** note **}} {{! note !}} {{-note-}} {{~ note ~}} {{= note =}}", "");
  check("[[note]] [[< note]] ((note)) <<note>> {note} {(note)} [% note %] [< note >] <% note %> <%= note %>",
        "");
  check(
      "{{ note > 3 }} {{ 3 < note }} {{ x < note.y }} {{ note % 2 }} {{ a % note }} {{ note<3 }} x < note }",
      "");
  check("{%- note -%} {%~ note ~%} {%p note %} {# note #} #{{note}} @{{note}} {{::note}} {{:note}} {{@note}}",
        "");
  check("{{note|a=b}} {{note:a}} {{$note.a}} {{note.[0]}} {{../note}} {{ note(\"a\") }} {{ note 'a' }}", "");
  check("printf(\"{%note}\") f\"{{note}} {note:>5}\" \"{:>}}\".format(note) ${note%%x}} ${note%%/*} %{note}",
        "");
  check(
      "Vec<HashMap<note, {{}}>> vector<pair<int,note>>{{1,2}} note<int>{{1}} {{\\note x}%} "
      "\\frac{{note}}{{b}}",
      "");
  check("{\"a\": {\"note\": \"50%\"}} {\"x\": {\"note\": \"<b>\"}} style={{ note: \"50%\" }} 50%}} of note",
        "");
  check("map<note, vector<int>>{{note>}} { %note% }", "");
  check("50 % note, x < note, a [% note and (< note; {{ note", "");
  check("{{ unknown \"a\" %}} {{$ unknown %}} {% unknown %}}", "");
}

}  // namespace
}  // namespace rubric
