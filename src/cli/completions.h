#pragma once

#include <string>

#include "cli/description.h"

namespace rubric {

/// What bash sources to complete the program's command lines, made of what --help says. Where a rule is asked
/// for, it runs `rubric rules`, so that a project's own rules are there.
std::string bash_completions(const CommandDescription& program);

/// The same for zsh: a file `_rubric` in a folder of its fpath.
std::string zsh_completions(const CommandDescription& program);

/// The same for fish.
std::string fish_completions(const CommandDescription& program);

}  // namespace rubric
