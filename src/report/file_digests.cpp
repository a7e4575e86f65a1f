// How it works: fingerprints number what is equal in a file, so they are made of all its findings in order.

#include "report/file_digests.h"

#include <algorithm>

#include "lint/fingerprint.h"

namespace rubric {

FileDigests digests(const FileFindings& file) {
  std::vector<const Diagnostic*> order;
  for (const std::span<const Diagnostic> part : {file.findings, file.known})
    for (const Diagnostic& finding : part) order.push_back(&finding);
  std::stable_sort(order.begin(), order.end(),
                   [](const Diagnostic* left, const Diagnostic* right) { return *left < *right; });
  std::vector<Diagnostic> all;
  all.reserve(order.size());
  for (const Diagnostic* finding : order) all.push_back(*finding);
  const std::vector<Fingerprint> prints = fingerprints(all, file.text_of);

  FileDigests result;
  result.findings.resize(file.findings.size());
  result.known.resize(file.known.size());
  for (size_t index = 0; index < order.size(); ++index) {
    const Diagnostic* const finding = order[index];
    const bool is_new = !file.findings.empty() && finding >= file.findings.data() &&
                        finding < file.findings.data() + file.findings.size();
    std::string& place = is_new ? result.findings[static_cast<size_t>(finding - file.findings.data())]
                                : result.known[static_cast<size_t>(finding - file.known.data())];
    place = digest(prints[index]);
  }
  return result;
}

std::string UniqueDigests::of(const std::string& digest) {
  std::string unique = digest;
  for (size_t number = 2; !used_.insert(unique).second; ++number)
    unique = digest + "-" + std::to_string(number);
  return unique;
}

}  // namespace rubric
