// How it works: the names that a page sets are collected when its first `param` asks for one, so that a page
// without any costs nothing. What is not surely absent counts as set: keys below `params` in the front matter
// (Hugo 0.123) for old releases too, and whatever Hugo may set by itself.

#include "site/page_parameters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shortcode/embedded.h"
#include "text/ascii.h"

namespace rubric {

namespace {

// From the file's name, from Git, or by default (resources/page/pagemeta, hugolib/page__meta.go).
constexpr std::array<std::string_view, 9> set_by_hugo = {
    "date", "draft", "expirydate", "iscjklanguage", "lastmod", "publishdate", "slug", "title", "url"};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) == 0; });
}

class ParameterSearch {
 public:
  ParameterSearch(const Document& document, const SiteConfiguration& configuration)
      : document_(document), configuration_(configuration) {}

  std::vector<UnsetParameter> run() {
    for (const std::vector<Shortcode>* calls : {&document_.shortcodes.calls, &document_.shortcodes.reread})
      for (const Shortcode& call : *calls) judge(call);
    std::sort(unset_.begin(), unset_.end(), [](const UnsetParameter& left, const UnsetParameter& right) {
      return left.range.span < right.range.span;
    });
    return std::move(unset_);
  }

 private:
  void judge(const Shortcode& call) {
    if (call.name != "param" || call.slip >= 0 || !is_embedded(call, document_.dialect)) return;
    if (call.parameters.empty() || !call.parameters.front().name.empty()) return;
    const Parameter& parameter = call.parameters.front();
    // Of other letters Hugo knows the case better.
    if (parameter.value.empty() || is_typed(parameter) || !is_ascii(parameter.value)) return;
    if (is_set(lower_case(parameter.value))) return;
    unset_.push_back({parameter.value, document_.source.range(parameter.value_span)});
  }

  bool is_set(const std::string& name) {
    if (!own_) {
      own_.emplace();
      own_->add(document_.front_matter.root);
      if (const Value* nested = document_.front_matter.root.find("params")) own_->add(*nested);
    }
    return own_->contains(name) || configuration_.parameters.contains(name) ||
           std::find(set_by_hugo.begin(), set_by_hugo.end(), name) != set_by_hugo.end();
  }

  const Document& document_;
  const SiteConfiguration& configuration_;
  std::optional<ParameterNames> own_;
  std::vector<UnsetParameter> unset_;
};

std::vector<std::string> cascaded_by(const Value& front_matter) {
  const Value* cascade = front_matter.find("cascade");
  if (cascade == nullptr) return {};
  ParameterNames names;
  names.add_cascade(*cascade);
  std::vector<std::string> first_keys;
  for (const std::string& name : names.names())
    if (name.find('.') == name.npos) first_keys.push_back(name);
  return first_keys;
}

}  // namespace

std::unique_ptr<ParameterFacts> find_parameters(const Document& document, PageKind kind,
                                                const SiteConfiguration& configuration) {
  if (kind != PageKind::content) return nullptr;
  ParameterFacts facts;
  const bool known = configuration.errors.empty() && !configuration.theme_missing &&
                     document.front_matter.errors.empty() && document.dialect.templates_complete;
  if (known) facts.unset = ParameterSearch(document, configuration).run();
  facts.cascaded = cascaded_by(document.front_matter.root);
  if (facts.unset.empty() && facts.cascaded.empty()) return nullptr;
  return std::make_unique<ParameterFacts>(std::move(facts));
}

}  // namespace rubric
