#pragma once

#include <span>
#include <string_view>

namespace rubric::bench {

/// A file that every generated handbook holds: Hugo's configuration, templates, images.
struct HandbookFile {
  std::string_view path;
  std::string_view text;
};

std::span<const HandbookFile> handbook_files();

/// A drawing of a few bytes, put beside each leaf bundle's page.
extern const std::string_view diagram_svg;

/// A valid image of one pixel.
extern const std::string_view pixel_png;

}  // namespace rubric::bench
