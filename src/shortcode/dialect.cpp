// How it works: up to Hugo 0.145 a name must match byte for byte and may carry the folder's name; from 0.146
// on templates live in a tree whose look-up ignores letter case.

#include "shortcode/dialect.h"

#include <algorithm>

#include "text/ascii.h"

namespace rubric {
namespace {

constexpr HugoVersion case_insensitive_since{0, 146, 0};

}  // namespace

const ShortcodeTemplate* Dialect::find(std::string_view name) const {
  const auto exact = templates.find(name);
  if (exact != templates.end()) return &exact->second;
  if (hugo < case_insensitive_since) {
    constexpr std::string_view folder = "shortcodes/";
    if (!name.starts_with(folder)) return nullptr;
    const auto below = templates.find(name.substr(folder.size()));
    return below == templates.end() ? nullptr : &below->second;
  }
  for (const auto& [known, shortcode] : templates)
    if (equal_ignoring_case(known, name)) return &shortcode;
  return nullptr;
}

}  // namespace rubric
