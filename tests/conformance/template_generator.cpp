// How it works: pipelines in actions in blocks, three deep at most, most of them in a branch that never runs.
// Two definitions follow, which the body and the first of them may call.

#include "template_generator.h"

#include <string_view>

#include "conformance/random.h"

namespace rubric {
namespace {

class TemplateGenerator {
 public:
  TemplateGenerator(uint64_t seed, uint64_t index)
      : random_(seed, index), first_("d" + std::to_string(index)), second_("e" + std::to_string(index)) {}

  std::string run() {
    std::string source = "{{ $x := . }}{{ if (eq 1 2) }}" + body(0) + "{{ end }}";
    if (random_.chance(40)) source += text();
    if (random_.chance(30)) source += call(first_);
    source += define(first_, random_.chance(40) ? call(second_) : "");
    source += define(second_, random_.chance(10) ? call(first_) : "");
    return source;
  }

 private:
  std::string text() {
    constexpr std::string_view texts[] = {" ",          "\n",           ".Inner", "} }", "<p>x</p>",
                                          "{ .Inner }", "/* .Inner */", "\"",     "`"};
    return std::string(random_.pick(texts));
  }

  std::string operand() {
    constexpr std::string_view plain[] = {".",
                                          "$",
                                          "1",
                                          "\"a\"",
                                          "true",
                                          ".Get 0",
                                          ".Params",
                                          "$x",
                                          "\".Inner\"",
                                          "`{{ .Inner }}`",
                                          "\"}} .Inner {{\"",
                                          ".Get \"Inner\"",
                                          ".inner",
                                          ".InnerX",
                                          ".XInner",
                                          "$x.inner",
                                          "(dict \"a\" .).Inner",
                                          "(.Get 0).Inner",
                                          "site.Params.Inner",
                                          "'I'",
                                          ".Name",
                                          "\"\\\" .Inner\"",
                                          "site.Inner"};
    constexpr std::string_view inner[] = {".Inner",
                                          ".Inner",
                                          "$.Inner",
                                          "$x.Inner",
                                          ".InnerDeindent",
                                          "$.InnerDeindent",
                                          ".Parent.Inner",
                                          ".Page.Inner",
                                          ".Inner.X",
                                          ".Params.Inner",
                                          "$.Params.Inner",
                                          ".Page.Params.Inner",
                                          ".Site.Params.Inner.X",
                                          "$x.Params.Inner",
                                          ".Parent.Params.Inner",
                                          ".A.Inner.B"};
    return std::string(random_.chance(85) ? random_.pick(plain) : random_.pick(inner));
  }

  std::string pipeline(int depth = 0) {
    const auto deeper = [&] { return depth < 3 ? "(" + pipeline(depth + 1) + ")" : std::string("."); };
    switch (random_.below(8)) {
      case 0:
        return "print " + deeper() + " " + deeper();
      case 1:
        return operand() + " | printf \"%v\"";
      case 2:
        return "len " + deeper();
      case 3:
        return "and (" + operand() + ") " + deeper();
      case 4:
        return deeper() + " | print | safeHTML";
      case 5:
        return "partial \"p.html\" " + deeper();
      default:
        return operand();
    }
  }

  std::string open() { return random_.chance(20) ? "{{- " : random_.chance(20) ? "{{" : "{{ "; }
  std::string close() { return random_.chance(20) ? " -}}" : random_.chance(20) ? "\n}}" : " }}"; }

  std::string call(const std::string& name) {
    constexpr std::string_view arguments[] = {".", ".", "$", "$.Inner"};
    const std::string quote = random_.chance(50) ? "\"" : "`";
    return open() + "template " + quote + name + quote + " " + std::string(random_.pick(arguments)) + close();
  }

  std::string define(const std::string& name, const std::string& calls) {
    return open() + "define \"" + name + "\"" + close() + "{{ $x := . }}{{ if (eq 1 2) }}" + calls + body(1) +
           "{{ end }}{{ end }}";
  }

  std::string body(int depth) {
    std::string result;
    for (size_t pieces = 1 + random_.below(2); pieces > 0; --pieces) result += piece(depth);
    return result;
  }

  std::string piece(int depth) {
    switch (random_.below(depth < 3 ? 11 : 6)) {
      case 0:
        return text();
      case 1:
        return open() + "$y := " + pipeline() + close();
      case 2:
        return open() + "$x = " + pipeline() + close();
      case 3:
        return random_.chance(50) ? "{{/* .Inner */}}" : "{{- /* }} {{ .Inner }} */ -}}";
      case 4:
        return random_.chance(30) ? call(second_) : text();
      case 6:
        return block("if " + pipeline(), depth, "else if " + pipeline());
      case 7:
        return block("with " + pipeline(), depth, "else");
      case 8:
        return block("range $i, $e := " + pipeline(), depth, "else");
      case 9:
        return block("with $z := " + pipeline(), depth, "else");
      case 10:
        return block("block \"" + second_ + "b" + std::to_string(++blocks_) + "\" " + operand_of_block(), 2,
                     "");
      default:
        return open() + pipeline() + close();
    }
  }

  std::string operand_of_block() { return random_.chance(10) ? ".Inner" : "."; }

  std::string block(const std::string& head, int depth, const std::string& otherwise) {
    const bool own_variables = head.starts_with("block");
    std::string result = open() + head + close() + (own_variables ? "{{ $x := . }}" : "") + body(depth + 1);
    if (!otherwise.empty() && random_.chance(40)) result += open() + otherwise + close() + body(depth + 1);
    return result + open() + "end" + close();
  }

  Random random_;
  std::string first_, second_;
  int blocks_ = 0;
};

}  // namespace

std::string generate_template(uint64_t seed, uint64_t index) {
  return TemplateGenerator(seed, index).run();
}

}  // namespace rubric
