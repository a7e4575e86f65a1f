// How it works: texts of the editor go to their handbooks as they change. A page's findings are told when
// nothing else is to be done, the page that changed last first, since that is the one being typed in. What
// changes in one page may change what is said of others, so all open pages of its handbook are looked at
// again; they are told only where something is new.

#include <algorithm>

#include "lsp/file_uri.h"
#include "lsp/server.h"

namespace rubric {

std::string Server::uri_of(const std::string& path) const {
  for (const auto& [uri, document] : documents_) {
    if (document.path == path) return uri;
  }
  return uri_of_path(path);
}

void Server::did_open(const Json& params) {
  const Json& opened = params["textDocument"];
  const std::optional<std::string> path = path_of_uri(opened["uri"].text);
  if (!path) return;
  OpenDocument document{opened["uri"].text, *path, opened["version"].integer, opened["text"].text};
  document.changed = ++changes_;
  OpenDocument& kept = documents_.insert_or_assign(document.uri, std::move(document)).first->second;
  kept.file = handbooks_.file(kept.path);
  if (!kept.file) return;
  kept.file->handbook->live.update(kept.file->path, kept.text);
  mark_all_stale();
}

void Server::did_change(const Json& params) {
  const auto found = documents_.find(params.at("textDocument.uri").text);
  if (found == documents_.end()) return;
  OpenDocument& document = found->second;
  document.version = params.at("textDocument.version").integer;
  for (const Json& change : params["contentChanges"].items)
    apply_change(document.text, change, support_.encoding);
  document.changed = ++changes_;
  if (!document.file) return;
  document.file->handbook->live.update(document.file->path, document.text);
  mark_all_stale();
}

void Server::did_save(const Json&) {}

void Server::did_close(const Json& params) {
  const auto found = documents_.find(params.at("textDocument.uri").text);
  if (found == documents_.end()) return;
  const OpenDocument document = std::move(found->second);
  documents_.erase(found);
  if (!document.file) return;
  send_no_findings(document);
  document.file->handbook->live.revert(document.file->path);
  mark_all_stale();
}

void Server::mark_all_stale() {
  for (auto& [uri, document] : documents_) document.stale = true;
}

bool Server::work() {
  OpenDocument* next = nullptr;
  for (auto& [uri, document] : documents_) {
    if (document.stale && document.file && (next == nullptr || next->changed < document.changed))
      next = &document;
  }
  if (next == nullptr) return false;
  next->stale = false;
  try {
    publish(*next);
  } catch (const std::exception& error) {
    log_failure(error);
  }
  return true;
}

void Server::publish(OpenDocument& document) {
  LiveSite& live = document.file->handbook->live;
  send_findings(document, *document.file->handbook, live.findings(document.file->path));
}

void Server::send_findings(const OpenDocument& document, const Handbook& handbook,
                           const std::vector<Diagnostic>& findings) {
  const PlaceWriter::UriOf uri_of = [this](const std::string& path) { return this->uri_of(path); };
  send_(notification("textDocument/publishDiagnostics", [&](JsonWriter& json) {
    PlaceWriter writer(json, handbook, support_.encoding, uri_of);
    json.object([&] {
      json.member("uri", document.uri);
      json.member("version", document.version);
      json.key("diagnostics");
      write_diagnostics(writer, findings, support_.diagnostics);
    });
  }));
}

void Server::send_no_findings(const OpenDocument& document) {
  send_(notification("textDocument/publishDiagnostics", [&](JsonWriter& json) {
    json.object([&] {
      json.member("uri", document.uri);
      json.array("diagnostics", std::vector<int>(), [](int) {});
    });
  }));
}

}  // namespace rubric
