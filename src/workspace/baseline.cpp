// How it works: entries and findings are both taken apart by file. A file's own entries are matched by rule
// and text, in two rounds. What is left over of files that are gone meets what is left over of files without
// entries: a pair is made where most of what the old file had is in the new one, word for word, the pairs
// with the most in common first.

#include "workspace/baseline.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "lint/user_error.h"

namespace rubric {

namespace {

constexpr std::string_view head =
    "# What rubric found before this file was written, and does not report: path, rule, context, text.\n"
    "# `rubric check --prune-baseline` takes out what is fixed; lines can be deleted and merged.\n";

constexpr std::string_view hex = "0123456789abcdef";

// Tabs, line ends and other control characters as \x09; a path may begin with the mark of a comment.
std::string escaped(std::string_view text, bool begins_line) {
  std::string result;
  for (const char byte : text) {
    const auto value = static_cast<uint8_t>(byte);
    if (value >= 0x20 && value != 0x7F && byte != '\\' && !(begins_line && result.empty() && byte == '#')) {
      result += byte;
    } else {
      result += {'\\', 'x', hex[value >> 4], hex[value & 15]};
    }
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    uint8_t value = 0;
    const bool escape =
        text.substr(at).starts_with("\\x") && at + 4 <= text.size() &&
        std::from_chars(text.data() + at + 2, text.data() + at + 4, value, 16).ptr == text.data() + at + 4;
    result += escape ? static_cast<char>(value) : text[at];
    if (escape) at += 3;
  }
  return result;
}

std::string digits_of(uint32_t value) {
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4) digits += hex[(value >> shift) & 15];
  return digits;
}

bool read_line(std::string_view line, BaselineEntry& entry) {
  std::string_view parts[4];
  for (int part = 0; part < 4; ++part) {
    const size_t tab = part == 3 ? line.npos : line.find('\t');
    if (part < 3 && tab == line.npos) return false;
    parts[part] = line.substr(0, tab);
    if (part < 3) line.remove_prefix(tab + 1);
  }
  const char* const end = parts[2].data() + parts[2].size();
  if (parts[2].size() != 8 || std::from_chars(parts[2].data(), end, entry.around, 16).ptr != end)
    return false;
  entry.path = unescaped(parts[0]);
  entry.rule = parts[1];
  entry.thing = unescaped(parts[3]);
  return true;
}

// What is left of a file's entries or findings: indices.
using Left = std::map<std::string_view, std::vector<size_t>>;
using Words = std::tuple<std::string_view, std::string_view, uint32_t>;  // rule, thing, around
using Kind = std::pair<std::string_view, std::string_view>;              // rule, thing

class Matcher {
 public:
  Matcher(const std::vector<BaselineEntry>& entries, std::span<const Fingerprint> findings)
      : entries_(entries), findings_(findings), found_(entries.size()), known_(findings.size()) {
    for (size_t index = 0; index < entries.size(); ++index) of_path_[entries[index].path].push_back(index);
  }

  BaselineMatch match(const std::function<bool(std::string_view)>& exists);

 private:
  Words words_of(const BaselineEntry& entry) const { return {entry.rule, entry.thing, entry.around}; }
  Words words_of(const Fingerprint& finding) const { return {finding.rule, finding.thing, finding.around}; }
  static Kind kind_of(const Words& words) { return {std::get<0>(words), std::get<1>(words)}; }

  void pair(size_t entry, size_t finding) { found_[entry] = known_[finding] = true; }
  template <typename Key, typename KeyOf>
  size_t pair_equal(const std::vector<size_t>& entries, const std::vector<size_t>& findings, KeyOf key_of);
  size_t match_files(const std::vector<size_t>& entries, const std::vector<size_t>& findings);
  void match_same(Left& gone, Left& fresh);
  void match_renamed(const Left& gone, const Left& fresh);

