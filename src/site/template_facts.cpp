// How it works: the actions of one template are walked in order with a stack of its blocks. Values are
// followed only as far as shortcodes use them in practice: a variable or the dot of a `with` that comes from
// `.Inner`, from the first parameter, or from a look-up of a file.

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/include_template.h"
#include "site/template_ids.h"
#include "site/template_inner.h"
#include "site/template_safety.h"
#include "site/template_source.h"
#include "site/templates.h"

namespace rubric {
namespace {

using Tokens = std::vector<TemplateToken>;

bool is_inner(const TemplateToken& token) {
  return token.kind == TemplateTokenKind::field &&
         (path_holds(token.text, "Inner") || path_holds(token.text, "InnerDeindent"));
}

bool calls(const Tokens& tokens, std::initializer_list<std::string_view> names) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const TemplateToken& token) {
    if (token.kind == TemplateTokenKind::string) return false;
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return token.text == name || (token.text.front() == '.' && path_holds(token.text, name));
    });
  });
}

/// Whether the template takes inner text by Hugo's criterion (tpl/tplimpl/templatetransform.go): a field or
/// variable among the arguments of a command, in the main template and the definitions that it calls. What a
/// definition is called with does not count, nor does what stands in `(…)` before a field.
class InnerSearch {
 public:
  /// Nothing when a definition of another file is called, which may take it.
  std::optional<bool> run(const std::vector<TemplatePart>& parts) {
    for (const TemplatePart& part : parts) {
      Tokens tokens = part.tokens;
      std::erase_if(tokens, [](const TemplateToken& token) { return token.text == "-"; });
      if (!tokens.empty()) action(tokens);
    }
    return reaches_inner();
  }

 private:
  struct Definition {
    bool inner = false;
    std::vector<std::string_view> called;
  };

  void action(const Tokens& tokens) {
    const std::string_view keyword =
        tokens[0].kind == TemplateTokenKind::identifier ? tokens[0].text : std::string_view{};
    const bool named = tokens.size() > 1 && tokens[1].kind == TemplateTokenKind::string;
    if (keyword == "define" && named) {
      defining_ = tokens[1].text;
      definitions_[defining_];
      depth_ = 0;
      return;
    }
    if (keyword == "if" || keyword == "with" || keyword == "range" || keyword == "block") ++depth_;
    if (keyword == "end" && --depth_ < 0) {
      defining_ = {};
      depth_ = 0;
    }
    Definition& definition = definitions_[defining_];
    if (keyword == "block") return;
    if (keyword == "template") {
      if (named) definition.called.push_back(tokens[1].text);
      return;
    }
    definition.inner |= holds_inner(tokens);
  }

  static bool holds_inner(const Tokens& tokens) {
    std::vector<size_t> open;   // brackets
    std::vector<size_t> found;  // outside of `(…).field`
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (is_inner(tokens[i])) found.push_back(i);
      if (tokens[i].kind != TemplateTokenKind::symbol) continue;
      if (tokens[i].text == "(") open.push_back(i);
      if (tokens[i].text != ")" || open.empty()) continue;
      const bool has_field = i + 1 < tokens.size() && tokens[i + 1].kind == TemplateTokenKind::chain;
      while (has_field && !found.empty() && found.back() > open.back()) found.pop_back();
      open.pop_back();
    }
    return !found.empty();
  }

  std::optional<bool> reaches_inner() {
    std::vector<std::string_view> waiting{{}};
    std::set<std::string_view> reached;
    bool complete = true;
    while (!waiting.empty()) {
      const std::string_view name = waiting.back();
      waiting.pop_back();
      if (!reached.insert(name).second) continue;
      const auto definition = definitions_.find(name);
      if (definition == definitions_.end()) {
        // Hugo's own take none.
        complete &= name.empty() || name.starts_with("_internal/");
        continue;
      }
      if (definition->second.inner) return true;
      waiting.insert(waiting.end(), definition->second.called.begin(), definition->second.called.end());
    }
    return complete ? std::optional(false) : std::nullopt;
  }

  std::map<std::string_view, Definition> definitions_;
  std::string_view defining_;
  int depth_ = 0;
};

/// Where a value of the template comes from.
struct Origin {
  bool inner = false;
  bool parameter = false;
  bool file = false;
  Origin& operator|=(const Origin& other) {
    inner |= other.inner;
    parameter |= other.parameter;
    file |= other.file;
    return *this;
  }
};

