#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "lint/rule.h"

namespace rubric {

/// RuleInfo and its parts as constants, which the build generates from the rule pages (generate_table.cpp):
/// no YAML is parsed when rubric starts. The fields mean what theirs do.
struct OptionRow {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> standard;
};

struct ExampleRow {
  std::string_view text;
  bool bad;
  std::span<const std::string_view> reports;
  std::string_view fixed;
  std::string_view fixed_unsafe;
  std::span<const std::pair<std::string_view, std::string_view>> files;
  std::span<const std::pair<std::string_view, std::string_view>> before;
  uint32_t line;
};

struct PatternRow {
  using Texts = std::span<const std::string_view>;
  using Pairs = std::span<const std::pair<std::string_view, std::string_view>>;

  Scope scope;
  bool ignore_case;
  bool whole_words;
  Texts exceptions;
  Texts tokens;
  Texts raw;
  bool append;
  Pairs swap;
  Applicability fix;
  uint32_t max;
  uint32_t min;
  bool alpha;
  Pairs either;
  std::string_view first;
  std::string_view second;
  LetterCase letter_case;
  std::string_view match;
  TitleStyle style;
  Texts indicators;
  double threshold;
};

struct RuleRow {
  std::string_view id;
  std::string_view group;
  std::string_view summary;
  std::string_view message;
  std::string_view why;
  std::span<const std::string_view> aliases;
  Severity severity;
  bool on;
  Reads reads;
  Check check;
  PatternRow pattern;
  std::span<const OptionRow> options;
  std::span<const ExampleRow> examples;
  std::string_view path;
};

/// All rows, sorted by id; defined in the generated file.
std::span<const RuleRow> rule_rows();

}  // namespace rubric
