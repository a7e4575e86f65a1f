#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fix/fix.h"
#include "folder_files.h"

namespace rubric {

/// What fixing a repository did, and where it broke a law:
///
/// - Fixing again changes nothing, and finds what was left.
/// - No rule that runs by default finds more in a page than before. Four things were there before without
/// being
///   findings, and not fixing would hide them for good: what is wrong with a tag that Hugo could not read (an
///   unknown name, a parameter too many), once the tag is readable; a dead anchor of a link that led to no
///   page at all; a dead anchor in a page whose anchors could not be known for such a tag, of which
///   `anchor-unverified` spoke already; and a suppression whose finding went with another rule's fix, or is
///   suppressed by another one since its name was mended.
/// - Line ends, a byte order mark and the last line's end stay.
/// - cmark-gfm renders what the edits do not mean as before; see rendering_law.h.
struct FixLaw {
  size_t pages = 0;     ///< that were checked
  size_t changed = 0;   ///< files
  size_t mended = 0;    ///< findings
  size_t rendered = 0;  ///< pages whose HTML was compared
  size_t revealed =
      0;  ///< findings of tags and links that became readable, of rules that find more than before
  std::vector<std::string> violations;
};

/// Fixes the files in memory, with the rules of `select` or those that run by default.
FixLaw fix_law(const Files& files, FixMode mode, const std::vector<std::string>& select = {});

}  // namespace rubric
