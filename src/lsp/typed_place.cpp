// How it works: the text before the cursor is read by itself, since what is being typed is rarely
// well-formed: in front matter line by line, in a tag from its opener on, elsewhere on the cursor's line. The
// Tree says only whether the cursor is in code.

#include "lsp/typed_place.h"

#include <algorithm>
#include <optional>

namespace rubric {

namespace {

constexpr size_t longest_tag = 2000;  // bytes before the cursor

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_name(char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return letter || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80 ||
         std::string_view("_-/.").find(byte) != std::string_view::npos;
}

size_t skip_blanks(std::string_view text, size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// A word around the cursor that began at `begin` and goes on behind it up to one of `ends` or a line's end.
TypedPlace word(TypedPlace::Kind kind, std::string_view text, size_t begin, uint32_t cursor,
                std::string_view ends) {
  size_t end = cursor;
  while (end < text.size() && text[end] != '\n' && text[end] != '\r' && ends.find(text[end]) == ends.npos)
    ++end;
  TypedPlace place{kind, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}};
  place.typed = text.substr(begin, cursor - begin);
  return place;
}

// Front matter ---------------------------------------------------------------------------------------------

bool in_front_matter(const Document& document, uint32_t cursor) {
  const FrontMatter& front_matter = document.front_matter;
  const std::string_view text = document.source.text();
  if (front_matter.present && !front_matter.content.empty())
    return front_matter.content.begin <= cursor && cursor <= front_matter.content.end;
  // Not closed yet, or nothing in it.
  for (const std::string_view fence : {"---\n", "+++\n"}) {
    if (text.starts_with(fence) && cursor >= fence.size())
      return text.substr(0, cursor).find("\n" + std::string(fence.substr(0, 3)), 3) == text.npos;
  }
  return false;
}

std::string_view line_of(std::string_view text, size_t at) {
  const size_t begin = text.substr(0, at).rfind('\n') + 1;
  return text.substr(begin, std::min(text.find('\n', at), text.size()) - begin);
}

size_t key_size(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), [](char byte) { return is_name(byte); });
  return static_cast<size_t>(end - line.begin());
}

// The key that a list's item belongs to: the nearest line above that begins with one.
std::string key_above(std::string_view text, size_t line_begin) {
  while (line_begin > 1) {
    const std::string_view line = line_of(text, line_begin - 1);
    const size_t first = line.find_first_not_of(" \t");
    if (first == 0 && line.front() != '-') return std::string(line.substr(0, key_size(line)));
    line_begin = static_cast<size_t>(line.data() - text.data());
  }
  return {};
}

TypedPlace front_matter_place(const Document& document, uint32_t cursor) {
  const std::string_view text = document.source.text();
  const size_t begin = text.substr(0, cursor).rfind('\n') + 1;
  const std::string_view before = text.substr(begin, cursor - begin);
  const bool toml = text.starts_with("+++");
  const char separator = toml ? '=' : ':';
  const size_t key = key_size(before);
  TypedPlace place;
  if (key == before.size() && !before.starts_with('-')) {
    place = word(TypedPlace::Kind::key, text, begin, cursor, " \t:=");
    place.ended = text.substr(place.span.end).starts_with(separator);
    place.toml = toml;
    return place;
  }
  size_t value = before.find_first_not_of(" \t");
  const bool item = !toml && before.substr(value).starts_with("- ");
  const size_t sign = before.find_first_not_of(" \t", key);
  if (!item && (key == 0 || sign == before.npos || before[sign] != separator)) return {};
  place.name = item ? key_above(text, begin) : std::string(before.substr(0, key));
  value = skip_blanks(before, item ? value + 1 : sign + 1);
  std::string_view ends = "#";
  if (value < before.size() && before[value] == '[') {
    value = skip_blanks(before, before.find_last_of("[,") + 1);
    ends = ",]";
  }
  if (value < before.size() && (before[value] == '"' || before[value] == '\'')) {
    ++value;
    ends = "\"'";
    place.quoted = true;
    if (before.find(before[value - 1], value) != before.npos) return {};
  }
  TypedPlace found =
      word(TypedPlace::Kind::key_value, text, begin + std::min(value, before.size()), cursor, ends);
  while (found.span.end > cursor && is_blank(text[found.span.end - 1])) --found.span.end;
  found.name = std::move(place.name);
  found.quoted = place.quoted;
  found.toml = toml;
  return found;
}

// Tags -----------------------------------------------------------------------------------------------------

// Where the inside of an unfinished tag before the cursor begins.
std::optional<size_t> tag_before(std::string_view text, uint32_t cursor) {
  const size_t from = cursor > longest_tag ? cursor - longest_tag : 0;
  const std::string_view near = text.substr(from, cursor - from);
  const size_t opener = std::max(near.rfind("{{<") + 1, near.rfind("{{%") + 1);
  if (opener == 0) return std::nullopt;
  const size_t inside = opener + 2;
  // Braces of the other kind end a tag, too, as far as its writer is concerned.
  if (near.find("}}", inside) != near.npos || near.substr(inside).starts_with("/*")) return std::nullopt;
  return from + inside;
}

bool is_ended(std::string_view text, uint32_t from) {
  const std::string_view line = text.substr(from, std::min(text.find('\n', from), text.size()) - from);
  const size_t right = std::min(line.find(">}}"), line.find("%}}"));
  return right != line.npos && line.find("{{") > right;
}

