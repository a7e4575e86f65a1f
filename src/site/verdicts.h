#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/destinations.h"
#include "site/site.h"

namespace rubric {

/// A resolution that says no more than its outcome and perhaps its page.
Resolution judged(Outcome outcome, const Page* page = nullptr);

/// The verdict on a fragment that is none of the page's `ids`: with the nearest of them, `certain` where it
/// differs in letter case only. The ids may come in any order and repeat; sorted ones are fast.
Resolution judged_missing(std::string_view fragment, const Page& page, std::vector<std::string_view> ids);

/// Whether a link leads to a place on a page. Fragments mean nothing on what is loaded as a file.
bool has_page_fragment(const Link& link, const Destination& destination);

/// The fragment of a destination as it is written, with its `#`; empty when there is none.
std::string_view written_fragment(std::string_view target);

}  // namespace rubric
