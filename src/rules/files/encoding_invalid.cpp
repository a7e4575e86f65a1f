// How it works: bad bytes are ill-formed UTF-8 (Unicode 3.9, table 3-7) and NUL; neighbours make one run and
// one finding. A file in UTF-16 would be one run after the other, so it is named as a whole.

#include <algorithm>
#include <optional>
#include <vector>

#include "lint/context.h"
#include "text/utf8.h"

namespace rubric {

namespace {

bool is_bad(std::string_view text, uint32_t offset) {
  return text[offset] == '\0' || !decode_utf8(text, offset).well_formed;
}

std::vector<Span> bad_runs(std::string_view text) {
  std::vector<Span> runs;
  size_t nul = text.find('\0');
  std::optional<Span> ill_formed = find_ill_formed(text);
  while (nul != std::string_view::npos || ill_formed) {
    const auto begin = static_cast<uint32_t>(std::min<size_t>(nul, ill_formed ? ill_formed->begin : nul));
    uint32_t end = begin;
    while (end < text.size() && is_bad(text, end)) ++end;
    runs.push_back({begin, end});
    if (nul < end) nul = text.find('\0', end);
    if (ill_formed && ill_formed->begin < end) ill_formed = find_ill_formed(text, end);
  }
  return runs;
}

std::string describe(std::string_view bytes) {
  constexpr size_t shown = 4;
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result = bytes.size() == 1 ? "byte" : "bytes";
  for (const char byte : bytes.substr(0, shown)) {
    const auto value = static_cast<unsigned char>(byte);
    result += {' ', '0', 'x', digits[value >> 4], digits[value & 15]};
  }
  if (bytes.size() > shown) result += " … (" + std::to_string(bytes.size()) + " in a row)";
  return result;
}

}  // namespace

void encoding_invalid(PageContext& context) {
  const std::string_view text = context.document().source.text();
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    context.report({0, 2}, {{"found", "the file is in UTF-16"}}, {"Save the file as UTF-8.", {}, {}});
    return;
  }
  for (const Span run : bad_runs(text)) {
    const std::string_view bytes = slice(text, run);
    const bool only_nul = bytes.find_first_not_of('\0') == std::string_view::npos;
    context.report(run, {{"found", describe(bytes)}},
                   {only_nul ? "Remove the NUL." : "Save the file as UTF-8.", {}, {}});
  }
}

}  // namespace rubric
