// How it works: texts of the editor go to their handbooks as they change. A page's findings are told when
// nothing else is to be done, the page that changed last first, since that is the one being typed in; then
// those of other open pages that the change may have broken or mended, then those of pages that are not open.

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
}

void Server::did_change(const Json& params) {
  const auto found = documents_.find(params.at("textDocument.uri").text);
  if (found == documents_.end()) return;
  OpenDocument& document = found->second;
  document.version = params.at("textDocument.version").integer;
  for (const Json& change : params["contentChanges"].items)
    apply_change(document.text, change, support_.encoding);
  document.changed = ++changes_;
  document.stale = true;
  if (!document.file) return;
  document.file->handbook->live.update(document.file->path, document.text);
}

void Server::did_save(const Json&) {}

void Server::did_close(const Json& params) {
  const auto found = documents_.find(params.at("textDocument.uri").text);
  if (found == documents_.end()) return;
  const OpenDocument document = std::move(found->second);
  documents_.erase(found);
  if (!document.file) return;
  send_findings(document.uri, std::nullopt, *document.file->handbook, {});
  document.file->handbook->live.revert(document.file->path);
}

// The page that is to be told next: what changed last is being typed in.
OpenDocument* Server::next_document() {
  OpenDocument* next = nullptr;
  for (auto& [uri, document] : documents_) {
    if (!document.file || (next != nullptr && next->changed > document.changed)) continue;
    if (document.stale || document.file->handbook->live.is_stale(document.file->path)) next = &document;
  }
  return next;
}

bool Server::work() {
  try {
    if (OpenDocument* next = next_document()) {
      publish(*next);
      return true;
    }
    for (const std::unique_ptr<Handbook>& handbook : handbooks_.all()) {
      auto touched = handbook->live.work();
      if (!touched) continue;
      for (const LiveSite::Touched& page : *touched) publish_closed(*handbook, page);
      return true;
    }
  } catch (const std::exception& error) {
    log_failure(error);
  }
  return false;
}

void Server::publish(OpenDocument& document) {
  const bool own = std::exchange(document.stale, false);
  std::vector<Diagnostic> findings = document.file->handbook->live.findings(document.file->path);
  if (!own && findings == document.told) return;
  document.told = std::move(findings);
  send_findings(document.uri, document.version, *document.file->handbook, document.told);
}

// A page that is not open is told of where a change elsewhere broke or mended it.
void Server::publish_closed(const Handbook& handbook, const LiveSite::Touched& page) {
  send_findings(uri_of(handbook.absolute(page.path)), std::nullopt, handbook, page.findings);
}

void Server::send_findings(const std::string& uri, std::optional<int64_t> version, const Handbook& handbook,
                           std::span<const Diagnostic> findings) {
  const PlaceWriter::UriOf uri_of = [this](const std::string& path) { return this->uri_of(path); };
  send_(notification("textDocument/publishDiagnostics", [&](JsonWriter& json) {
    PlaceWriter writer(json, handbook, support_.encoding, uri_of);
    json.object([&] {
      json.member("uri", uri);
      if (version) json.member("version", *version);
      json.key("diagnostics");
      write_diagnostics(writer, findings, support_.diagnostics);
    });
  }));
}

}  // namespace rubric
