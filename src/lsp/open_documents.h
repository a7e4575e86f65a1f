#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/handbooks.h"
#include "lsp/json.h"
#include "lsp/positions.h"

namespace rubric {

/// A text in the editor, which goes before the disk's from `didOpen` to `didClose`.
struct OpenDocument {
  std::string uri;   ///< as the client writes it
  std::string path;  ///< absolute
  int64_t version = 0;
  std::string text;
  std::optional<HandbookFile> file = {};  ///< nothing for what no handbook lints
  bool stale = true;                      ///< its own text changed since its findings were told
  uint64_t changed = 0;                   ///< when it changed last: a number that grows
  std::vector<Diagnostic> told = {};      ///< the findings that the client has
};

/// Applies one member of `contentChanges` of a didChange notification: a range with its new text, or a whole
/// text. False when it is neither.
bool apply_change(std::string& text, const Json& change, PositionEncoding encoding);

}  // namespace rubric
