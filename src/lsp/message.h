#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "lsp/json.h"
#include "report/json_writer.h"

namespace rubric {

/// JSON-RPC's error codes and LSP's.
enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_failed = -32803,
  content_modified = -32801,
  request_cancelled = -32800,
};

/// Why a request is refused. Thrown by handlers, caught by the dispatcher, which answers with it.
struct RequestError : std::runtime_error {
  RequestError(ErrorCode code, const std::string& message) : std::runtime_error(message), code(code) {}
  ErrorCode code;
};

/// What a client sent (JSON-RPC 2.0).
struct Message {
  enum class Kind : uint8_t {
    request,
    notification,
    response,  ///< to a request of ours
    invalid,   ///< JSON, but no message
    unparsed,  ///< no JSON
  };

  Kind kind = Kind::unparsed;
  Json id;  ///< of requests and responses: a number or a string; of what is invalid too, where it is there
  std::string method;
  Json params;
};

/// Reads one content of the base protocol. Never fails: what makes no sense is a Message that says so.
Message read_message(std::string_view content);

/// An id as a key of ours: equal for equal ids.
std::string key_of(const Json& id);

using WriteValue = std::function<void(JsonWriter&)>;

std::string response(const Json& id, const WriteValue& write_result);
std::string error_response(const Json& id, ErrorCode code, std::string_view message);
std::string notification(std::string_view method, const WriteValue& write_params);
std::string request(uint32_t id, std::string_view method, const WriteValue& write_params);

}  // namespace rubric
