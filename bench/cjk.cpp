#include "cjk.h"

#include <array>
#include <string_view>

namespace rubric::bench {
namespace {

// Ideographs from U+4E00 on, kana from U+3041 on.
void add_character(std::string& text, Random& random) {
  const uint32_t point = random.chance(25) ? 0x3041 + static_cast<uint32_t>(random.below(80))
                                           : 0x4E00 + static_cast<uint32_t>(random.below(3000));
  text += static_cast<char>(0xE0 | (point >> 12));
  text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
  text += static_cast<char>(0x80 | (point & 0x3F));
}

void add_run(std::string& text, Random& random, size_t least, size_t span) {
  for (size_t count = least + random.below(span); count > 0; --count) add_character(text, random);
}

void add_sentence(std::string& text, Random& random) {
  constexpr std::array<std::string_view, 6> latin = {" Kubernetes ", "API",  " SLO ",
                                                     "GitLab",       "2024", "`code`"};
  add_run(text, random, 6, 12);
  if (random.chance(30)) text += random.pick(latin);
  text += "\xEF\xBC\x8C";  // a comma
  add_run(text, random, 6, 14);
  if (random.chance(15)) {
    text += "**";
    add_run(text, random, 2, 4);
    text += "**";
  }
  if (random.chance(10)) {
    text += '[';
    add_run(text, random, 2, 6);
    text += "](/handbook/)";
  }
  text += "\xE3\x80\x82";  // a full stop
}

}  // namespace

std::string cjk_page(Random& random) {
  constexpr size_t page_bytes = 8000;
  std::string text = "---\ntitle: ";
  add_run(text, random, 4, 8);
  text += "\n---\n";
  while (text.size() < page_bytes) {
    text += "\n## ";
    add_run(text, random, 4, 8);
    text += "\n\n";
    for (size_t count = 2 + random.below(5); count > 0; --count) add_sentence(text, random);
    text += "\n\n";
    for (size_t count = random.below(6); count > 0; --count) {
      text += "- ";
      add_sentence(text, random);
      text += '\n';
    }
  }
  return text;
}

}  // namespace rubric::bench
