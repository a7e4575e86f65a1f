// How it works: a table says what Hugo's embedded templates cannot do without. Of those that ask a server
// first or that a privacy setting switches off, it is not said that the build fails.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "lint/context.h"
#include "shortcode/embedded.h"
#include "text/ascii.h"

namespace rubric {

namespace {

// What a call needs.
enum class Needs : uint8_t {
  first,        // a positional parameter that is not empty
  first_text,   // one that Hugo takes for text
  any,          // some parameter
  id,           // a positional one or `id`
  user_and_id,  // a positional one or both `user` and `id`
};

struct Requirement {
  std::string_view name;
  Needs needs;
  std::string_view what;
};

constexpr std::string_view post = "the parameters `user` and `id`";
constexpr std::string_view video = "the id of a video";

constexpr std::array<Requirement, 11> requirements = {{
    {"gist", Needs::any, "the user and the id of a gist"},
    {"highlight", Needs::first_text, "a language as its first parameter"},
    {"instagram", Needs::any, "the id of a post"},
    {"param", Needs::first, "the name of a parameter"},
    {"tweet", Needs::user_and_id, post},
    {"twitter", Needs::user_and_id, post},
    {"twitter_simple", Needs::user_and_id, post},
    {"vimeo", Needs::id, video},
    {"x", Needs::user_and_id, post},
    {"x_simple", Needs::user_and_id, post},
    {"youtube", Needs::id, video},
}};

bool has(const Shortcode& call, std::string_view name) {
  return std::any_of(call.parameters.begin(), call.parameters.end(),
                     [&](const Parameter& parameter) { return equal_ignoring_case(parameter.name, name); });
}

bool is_met(Needs needs, const Shortcode& call) {
  if (call.parameters.empty()) return false;
  const Parameter& first = call.parameters.front();
  const bool positional = first.name.empty();
  switch (needs) {
    case Needs::first:
      return positional && !first.value.empty();
    case Needs::first_text:
      return positional && !is_typed(first);
    case Needs::any:
      return true;
    case Needs::id:
      return positional || has(call, "id");
    case Needs::user_and_id:
      return positional || (has(call, "user") && has(call, "id"));
  }
  return true;
}

// Where the tags begin that Hugo refuses anyhow.
std::vector<uint32_t> refused_tags(const Shortcodes& shortcodes) {
  std::vector<uint32_t> begins;
  for (const SyntaxError& error : shortcodes.errors) begins.push_back(error.tag.begin);
  std::sort(begins.begin(), begins.end());
  return begins;
}

}  // namespace

void shortcode_parameter_missing(PageContext& context) {
  const Document& document = context.document();
  if (!document.dialect.shortcodes || !document.dialect.templates_complete) return;
  const std::vector<uint32_t> refused = refused_tags(document.shortcodes);
  for (const std::vector<Shortcode>* calls : {&document.shortcodes.calls, &document.shortcodes.reread}) {
    for (const Shortcode& call : *calls) {
      const auto requirement =
          std::find_if(requirements.begin(), requirements.end(),
                       [&](const Requirement& candidate) { return candidate.name == call.name; });
      if (requirement == requirements.end() || call.slip >= 0 || is_met(requirement->needs, call) ||
          !is_embedded(call, document.dialect) ||
          std::binary_search(refused.begin(), refused.end(), call.open.begin))
        continue;
      const bool certain = requirement->needs == Needs::first || requirement->needs == Needs::first_text;
      context.report(call.name_span, {{"name", call.name},
                                      {"what", std::string(requirement->what)},
                                      {"consequence", certain ? ", so the Hugo build fails" : ""}});
    }
  }
}

}  // namespace rubric
