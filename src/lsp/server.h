#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lsp/cancellations.h"
#include "lsp/diagnostics.h"
#include "lsp/feature.h"
#include "lsp/handbooks.h"
#include "lsp/message.h"
#include "lsp/open_documents.h"

namespace rubric {

/// What the client said at `initialize` that it can do.
struct ClientSupport {
  PositionEncoding encoding = PositionEncoding::utf16;
  DiagnosticSupport diagnostics;
  AnswerSupport answers;
};

/// A language server (LSP 3.17) without its wires: messages in, messages out. All but cancel() is for one
/// thread, the worker's, which owns the handbooks; see run.h for the other.
///
/// Messages are handled in their order. What a change of text makes necessary is put off to work(), a page at
/// a time, so that of many changes in a row only the last costs a check.
class Server {
 public:
  /// `send` is handed the contents of messages to the client; `version` is rubric's.
  Server(std::function<void(std::string)> send, std::string_view version);

  /// Handles one message. Never throws.
  void handle(const Message& message);

  /// Does a piece of what waits; false when nothing does.
  bool work();

  /// Nothing until the client said `exit`; then what the process is to end with: 0 after `shutdown`, else 1.
  std::optional<int> exit_status() const { return exit_status_; }

  /// Requests under way or waiting, which may be cancelled from another thread.
  Cancellations& cancellations() { return cancellations_; }

 private:
  enum class State : uint8_t { created, running, shut_down };
  using Method = void (Server::*)(const Json& params);
  struct Notification {
    std::string_view method;
    Method handle;
  };
  static const Notification notifications[];

  void handle_request(const Message& message);
  void answer(const Message& message);
  void handle_notification(const Message& message);
  void log_failure(const std::exception& error);

  void initialize(const Json& params);
  void write_capabilities(JsonWriter& json) const;
  std::string answer_feature(const Feature& feature, const Message& message);

  void initialized(const Json& params);
  void did_open(const Json& params);
  void did_change(const Json& params);
  void did_save(const Json& params);
  void did_close(const Json& params);
  void exit(const Json& params);
  void cancel_request(const Json& params);

  OpenDocument* next_document();
  void publish(OpenDocument& document);
  void publish_closed(const Handbook& handbook, const LiveSite::Touched& page);
  void send_findings(const std::string& uri, std::optional<int64_t> version, const Handbook& handbook,
                     std::span<const Diagnostic> findings);
  void tell(const std::string& text);
  std::string uri_of(const std::string& path) const;

  std::function<void(std::string)> send_;
  std::string version_;
  State state_ = State::created;
  std::optional<int> exit_status_;
  ClientSupport support_;
  Cancellations cancellations_;
  std::vector<std::string> folders_;  // of the workspace: absolute paths
  Handbooks handbooks_;
  std::map<std::string, OpenDocument, std::less<>> documents_;  // by URI
  uint64_t changes_ = 0;
};

}  // namespace rubric
