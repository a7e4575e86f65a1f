#include "fix/mutated_pages.h"

#include <iterator>
#include <string_view>
#include <utility>

namespace rubric {

namespace {

// Slips that have safe fixes, and text around them that is easily hurt.
const char* const pieces[] = {"She owns a engineering project and an plan.",
                              "It is the the end of of it.",
                              "{{% note %}}\nAn inner text.\n{{< /note >}}",
                              "{{ < badge \"x\" > }}",
                              "{{< badge \"x\" %}}",
                              "{{% include \"part.md\" %}}",
                              "> A quote of an\n> plan is is here.",
                              "| a | b |\n| - | - |\n| an plan | the the |",
                              "- an item\n  with a idea\n\n      code: an plan",
                              "```\nan plan, the the {{< badge %}}\n```",
                              "Text. <!-- rubric-disable-line article-mismatch -->",
                              "\xC3\xA9t\xC3\xA9 an plan \xF0\x9F\x9A\x80 the the",
                              "<!-- rubric-disable -->\nan plan\n<!-- rubric-enable -->",
                              "Hard break of an plan  \nand and more\\\nof it.",
                              "\xFF is no UTF-8, an plan.",
                              "[a](/gone/) [b](#gone) an plan {{\xC2\xA0< badge >}}",
                              "An plan {{< badge 'x' >}} \xE2\x80\x9C{{< badge \"x >}}"};

std::string page_of(std::mt19937_64& random) {
  std::string text = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
  if (random() % 2 == 0) text += "---\ntitle: Page\n---\n\n";
  for (uint64_t count = 1 + random() % 6; count > 0; --count) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 6 == 0 && !text.empty()) text.erase(random() % text.size(), 1 + random() % 3);
    text += random() % 4 == 0 ? "\n" : "\n\n";
  }
  if (random() % 3 == 0) text.resize(text.find_last_not_of('\n') + 1);
  if (random() % 3 != 0) return text;
  std::string with_cr;
  for (const char byte : text) with_cr += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  return with_cr;
}

}  // namespace

Files site_of(std::mt19937_64& random, int pages) {
  Files files = {
      {"hugo.yaml", "baseURL: https://example.org/\n"},
      {"layouts/shortcodes/note.html", "<div>{{ .Inner | markdownify }}</div>\n"},
      {"layouts/shortcodes/badge.html", "<b>{{ .Get 0 }}</b>\n"},
      {"layouts/shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
      {"assets/part.md", "A part of an plan.\n"}};
  for (int page = 0; page < pages; ++page)
    files["content/p" + std::to_string(page) + ".md"] = page_of(random);
  return files;
}

std::string mutated(std::string text, std::mt19937_64& random) {
  const auto place = [&] { return text.empty() ? 0 : random() % text.size(); };
  const auto replace_next = [&](std::string_view old, std::string_view by) {
    const size_t at = text.find(old, place());
    if (at != text.npos) text.replace(at, old.size(), by);
  };
  constexpr std::pair<std::string_view, std::string_view> swaps[] = {
      {" a ", " an "},
      {" an ", " a "},
      {" the ", " the the "},
      {"{{<", "{{ <"},
      {"{{%", "{{\xC2\xA0%"},
      {">}}", "%}}"},
      {"%}}", ">}}"},
      {"{{<", "{{"},
      {"\"", "'"},
      {"\"", ""},
      {" is ", " is is "},
      {". ", " . "},
      {"](", "](x"},
      {"\n", "\r\n"},
      {"\n\n", "\n"},
      {" ", "\xC2\xA0"},
      {"\n", " <!-- rubric-disable-line -->\n"},
      {"\n\n", "\n\n<!-- rubric-disable repeated-word -->\n\n"}};
  for (uint64_t count = 1 + random() % 4; count > 0; --count) {
    const auto& [old, by] = swaps[random() % std::size(swaps)];
    replace_next(old, by);
    if (random() % 8 == 0) text.erase(place(), 1 + random() % 5);
  }
  if (random() % 10 == 0) text.insert(0, "\xEF\xBB\xBF");
  if (random() % 10 == 0) text.resize(text.find_last_not_of('\n') + 1);
  if (random() % 10 != 0 || text.find('\r') != text.npos) return text;
  std::string with_cr;
  for (const char byte : text) with_cr += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  return with_cr;
}

}  // namespace rubric
