#pragma once

#include <span>

#include "lint/diagnostic.h"
#include "lsp/place_writer.h"

namespace rubric {

/// What of a `Diagnostic` the client understands (LSP 3.17, PublishDiagnosticsClientCapabilities).
struct DiagnosticSupport {
  bool related = false;
  bool tags = false;
  bool description = false;  ///< codeDescription
};

/// Writes a finding as LSP's `Diagnostic`, whose message is the finding's and, on a line of its own, its
/// help.
void write_diagnostic(PlaceWriter& writer, const Diagnostic& finding, const DiagnosticSupport& support);

/// The same for all findings of a page, as an array.
void write_diagnostics(PlaceWriter& writer, std::span<const Diagnostic> findings,
                       const DiagnosticSupport& support);

}  // namespace rubric
