// How it works: the life cycle and dispatch stand here. Notifications have a table of their own; requests are
// the few of the life cycle and the table of features. Changes of text are applied when they come and
// checked in work(): see publishing.cpp.

#include "lsp/server.h"

#include <algorithm>

#include "lint/user_error.h"
#include "lsp/file_uri.h"

namespace rubric {

namespace {

PositionEncoding chosen_encoding(const Json& offered) {
  for (const Json& encoding : offered.items) {
    for (const PositionEncoding known :
         {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
      if (encoding.text == name(known)) return known;
    }
  }
  return PositionEncoding::utf16;
}

ClientSupport read_support(const Json& capabilities) {
  ClientSupport support;
  support.encoding = chosen_encoding(capabilities.at("general.positionEncodings"));
  const Json& publishing = capabilities.at("textDocument.publishDiagnostics");
  support.diagnostics.related = publishing["relatedInformation"].truth;
  support.diagnostics.tags = !publishing["tagSupport"].is_null();
  support.diagnostics.description = publishing["codeDescriptionSupport"].truth;
  support.answers = read_answer_support(capabilities);
  return support;
}

// The folders of the workspace, in whichever of three ways the client tells them.
std::vector<std::string> folders_of(const Json& params) {
  std::vector<std::string> folders;
  const auto add = [&](const Json& uri) {
    if (std::optional<std::string> path = path_of_uri(uri.text)) folders.push_back(*std::move(path));
  };
  if (params["workspaceFolders"].is_array()) {
    for (const Json& folder : params["workspaceFolders"].items) add(folder["uri"]);
  } else if (params["rootUri"].is_string()) {
    add(params["rootUri"]);
  } else if (params["rootPath"].text.starts_with('/')) {
    folders.push_back(params["rootPath"].text);
  }
  return folders;
}

}  // namespace

const Server::Notification Server::notifications[] = {
    {"$/cancelRequest", &Server::cancel_request},  {"exit", &Server::exit},
    {"initialized", &Server::initialized},         {"textDocument/didChange", &Server::did_change},
    {"textDocument/didClose", &Server::did_close}, {"textDocument/didOpen", &Server::did_open},
    {"textDocument/didSave", &Server::did_save},
};

Server::Server(std::function<void(std::string)> send, std::string_view version)
    : send_(std::move(send)), version_(version) {}

void Server::handle(const Message& message) {
  if (exit_status_) return;
  switch (message.kind) {
    case Message::Kind::request:
      return handle_request(message);
    case Message::Kind::notification:
      return handle_notification(message);
    case Message::Kind::response:
      return;
    case Message::Kind::invalid:
      return send_(error_response(message.id, ErrorCode::invalid_request, "The message is no request."));
    case Message::Kind::unparsed:
      return send_(error_response({}, ErrorCode::parse_error, "The message is not JSON."));
  }
}

void Server::handle_request(const Message& message) {
  const std::string key = key_of(message.id);
  try {
    if (cancellations_.is_cancelled(key))
      throw RequestError(ErrorCode::request_cancelled, "The client cancelled the request.");
    answer(message);
  } catch (const RequestError& error) {
    send_(error_response(message.id, error.code, error.what()));
  } catch (const UserError& error) {
    send_(error_response(message.id, ErrorCode::request_failed, error.what()));
  } catch (const std::exception& error) {
    send_(error_response(message.id, ErrorCode::internal_error, error.what()));
  }
  cancellations_.remove(key);
}

void Server::answer(const Message& message) {
  const bool initializes = message.method == "initialize";
  if (state_ == State::created && !initializes)
    throw RequestError(ErrorCode::server_not_initialized, "The first request must be `initialize`.");
  if (state_ == State::shut_down) throw RequestError(ErrorCode::invalid_request, "The server was shut down.");
  if (initializes) {
    if (state_ == State::running)
      throw RequestError(ErrorCode::invalid_request, "The server is initialized already.");
    initialize(message.params);
    return send_(response(message.id, [&](JsonWriter& json) { write_capabilities(json); }));
  }
  if (message.method == "shutdown") {
    state_ = State::shut_down;
    return send_(response(message.id, [](JsonWriter& json) { json.value(nullptr); }));
  }
  const auto all = features();
  const auto feature =
      std::find_if(all.begin(), all.end(), [&](const Feature& one) { return one.method == message.method; });
  if (feature == all.end())
    throw RequestError(ErrorCode::method_not_found, "There is no method `" + message.method + "`.");
  send_(answer_feature(*feature, message));
}

void Server::handle_notification(const Message& message) {
  const bool always = message.method == "exit";
  if (state_ != State::running && !always) return;
  const auto found = std::find_if(std::begin(notifications), std::end(notifications),
                                  [&](const Notification& one) { return one.method == message.method; });
  if (found == std::end(notifications)) return;
  try {
    (this->*found->handle)(message.params);
  } catch (const std::exception& error) {
    log_failure(error);
  }
}

// A notification has no answer that could say what went wrong.
void Server::log_failure(const std::exception& error) {
  tell(error.what());
}

void Server::tell(const std::string& text) {
  send_(notification("window/showMessage", [&](JsonWriter& json) {
    json.object([&] {
      json.member("type", uint32_t{1});  // Error
      json.member("message", "rubric: " + text);
    });
  }));
}

void Server::initialize(const Json& params) {
  support_ = read_support(params["capabilities"]);
  folders_ = folders_of(params);
  state_ = State::running;
}

void Server::write_capabilities(JsonWriter& json) const {
  json.object([&] {
    json.object("capabilities", [&] {
      json.member("positionEncoding", name(support_.encoding));
      json.object("textDocumentSync", [&] {
        json.member("openClose", true);
        json.member("change", uint32_t{2});  // Incremental
        json.object("save", [&] { json.member("includeText", false); });
      });
      for (const Feature& feature : features()) {
        if (!feature.capability.empty()) json.raw(feature.capability);
      }
    });
    json.object("serverInfo", [&] {
      json.member("name", "rubric");
      json.member("version", version_);
    });
  });
}

// The client is ready for messages.
void Server::initialized(const Json&) {
  for (const std::string& folder : folders_) {
    try {
      handbooks_.add_folder(folder);
    } catch (const std::exception& error) {
      log_failure(error);
    }
  }
}

void Server::exit(const Json&) {
  exit_status_ = state_ == State::shut_down ? 0 : 1;
}

// Mostly the reader's thread was quicker; this is for a server that has none.
void Server::cancel_request(const Json& params) {
  cancellations_.cancel(key_of(params["id"]));
}

std::string Server::answer_feature(const Feature& feature, const Message& message) {
  const PlaceWriter::UriOf uri_of = [this](const std::string& path) { return this->uri_of(path); };
  const std::string key = key_of(message.id);
  const std::function<bool()> cancelled = [&] { return cancellations_.is_cancelled(key); };
  if (feature.of_handbooks != nullptr) {
    return response(message.id, [&](JsonWriter& json) {
      feature.of_handbooks(handbooks_.all(), message.params, json, uri_of, support_.encoding);
    });
  }
  const std::optional<std::string> path = path_of_uri(message.params.at("textDocument.uri").text);
  const std::optional<HandbookFile> file = path ? handbooks_.file(*path) : std::nullopt;
  std::vector<Diagnostic> findings;
  if (feature.with_findings && file) findings = file->handbook->live.findings(file->path);
  std::string answer;
  const bool known = file && file->handbook->live.visit(file->path, [&](const Page& page, const Site& site) {
    const Workspace& workspace = file->handbook->live.workspace();
    const Document document(file->path, workspace.text(file->path), workspace.dialect_of(file->path));
    const PageView view{file->path,        document,         page,     site,     *file->handbook,
                        support_.encoding, support_.answers, findings, cancelled};
    answer = response(message.id, [&](JsonWriter& json) {
      PlaceWriter writer(json, *file->handbook, support_.encoding, uri_of);
      feature.of_page(view, message.params, writer);
    });
  });
  if (known) return answer;
  return response(message.id, [](JsonWriter& json) { json.value(nullptr); });
}

}  // namespace rubric
