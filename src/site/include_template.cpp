// How it works: the template is run on values that stand for what is not known: a string made of constants,
// the page's folder and the parameter; a file looked up by such a string; text of that file. Each branch of a
// condition runs by itself and the values of both are joined. What a function makes of the parameter that is
// not modelled here becomes `unknown`; as soon as such a value is looked up or printed nothing is claimed.

#include "site/include_template.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace rubric {
namespace {

using Token = TemplateToken;
using Tokens = std::span<const Token>;
using Kind = TemplateTokenKind;

// More ways to write one path than any template has.
constexpr size_t most_alternatives = 8;

/// A string: `before`, the page's folder, `between`, the parameter, `after`.
struct Text {
  std::string before, between, key, after;  ///< `key` names the parameter
  bool folder = false;

  bool parameter() const { return !key.empty(); }
  bool constant() const { return !folder && !parameter(); }
  friend bool operator==(const Text&, const Text&) = default;
};

struct Value {
  enum class Is : uint8_t {
    other,      ///< nothing to do with the parameter or its file
    silent,     ///< printed as nothing
    shortcode,  ///< the dot of a shortcode template
    page,       ///< the page that holds the call
    site,
    text,     ///< one of `texts`
    found,    ///< true when the file exists
    file,     ///< what a lookup gave, of kind `from`
    output,   ///< text of the file, of form `output`
    opaque,   ///< made of the file's text
    unknown,  ///< made of the parameter
  };
  Is is = Is::other;
  std::vector<Text> texts;
  IncludeFrom from = IncludeFrom::assets;
  IncludeOutput output = IncludeOutput::unknown;
  bool safe = false;  ///< marked by safeHTML

  bool has_parameter() const {
    return is == Is::text &&
           std::any_of(texts.begin(), texts.end(), [](const Text& text) { return text.parameter(); });
  }
  friend bool operator==(const Value&, const Value&) = default;
};

Value constant(std::string_view text) {
  Value value{Value::Is::text, {}};
  value.texts.emplace_back();
  value.texts.back().before = text;
  return value;
}

Value just(Value::Is is) {
  Value value;
  value.is = is;
  return value;
}

/// What a function that is not modelled makes of its arguments.
Value mixed(std::span<const Value> values) {
  Value::Is is = Value::Is::other;
  for (const Value& value : values) {
    if (value.is == Value::Is::unknown || value.is == Value::Is::file || value.has_parameter())
      return just(Value::Is::unknown);
    if (value.is == Value::Is::output || value.is == Value::Is::opaque) is = Value::Is::opaque;
  }
  return just(is);
}

std::optional<Text> joined(const Text& left, const Text& right) {
  Text text = left;
  if (right.constant()) {
    (left.parameter() ? text.after : left.folder ? text.between : text.before) += right.before;
    return text;
  }
  if (left.constant()) {
    text = right;
    text.before = left.before + right.before;
    return text;
  }
  if (left.parameter() || right.folder) return std::nullopt;
  text.between += right.before;
  text.key = right.key;
  text.after = right.after;
  return text;
}

Value joined(std::span<const Value> values, std::string_view between) {
  Value result = constant("");
  for (size_t index = 0; index < values.size(); ++index) {
    if (values[index].is != Value::Is::text) return mixed(values);
    Value next{Value::Is::text, {}};
    for (Text left : result.texts) {
      if (index > 0) left = joined(left, constant(between).texts.front()).value_or(left);
      for (const Text& right : values[index].texts) {
        const std::optional<Text> text = joined(left, right);
        if (!text || next.texts.size() == most_alternatives) return mixed(values);
        next.texts.push_back(*text);
      }
    }
    result = std::move(next);
  }
  return result;
}

/// A value that is one or the other. An empty string is what a variable is declared with.
Value either(const Value& left, const Value& right) {
  if (left == right) return left;
  const auto empty = [](const Value& value) { return value == constant(""); };
  if (empty(left)) return right;
  if (empty(right)) return left;
  const Value both[] = {left, right};
  if (left.is != Value::Is::text || right.is != Value::Is::text) return mixed(both);
  Value value = left;
  for (const Text& text : right.texts) {
    if (std::find(value.texts.begin(), value.texts.end(), text) == value.texts.end())
      value.texts.push_back(text);
  }
  return value.texts.size() > most_alternatives ? mixed(both) : value;
}

/// `printf` with %s and %v alone.
Value formatted(std::span<const Value> values) {
  const bool plain = !values.empty() && values[0].is == Value::Is::text && values[0].texts.size() == 1 &&
                     values[0].texts[0].constant();
  if (!plain) return mixed(values);
  std::vector<Value> parts;
  std::string_view format = values[0].texts[0].before;
  for (size_t index = 1;; ++index) {
    const size_t percent = format.find('%');
    parts.push_back(constant(format.substr(0, percent)));
    if (percent == format.npos) return index == values.size() ? joined(parts, "") : mixed(values);
    const char verb = percent + 1 < format.size() ? format[percent + 1] : '%';
    if ((verb != 's' && verb != 'v') || index >= values.size()) return mixed(values);
    parts.push_back(values[index]);
    format.remove_prefix(percent + 2);
  }
}

constexpr std::string_view known_keys[] = {"file", "path", "src", "page", "filename", "name"};

class Evaluator {
 public:
  IncludeTemplate run(std::span<const TemplatePart> parts) {
    for (const TemplatePart& part : parts) {
      if (part.tokens.empty())
        result_.wrapped |= part.text.find_first_not_of(" \t\r\n") != part.text.npos;
      else
        action(part.tokens);
      if (!exact_) return {};
    }
    if (state_.conflict || state_.prints == 0) state_.output = IncludeOutput::unknown;
    result_.output = state_.output;
    result_.escaped = state_.escaped;
    if (state_.prints == 0 && !state_.conflict) return {};
    return result_;
  }

