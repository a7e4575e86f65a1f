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
/// - No rule that runs by default finds more in a page than before. Two things were there before without
/// being
///   findings: what is wrong with a tag that Hugo could not read (an unknown name, a parameter too many),
///   which shows once a fix made the tag readable; and a dead anchor in a page whose anchors could not be
///   known for such a tag, of which `anchor-unverified` spoke already. Not fixing the tag would hide them for
///   good.
/// - Line ends, a byte order mark and the last line's end stay.
/// - cmark-gfm renders what the edits do not mean as before; see rendering_law.h.
struct FixLaw {
  size_t pages = 0;     ///< that were checked
  size_t changed = 0;   ///< files
  size_t mended = 0;    ///< findings
  size_t rendered = 0;  ///< pages whose HTML was compared
  size_t revealed = 0;  ///< findings of tags that became readable, where a rule finds more than before
  std::vector<std::string> violations;
};

/// Fixes the files in memory, with the rules of `select` or those that run by default.
FixLaw fix_law(const Files& files, FixMode mode, const std::vector<std::string>& select = {});

}  // namespace rubric
