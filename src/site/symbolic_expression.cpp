// How it works: a pipeline is cut into commands and those into operands, as Go does; each function and method
// that matters to includes is modelled in its few lines, and any other one mixes its arguments.

#include "site/symbolic_expression.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rubric::symbolic {
namespace {

using Token = TemplateToken;
using Tokens = std::span<const Token>;
using Kind = TemplateTokenKind;

constexpr std::string_view known_keys[] = {"file", "path", "src", "page", "filename", "name"};

class Evaluator {
 public:
  explicit Evaluator(Run& run) : run_(run) {}

  Value pipeline(Tokens tokens) {
    std::optional<Value> piped;
    size_t begin = 0;
    int depth = 0;
    for (size_t at = 0; at <= tokens.size(); ++at) {
      const bool end = at == tokens.size();
      const bool symbol = !end && tokens[at].kind == Kind::symbol;
      if (symbol && tokens[at].text == "(") ++depth;
      if (symbol && tokens[at].text == ")") --depth;
      if (!end && !(symbol && depth == 0 && tokens[at].text == "|")) continue;
      piped = command(tokens.subspan(begin, at - begin), piped);
      begin = at + 1;
    }
    return piped.value_or(Value{});
  }

 private:
  /// What a command begins with: a function, or a value with a path of fields and methods behind it.
  struct Head {
    std::string_view function;
    Value base;
    std::string path;
  };

  Value command(Tokens tokens, const std::optional<Value>& piped) {
    if (tokens.empty()) return piped.value_or(Value{});
    const Head head = take_head(tokens);
    std::vector<Value> arguments;
    while (!tokens.empty()) {
      const Head operand = take_head(tokens);
      arguments.push_back(apply(operand, {}));
    }
    if (piped) arguments.push_back(*piped);
    return apply(head, arguments);
  }

  Head take_head(Tokens& tokens) {
    Head head;
    const Token token = tokens[0];
    tokens = tokens.subspan(1);
    const char* end = token.text.data() + token.text.size();
    if (token.kind == Kind::string) {
      head.base = constant(token.text);
      return head;
    }
    if (token.kind == Kind::identifier)
      head.function = token.text;
    else if (token.kind == Kind::field)
      head.base = run_.dot, head.path = token.text;
    else if (token.kind == Kind::variable)
      head.base = token.text == "$" ? just(Value::Is::shortcode) : value_of(token.text);
    else if (token.text == "(")
      head.base = parenthesis(tokens, end);
    else if (token.text == ".")
      head.base = run_.dot;
    const bool glued = !tokens.empty() && tokens[0].text.data() == end &&
                       (tokens[0].kind == Kind::chain || tokens[0].kind == Kind::field);
    if (!glued) return head;
    head.path += tokens[0].text;
    tokens = tokens.subspan(1);
    return head;
  }

  Value parenthesis(Tokens& tokens, const char*& end) {
    int depth = 1;
    size_t at = 0;
    for (; at < tokens.size(); ++at) {
      if (tokens[at].kind != Kind::symbol) continue;
      if (tokens[at].text == "(") ++depth;
      if (tokens[at].text == ")" && --depth == 0) break;
    }
    const Value value = pipeline(tokens.first(at));
    if (at < tokens.size()) end = tokens[at].text.data() + 1;
    tokens = tokens.subspan(std::min(at + 1, tokens.size()));
    return value;
  }

  Value value_of(std::string_view name) {
    const Variable* variable = run_.state.find(name);
    return variable == nullptr ? just(Value::Is::unknown) : variable->value;
  }

  Value apply(const Head& head, std::span<const Value> arguments) {
    if (head.function == "site") return method(just(Value::Is::site), head.path, arguments);
    if (head.function == "page") return method(just(Value::Is::page), head.path, arguments);
    if (!head.function.empty()) return function(std::string(head.function) + head.path, arguments);
    if (head.path.empty()) return arguments.empty() ? head.base : mixed(arguments);
    return method(head.base, head.path, arguments);
  }

