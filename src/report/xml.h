#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// The text as XML 1.0 can hold it, in an element or in an attribute's quotes. Tabs and line ends are
/// character references, since attributes would turn them into spaces. What XML cannot hold at all is spelled
/// out (\x1b, \u{ffff}); bytes that are not UTF-8 become U+FFFD.
std::string xml_text(std::string_view text);

/// ` name="value"`, with the value as xml_text gives it.
std::string xml_attribute(std::string_view name, std::string_view value);

}  // namespace rubric
