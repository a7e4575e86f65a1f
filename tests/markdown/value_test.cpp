#include "markdown/value.h"

#include <catch2/catch.hpp>

#include "markdown/value_parsers.h"

using namespace rubric;

namespace {

// A node as its kind's letter and its bytes in the source, with the decoded scalar where that differs;
// members as the bytes of their key and the value.
std::string dump(std::string_view text, const Value& value) {
  static constexpr char letters[] = {'0', 'b', 'n', 's', 'd', '[', '{'};
  const std::string source(slice(text, value.span));
  std::string out(1, letters[static_cast<size_t>(value.kind)]);
  if (value.is_sequence()) {
    for (const Value& item : value.items) out += (out.size() > 1 ? ", " : "") + dump(text, item);
    return out + "]";
  }
  if (value.is_mapping()) {
    for (const Member& member : value.members)
      out += (out.size() > 1 ? ", " : "") + std::string(slice(text, member.key_span)) + ": " +
             dump(text, member.value);
    return out + "}";
  }
  out += "<" + source + ">";
  return value.scalar == source ? out : out + "=" + value.scalar;
}

std::string dump(std::string_view text, ValueFormat format) {
  const ParsedValue parsed = parse_value(text, format);
  if (parsed.errors.empty()) return dump(text, parsed.root);
  const ValueError& error = parsed.errors.front();
  return std::to_string(error.span.begin) + "-" + std::to_string(error.span.end) + " " + error.message;
}

struct Row {
  std::string_view text, expected;
};

template <size_t count>
void check(ValueFormat format, const Row (&rows)[count]) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dump(row.text, format) == row.expected);
  }
}

}  // namespace

TEST_CASE("YAML nodes have their kind and their exact bytes") {
  check(ValueFormat::yaml,
        {
            {"title: A b\n", "{title: s<A b>}"},
            {"a: 'it''s' # no\nb: \"x\\\"y\"", "{a: s<'it''s'>=it's, b: s<\"x\\\"y\">=x\"y}"},
            {"\"a b\": 1\n'c': true\nd: False\n", "{\"a b\": n<1>, 'c': b<true>, d: b<False>=false}"},
            {"a: 2020-01-02\nb: 2020-01-02T10:00:00+02:00\nc: 1.5e3\nd: 0x1F\ne: 1.2.3\nf: -1\ng: 12-13\n",
             "{a: d<2020-01-02>, b: d<2020-01-02T10:00:00+02:00>, c: n<1.5e3>, d: n<0x1F>, e: s<1.2.3>, f: "
             "n<-1>, g: "
             "s<12-13>}"},
            {"a:\nb: ~\nc: null\nd:", "{a: 0<>, b: 0<~>, c: 0<null>, d: 0<>}"},
            {"a:\nnull: 1\n", "{a: 0<>, null: n<1>}"},
            {"a: [x, 'y' , {z: 1}]\nb: []\nc: { }\n", "{a: [s<x>, s<'y'>=y, {z: n<1>}], b: [], c: {}}"},
            {"a: [x: 1, y]\n", "{a: [{x: n<1>}, s<y>]}"},
            {"- a\n-\n- b: c\n  d: e\n", "[s<a>, 0<>, {b: s<c>, d: s<e>}]"},
            {"tags:\n- a\n- b\n", "{tags: [s<a>, s<b>]}"},
            {"a: b\n  c\n\n  d # x\ne: f\n", "{a: s<b\n  c\n\n  d>=b c\nd, e: s<f>}"},
            {"a: |\n  x\n   y # z\n\nb: >-\n  q\n  r\n",
             "{a: s<|\n  x\n   y # z>=x\n y # z\n, b: s<>-\n  q\n  r>=q r}"},
            {"a: |2-  # note\n   x\nb: 1", "{a: s<|2-  # note\n   x>= x, b: n<1>}"},
            {"a: &x b\nc: *x\n", "{a: s<b>, c: s<*x>=b}"},
            {"a: &x {k: v}\nc: [*x, *x]\n", "{a: {k: s<v>}, c: [{k: s<v>}, {k: s<v>}]}"},
            {"a: !!str 1\nb: !x\n  'y'\n", "{a: s<1>, b: s<'y'>=y}"},
            {"a: 1\na: 2\n", "{a: n<1>, a: n<2>}"},
            {"a:\tb\n", "{a: s<b>}"},
            {"a: b\r\nc: d\r\n", "{a: s<b>, c: s<d>}"},
            {"a: \xC3\xA9t\xC3\xA9\nb: x\n", "{a: s<\xC3\xA9t\xC3\xA9>, b: s<x>}"},
            {"\xEF\xBB\xBF"
             "a: b\n",
             "{a: s<b>}"},
            {"", "0<>"},
            {"# only\n", "0<>"},
            {"just text\n", "s<just text>"},
            {"a: http://x.y/#z\n", "{a: s<http://x.y/#z>}"},
            {"<<: {a: b}\n", "{<<: {a: s<b>}}"},
            {"a: \"x\n  y\"\n", "{a: s<\"x\n  y\">=x y}"},
        });
}