  Value method(const Value& base, std::string_view path, std::span<const Value> arguments) {
    switch (base.is) {
      case Value::Is::shortcode:
        return of_shortcode(path, arguments);
      case Value::Is::page:
        return of_page(path, arguments);
      case Value::Is::site:
        if (path == ".GetPage") return look_up(IncludeFrom::site_pages, arguments);
        return mixed(arguments);
      case Value::Is::file:
        return of_file(base, path, arguments);
      case Value::Is::output:
      case Value::Is::opaque:
        return just(Value::Is::opaque);
      case Value::Is::unknown:
        return base;
      default:
        if (path.ends_with(".RenderString")) return rendered(arguments);
        return base.has_parameter() ? just(Value::Is::unknown) : mixed(arguments);
    }
  }

  Value of_shortcode(std::string_view path, std::span<const Value> arguments) {
    constexpr std::string_view page = ".Page", parameters = ".Params";
    if (path == page || path.starts_with(".Page."))
      return method(just(Value::Is::page), path.substr(page.size()), arguments);
    if (path.starts_with(".Site")) return of_page(path, arguments);
    if (path.starts_with(".Scratch.") || path.starts_with(".Store."))
      return scratch(path.substr(path.find('.', 1)), arguments);
    if (path == ".Get" && arguments.size() == 1 && arguments[0].is == Value::Is::text &&
        arguments[0].texts.size() == 1 && arguments[0].texts[0].constant())
      return parameter(arguments[0].texts[0].before);
    if (path.starts_with(".Params.")) return parameter(path.substr(parameters.size() + 1));
    if (path == ".Get" || path == parameters) return just(Value::Is::unknown);
    return mixed(arguments);
  }

  static Value parameter(std::string_view key) {
    const bool known =
        key == "0" || std::find(std::begin(known_keys), std::end(known_keys), key) != std::end(known_keys);
    if (!known) return {};
    Value value = constant("");
    value.texts[0].key = key;
    return value;
  }

  Value of_page(std::string_view path, std::span<const Value> arguments) {
    if (path.empty()) return just(Value::Is::page);
    if (path == ".GetPage") return look_up(IncludeFrom::pages, arguments);
    if (path == ".Site") return just(Value::Is::site);
    if (path == ".Site.GetPage") return look_up(IncludeFrom::site_pages, arguments);
    if (path == ".RenderString") return rendered(arguments);
    if (path.starts_with(".Scratch.") || path.starts_with(".Store."))
      return scratch(path.substr(path.find('.', 1)), arguments);
    if (path == ".File.Dir" || path == ".Dir") {
      Value value = constant("");
      value.texts[0].folder = true;
      return value;
    }
    return mixed(arguments);
  }

  static Value of_file(const Value& file, std::string_view path, std::span<const Value> arguments) {
    Value value = just(Value::Is::output);
    const bool page = file.from != IncludeFrom::assets;
    if (path == ".Content") {
      value.output = page ? IncludeOutput::page : IncludeOutput::raw;
      return value;
    }
    if (page && path == ".RawContent") {
      value.output = IncludeOutput::raw;
      return value;
    }
    if (page && path == ".RenderShortcodes") {
      value.output = IncludeOutput::shortcodes;
      return value;
    }
    return page && path == ".RenderString" ? rendered(arguments) : mixed(arguments);
  }

  Value scratch(std::string_view name, std::span<const Value> arguments) {
    const bool named = !arguments.empty() && arguments[0].is == Value::Is::text &&
                       arguments[0].texts.size() == 1 && arguments[0].texts[0].constant();
    if (!named) return just(Value::Is::unknown);
    Value& value = run_.state.scratch_value(arguments[0].texts[0].before);
    if (name == ".Get" && arguments.size() == 1) return value;
    if (name == ".Set" && arguments.size() == 2) {
      value = arguments[1];
    } else if (name == ".Add" && arguments.size() == 2) {
      const Value both[] = {value, arguments[1]};
      value = joined(both, "");
    } else {
      value = just(Value::Is::unknown);
    }
    return just(Value::Is::silent);
  }