class ValueFlow {
 public:
  void run(const std::vector<TemplatePart>& parts) {
    for (const TemplatePart& part : parts) {
      if (!part.tokens.empty()) action(part.tokens);
    }
  }

  bool inner_is_markdown = false;
  bool writes_html = false;
  bool prints_file = false;
  bool finds_file = false;
  std::vector<std::string> partials;  // called; empty names are computed

 private:
  void action(Tokens tokens) {
    std::erase_if(tokens, [](const TemplateToken& t) { return t.text == "-"; });
    if (tokens.empty()) return;
    const std::string_view keyword =
        tokens[0].kind == TemplateTokenKind::identifier ? tokens[0].text : std::string_view{};
    const Origin origin = origin_of(tokens);
    look_for_file(tokens, origin);
    look_for_output(tokens, origin);
    if (tokens[0].kind == TemplateTokenKind::variable && tokens.size() > 2)
      variables_[tokens[0].text] |= value(tokens, origin);
    if (keyword == "else" && !dots_.empty()) {
      if (tokens.size() > 1 && tokens[1].text == "with") dots_.back() = value(tokens, origin);
    } else if (keyword == "end") {
      if (!dots_.empty()) dots_.pop_back();
    } else if (keyword == "with" || keyword == "range") {
      open_with(tokens, value(tokens, origin));
    } else if (keyword == "if" || keyword == "block" || keyword == "define") {
      dots_.push_back(dots_.empty() ? Origin{} : dots_.back());
    }
  }

  void open_with(const Tokens& tokens, Origin origin) {
    if (tokens.size() > 2 && tokens[1].kind == TemplateTokenKind::variable)
      variables_[tokens[1].text] |= origin;
    dots_.push_back(origin);
  }

  /// The value of a look-up is the file, no longer the parameter.
  static Origin value(const Tokens& tokens, Origin origin) {
    if (origin.parameter && looks_up(tokens)) return {false, false, true};
    return origin;
  }

  static bool looks_up(const Tokens& tokens) {
    return calls(tokens, {"readFile", "ReadFile", "GetPage"}) || gets_resource(tokens);
  }

  static bool gets_resource(const Tokens& tokens) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view text = tokens[i].text;
      const bool get = text == ".Get" || text == ".GetMatch";
      if (get && i > 0 && tokens[i].kind == TemplateTokenKind::chain && tokens[i - 1].text == "resources")
        return true;
      if (text.ends_with(".Resources.Get") || text.ends_with(".Resources.GetMatch")) return true;
    }
    return false;
  }

  Origin origin_of(const Tokens& tokens) const {
    Origin origin;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const TemplateToken& token = tokens[i];
      const bool has_next = i + 1 < tokens.size();
      if (is_inner(token)) origin.inner = true;
      if (token.kind == TemplateTokenKind::field && has_next &&
          (token.text == ".Get" || token.text == ".Params"))
        origin.parameter |= names_first_parameter(tokens[i + 1]);
      if (token.text == "." && !dots_.empty()) origin |= dots_.back();
      if (token.kind == TemplateTokenKind::field && !dots_.empty() && dots_.back().file &&
          (i == 0 || tokens[i - 1].kind != TemplateTokenKind::variable))
        origin.file = true;
      const auto variable = variables_.find(token.text);
      if (token.kind == TemplateTokenKind::variable && variable != variables_.end())
        origin |= variable->second;
    }
    return origin;
  }

  static bool names_first_parameter(const TemplateToken& token) {
    if (token.kind == TemplateTokenKind::identifier) return token.text == "0";
    if (token.kind != TemplateTokenKind::string) return false;
    const std::string_view names[] = {"file", "path", "src", "page", "name", "filename"};
    return std::find(std::begin(names), std::end(names), token.text) != std::end(names);
  }

  void look_for_file(const Tokens& tokens, Origin origin) {
    if (!origin.parameter || !looks_up(tokens)) return;
    finds_file = true;
    prints_file |= calls(tokens, {"readFile", "ReadFile"});
    prints_file |= calls(tokens, {"Content", "RawContent", "RenderShortcodes"});
  }

  void look_for_output(const Tokens& tokens, Origin origin) {
    const bool renders = calls(tokens, {"markdownify", "RenderString", "Markdownify"});
    const bool content = calls(tokens, {"Content", "RawContent", "RenderShortcodes"});
    if (renders && origin.inner) inner_is_markdown = true;
    if (content && origin.file) prints_file = true;
    const bool executes =
        calls(tokens, {"ExecuteAsTemplate", "getJSON", "GetRemote", "Render", "safeHTMLAttr"});
    const bool as_html = renders || content || calls(tokens, {"safeHTML", "htmlUnescape", "Summary"});
    const bool foreign =
        as_html && !origin.inner && !origin.file && !origin.parameter && !calls(tokens, {"Get"});
    writes_html |= executes || foreign;
    for (size_t i = 0; i < tokens.size(); ++i) look_for_partial(tokens, i);
  }

  /// Notes the template that the token at `i` calls, if it does, by its name below `partials`.
  void look_for_partial(const Tokens& tokens, size_t i) {
    const bool called = tokens[i].kind != TemplateTokenKind::string &&
                        (tokens[i].text == "partial" || tokens[i].text == "partialCached" ||
                         (tokens[i].text.starts_with('.') && i > 0 && tokens[i - 1].text == "partials"));
    const bool inserted = tokens[i].kind == TemplateTokenKind::identifier && tokens[i].text == "template";
    if (!called && !inserted) return;
    const bool named = i + 1 < tokens.size() && tokens[i + 1].kind == TemplateTokenKind::string;
    std::string name(named ? tokens[i + 1].text : std::string_view{});
    // The text of a definition in the same file is seen anyway, and Hugo's own write no ids.
    if (inserted && (name.find_first_of("./") == name.npos || name.starts_with("_internal/"))) return;
    if (inserted && name.starts_with("partials/")) name.erase(0, std::string_view("partials/").size());
    partials.push_back(std::move(name));
  }

  std::map<std::string_view, Origin> variables_;
  std::vector<Origin> dots_;
};

