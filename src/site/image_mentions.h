#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/file_tree.h"

namespace rubric {

/// The images (repository-relative paths, sorted) below `folders` whose file name stands in no text below
/// `root`: no page, template, style, script or data. Letter case and folders do not matter: an image that was
/// moved has dead links, which is another matter. Nothing is said of images that a template may find without
/// their name (a computed name, a pattern, all of a page), nor of icons that browsers ask for by themselves.
/// Reads every text of at most 4 MiB; one that cannot be read mentions nothing.
std::vector<std::string> find_unused_images(const FileTree& files, const ReadFile& read,
                                            std::string_view root, const std::vector<std::string>& folders);

}  // namespace rubric
