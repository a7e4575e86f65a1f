// How it works: the template is run on values that stand for what is not known: a string made of constants,
// the page's folder and the parameter; a file looked up by such a string; text of that file. Each branch of a
// condition runs by itself and the values of both are joined. What a function makes of the parameter that is
// not modelled becomes `unknown`; as soon as such a value is looked up or printed nothing is claimed. Here
// stand the actions that steer; symbolic_expression.cpp evaluates what stands in them.

#include "site/include_template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "site/symbolic_expression.h"

namespace rubric {
namespace {

using symbolic::State, symbolic::Value, symbolic::Variable;

using Token = TemplateToken;
using Tokens = std::span<const Token>;
using Kind = TemplateTokenKind;

class Interpreter {
 public:
  IncludeTemplate run(std::span<const TemplatePart> parts) {
    for (const TemplatePart& part : parts) {
      if (part.tokens.empty())
        run_.result.wrapped |= part.text.find_first_not_of(" \t\r\n") != part.text.npos;
      else
        action(part.tokens);
      if (!run_.exact) return {};
    }
    const State& state = run_.state;
    if (state.prints == 0 && !state.conflict) return {};
    run_.result.output = state.conflict ? IncludeOutput::unknown : state.output;
    run_.result.escaped = state.escaped;
    return run_.result;
  }

 private:
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
        keyword == "break" || keyword == "continue") {
      run_.exact = false;
    } else if (const std::optional<Value> value = statement(tokens)) {
      print(*value);
    }
  }

  /// The value that a statement prints; an assignment prints nothing.
  std::optional<Value> statement(Tokens tokens) {
    if (tokens[0].kind != Kind::variable || tokens.size() < 3) return evaluate(tokens, run_);
    size_t at = 1;
    const bool declares = tokens[at].text == ":" && tokens[at + 1].text == "=";
    if (declares) ++at;
    if (tokens[at].text != "=") return evaluate(tokens, run_);
    assign(tokens[0].text, evaluate(tokens.subspan(at + 1), run_), declares);
    return std::nullopt;
  }

  void assign(std::string_view name, Value value, bool declares = false) {
    Variable* variable = declares ? nullptr : run_.state.find(name);
    if (variable != nullptr)
      variable->value = std::move(value);
    else
      run_.state.variables.push_back({std::string(name), std::move(value)});
  }

  void print(const Value& value) {
    switch (value.is) {
      case Value::Is::output:
      case Value::Is::opaque:
      case Value::Is::file:
        return run_.state.print(value);
      case Value::Is::silent:
        return;
      case Value::Is::unknown:
        run_.exact = false;
        return;
      default:
        run_.result.wrapped = true;
    }
  }

  /// The value of a condition, which may be given a name first: `with $x := …`.
  Value condition(Tokens tokens) {
    const std::optional<Value> value = tokens.empty() ? std::nullopt : statement(tokens);
    if (value) return *value;
    return tokens.empty() ? Value{} : run_.state.find(tokens[0].text)->value;
  }

  void open(std::string_view keyword, Tokens tokens) {
    Block block;
    block.dot = run_.dot;
    block.variables = run_.state.variables.size();
    block.start = run_.state;
    const Value value = condition(tokens);
    block.certain = keyword != "range" && (value.is == Value::Is::found || value.is == Value::Is::file ||
                                           value.is == Value::Is::output || value.has_parameter());
    if (keyword == "with") run_.dot = value;
    if (keyword == "range") run_.dot = symbolic::mixed({&value, 1});
    blocks_.push_back(std::move(block));
  }

  void otherwise(Tokens tokens) {
    if (blocks_.empty()) return;
    finish_branch();
    Block& block = blocks_.back();
    run_.state = block.start;
    run_.dot = block.dot;
    block.has_else = tokens.empty();
    if (tokens.empty()) return;
    // `else if` and `else with`: a branch of its own, which ends with the block.
    const Value value = condition(tokens.subspan(1));
    if (tokens[0].text == "with") run_.dot = value;
    block.certain &= value.is == Value::Is::found || value.is == Value::Is::file || value.has_parameter();
  }

  void close() {
    if (blocks_.empty()) return;
    finish_branch();
    Block& block = blocks_.back();
    if (!block.has_else) block.done = merged(*block.done, block.start, block.certain);
    run_.state = std::move(*block.done);
    run_.dot = std::move(block.dot);
    blocks_.pop_back();
  }

  void finish_branch() {
    Block& block = blocks_.back();
    State state = std::move(run_.state);
    state.variables.resize(std::min(state.variables.size(), block.variables));
    block.done = block.done ? merged(*block.done, state, block.certain) : std::move(state);
  }

  symbolic::Run run_;
  std::vector<Block> blocks_;
};

}  // namespace

IncludeTemplate read_include_template(std::span<const TemplatePart> parts) {
  return Interpreter().run(parts);
}

}  // namespace rubric