/// What a template and the partials that it calls write of ids.
class IdSearch {
 public:
  explicit IdSearch(const ReadPartial& read) : read_(read) {}

  bool computed = false;
  std::vector<std::string> ids;

  void add(const std::vector<TemplatePart>& parts, const ValueFlow& flow) {
    TemplateIds found = find_template_ids(parts);
    computed |= found.computed || flow.writes_html;
    std::move(found.ids.begin(), found.ids.end(), std::back_inserter(ids));
    waiting_.insert(waiting_.end(), flow.partials.begin(), flow.partials.end());
  }

  void add_partials() {
    while (!waiting_.empty() && !computed) {
      const std::string name = std::move(waiting_.back());
      waiting_.pop_back();
      if (!seen_.insert(name).second) continue;
      const std::optional<std::string> source = read_ && !name.empty() ? read_(name) : std::nullopt;
      computed |= !source;
      if (!source) return;
      const std::vector<TemplatePart> parts = read_template_source(*source);
      ValueFlow flow;
      flow.run(parts);
      add(parts, flow);
    }
  }

 private:
  const ReadPartial& read_;
  std::vector<std::string> waiting_;
  std::set<std::string> seen_;
};

}  // namespace

ShortcodeTemplate read_shortcode_template(std::string_view source, const ReadPartial& read_partial) {
  const std::vector<TemplatePart> parts = read_template_source(source);
  ValueFlow flow;
  flow.run(parts);
  ShortcodeTemplate result;
  const std::optional<bool> takes_inner = InnerSearch().run(parts);
  if (!takes_inner) result.inner = InnerText::unknown;
  if (takes_inner == true) result.inner = flow.inner_is_markdown ? InnerText::markdown : InnerText::raw;
  result.included = read_include_template(parts);
  result.include = (flow.finds_file && flow.prints_file) || !result.included.lookups.empty();
  IdSearch search(read_partial);
  search.add(parts, flow);
  search.add_partials();
  result.writes_html = search.computed;
  result.ids = std::move(search.ids);
  result.prints_nothing = is_empty(parts);
  result.may_fail = !cannot_fail(parts);
  result.renders_inner = result.inner == InnerText::markdown && always_renders_inner(parts);
  result.passes_inner = result.inner == InnerText::raw && always_prints_inner(parts);
  result.prints_inner = result.inner == InnerText::raw && prints_inner_as_html(parts);
  return result;
}

}  // namespace rubric
