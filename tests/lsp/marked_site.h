#pragma once

#include <map>
#include <string>

#include "lsp/feature.h"
#include "temporary_folder.h"

namespace rubric {

/// A site on the disk and an editor that asks about a page of it. Pages are texts in which `‸` marks the
/// cursor.
class MarkedSite {
 public:
  /// Files by path; a text may hold a cursor, which does not stand in the file.
  explicit MarkedSite(const std::map<std::string, std::string>& files);

  /// What the server answers to the method for an unsaved text of the page at `path`: JSON. `params` are
  /// further members of the request's.
  std::string answer(const std::string& method, const std::string& path, const std::string& marked_text,
                     const std::string& params = "");

  /// The same to be read: URIs are repository-relative paths and ranges are written
  /// `line:character-line:character`, from 0.
  std::string ask(const std::string& method, const std::string& path, const std::string& marked_text,
                  const std::string& params = "");

  /// What the client says it can do; all that there is unless it is changed.
  AnswerSupport support{true, true, true, true};

 private:
  TemporaryFolder folder_;
  Handbooks handbooks_;
};

}  // namespace rubric
