#pragma once

#include "cli/check_result.h"
#include "cli/command.h"

namespace rubric {

/// Takes what the baselines know out of a result, those that the configurations name or the flags; writes or
/// prunes them if the flags ask for it. Says on standard error what was written, or how many entries are of
/// no use any more. Entries of what was not asked for, by path or rule, stay as they are. Throws UserError
/// for a baseline that is not there or cannot be read or written.
void apply_baselines(const CheckFlags& flags, CheckResult& result, Streams& streams);

}  // namespace rubric
