#include "tag_writer.h"

namespace rubric {
namespace {

constexpr std::string_view simple_names[] = {"note", "a/b", "Cap", "text", "lang", "hint"};
constexpr std::string_view pair_names[] = {"box",    "box",    "md",   "render",   "opt",
                                           "called", "parent", "dead", "variable", "pinner"};
constexpr std::string_view unknown_names[] = {"nope", "Note",  "BOX",     "a",    "b",
                                              "cap",  "a/b/c", "lang.en", "nöte", "0"};

}  // namespace

std::string TagWriter::blank() {
  constexpr std::string_view blanks[] = {" ", " ", " ", " ", " ", "  ", "\t", "\n", " \n  ", "\n\n"};
  return std::string(random_.pick(blanks));
}

std::string TagWriter::maybe_blank() {
  return random_.chance(20) ? "" : blank();
}

std::string TagWriter::words() {
  constexpr std::string_view texts[] = {
      "some text",     "Ünï *code* text", "日本語 テキスト", "a `code` b",
      "x > y % z / w", "it’s “quoted”",   "1. 2, 3",         "[link](/x/) and https://e.org/",
      "**bold** _i_",  "\"quoted\" \\ b", "emoji 🚀 end",     "= a - b ="};
  return std::string(random_.pick(texts));
}

std::string TagWriter::simple_name() {
  return std::string(random_.pick(simple_names));
}

std::string TagWriter::pair_name() {
  return std::string(random_.pick(pair_names));
}

std::string TagWriter::name() {
  return random_.chance(50) ? simple_name() : pair_name();
}

std::string TagWriter::unknown_name() {
  return std::string(random_.pick(unknown_names));
}

std::string TagWriter::value(std::string_view text) {
  constexpr std::string_view tails[] = {"",     "",       " b",           "/c.md", "é ü", ", x: y",
                                        " > %", " {{ }}", "{{< note >}}", "'",     "“”",  " 'y'"};
  const std::string content = std::string(text) + std::string(random_.pick(tails));
  switch (random_.below(5)) {
    case 0:
      return "`" + content + (random_.chance(30) ? "\n\"y\"" : "") + "`";
    case 1:
      return "\"" + content + "\\\"z\\\"\"";
    default:
      return "\"" + content + "\"";
  }
}

std::string TagWriter::positional(std::string_view text, bool& bare) {
  constexpr std::string_view tails[] = {"", "", ".5", "-x", "_é", ".a.b"};
  bare = random_.chance(30);
  if (bare) return std::string(text) + std::string(random_.pick(tails));
  if (random_.chance(4)) return "\\\"" + std::string(text) + "\\\"";
  return value(text);
}

std::string TagWriter::parameters() {
  std::string result;
  const size_t count = random_.below(3);
  const bool named = random_.chance(35);
  for (size_t i = 0; i <= count; ++i) {
    const std::string text = i == 0 ? id() : "v";
    if (named) {
      constexpr std::string_view keys[] = {"id", "b", "data-c"};
      result += blank() + std::string(keys[i]);
      result += count == 0 && random_.chance(15) ? " = " : "=";
      result += random_.chance(25) ? text + blank() : value(text);
    } else {
      bool bare = false;
      result += blank() + positional(text, bare);
    }
  }
  return result;
}

std::string TagWriter::opening(char sign, std::string_view name) {
  return left(sign) + maybe_blank() + std::string(name) + parameters() + maybe_blank() + right(sign);
}

std::string TagWriter::closing(char sign, std::string_view name) {
  constexpr std::string_view gaps[] = {"", " ", " ", "\t"};
  const bool before = random_.chance(70);
  return left(sign) + (before ? blank() : "") + "/" + std::string(random_.pick(gaps)) + std::string(name) +
         std::string(random_.pick(gaps)) + right(sign);
}

std::string TagWriter::pair(std::string_view name, std::string_view inner) {
  const char sign = this->sign();
  const char other = random_.chance(10) ? this->sign() : sign;
  return opening(sign, name) + std::string(inner) + closing(other, random_.chance(3) ? "" : name);
}

std::string TagWriter::call(int depth) {
  if (random_.chance(3)) return "{{< highlight text >}}" + inner(depth + 1) + "{{< /highlight >}}";
  if (random_.chance(45)) return opening(sign(), simple_name());
  const std::string name = pair_name();
  if (random_.chance(12)) {
    const char sign = this->sign();
    return left(sign) + maybe_blank() + name + parameters() + blank() + "/" + maybe_blank() + right(sign);
  }
  return pair(name, inner(depth + 1));
}

std::string TagWriter::inner(int depth) {
  constexpr std::string_view gaps[] = {"", " ", "\n", "\n\n", " "};
  std::string result(random_.pick(gaps));
  for (size_t pieces = random_.below(3); pieces > 0; --pieces) {
    if (depth < 4 && random_.chance(45)) {
      result += call(depth);
    } else {
      result += words();
    }
    result += random_.pick(gaps);
  }
  return result;
}

std::string TagWriter::comment(std::string_view text) {
  const char sign = this->sign();
  return left(sign) + "/*" + std::string(text) + "*/" + right(sign);
}

}  // namespace rubric