  /// Markdown of its own, by markdownify or RenderString.
  static Value rendered(std::span<const Value> arguments) {
    if (arguments.empty() || arguments.size() > 2) return mixed(arguments);
    if (arguments.size() == 2 && arguments[0].is != Value::Is::other) return mixed(arguments);
    Value value = arguments.back();
    if (value.is != Value::Is::output) return mixed(arguments);
    if (value.output != IncludeOutput::raw) return just(Value::Is::opaque);
    value.output = IncludeOutput::markdown;
    return value;
  }

  Value look_up(IncludeFrom from, std::span<const Value> arguments) {
    if (arguments.size() != 1 || !arguments[0].has_parameter()) {
      run_.result.elsewhere |= arguments.size() != 1 || arguments[0].is != Value::Is::text;
      return mixed(arguments);
    }
    for (const Text& text : arguments[0].texts) {
      const auto is_any = [](std::string_view value, std::initializer_list<std::string_view> of) {
        return std::find(of.begin(), of.end(), value) != of.end();
      };
      const bool beside = from == IncludeFrom::files && is_any(text.between, {"", "/"}) &&
                          is_any(text.before, {"", "/", "content/", "/content/"});
      if (!text.parameter() || (text.folder && !beside)) return just(Value::Is::unknown);
      note({from, text.folder, text.folder ? "" : text.before, text.after}, text.key);
    }
    Value value = just(from == IncludeFrom::files ? Value::Is::output : Value::Is::file);
    value.from = from;
    if (from == IncludeFrom::files) value.output = IncludeOutput::raw;
    return value;
  }

  void note(IncludeLookup lookup, const std::string& key) {
    auto& lookups = run_.result.lookups;
    if (std::find(lookups.begin(), lookups.end(), lookup) == lookups.end())
      lookups.push_back(std::move(lookup));
    auto& keys = run_.result.keys;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }

  Value function(std::string_view name, std::span<const Value> arguments) {
    const auto is = [&](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is({"readFile", "os.ReadFile"})) return look_up(IncludeFrom::files, arguments);
    if (is({"resources.Get"})) return look_up(IncludeFrom::assets, arguments);
    if (is({"markdownify", "transform.Markdownify"})) return rendered(arguments);
    if (is({"printf", "fmt.Printf"})) return formatted(arguments);
    if (is({"print", "fmt.Print", "add", "math.Add"})) return joined(arguments, "");
    if (is({"path.Join"})) return joined(arguments, "/");
    if (is({"errorf", "warnf", "fmt.Errorf", "fmt.Warnf", "erroridf", "warnidf"}))
      return just(Value::Is::silent);
    if (is({"safeHTML", "safe.HTML"}) && arguments.size() == 1) {
      Value value = arguments[0];
      value.safe = true;
      return value;
    }
    if (is({"fileExists", "os.FileExists"}) && arguments.size() == 1 && arguments[0].has_parameter())
      return just(Value::Is::found);
    if (is({"default", "compare.Default", "or"}) && arguments.size() == 2) return first_of(name, arguments);
    if (name.starts_with("partial") || name.starts_with("templates.")) run_.exact = false;
    const bool number = !name.empty() && name[0] >= '0' && name[0] <= '9';
    return number && arguments.empty() ? constant(name) : mixed(arguments);
  }

  /// `or A B`, or `default B A`: A where it is given, else B.
  Value first_of(std::string_view name, std::span<const Value> arguments) {
    const Value& first = arguments[name == "or" ? 0 : 1];
    const Value& second = arguments[name == "or" ? 1 : 0];
    if (!first.has_parameter()) return mixed(arguments);
    if (second.has_parameter()) return either(first, second);
    run_.result.elsewhere |= second.is != Value::Is::text;
    return second.is == Value::Is::unknown ? second : first;
  }

  Run& run_;
};

}  // namespace

Value evaluate(std::span<const TemplateToken> pipeline, Run& run) {
  return Evaluator(run).pipeline(pipeline);
}

}  // namespace rubric::symbolic
