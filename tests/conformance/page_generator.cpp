// How it works: a page is some pieces, each put into a position: a paragraph, a fence, a table, the inner
// text of a call… A third of the pages have pieces without mistakes only, a third have one that Hugo should
// refuse, the rest slips, look-alikes, comments or characters changed at random.

#include "page_generator.h"

#include <string_view>

#include "conformance/mistakes.h"
#include "conformance/random.h"
#include "conformance/tag_writer.h"

namespace rubric {
namespace {

class PageGenerator {
 public:
  PageGenerator(uint64_t seed, uint64_t index) : index_(index), random_(seed, index), tags_(random_) {}

  GeneratedPage run() {
    const size_t kind = random_.below(3);
    std::string& text = page_.text;
    text = front_matter();
    fine_pieces(text);
    if (kind == 1) text += position(mistake(tags_, index_));
    page_.arbitrary = kind == 1;
    if (kind == 2) odd_piece(text);
    if (random_.chance(60)) fine_pieces(text);
    if (kind == 2 && random_.chance(40)) mutate(text);
    if (random_.chance(12)) use_crlf(text);
    if (starts_as_front_matter(text)) text.insert(0, tags_.words());
    return std::move(page_);
  }

 private:
  std::string front_matter() {
    constexpr std::string_view heads[] = {
        "",
        "",
        "---\ntitle: \"{{< nope\"\n---\n",
        "---\ntitle: x\n# {{% nope %}}\n---\n",
        "\xEF\xBB\xBF---\ntitle: x\n---\n",
        "+++\ntitle = '{{< nope >}}'\n+++\n",
        "+++\n+++\n",
        "{\"title\": \"}{{< nope >}}\"}\n",
        "{\n  \"title\": \"x\"\n}\n\n",
        "\n\n---\ntitle: x\n---\n",
    };
    const std::string_view head = random_.pick(heads);
    front_matter_size_ = head.size();
    return std::string(head);
  }

  /// Whether Hugo would take what is no front matter for front matter.
  bool starts_as_front_matter(std::string_view text) const {
    const size_t first = text.find_first_not_of(" \t\r\n\v\f");
    return front_matter_size_ == 0 && first != std::string_view::npos &&
           std::string_view("{<-+").find(text[first]) != std::string_view::npos;
  }

  void fine_pieces(std::string& text) {
    for (size_t pieces = random_.below(3); pieces > 0; --pieces) text += position(tags_.call());
  }

  /// The piece where Markdown or Hugo might make something else of it.
  std::string position(const std::string& piece) {
    switch (random_.below(16)) {
      case 0:
        return "`" + piece + "`\n\n";
      case 1:
        return "```md\n" + piece + "\n```\n\n";
      case 2:
        return "<!-- " + piece + " -->\n\n";
      case 3:
        return "| a | b |\n| --- | --- |\n| " + piece + " | c |\n\n";
      case 4:
        return "- a\n- " + piece + "\n  b\n\n";
      case 5:
        return "## " + piece + "\n\n";
      case 6:
        return "<div title=\"x\">\n" + piece + "\n</div>\n\n";
      case 7:
        return "> " + piece + "\n\n";
      case 8:
        return "[" + tags_.words() + "](" + piece + ") b\n\n";
      case 9:
        return "    " + piece + "\n\n";
      case 10:
        return tags_.pair("box", piece) + "\n";
      case 11:
        return tags_.pair(tags_.pair_name(), "\n" + piece + "\n") + "\n\n";
      case 12:
        return piece;
      case 13:
        return tags_.words() + "\n" + piece + "\n" + tags_.words() + "\n\n";
      case 14:
        return "~~~\n" + piece + "\n~~~\n";
      default:
        return tags_.words() + " " + piece + " " + tags_.words() + "\n\n";
    }
  }

  void odd_piece(std::string& text) {
    switch (random_.below(5)) {
      case 0:
        text += position(add_slip());
        break;
      case 3:
        text += position(rendered_comment(tags_));
        break;
      case 1:
        text += position(look_alike(tags_));
        break;
      case 2:
        text += position(odd_comment(tags_));
        break;
      default:
        text += position(tags_.call());
        break;
    }
  }

  std::string add_slip() {
    page_.slips.push_back(slip(tags_));
    return page_.slips.back();
  }

  /// One or two changes of a character each, in or near a tag.
  void mutate(std::string& text) {
    page_.arbitrary = true;
    for (size_t edits = 1 + random_.below(2); edits > 0; --edits) {
      const size_t tag =
          text.find("{{", front_matter_size_ + random_.below(text.size() + 1 - front_matter_size_));
      const size_t at = tag + random_.below(30);
      if (tag == std::string::npos || at + 1 >= text.size()) continue;
      mutate_at(text, begin_of_code_point(text, at));
    }
  }

  static size_t begin_of_code_point(std::string_view text, size_t at) {
    while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
    return at;
  }

  static size_t size_of_code_point(std::string_view text, size_t at) {
    size_t end = at + 1;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    return end - at;
  }

  void mutate_at(std::string& text, size_t at) {
    constexpr std::string_view characters[] = {"{",  "{",      "}",      "}",  "<",  ">",  "%",      "/", "*",
                                               "\"", "\"",     "`",      "\\", "'",  "=",  ".",      ",", "-",
                                               "_",  " ",      " ",      "\t", "\n", "\r", "a",      "Q", "7",
                                               "é",  "\u00A0", "\u3000", "“",  "”",  "‘",  "\u200B", "#"};
    const size_t size = size_of_code_point(text, at);
    switch (random_.below(4)) {
      case 0:
        text.insert(at, random_.pick(characters));
        break;
      case 1:
        text.replace(at, size, random_.pick(characters));
        break;
      case 2:
        text.erase(at, size);
        break;
      default: {
        const std::string moved = text.substr(at, size);
        text.erase(at, size);
        text.insert(at >= text.size() ? at : at + size_of_code_point(text, at), moved);
      }
    }
  }

  void use_crlf(std::string& text) {
    for (size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
      text.insert(at, 1, '\r');
    for (std::string& slip : page_.slips)
      for (size_t at = slip.find('\n'); at != std::string::npos; at = slip.find('\n', at + 2))
        slip.insert(at, 1, '\r');
  }

  uint64_t index_;
  Random random_;
  TagWriter tags_;
  GeneratedPage page_;
  size_t front_matter_size_ = 0;
};

}  // namespace

GeneratedPage generate_page(uint64_t seed, uint64_t index) {
  return PageGenerator(seed, index).run();
}

}  // namespace rubric
