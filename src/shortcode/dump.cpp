// How it works: one line per thing, words only where they differ from the usual, so that a test's expectation
// shows what matters.

#include "shortcode/dump.h"

namespace rubric {
namespace {

std::string dump(Span span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string_view name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::left_delimiter:
      return "left";
    case TokenKind::right_delimiter:
      return "right";
    case TokenKind::comment:
      return "comment";
    case TokenKind::close:
      return "close";
    case TokenKind::name:
      return "name";
    case TokenKind::inline_name:
      return "inline_name";
    case TokenKind::parameter:
      return "parameter";
    case TokenKind::parameter_value:
      return "value";
    case TokenKind::error:
      return "error";
  }
  return "";
}

std::string dump(const Shortcode& call) {
  std::string out = "call " + call.name + "(";
  for (const Parameter& parameter : call.parameters) {
    if (&parameter != &call.parameters.front()) out += ", ";
    if (!parameter.name.empty()) out += parameter.name + "=";
    out += quoted(parameter.value);
  }
  out += ") " + dump(call.open);
  if (!call.close.empty()) out += ", inner " + dump(call.inner) + ", close " + dump(call.close);
  if (call.closer != call.opener) out += " by the other kind";
  if (call.self_closing) out += ", self-closing";
  if (!call.closed) out += ", not closed";
  if (call.parent >= 0) out += ", in " + std::to_string(call.parent);
  if (call.slip >= 0) out += ", slip " + std::to_string(call.slip);
  return out + "\n";
}

std::string dump(const Slip& slip, std::string_view text) {
  std::string out = "slip " + dump(slip.span) + " " + quoted(slice(text, slip.span)) + " meant " +
                    quoted(slip.meant) + " in " + dump(slip.tag) + " " + slip.name;
  for (size_t i = 1; i < slip.repairs.size(); ++i)
    out += ", and " + dump(slip.repairs[i].span) + " " + quoted(slip.repairs[i].replacement);
  if (slip.fails_build) out += ", fails";
  if (slip.closes_nothing) out += ", closes nothing";
  if (slip.resembles_template) out += ", like a template";
  if (slip.needs_target) out += ", if it is there";
  if (slip.delimiter_guessed) out += ", guessed";
  return out + "\n";
}

}  // namespace

std::string_view name_of(ShortcodeError kind) {
  switch (kind) {
    case ShortcodeError::unterminated_tag:
      return "unterminated_tag";
    case ShortcodeError::mismatched_delimiter:
      return "mismatched_delimiter";
    case ShortcodeError::unterminated_quote:
      return "unterminated_quote";
    case ShortcodeError::unterminated_comment:
      return "unterminated_comment";
    case ShortcodeError::unexpected_character:
      return "unexpected_character";
    case ShortcodeError::mixed_parameters:
      return "mixed_parameters";
    case ShortcodeError::no_name:
      return "no_name";
    case ShortcodeError::bad_name:
      return "bad_name";
    case ShortcodeError::not_opened:
      return "not_opened";
    case ShortcodeError::not_closed:
      return "not_closed";
    case ShortcodeError::takes_no_inner:
      return "takes_no_inner";
  }
  return "";
}

std::string dump_tokens(const Shortcodes& page, std::string_view text) {
  std::string out;
  bool line_is_empty = true;
  for (const Token& token : page.tokens) {
    const std::string written(slice(text, token.span));
    if (token.kind == TokenKind::left_delimiter && !line_is_empty) out += "\n";
    const bool starts_line = token.kind == TokenKind::left_delimiter || line_is_empty;
    if (!starts_line) out += " ";
    const bool delimiter = token.kind == TokenKind::left_delimiter ||
                           token.kind == TokenKind::right_delimiter || token.kind == TokenKind::close;
    out += delimiter ? written : std::string(name_of(token.kind)) + "(" + written + ")";
    line_is_empty = token.kind == TokenKind::right_delimiter || token.kind == TokenKind::comment;
    if (line_is_empty) out += "\n";
  }
  return line_is_empty ? out : out + "\n";
}

std::string dump_shortcodes(const Shortcodes& page, std::string_view text) {
  std::string out;
  for (const Shortcode& call : page.calls) out += dump(call);
  for (const Shortcode& call : page.reread) out += "reread " + dump(call);
  for (const Slip& slip : page.slips) out += dump(slip, text);
  for (const SyntaxError& error : page.errors) {
    out += "error " + dump(error.span) + " " + std::string(name_of(error.kind));
    out += error.name.empty() ? "\n" : " " + error.name + "\n";
  }
  return out;
}

}  // namespace rubric
