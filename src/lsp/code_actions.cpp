// How it works: every fix of a finding that the range touches is a quick fix. All safe fixes of the page that
// go together, as one round of `rubric check --fix` applies them, are one action more,
// `source.fixAll.rubric`, for editors that fix when a file is saved.

#include <algorithm>

#include "fix/fix.h"
#include "lsp/diagnostics.h"
#include "lsp/feature.h"

namespace rubric {

namespace {

using Edits = std::map<std::string, std::vector<Edit>>;  // by path, sorted

// A kind that is asked for stands for those below it, too: `source` for `source.fixAll.rubric`.
bool is_below(std::string_view kind, std::string_view asked) {
  return asked.empty() || kind == asked || (kind.starts_with(asked) && kind[asked.size()] == '.');
}

bool is_wanted(const Json& only, std::string_view kind) {
  return !only.is_array() || std::any_of(only.items.begin(), only.items.end(),
                                         [&](const Json& asked) { return is_below(kind, asked.text); });
}

// A `WorkspaceEdit`.
void write_edits(PlaceWriter& writer, const Edits& edits) {
  JsonWriter& json = writer.json;
  json.object("edit", [&] {
    json.object("changes", [&] {
      for (const auto& of_file : edits) {
        json.text_key(writer.uri(of_file.first));
        json.array(of_file.second, [&](const Edit& edit) {
          json.object([&] {
            json.key("range"), writer.range(of_file.first, edit.span);
            json.member("newText", edit.replacement);
          });
        });
      }
    });
  });
}

Edits edits_of(const Diagnostic& finding, const Fix& fix) {
  Edits edits;
  for (const FileEdit& edit : fix.edits) edits[edited_file(finding, edit)].push_back(edit.edit);
  return edits;
}

void write_quick_fix(PlaceWriter& writer, const Diagnostic& finding, const Fix& fix) {
  JsonWriter& json = writer.json;
  json.object([&] {
    json.member("title", fix.title);
    json.member("kind", "quickfix");
    json.key("diagnostics"), write_diagnostics(writer, {&finding, 1}, {});
    if (fix.applicability == Applicability::safe) json.member("isPreferred", true);
    write_edits(writer, edits_of(finding, fix));
  });
}

void write_fix_all(PlaceWriter& writer, const FixPlan& plan) {
  JsonWriter& json = writer.json;
  json.object([&] {
    json.member("title", plan.applied == 1
                             ? "Fix what is safe to fix: 1 finding"
                             : "Fix what is safe to fix: " + std::to_string(plan.applied) + " findings");
    json.member("kind", "source.fixAll.rubric");
    write_edits(writer, plan.edits);
  });
}

}  // namespace

void code_actions(const PageView& page, const Json& params, PlaceWriter& answer) {
  const Json& only = params.at("context.only");
  const uint32_t begin = page.offset(params.at("range.start")), end = page.offset(params.at("range.end"));
  std::vector<std::pair<const Diagnostic*, const Fix*>> fixes;
  for (const Diagnostic& finding : page.findings) {
    if (finding.range.span.begin > end || finding.range.span.end < begin) continue;
    for (const Fix& fix : finding.fixes) fixes.emplace_back(&finding, &fix);
  }
  const FixPlan plan = plan_fixes(page.findings, FixMode::safe);
  answer.json.array([&] {
    if (is_wanted(only, "quickfix")) {
      for (const auto& [finding, fix] : fixes) write_quick_fix(answer, *finding, *fix);
    }
    if (plan.applied != 0 && is_wanted(only, "source.fixAll.rubric")) write_fix_all(answer, plan);
  });
}

}  // namespace rubric