// One parameter up to the cursor; nothing when it ends before.
std::optional<TypedPlace> parameter_place(std::string_view text, size_t& at, uint32_t cursor,
                                          std::vector<std::string>& given, uint32_t position) {
  std::string name = std::to_string(position);
  const size_t begin = at;
  while (at < cursor && !is_blank(text[at]) && text[at] != '=' && text[at] != '"' && text[at] != '`') ++at;
  const bool named = at < cursor && text[at] == '=';
  if (at == cursor) {
    TypedPlace place = word(TypedPlace::Kind::parameter, text, begin, cursor, " \t>%=");
    place.parameter = std::move(name);
    return place;
  }
  if (named) {
    name = text.substr(begin, at - begin);
    given.push_back(name);
    ++at;
  }
  const char quote = at < cursor && (text[at] == '"' || text[at] == '`') ? text[at] : '\0';
  const size_t value = quote == '\0' ? at : at + 1;
  at = value;
  const auto ends = [&] { return quote == '\0' ? is_blank(text[at]) : text[at] == quote; };
  while (at < cursor && !ends()) at += text[at] == '\\' && quote == '"' ? 2 : 1;
  if (at < cursor) {
    ++at;
    return std::nullopt;
  }
  TypedPlace place = word(TypedPlace::Kind::value, text, std::min<size_t>(value, cursor), cursor,
                          quote == '\0' ? " \t>%" : std::string_view(quote == '"' ? "\"" : "`"));
  // A quote that is not closed on this line runs into the text behind.
  if (quote != '\0' && text.substr(place.span.end, 1) != std::string_view(&quote, 1)) place.span.end = cursor;
  place.parameter = std::move(name);
  place.quoted = quote != '\0';
  return place;
}

TypedPlace tag_place(std::string_view text, size_t inside, uint32_t cursor) {
  const Delimiter delimiter = text[inside - 1] == '<' ? Delimiter::angle : Delimiter::percent;
  size_t at = std::min<size_t>(skip_blanks(text, inside), cursor);
  const bool closing = at < cursor && text[at] == '/';
  if (closing) at = std::min<size_t>(skip_blanks(text, at + 1), cursor);
  const size_t name_begin = at;
  while (at < cursor && is_name(text[at])) ++at;
  const std::string name(text.substr(name_begin, at - name_begin));
  TypedPlace place;
  if (at == cursor) {
    const auto kind = closing ? TypedPlace::Kind::closing_name : TypedPlace::Kind::tag_name;
    place = word(kind, text, name_begin, cursor, " \t>%");
  } else {
    if (closing || !is_blank(text[at])) return {};
    std::vector<std::string> given;
    for (uint32_t position = 0;; ++position) {
      at = std::min<size_t>(skip_blanks(text, at), cursor);
      if (auto found = parameter_place(text, at, cursor, given, position)) {
        place = *std::move(found);
        break;
      }
    }
    place.given = std::move(given);
  }
  place.name = name;
  place.delimiter = delimiter;
  place.ended = is_ended(text, cursor);
  return place;
}

// Links ----------------------------------------------------------------------------------------------------

bool in_code(const Tree& tree, uint32_t cursor) {
  for (const NodeKind kind : {NodeKind::code_block, NodeKind::code}) {
    for (const NodeId id : tree.of_kind(kind)) {
      if (tree[id].span.begin < cursor && cursor < tree[id].span.end) return true;
    }
  }
  return false;
}

// Where a destination begins on the line up to the cursor: behind `](`, `[label]: `, `href="`.
size_t destination_before(std::string_view line) {
  if (const size_t link = line.rfind("]("); link != line.npos) {
    const size_t begin = link + 2;
    if (line.find_first_of(" \t)", begin) == line.npos) return begin;
  }
  for (const std::string_view attribute : {"href=\"", "src=\""}) {
    const size_t begin = line.rfind(attribute);
    if (begin != line.npos && line.find('"', begin + attribute.size()) == line.npos)
      return begin + attribute.size();
  }
  const size_t label = line.find_first_not_of(' ');
  const size_t colon = line.find("]:");
  if (label < 4 && colon != line.npos && line[label] == '[') {
    const size_t begin = skip_blanks(line, colon + 2);
    if (line.find_first_of(" \t", begin) == line.npos) return std::min(begin, line.size());
  }
  return line.npos;
}

TypedPlace destination_place(std::string_view text, uint32_t cursor) {
  const size_t begin = text.substr(0, cursor).rfind('\n') + 1;
  const std::string_view line = text.substr(begin, cursor - begin);
  size_t at = destination_before(line);
  if (at == line.npos) return {};
  if (line.substr(at).starts_with('<')) ++at;
  TypedPlace place = word(TypedPlace::Kind::destination, text, begin + at, cursor, " \t)>\"#");
  const size_t bracket = line.substr(0, at).rfind('[');
  place.image = (bracket != line.npos && bracket > 0 && line[bracket - 1] == '!') ||
                line.substr(0, at).ends_with("src=\"");
  return place;
}

}  // namespace

TypedPlace typed_place(const Document& document, uint32_t cursor) {
  const std::string_view text = document.source.text();
  if (in_front_matter(document, cursor)) return front_matter_place(document, cursor);
  if (document.dialect.shortcodes) {
    if (const auto inside = tag_before(text, cursor)) return tag_place(text, *inside, cursor);
  }
  return in_code(document.tree(), cursor) ? TypedPlace{} : destination_place(text, cursor);
}

}  // namespace rubric
