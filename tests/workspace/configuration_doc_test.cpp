// The keys and options in docs/configuration.md are written here, from the table that the reader and the JSON
// Schema share. To rewrite them: UPDATE_EXPECT=1 build/dev/rubric_tests "Every key*"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "folder_files.h"
#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/configuration_keys.h"

using namespace rubric;

namespace {

// A text in a cell of a table.
std::string in_cell(std::string_view text) {
  std::string cell;
  for (const char byte : text)
    cell += byte == '|' ? std::string("\\|") : std::string(1, byte == '\n' ? ' ' : byte);
  return cell;
}

// The first of a list; the rule's page has all of them.
std::string in_cell(const std::vector<std::string>& values) {
  constexpr size_t most = 6;
  std::string cell;
  for (size_t index = 0; index < std::min(most, values.size()); ++index)
    cell += (cell.empty() ? "`" : ", `") + in_cell(values[index]) + "`";
  if (values.size() > most) cell += " and " + std::to_string(values.size() - most) + " more";
  return cell;
}

// How a key's example stands in the file.
std::string example_of(const ConfigurationKey& key) {
  const std::string line = std::string(key.name) + ": " + std::string(key.example);
  if (key.parent.empty()) return line;
  const std::string indented = key.parent == "words" ? "  GitLab:\n    " + line : "  " + line;
  return std::string(key.parent) + ":\n" + indented;
}

std::string keys_and_options() {
  std::string text = "\n## Keys\n";
  for (const ConfigurationKey& key : configuration_keys()) {
    const std::string parent = key.parent.empty() ? "" : std::string(key.parent) + ": ";
    text += "\n### `" + parent + std::string(key.name) + "`\n\n" + std::string(key.summary) +
            "\n\n```yaml\n" + example_of(key) + "\n```\n";
  }
  text +=
      "\n## Options of rules\n\n| Rule | Option | What it does | Unless set |\n| --- | --- | --- | --- |\n";
  for (const RuleInfo& rule : built_in_rules())
    for (const Option& option : rule.options)
      text += "| [" + rule.id + "](rules/" + rule.id + ".md) | `" + option.name + "` | " +
              in_cell(option.summary) + " | " + in_cell(option.standard) + " |\n";
  return text + "\n";
}

}  // namespace

TEST_CASE("Every key and option is in docs/configuration.md", "[rules]") {
  const std::string path = source_folder() + "/docs/configuration.md";
  INFO("UPDATE_EXPECT=1 before it writes " << path << "; review the diff");
  const std::string text = read_all(path);
  const size_t marker = text.find("<!-- generated: UPDATE_EXPECT=1");
  const size_t begin = text.find('\n', marker) + 1, end = text.find("<!-- generated: end -->");
  REQUIRE(marker < begin);
  REQUIRE(begin <= end);
  REQUIRE(end != text.npos);
  const std::string made = text.substr(0, begin) + keys_and_options() + text.substr(end);
  if (std::getenv("UPDATE_EXPECT")) std::ofstream(path, std::ios::binary) << made;
  CHECK(read_all(path) == made);
}