 private:
  struct Variable {
    std::string name;
    Value value;
  };
  /// What is known at one place of the template.
  struct State {
    std::vector<Variable> variables;
    std::vector<Variable> scratch;  ///< values of .Scratch, which outlive the block they are set in
    int prints = 0;                 ///< how often the file was printed so far
    bool conflict = false;          ///< or it may have been printed in several ways
    IncludeOutput output = IncludeOutput::unknown;
    bool escaped = false;
  };
  struct Block {
    State start;
    std::optional<State> done;  ///< of the branches before
    Value dot;                  ///< outside
    size_t variables = 0;
    bool certain = false;  ///< the first branch runs whenever the file exists
    bool has_else = false;
  };

  void action(std::span<const Token> all) {
    std::vector<Token> tokens;
    for (const Token& token : all)
      if (token.kind != Kind::symbol || token.text != "-") tokens.push_back(token);
    if (tokens.empty()) return;
    const std::string_view keyword = tokens[0].kind == Kind::identifier ? tokens[0].text : std::string_view{};
    const Tokens rest = Tokens(tokens).subspan(1);
    if (keyword == "if" || keyword == "with" || keyword == "range") return open(keyword, rest);
    if (keyword == "else") return otherwise(rest);
    if (keyword == "end") return close();
    if (keyword == "define" || keyword == "block" || keyword == "template" || keyword == "return" ||
        keyword == "break" || keyword == "continue")
      exact_ = false;
    else
      print(statement(tokens));
  }

  /// The value that a statement prints; an assignment prints nothing.
  std::optional<Value> statement(Tokens tokens) {
    if (tokens[0].kind != Kind::variable || tokens.size() < 3) return pipeline(tokens);
    size_t at = 1;
    const bool declares = tokens[at].text == ":" && tokens[at + 1].text == "=";
    if (declares) ++at;
    if (tokens[at].text != "=") return pipeline(tokens);
    assign(tokens[0].text, pipeline(tokens.subspan(at + 1)), declares);
    return std::nullopt;
  }

  void assign(std::string_view name, Value value, bool declares = false) {
    Variable* variable = declares ? nullptr : find(name);
    if (variable != nullptr)
      variable->value = std::move(value);
    else
      state_.variables.push_back({std::string(name), std::move(value)});
  }

  Variable* find(std::string_view name) {
    const auto found = std::find_if(state_.variables.rbegin(), state_.variables.rend(),
                                    [&](const Variable& variable) { return variable.name == name; });
    return found == state_.variables.rend() ? nullptr : &*found;
  }

  void print(const std::optional<Value>& value) {
    if (!value) return;
    if (value->is == Value::Is::unknown) exact_ = false;
    if (value->is == Value::Is::output) {
      state_.conflict |= ++state_.prints > 1;
      state_.output = value->output;
      state_.escaped = value->output == IncludeOutput::raw && !value->safe;
    } else if (value->is == Value::Is::opaque || value->is == Value::Is::file) {
      state_.conflict = true;
    } else if (value->is != Value::Is::silent) {
      result_.wrapped = true;
    }
  }

