#pragma once

#include <string_view>

namespace rubric {

/// Serves an editor over two file descriptors until it says `exit` or closes its end; returns the exit status
/// that LSP asks for: 0 after `shutdown` and `exit`, else 1. A thread of its own frames and parses what comes
/// and marks cancellations; the calling thread does everything else. `version` is rubric's.
int run_language_server(int in, int out, std::string_view version);

}  // namespace rubric
