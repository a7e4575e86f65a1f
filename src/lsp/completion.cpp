// How it works: what is being typed decides who proposes. Proposals are sent with what they replace; the
// first lines of a file follow when the editor asks for them of one.

#include <algorithm>

#include "lsp/file_uri.h"
#include "lsp/first_lines.h"
#include "lsp/proposals.h"
#include "site/image_mentions.h"
#include "text/ascii.h"

namespace rubric {

namespace {

using Kind = TypedPlace::Kind;

bool names_a_page(const PageView& page, const TypedPlace& place) {
  const ShortcodeTemplate* shortcode = page.document.dialect.find(place.name);
  return (place.name == "ref" || place.name == "relref") && shortcode != nullptr && shortcode->path.empty() &&
         place.kind == Kind::value &&
         (place.parameter == "0" || equal_ignoring_case(place.parameter, "path"));
}

bool names_a_file(const PageView& page, const TypedPlace& place) {
  const ShortcodeTemplate* shortcode = page.document.dialect.find(place.name);
  if (shortcode == nullptr || !shortcode->include) return false;
  const std::vector<std::string>& keys = shortcode->included.keys;
  return keys.empty() || std::find(keys.begin(), keys.end(), place.parameter) != keys.end();
}

Proposals proposals_at(const PageView& page, const TypedPlace& place) {
  switch (place.kind) {
    case Kind::none:
      return {};
    case Kind::destination:
      return link_proposals(page, place, LinkKind::inlined);
    case Kind::key:
    case Kind::key_value:
      return front_matter_proposals(page, place);
    case Kind::parameter:
    case Kind::value:
      if (names_a_page(page, place)) return link_proposals(page, place, LinkKind::ref);
      if (names_a_file(page, place)) return include_proposals(page, place);
      return shortcode_proposals(page, place);
    case Kind::tag_name:
    case Kind::closing_name:
      return shortcode_proposals(page, place);
  }
  return {};
}

// Editors sort by text, so the order is written out.
std::string in_order(size_t index) {
  const std::string number = std::to_string(index);
  return std::string(4 - std::min<size_t>(number.size(), 4), '0') + number;
}

void write_proposal(const PageView& page, const Proposal& proposal, size_t index, Span span,
                    PlaceWriter& answer) {
  JsonWriter& json = answer.json;
  const std::string& label = proposal.label.empty() ? proposal.text : proposal.label;
  const bool snippet = page.support.snippets && !proposal.snippet.empty();
  json.object([&] {
    json.member("label", label);
    json.member("kind", static_cast<uint32_t>(proposal.kind));
    if (!proposal.detail.empty()) json.member("detail", proposal.detail);
    json.member("sortText", in_order(index));
    if (!proposal.filter.empty()) json.member("filterText", proposal.filter);
    if (snippet) json.member("insertTextFormat", uint32_t{2});
    json.object("textEdit", [&] {
      json.key("range"), answer.range(page.path, span);
      json.member("newText", snippet ? proposal.snippet : proposal.text);
    });
    if (proposal.file.empty()) return;
    json.object("data", [&] {
      json.member("file", answer.uri(proposal.file));
      json.member("kind", page.support.markdown ? "markdown" : "plaintext");
    });
  });
}

// What came from us and comes back; other names are not copied, since the writer does not escape them.
bool is_plain(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char byte) {
    return byte >= ' ' && byte != '"' && byte != '\\' && static_cast<unsigned char>(byte) < 0x80;
  });
}

void write_json(const Json& value, JsonWriter& json);

void write_members(const Json& object, JsonWriter& json) {
  for (const auto& [name, member] : object.members) {
    if (is_plain(name)) json.key(name), write_json(member, json);
  }
}

void write_json(const Json& value, JsonWriter& json) {
  switch (value.kind) {
    case Json::Kind::null:
      return json.value(nullptr);
    case Json::Kind::boolean:
      return json.value(value.truth);
    case Json::Kind::number:
      return json.value(value.integer);
    case Json::Kind::string:
      return json.value(value.text);
    case Json::Kind::array:
      return json.array(value.items, [&](const Json& item) { write_json(item, json); });
    case Json::Kind::object:
      return json.object([&] { write_members(value, json); });
  }
}

std::string documentation(std::span<const std::unique_ptr<Handbook>> handbooks, const std::string& file) {
  if (ImageMentions::is_image(file)) return {};
  for (const auto& handbook : handbooks) {
    const std::string root = handbook->absolute("");
    if (!file.starts_with(root)) continue;
    const std::string text = handbook->live.workspace().text(file.substr(root.size()));
    if (!text.empty()) return first_lines(text, parse_front_matter(text).span.end);
  }
  return {};
}

}  // namespace

void completion(const PageView& page, const Json& params, PlaceWriter& answer) {
  const TypedPlace place = typed_place(page.document, page.offset(params["position"]));
  const Proposals proposals = proposals_at(page, place);
  JsonWriter& json = answer.json;
  json.object([&] {
    json.member("isIncomplete", !proposals.complete);
    size_t index = 0;
    json.array("items", proposals.items, [&](const Proposal& proposal) {
      write_proposal(page, proposal, index++, proposals.span, answer);
    });
  });
}

void completion_resolve(std::span<const std::unique_ptr<Handbook>> handbooks, const Json& params,
                        JsonWriter& answer, const PlaceWriter::UriOf&, PositionEncoding) {
  const std::optional<std::string> file = path_of_uri(params.at("data.file").text);
  const std::string text = file ? documentation(handbooks, *file) : std::string();
  answer.object([&] {
    write_members(params, answer);
    if (text.empty()) return;
    answer.object("documentation", [&] {
      answer.member("kind", params.at("data.kind").text);
      answer.member("value", text);
    });
  });
}

bool fits(std::string_view typed, std::string_view text) {
  return typed.empty() || lower_case(text).find(lower_case(typed)) != std::string::npos;
}

bool is_typed_just_now(const PageView& page, const TypedPlace& place, std::string_view word, uint32_t count) {
  return count == 1 && page.document.source.slice(place.span) == word;
}

std::string as_snippet(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    if (byte == '$' || byte == '}' || byte == '\\') escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

}  // namespace rubric