  /// The value of a condition, which may be given a name first: `with $x := …`.
  Value condition(Tokens tokens) {
    const std::optional<Value> value = tokens.empty() ? std::nullopt : statement(tokens);
    if (value) return *value;
    return tokens.empty() ? Value{} : find(tokens[0].text)->value;
  }

  void open(std::string_view keyword, Tokens tokens) {
    Block block;
    block.dot = dot_;
    block.variables = state_.variables.size();
    block.start = state_;
    const Value value = condition(tokens);
    block.certain = keyword != "range" && (value.is == Value::Is::found || value.is == Value::Is::file ||
                                           value.is == Value::Is::output || value.has_parameter());
    if (keyword == "with") dot_ = value;
    if (keyword == "range") dot_ = mixed({&value, 1});
    blocks_.push_back(std::move(block));
  }

  void otherwise(Tokens tokens) {
    if (blocks_.empty()) return;
    finish_branch();
    Block& block = blocks_.back();
    state_ = block.start;
    dot_ = block.dot;
    block.has_else = tokens.empty();
    if (tokens.empty()) return;
    // `else if` and `else with`: a branch of its own, which ends with the block.
    const Value value = condition(tokens.subspan(1));
    if (tokens[0].text == "with") dot_ = value;
    block.certain &= value.is == Value::Is::found || value.is == Value::Is::file || value.has_parameter();
  }

  void close() {
    if (blocks_.empty()) return;
    finish_branch();
    Block& block = blocks_.back();
    if (!block.has_else) block.done = merged(*block.done, block.start, block.certain);
    state_ = std::move(*block.done);
    dot_ = std::move(block.dot);
    blocks_.pop_back();
  }

  void finish_branch() {
    Block& block = blocks_.back();
    State state = std::move(state_);
    state.variables.resize(std::min(state.variables.size(), block.variables));
    block.done = block.done ? merged(*block.done, state, block.certain) : std::move(state);
  }

  static Value& slot(std::vector<Variable>& variables, std::string_view name) {
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const Variable& variable) { return variable.name == name; });
    if (found != variables.end()) return found->value;
    variables.push_back({std::string(name), constant("")});
    return variables.back().value;
  }

  static State merged(const State& left, const State& right, bool certain) {
    State state = left;
    for (size_t index = 0; index < state.variables.size() && index < right.variables.size(); ++index)
      state.variables[index].value = either(left.variables[index].value, right.variables[index].value);
    for (const Variable& variable : right.scratch) {
      Value& value = slot(state.scratch, variable.name);
      value = either(value, variable.value);
    }
    state.conflict |= right.conflict;
    if (left.prints == right.prints)
      state.conflict |= left.prints > 0 && left.output != right.output;
    else
      state.conflict |= !certain || left.prints < right.prints;
    state.escaped |= right.escaped;
    state.prints = std::max(left.prints, right.prints);
    return state;
  }

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
      head.base = dot_, head.path = token.text;
    else if (token.kind == Kind::variable)
      head.base = token.text == "$" ? just(Value::Is::shortcode) : value_of(token.text);
    else if (token.text == "(")
      head.base = parenthesis(tokens, end);
    else if (token.text == ".")
      head.base = dot_;
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
    const Variable* variable = find(name);
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
    Value& value = slot(state_.scratch, arguments[0].texts[0].before);
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
    if (arguments.size() != 1 || !arguments[0].has_parameter()) return mixed(arguments);
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
    auto& lookups = result_.lookups;
    if (std::find(lookups.begin(), lookups.end(), lookup) == lookups.end())
      lookups.push_back(std::move(lookup));
    auto& keys = result_.keys;
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
    if (name.starts_with("partial") || name.starts_with("templates.")) exact_ = false;
    const bool number = !name.empty() && name[0] >= '0' && name[0] <= '9';
    return number && arguments.empty() ? constant(name) : mixed(arguments);
  }

  /// `or A B`, or `default B A`: A where it is given, else B.
  static Value first_of(std::string_view name, std::span<const Value> arguments) {
    const Value& first = arguments[name == "or" ? 0 : 1];
    const Value& second = arguments[name == "or" ? 1 : 0];
    if (!first.has_parameter()) return mixed(arguments);
    if (second.has_parameter()) return either(first, second);
    return second.is == Value::Is::unknown ? second : first;
  }

  IncludeTemplate result_;
  State state_;
  std::vector<Block> blocks_;
  Value dot_ = just(Value::Is::shortcode);
  bool exact_ = true;
};

}  // namespace

IncludeTemplate read_include_template(std::span<const TemplatePart> parts) {
  return Evaluator().run(parts);
}

}  // namespace rubric
