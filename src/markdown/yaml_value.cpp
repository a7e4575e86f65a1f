// How it works: yaml-cpp's parser calls back for every scalar, sequence and mapping with the byte where it
// begins, and a builder stacks them up. Where a scalar ends is not told, so it is read off the source: a
// quoted one ends at its quote; a plain or block one when as many non-blank bytes have gone by as its decoded
// value has, because such scalars know no escapes and only their blanks are folded. yaml-cpp stops at 500
// levels by itself, we stop before that; what aliases copy is counted, so that a bomb of aliases fails.

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <unordered_map>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "markdown/value_parsers.h"
#include "markdown/yaml_places.h"

namespace rubric {

namespace {

/// The bytes that aliases may copy in one text.
constexpr size_t largest_expansion = 4'000'000;

/// Ends the parse with an error of ours; caught below.
struct Refusal {
  ValueError error;
};

size_t memory_of(const Value& value) {
  size_t bytes = sizeof(Value) + value.scalar.size();
  for (const Value& item : value.items) bytes += memory_of(item);
  for (const Member& member : value.members) bytes += member.key.size() + memory_of(member.value);
  return bytes;
}

class YamlHandler : public YAML::EventHandler {
 public:
  explicit YamlHandler(std::string_view text) : places_(text) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    // The mark of an absent value is that of the next token; only a `~` or `null` on the line is written out.
    const uint32_t begin = places_.past_properties(places_.clamp(mark.pos));
    const char first = places_.at(begin);
    const bool written =
        (first == '~' || first == 'n' || first == 'N') && (mark.line == line_ || builder_.wants_key());
    Value value;
    value.span = written ? Span{begin, begin + (first == '~' ? 1 : 4)} : Span{builder_.end(), builder_.end()};
    if (written) value.scalar = places_.slice(value.span);
    add(std::move(value), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    line_ = mark.line;
    const uint32_t begin = places_.past_properties(places_.clamp(mark.pos));
    const char first = places_.at(begin);
    const bool plain =
        tag == "?" || (tag != "!" && std::string_view("\"'|>").find(first) == std::string_view::npos);
    Value value;
    value.kind = tag == "?" ? plain_scalar_kind(text) : Value::Kind::string;
    value.scalar =
        value.kind == Value::Kind::boolean ? (text[0] == 't' || text[0] == 'T' ? "true" : "false") : text;
    value.span = places_.scalar(begin, plain, text);
    // yaml-cpp takes a string that runs to the end of the text for closed.
    if (!plain && value.span.empty())
      throw Refusal{{"this quote is never closed", places_.code_point(begin)}};
    add(std::move(value), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    line_ = mark.line;
    const uint32_t begin = places_.clamp(mark.pos);
    uint32_t end = begin + 1;
    while (end < places_.size() && !is_yaml_blank(places_.at(end)) &&
           std::string_view(",[]{}").find(places_.at(end)) == std::string_view::npos)
      ++end;
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end())
      throw Refusal{{"this alias stands inside the value that it names", {begin, end}}};
    expanded_ += memory_of(found->second);
    if (expanded_ > largest_expansion) throw Refusal{{"aliases make this text too large", {begin, end}}};
    Value value = found->second;
    value.span = {begin, end};
    add(std::move(value), 0);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Value::Kind::sequence, mark, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Value::Kind::mapping, mark, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  const YamlPlaces& places() const { return places_; }
  uint32_t end() const { return std::max(builder_.end(), opened_); }
  Value take() { return builder_.take(); }

 private:
  struct Opened {
    YAML::anchor_t anchor;
    bool flow;
  };

  void open(Value::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const uint32_t begin = places_.past_properties(places_.clamp(mark.pos));
    if (builder_.depth() >= deepest_value) throw Refusal{{std::string(too_deep), places_.code_point(begin)}};
    line_ = mark.line;
    // A pair inside a flow sequence (`[a: b]`) is a mapping without brackets.
    const bool flow =
        style == YAML::EmitterStyle::Flow && places_.at(begin) == (kind == Value::Kind::mapping ? '{' : '[');
    opened_ = begin + (flow ? 1 : 0);
    openings_.push_back({anchor, flow});
    builder_.open(kind, begin);
  }

  void close() {
    const Opened opened = openings_.back();
    openings_.pop_back();
    const uint32_t last = end();
    Value value = builder_.close(opened.flow ? places_.past_bracket(last) : last);
    add(std::move(value), opened.anchor);
  }

  [[noreturn]] void refuse(std::string message, uint32_t place) const {
    throw Refusal{{std::move(message), places_.code_point(place)}};
  }

  void add(Value value, YAML::anchor_t anchor) {
    if (anchor != 0) anchored_[anchor] = value;
    // Hugo takes no collection for a key; most are templates (`title: {{ x }}`).
    if (builder_.wants_key() && value.is_mapping())
      refuse("a mapping cannot be a key; put a value with `{{` in quotes", value.span.begin);
    if (builder_.wants_key() && value.is_sequence()) refuse("a list cannot be a key", value.span.begin);
    builder_.add(std::move(value));
  }

  YamlPlaces places_;
  ValueBuilder builder_;
  std::vector<Opened> openings_;
  std::unordered_map<YAML::anchor_t, Value> anchored_;
  size_t expanded_ = 0;
  uint32_t opened_ = 0;  // just past the bracket of the collection opened last
  int line_ = -1;        // of the last event
};

/// What yaml-cpp takes for a second document: without a `---` of its own it is a line that fits nowhere.
class StrayContent : public YAML::EventHandler {
 public:
  explicit StrayContent(const YamlPlaces& places) : places_(places) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { judge(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { judge(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    judge(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    judge(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    judge(mark);
  }
  void OnMapEnd() override {}

 private:
  void judge(const YAML::Mark& mark) {
    const uint32_t place = places_.clamp(mark.pos);
    if (first_ && place < places_.size() && !places_.follows_document_mark(place))
      throw Refusal{{"this line does not fit the indentation of the lines above", places_.code_point(place)}};
    first_ = false;
  }

  const YamlPlaces& places_;
  bool first_ = true;
};

/// Lets yaml-cpp read the text where it is.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only ever read
    setg(begin, begin, begin + text.size());
  }
};

/// What yaml-cpp complains of, in words for someone who writes pages.
std::string plain_words(std::string_view message) {
  struct Row {
    std::string_view said, plain;
  };
  static constexpr Row rows[] = {
      {"illegal map value", "a `:` is not allowed here; put the value in quotes or check the indentation"},
      {"end of map not found", "this line does not fit the indentation of the lines above"},
      {"end of sequence not found", "this line does not fit the indentation of the list above"},
      {"end of map flow not found", "a `,` or the closing `}` is missing here"},
      {"end of sequence flow not found", "a `,` or the closing `]` is missing here"},
      {"illegal EOF in scalar", "this quote is never closed"},
      {"illegal document indicator in scalar", "this quote is never closed"},
      {"illegal tab when looking for indentation", "a tab cannot indent; use blanks"},
      {"illegal flow end", "this bracket closes nothing"},
      {"illegal block entry", "a list item is not allowed here; check the indentation"},
      {"illegal map key", "a key is not allowed here; check the indentation"},
      {"illegal character in scalar", "a value cannot begin with this character; put it in quotes"},
      {"unknown token", "a value cannot begin with this character; put it in quotes"},
      {"unexpected character in block scalar", "only an indentation and `+` or `-` may follow `|` or `>`"},
      {"alias not found after *", "a value that begins with `*` must be in quotes"},
      {"anchor not found after &", "a value that begins with `&` must be in quotes"},
      {"illegal character found while scanning alias", "a value that begins with `*` must be in quotes"},
      {"illegal character found while scanning anchor", "a value that begins with `&` must be in quotes"},
  };
  for (const Row& row : rows) {
    if (message == row.said) return std::string(row.plain);
  }
  if (message.starts_with("the referenced anchor is not defined"))
    return "a value that begins with `*` must be in quotes";
  if (message.starts_with("unknown escape character")) return "unknown escape in a double-quoted value";
  return std::string(message);
}

ValueError explain(const YAML::ParserException& problem, const YamlHandler& handler) {
  const YamlPlaces& places = handler.places();
  const uint32_t place = places.clamp(problem.mark.pos);
  if (const auto tab = places.indenting_tab(place))
    return {plain_words(YAML::ErrorMsg::TAB_IN_INDENTATION), *tab};
  const std::string message = plain_words(problem.msg);
  if (problem.msg == YAML::ErrorMsg::EOF_IN_SCALAR || problem.msg == YAML::ErrorMsg::DOC_IN_SCALAR)
    return {message, places.code_point(places.opening_quote(handler.end()))};
  // The backslash and its letter have been read by then.
  if (problem.msg.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) && place >= 2)
    return {message, {place - 2, place}};
  if (problem.msg == YAML::ErrorMsg::END_OF_MAP && places.follows_quote(place))
    return {"nothing may follow a closing quote; put the value in the other quotes",
            places.code_point(place)};
  return {message, places.code_point(place)};
}

/// YAML 1.2.2, 5.1: control characters other than tab and line ends are not allowed. yaml-cpp would stop
/// silently at some of them.
std::optional<uint32_t> find_control_character(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const auto letter = static_cast<unsigned char>(text[at]);
    if ((letter < 0x20 && !is_yaml_blank(text[at])) || letter == 0x7F) return static_cast<uint32_t>(at);
  }
  return std::nullopt;
}

}  // namespace

ParsedValue parse_yaml(std::string_view text) {
  ParsedValue result;
  if (auto simple = parse_simple_yaml(text)) {
    result.root = std::move(*simple);
    return result;
  }
  return parse_full_yaml(text);
}

ParsedValue parse_full_yaml(std::string_view text) {
  ParsedValue result;
  if (const auto place = find_control_character(text)) {
    result.errors.push_back({"a control character is not allowed here", {*place, *place + 1}});
    return result;
  }
  YamlHandler handler(text);
  try {
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(handler);
    StrayContent stray(handler.places());
    parser.HandleNextDocument(stray);
  } catch (const YAML::ParserException& problem) {
    result.errors.push_back(explain(problem, handler));
  } catch (const Refusal& refusal) {
    result.errors.push_back(refusal.error);
  }
  result.root = handler.take();
  return result;
}

}  // namespace rubric
