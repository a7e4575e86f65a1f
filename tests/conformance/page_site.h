#pragma once

#include <map>
#include <string>

namespace rubric {

/// Configuration and layouts of the site that generated pages stand in. Each shortcode prints
/// `ran:PARAMETERS:` (see page_verdict.h), and then what its kind does with inner text:
///
///     note a/b Cap text lang   none (a nested name, a capital, a template `text.md`, a variant for a
///     language) hint                     none, though `.Inner` stands in a comment and in a define that
///     nobody calls box parent variable      prints it md render                makes Markdown of it, by
///     markdownify and by RenderString opt                      prints it unless there is a second parameter
///     called                   prints it in a define that it calls
///     dead pinner              has `.Inner` or `.Params.Inner` in a branch that is never taken
const std::map<std::string, std::string>& page_site();

}  // namespace rubric
