// How it works: findings come sorted by path, so one Source at a time is held. The excerpt is taken at the
// finding's byte offset, and only if that is still on the line that the finding names: a file that changed
// meanwhile must not have the wrong words underlined.

#include <algorithm>
#include <optional>

#include "report/excerpt.h"
#include "report/headline.h"
#include "report/report.h"
#include "report/terminal.h"
#include "text/source.h"
#include "text/utf8.h"

namespace rubric {

namespace {

std::optional<Excerpt> excerpt_of(const Source& source, const Range& range) {
  if (range.span.begin > source.text().size() || source.text().empty()) return std::nullopt;
  // A finding of a whole file shows no line of an image; binary files are told as Git tells them.
  const bool whole_file = range.span.begin == 0 && range.span.end == 0;
  if (whole_file && source.text().substr(0, 8000).find('\0') != std::string_view::npos) return std::nullopt;
  const uint32_t number = source.line_of(range.span.begin);
  if (number != range.begin.line) return std::nullopt;
  Span line = source.line(number);
  const uint32_t mark_size = number == 1 ? byte_order_mark_size(source.text()) : 0;
  if (range.span.begin >= mark_size) line.begin += mark_size;
  const uint32_t end = std::max(range.span.begin, range.span.end);
  return excerpt(source.slice(line), {range.span.begin - line.begin, end - line.begin});
}

// The lines of one finding below its headline. They share a gutter as wide as the line's number.
class Body {
 public:
  Body(const Diagnostic& diagnostic, const ReportOptions& options)
      : diagnostic_(diagnostic),
        options_(options),
        number_(std::to_string(diagnostic.range.begin.line)),
        gutter_(number_.size(), ' ') {}

  void add_excerpt(const Excerpt& excerpt) {
    text_ += frame(gutter_ + " |") + "\n";
    text_ += frame(number_ + " |") + (excerpt.line.empty() ? "" : " ") + excerpt.line + "\n";
    const size_t carets = excerpt.marks.find('^');
    text_ += frame(gutter_ + " |") + " " + excerpt.marks.substr(0, carets) +
             painted(excerpt.marks.substr(carets), paint_of(diagnostic_.severity), options_) + "\n";
  }

  void add_notes() {
    if (!diagnostic_.help.empty()) add_note("help", diagnostic_.help);
    for (const Fix& fix : diagnostic_.fixes) {
      add_note(fix.applicability == Applicability::safe ? "fix" : "unsafe fix", fix.title);
    }
    for (const Related& related : diagnostic_.related) {
      add_note("note", related.path + ":" + std::to_string(related.position.line) + ":" +
                           std::to_string(related.position.column) + ": " + related.message);
    }
  }

  const std::string& text() const { return text_; }

 private:
  void add_note(std::string_view kind, std::string_view note) {
    text_ += frame(gutter_ + " =") + " " + painted(std::string(kind) + ":", Paint::hint, options_) + " " +
             printable(note) + "\n";
  }
  std::string frame(const std::string& text) const { return painted(text, Paint::frame, options_); }

  const Diagnostic& diagnostic_;
  const ReportOptions& options_;
  const std::string number_;
  const std::string gutter_;
  std::string text_;
};

std::string fixable_tag(const Diagnostic& diagnostic, const ReportOptions& options) {
  switch (fixable(diagnostic)) {
    case Fixable::yes:
      return " " + painted("[fixable]", Paint::hint, options);
    case Fixable::with_unsafe_fixes:
      return " " + painted("[fixable with --unsafe-fixes]", Paint::hint, options);
    case Fixable::no:
      return "";
  }
  return "";
}

}  // namespace

void write_text(std::ostream& out, std::span<const Diagnostic* const> diagnostics, const TextOf& text_of,
                const ReportOptions& options) {
  std::optional<Source> source;
  std::string_view path;
  for (const Diagnostic* const entry : diagnostics) {
    const Diagnostic& diagnostic = *entry;
    if (!source || diagnostic.path != path) {
      path = diagnostic.path;
      source.emplace(text_of(path));
    }
    Body body(diagnostic, options);
    if (const auto excerpt = excerpt_of(*source, diagnostic.range)) body.add_excerpt(*excerpt);
    body.add_notes();
    out << headline(diagnostic, options) << fixable_tag(diagnostic, options) << '\n' << body.text() << '\n';
  }
}

}  // namespace rubric
