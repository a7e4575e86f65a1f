#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rubric {

/// Values for the {placeholders} of a rule's message.
using Arguments = std::vector<std::pair<std::string_view, std::string>>;

/// The names of a message's placeholders: `{` lower-case letters and underscores `}`. Any other brace stands
/// for itself.
std::vector<std::string_view> placeholders(std::string_view message);

/// The message with each placeholder replaced by its argument; every placeholder must have one.
std::string fill_message(std::string_view message, const Arguments& arguments);

}  // namespace rubric
