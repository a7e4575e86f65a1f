#include "lsp/message.h"

#include <sstream>

namespace rubric {

namespace {

bool is_id(const Json& id) {
  return id.is_string() || id.is_integer();
}

// A JSON-RPC object, whose other members `write` writes.
std::string message(const WriteValue& write) {
  std::ostringstream out;
  JsonWriter json(out);
  json.object([&] {
    json.member("jsonrpc", "2.0");
    write(json);
  });
  json.flush();
  return std::move(out).str();
}

void write_id(JsonWriter& json, const Json& id) {
  json.key("id");
  if (id.is_string()) return json.value(id.text);
  if (id.is_integer()) return json.value(id.integer);
  json.value(nullptr);
}

}  // namespace

Message read_message(std::string_view content) {
  Message message;
  std::optional<Json> json = read_json(content);
  if (!json) return message;
  message.kind = Message::Kind::invalid;
  const Json& id = (*json)["id"];
  if (is_id(id)) message.id = id;
  const Json& method = (*json)["method"];
  const Json& params = (*json)["params"];
  const bool has_id = is_id(id);
  if ((*json)["jsonrpc"].text != "2.0" || (!id.is_null() && !has_id)) return message;
  if (method.is_null()) {
    if (has_id) message.kind = Message::Kind::response;
    return message;
  }
  if (!method.is_string() || !(params.is_object() || params.is_array() || params.is_null())) return message;
  message.kind = has_id ? Message::Kind::request : Message::Kind::notification;
  message.method = method.text;
  message.params = params;
  return message;
}

std::string key_of(const Json& id) {
  return id.is_string() ? "s" + id.text : "n" + std::to_string(id.integer);
}

std::string response(const Json& id, const WriteValue& write_result) {
  return message([&](JsonWriter& json) {
    write_id(json, id);
    json.key("result");
    write_result(json);
  });
}

std::string error_response(const Json& id, ErrorCode code, std::string_view text) {
  return message([&](JsonWriter& json) {
    write_id(json, id);
    json.object("error", [&] {
      json.member("code", static_cast<int64_t>(code));
      json.member("message", text);
    });
  });
}

std::string notification(std::string_view method, const WriteValue& write_params) {
  return message([&](JsonWriter& json) {
    json.member("method", method);
    json.key("params");
    write_params(json);
  });
}

std::string request(uint32_t id, std::string_view method, const WriteValue& write_params) {
  return message([&](JsonWriter& json) {
    json.member("id", id);
    json.member("method", method);
    json.key("params");
    write_params(json);
  });
}

}  // namespace rubric