TEST_CASE("YAML errors are in plain words at their place") {
  check(
      ValueFormat::yaml,
      {
          {"a: b: c\n", "4-5 a `:` is not allowed here; put the value in quotes or check the indentation"},
          {"a: b\n c: d\n",
           "7-8 a `:` is not allowed here; put the value in quotes or check the indentation"},
          {"a: \"b\nc: d\n", "3-4 this quote is never closed"},
          {"a: 'b\n", "3-4 this quote is never closed"},
          {"a: [b, c\nd: e\n", "10-11 a `,` or the closing `]` is missing here"},
          {"a: @b\n", "3-4 a value cannot begin with this character; put it in quotes"},
          {"  a: b\nc: d\n", "7-8 this line does not fit the indentation of the lines above"},
          {"a: %b\n", "3-4 a value cannot begin with this character; put it in quotes"},
          {"a: *b\n", "3-4 a value that begins with `*` must be in quotes"},
          {"a: \"\\q\"\n", "4-6 unknown escape in a double-quoted value"},
          {"a: &x [*x]\n", "7-9 this alias stands inside the value that it names"},
          {"a: b\x01\n", "4-5 a control character is not allowed here"},
          {"a:\n\tb: c\n", "3-4 a tab cannot indent; use blanks"},
          {"a: \"b \"c\" d\"\n", "7-8 nothing may follow a closing quote; put the value in the other quotes"},
          {"a: 'b' c\nd: e\n", "7-8 nothing may follow a closing quote; put the value in the other quotes"},
          {"a: {{ b }}\n", "4-5 a mapping cannot be a key; put a value with `{{` in quotes"},
          {"a: {[b]: c}\n", "4-5 a list cannot be a key"},
      });
}

TEST_CASE("TOML nodes have their kind and their exact bytes, in source order") {
  check(ValueFormat::toml,
        {
            {"b = 1\na = \"x\\ty\" # c\n", "{b: n<1>, a: s<\"x\\ty\">=x\ty}"},
            {"d = 2020-01-02\nt = 2020-01-02T03:04:05Z\nf = 1.5\nx = true\n",
             "{d: d<2020-01-02>, t: d<2020-01-02T03:04:05Z>, f: n<1.5>, x: b<true>}"},
            {"k = ['a', \"b\"]\n[p.q]\nr = 1\n", "{k: [s<'a'>=a, s<\"b\">=b], p: {q: {r: n<1>}}}"},
            {"[[m]]\na = 1\n[[m]]\na = 2\n", "{m: [{a: n<1>}, {a: n<2>}]}"},
            {"a.b = 1\n", "{a: {b: n<1>}}"},
            {"\"\xC3\xA9 x\" = '\xC3\xA9' \nz = 'y'\n",
             "{\"\xC3\xA9 x\": s<'\xC3\xA9'>=\xC3\xA9, z: s<'y'>=y}"},
            {"a = 1\r\nb = 'c'\r\n", "{a: n<1>, b: s<'c'>=c}"},
            {"\xEF\xBB\xBF"
             "a = 1\n",
             "{a: n<1>}"},
            {"a = \"\"\"x\ny\"\"\"\n", "{a: s<\"\"\"x\ny\"\"\">=x\ny}"},
            {"", "{}"},
        });
}

TEST_CASE("TOML errors are in plain words at their place") {
  check(ValueFormat::toml, {
                               {"a = 1\na = 2\n", "10-11 'a' is set a second time"},
                               {"a = \n", "4-5 a value is missing here"},
                               {"a = \"x\n", "6-7 this string is not closed on its line"},
                               {"a: b\n", "1-2 expected '=', saw ':'"},
                               {"[x\n", "2-3 expected ']', saw the end of the line"},
                           });
}

TEST_CASE("JSON nodes have their kind and their exact bytes") {
  check(ValueFormat::json,
        {
            {R"({"a": "x\"y", "b": [1, -2.5e3, true , null], "c": {}})",
             R"({"a": s<"x\"y">=x"y, "b": [n<1>, n<-2.5e3>, b<true>, 0<null>=], "c": {}})"},
            {"{\"\xC3\xA9\" : \"\\u00e9\"}", "{\"\xC3\xA9\": s<\"\\u00e9\">=\xC3\xA9}"},
            {"\xEF\xBB\xBF{\"a\":1}", "{\"a\": n<1>}"},
            {" [ ] ", "[]"},
        });
}

TEST_CASE("JSON errors are in plain words at their place") {
  check(ValueFormat::json,
        {
            {"{\"a\": }", "6-7 unexpected '}'; expected '[', '{', or a literal"},
            {"{\"a\": 1,}", "8-9 unexpected '}'; expected string literal"},
            {"{a: 1}", "1-2 invalid literal; expected string literal"},
            {"{\"a\": 1", "7-7 unexpected end of input; expected '}'"},
            {"", "0-0 unexpected end of input; expected '[', '{', or a literal"},
            {"{\"a\": \"x\ny\"}",
             "8-9 invalid string: control character U+000A (LF) must be escaped to \\u000A or \\n"},
        });
}

