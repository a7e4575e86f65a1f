#pragma once

#include <set>
#include <string>
#include <vector>

#include "report/formats.h"

namespace rubric {

/// What tells the findings of a file from all others and stays when lines move (see lint/fingerprint.h), a
/// string for each. Known findings count, so that a baseline changes no fingerprint of the others.
struct FileDigests {
  std::vector<std::string> findings;
  std::vector<std::string> known;
};

FileDigests digests(const FileFindings& file);

/// Sees to it that no string is in a report twice, though several repositories may have files of one name.
class UniqueDigests {
 public:
  /// The digest, with a number where it was there before.
  std::string of(const std::string& digest);

 private:
  std::set<std::string> used_;
};

}  // namespace rubric
