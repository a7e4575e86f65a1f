#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/random.h"

namespace rubric {

/// Writes links as Markdown and HTML have them, each in a block of its own with its mark in the text before
/// it. Destinations bear place marks.
class LinkWriter {
 public:
  /// `task_boxes`: with links that old Hugo takes for them.
  LinkWriter(Random& random, bool task_boxes) : random_(random), task_boxes_(task_boxes) {}

  /// A block with a link of any kind to an address. Now and then it holds what is no link, or two links.
  std::string write(std::string_view address);

  /// A block with `ref` or `relref` in the place of the destination.
  std::string write_ref(std::string_view path);

  /// How many links were written.
  uint32_t count() const { return count_; }

 private:
  std::string begin();
  std::string inline_destination(std::string_view address);
  std::string html_destination(std::string_view address);
  std::string text();
  std::string inlined(std::string_view address);
  std::string reference(std::string_view address, bool image);
  std::string html_element(std::string_view address);
  std::string in_block(std::string_view address);
  std::string no_link(std::string_view address);
  std::string in_shortcode(std::string_view address);

  Random& random_;
  bool task_boxes_;
  uint32_t count_ = 0;
};

}  // namespace rubric
