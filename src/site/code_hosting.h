#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/file_tree.h"

namespace rubric {

/// Who shows a repository's plain Markdown to readers, as far as its files tell. A value.
struct CodeHosting {
  bool github = true, gitlab = true;  ///< it may be shown there; both where the files do not tell
  /// Whether the files begin where the repository does, so that a path from the root can be judged. Outside
  /// Git nobody knows.
  bool from_root = true;
  /// Folders whose Markdown a site generator other than Hugo may publish; sorted by bytes.
  std::vector<std::string> publishing;

  /// Whether another site generator may publish a file, whose links then may be URLs of that site.
  bool may_publish(std::string_view path) const;
};

/// Tells by the names of configuration files. GitHub or GitLab is ruled out only where the other one's
/// files stand there alone. A generator publishes the folder that its configuration lies in, and what stands
/// around a folder such as `website/`.
CodeHosting read_code_hosting(const FileTree& files);

}  // namespace rubric