TEST_CASE("Containers span from their first to their last byte") {
  const std::string_view text = "a: [x,\n  y ,  # c ]\n ]\nb:\n  c: {d: e, }\n  f: g\nh: 1\n";
  const Value root = parse_value(text, ValueFormat::yaml).root;
  CHECK(slice(text, root.at("a")->span) == "[x,\n  y ,  # c ]\n ]");
  CHECK(slice(text, root.at("b")->span) == "c: {d: e, }\n  f: g");
  CHECK(slice(text, root.at("b.c")->span) == "{d: e, }");
}

TEST_CASE("An offset moves every span") {
  const ParsedValue parsed = parse_value("a: [b]", ValueFormat::yaml, 10);
  CHECK(parsed.root.members[0].key_span == Span{10, 11});
  CHECK(parsed.root.members[0].value.items[0].span == Span{14, 15});
  CHECK(parse_value("a: b: c", ValueFormat::yaml, 10).errors.at(0).span == Span{14, 15});
}

TEST_CASE("Members are found without regard to case, the last of duplicates first") {
  const Value root = parse_value("BaseURL: x\nbaseurl: y\nm: {N: {o: [1, 2]}}", ValueFormat::yaml).root;
  CHECK(root.find("baseURL")->scalar == "y");
  CHECK(root.at("M.n.O")->strings() == std::vector<std::string>{"1", "2"});
  CHECK(root.at("m.x.o") == nullptr);
  CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("Hostile values end in an error") {
  const auto repeat = [](std::string_view text, size_t count) {
    std::string out;
    while (count-- > 0) out += text;
    return out;
  };
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 0; j < 8; ++j) bomb += ", " + before;
    bomb += "]\n";
  }
  std::string staircase;
  for (int i = 0; i < 5000; ++i) staircase += std::string(static_cast<size_t>(i), ' ') + "a:\n";
  const struct {
    ValueFormat format;
    std::string text;
  } rows[] = {
      {ValueFormat::yaml, repeat("[", 100000)},
      {ValueFormat::yaml, repeat("{a: ", 100000)},
      {ValueFormat::yaml, repeat("- ", 100000)},
      {ValueFormat::yaml, repeat("? ", 100000)},
      {ValueFormat::yaml, staircase},
      {ValueFormat::yaml, bomb},
      {ValueFormat::json, repeat("[", 100000)},
      {ValueFormat::json, repeat("{\"a\":", 100000)},
      {ValueFormat::toml, "a = " + repeat("[", 100000)},
      {ValueFormat::toml, repeat("a.", 100000) + "a = 1"},
      {ValueFormat::toml, "a = " + repeat("{a.a.a.a.a.a.a.a = ", 200) + "1" + repeat("}", 200)},
      {ValueFormat::toml, "[" + repeat("a.", 100000) + "a]"},
  };
  for (const auto& row : rows) {
    INFO(row.text.substr(0, 20));
    CHECK_FALSE(parse_value(row.text, row.format).errors.empty());
  }
}

TEST_CASE("The parser of simple YAML agrees with the full one") {
  static constexpr std::string_view parts[] = {
      "a: b\n",
      "key:\n",
      "  ",
      "- ",
      "-",
      "x y",
      "'q'",
      "\"q r\"",
      "'",
      "\"",
      ": ",
      ":",
      " #c\n",
      "# c\n",
      "\n",
      "\r\n",
      "[a, b]",
      "[",
      "]",
      ", ",
      "12",
      "-3",
      "2020-01-02",
      "true",
      "null",
      "~",
      "\xC3\xA9",
      "&x",
      "*x",
      "|\n",
      "{",
      "k: v\n",
      "k: ",
      "\t",
      "--- ",
      "...\n",
      "    ",
      "- k: v\n",
      "- i\n",
      "l: []\n",
      "\\",
      "\n  y z\n",
      "\n    'w' v\n",
      "p q: ",
      "!",
      "? ",
      "\xEF\xBB\xBF",
  };
  uint32_t seed = 1, simple = 0;
  const auto draw = [&seed](size_t count) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % count;
  };
  for (int round = 0; round < 40000; ++round) {
    std::string text = draw(2) == 0 ? "t: x\n" : "";
    for (size_t count = draw(10) + 1; count > 0; --count) text += parts[draw(std::size(parts))];
    const auto quick = parse_simple_yaml(text);
    if (!quick) continue;
    ++simple;
    const ParsedValue full = parse_full_yaml(text);
    const bool same =
        full.errors.empty() && dump(text, *quick) == dump(text, full.root) && quick->span == full.root.span;
    if (same) continue;
    INFO(text);
    CHECK(dump(text, *quick) == (full.errors.empty() ? dump(text, full.root) : full.errors[0].message));
    CHECK(quick->span == full.root.span);
  }
  CHECK(simple > 1000);
  CHECK(parse_simple_yaml(
      "title: A b\ntags: [a, 'b']\naliases:\n- /x/\n- /y/\nmenu:\n  main:\n    weight: 3\n"));
}