  const std::vector<BaselineEntry>& entries_;
  std::span<const Fingerprint> findings_;
  std::vector<bool> found_, known_;
  Left of_path_;
};

// Pairs what has the same key, in order; returns how many pairs that are.
template <typename Key, typename KeyOf>
size_t Matcher::pair_equal(const std::vector<size_t>& entries, const std::vector<size_t>& findings,
                           KeyOf key_of) {
  std::map<Key, std::vector<size_t>> by_key;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
    if (!found_[*entry]) by_key[key_of(words_of(entries_[*entry]))].push_back(*entry);
  size_t pairs = 0;
  for (const size_t finding : findings) {
    if (known_[finding]) continue;
    const auto same = by_key.find(key_of(words_of(findings_[finding])));
    if (same == by_key.end() || same->second.empty()) continue;
    pair(same->second.back(), finding);
    same->second.pop_back();
    ++pairs;
  }
  return pairs;
}

size_t Matcher::match_files(const std::vector<size_t>& entries, const std::vector<size_t>& findings) {
  const size_t same_words = pair_equal<Words>(entries, findings, [](const Words& words) { return words; });
  return same_words + pair_equal<Kind>(entries, findings, kind_of);
}

// Pairs files that have the very same, and takes them out of both. `gone` are the entries of files that are
// not there, `fresh` the findings of files without entries.
void Matcher::match_same(Left& gone, Left& fresh) {
  const auto all_words = [this](const std::vector<size_t>& indices, const auto& all) {
    std::vector<Words> words;
    for (const size_t index : indices) words.push_back(words_of(all[index]));
    std::sort(words.begin(), words.end());
    return words;
  };
  std::map<std::vector<Words>, std::vector<std::string_view>> fresh_with;
  for (auto file = fresh.rbegin(); file != fresh.rend(); ++file)
    fresh_with[all_words(file->second, findings_)].push_back(file->first);
  for (auto file = gone.begin(); file != gone.end();) {
    const auto same = fresh_with.find(all_words(file->second, entries_));
    if (same == fresh_with.end() || same->second.empty()) {
      ++file;
      continue;
    }
    match_files(file->second, fresh.at(same->second.back()));
    fresh.erase(same->second.back());
    same->second.pop_back();
    file = gone.erase(file);
  }
}

void Matcher::match_renamed(const Left& gone, const Left& fresh) {
  constexpr size_t most_alike = 64;  // what so many files have says little of each
  std::map<Words, std::vector<std::string_view>> fresh_with;
  for (const auto& [path, findings] : fresh) {
    for (const size_t finding : findings) fresh_with[words_of(findings_[finding])].push_back(path);
  }
  std::vector<std::tuple<size_t, std::string_view, std::string_view>> pairs;  // how much is alike, old, new
  for (const auto& [path, entries] : gone) {
    std::map<std::string_view, size_t> alike;
    std::map<Words, size_t> seen;
    for (const size_t entry : entries) {
      const Words words = words_of(entries_[entry]);
      const auto with = fresh_with.find(words);
      if (with == fresh_with.end() || with->second.size() > most_alike) continue;
      const size_t before = seen[words]++;
      std::map<std::string_view, size_t> here;
      for (const std::string_view other : with->second)
        if (here[other]++ == before) ++alike[other];
    }
    for (const auto& [other, count] : alike)
      if (count * 2 >= entries.size()) pairs.emplace_back(count, path, other);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& left, const auto& right) {
    return std::get<0>(left) > std::get<0>(right);
  });
  std::set<std::string_view> taken, moved;
  for (const auto& [count, path, other] : pairs) {
    if (taken.count(other) != 0 || moved.count(path) != 0) continue;
    taken.insert(other);
    moved.insert(path);
    match_files(gone.at(path), fresh.at(other));
  }
}

BaselineMatch Matcher::match(const std::function<bool(std::string_view)>& exists) {
  Left fresh;
  for (size_t index = 0; index < findings_.size();) {
    const std::string_view path = findings_[index].path;
    std::vector<size_t> findings;
    for (; index < findings_.size() && findings_[index].path == path; ++index) findings.push_back(index);
    const auto entries = of_path_.find(path);
    if (entries == of_path_.end()) {
      std::vector<size_t>& all = fresh[path];
      all.insert(all.end(), findings.begin(), findings.end());
    } else {
      match_files(entries->second, findings);
    }
  }
  Left gone;
  for (const auto& [path, entries] : of_path_)
    if (!exists(path)) gone.emplace(path, entries);
  match_same(gone, fresh);
  match_renamed(gone, fresh);
  BaselineMatch result{std::move(known_), {}};
  for (size_t index = 0; index < entries_.size(); ++index)
    if (!found_[index]) result.fixed.push_back(entries_[index]);
  return result;
}

}  // namespace

std::vector<BaselineEntry> read_baseline(std::string_view path, std::string_view text) {
  std::vector<BaselineEntry> entries;
  for (uint32_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (!read_line(line, entries.emplace_back()))
      throw UserError(std::string(path), number,
                      "This is no line of a baseline. Take both sides of a conflict and delete its marks, or "
                      "write the file again with `--write-baseline`.");
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::string write_baseline(std::vector<BaselineEntry> entries) {
  std::sort(entries.begin(), entries.end());
  std::string text(head);
  for (const BaselineEntry& entry : entries)
    text += escaped(entry.path, true) + '\t' + entry.rule + '\t' + digits_of(entry.around) + '\t' +
            escaped(entry.thing, false) + '\n';
  return text;
}

bool is_baseline(std::string_view text) {
  return text.starts_with(head.substr(0, head.find('\n')));
}

BaselineEntry entry_of(const Fingerprint& fingerprint) {
  return {fingerprint.path, fingerprint.rule, fingerprint.thing, fingerprint.around};
}

BaselineMatch match_baseline(const std::vector<BaselineEntry>& entries, std::span<const Fingerprint> findings,
                             const std::function<bool(std::string_view path)>& exists) {
  return Matcher(entries, findings).match(exists);
}

}  // namespace rubric
