// How it works: a program of the build, no part of rubric: it loads every rule page with the loader that also
// reads the pages of users, and writes them as constant tables. The output is only written when it changed,
// so that touching the sources compiles nothing anew.
//
//     rubric_generate_table OUTPUT ROOT PAGE…     (pages relative to ROOT)

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "lint/rule.h"
#include "lint/user_error.h"

namespace rubric {

namespace {

std::string read_all(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A C++ literal of any bytes; the suffix keeps a NUL from ending it.
std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '"' || byte == '\\') {
      result += {'\\', byte};
    } else if (byte == '\n') {
      result += "\\n";
    } else if (value < 0x20 || value >= 0x7F || byte == '?') {  // `?`: no trigraphs
      const char octal[] = {'\\', static_cast<char>('0' + (value >> 6)),
                            static_cast<char>('0' + (value >> 3 & 7)), static_cast<char>('0' + (value & 7))};
      result.append(octal, sizeof octal);
    } else {
      result += byte;
    }
  }
  return result + "\"sv";
}

std::string cast(const char* type, unsigned value) {
  return std::string("static_cast<") + type + ">(" + std::to_string(value) + ")";
}

// Writes arrays, each before the row that points to it, and counts their names.
struct TableWriter {
  std::ostringstream out;
  uint32_t arrays = 0;

  // Gives the array's name, or `{}` when there is nothing in it.
  std::string array(const char* type, const std::vector<std::string>& elements) {
    if (elements.empty()) return "{}";
    const std::string name = "array_" + std::to_string(arrays++);
    out << "constexpr " << type << " " << name << "[] = {\n";
    for (const std::string& element : elements) out << "    " << element << ",\n";
    out << "};\n";
    return name;
  }

  std::string texts(const std::vector<std::string>& texts) {
    std::vector<std::string> literals;
    for (const std::string& text : texts) literals.push_back(literal(text));
    return array("std::string_view", literals);
  }

  template <typename Pairs>
  std::string pairs(const Pairs& pairs) {
    std::vector<std::string> literals;
    for (const auto& [key, value] : pairs)
      literals.push_back("{" + literal(key) + ", " + literal(value) + "}");
    return array("std::pair<std::string_view, std::string_view>", literals);
  }
};

std::string join(const std::vector<std::string>& fields) {
  std::string result = "{";
  for (const std::string& field : fields) result += (result.size() > 1 ? ", " : "") + field;
  return result + "}";
}

std::string example_row(TableWriter& table, const Example& example) {
  return join({literal(example.text), example.bad ? "true" : "false", table.texts(example.reports),
               literal(example.fixed), literal(example.fixed_unsafe), table.pairs(example.files),
               table.pairs(example.before), std::to_string(example.line)});
}

const char* truth(bool value) {
  return value ? "true" : "false";
}

template <typename Choice>
std::string choice(const char* type, Choice value) {
  return cast(type, static_cast<unsigned>(value));
}

std::string number(double value) {
  std::ostringstream out;
  out.precision(17);
  out << value;
  return out.str();
}

std::string pattern_row(TableWriter& table, const PatternKeys& keys) {
  return join({choice("Scope", keys.scope),
               truth(keys.ignore_case),
               truth(keys.whole_words),
               table.texts(keys.exceptions),
               table.texts(keys.tokens),
               table.texts(keys.raw),
               truth(keys.append),
               table.pairs(keys.swap),
               choice("Applicability", keys.fix),
               std::to_string(keys.max),
               std::to_string(keys.min),
               truth(keys.alpha),
               table.pairs(keys.either),
               literal(keys.first),
               literal(keys.second),
               choice("LetterCase", keys.letter_case),
               literal(keys.match),
               choice("TitleStyle", keys.style),
               table.texts(keys.indicators),
               number(keys.threshold)});
}

std::string rule_row(TableWriter& table, const RuleInfo& info) {
  std::vector<std::string> options, examples;
  for (const Option& option : info.options) {
    options.push_back(join({literal(option.name), literal(option.summary), table.texts(option.standard)}));
  }
  for (const Example& example : info.examples) examples.push_back(example_row(table, example));
  return join({literal(info.id), literal(info.group), literal(info.summary), literal(info.message),
               literal(info.why), table.texts(info.aliases),
               cast("Severity", static_cast<unsigned>(info.severity)), truth(info.on),
               cast("Reads", static_cast<unsigned>(info.reads)),
               cast("Check", static_cast<unsigned>(info.check)), pattern_row(table, info.pattern),
               table.array("OptionRow", options), table.array("ExampleRow", examples), literal(info.path)});
}

std::string write_table(const std::map<std::string, RuleInfo>& rules) {
  TableWriter table;
  table.out << "// Generated from rules/**/*.yaml by src/rules/generate_table.cpp.\n\n"
               "#include \"rules/rule_table.h\"\n\nnamespace rubric {\n\nnamespace {\n\n"
               "using namespace std::literals;\n\n";
  std::vector<std::string> rows;
  for (const auto& [id, info] : rules) rows.push_back(rule_row(table, info));
  const std::string name = table.array("RuleRow", rows);
  table.out << "\n}  // namespace\n\nstd::span<const RuleRow> rule_rows() {\n  return " << name
            << ";\n}\n\n}  // namespace rubric\n";
  return table.out.str();
}

std::map<std::string, RuleInfo> load_pages(const std::string& root, const std::vector<std::string>& paths) {
  std::map<std::string, RuleInfo> rules;
  for (const std::string& path : paths) {
    RuleInfo info = load_rule_page(path, read_all(root + "/" + path));
    const auto [same, is_new] = rules.emplace(info.id, info);
    if (!is_new) throw UserError(path, 0, "the id is taken by " + same->second.path);
  }
  return rules;
}

}  // namespace

}  // namespace rubric

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::string output = arguments[1];
  try {
    const std::string text =
        rubric::write_table(rubric::load_pages(arguments[2], {arguments + 3, arguments + count}));
    if (rubric::read_all(output) == text) return 0;
    std::ofstream(output, std::ios::binary) << text;
    return 0;
  } catch (const rubric::UserError& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
