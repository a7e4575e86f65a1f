// How it works: one walk over the braces of the message serves both functions; arguments are never scanned,
// so a brace in a page's text cannot become a placeholder.

#include "lint/message.h"

#include <algorithm>
#include <cassert>

#include "text/span.h"

namespace rubric {

namespace {

constexpr std::string_view name_letters = "abcdefghijklmnopqrstuvwxyz_";

// The next placeholder at or after `from`, braces included; empty when there is none.
Span next_placeholder(std::string_view message, size_t from) {
  for (size_t open = message.find('{', from); open != std::string_view::npos;
       open = message.find('{', open + 1)) {
    const size_t close = message.find_first_not_of(name_letters, open + 1);
    if (close == std::string_view::npos || close == open + 1 || message[close] != '}') continue;
    return {static_cast<uint32_t>(open), static_cast<uint32_t>(close + 1)};
  }
  return {};
}

std::string_view name_in(std::string_view message, Span placeholder) {
  return message.substr(placeholder.begin + 1, placeholder.size() - 2);
}

}  // namespace

std::vector<std::string_view> placeholders(std::string_view message) {
  std::vector<std::string_view> names;
  for (Span found = next_placeholder(message, 0); !found.empty();
       found = next_placeholder(message, found.end)) {
    names.push_back(name_in(message, found));
  }
  return names;
}

std::string fill_message(std::string_view message, const Arguments& arguments) {
  std::string filled;
  size_t size = message.size();
  for (const auto& [name, value] : arguments) size += value.size();
  filled.reserve(size);  // about right; growing would leave messages with twice the memory they need
  size_t done = 0;
  for (Span found = next_placeholder(message, 0); !found.empty();
       found = next_placeholder(message, found.end)) {
    const auto argument = std::find_if(arguments.begin(), arguments.end(), [&](const auto& candidate) {
      return candidate.first == name_in(message, found);
    });
    assert(argument != arguments.end() && "a placeholder of the message has no argument");
    filled.append(message.substr(done, found.begin - done));
    if (argument != arguments.end()) filled.append(argument->second);
    done = found.end;
  }
  filled.append(message.substr(done));
  return filled;
}

}  // namespace rubric
