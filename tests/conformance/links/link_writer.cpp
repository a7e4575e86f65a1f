#include "conformance/links/link_writer.h"

#include "conformance/links/link_site.h"

namespace rubric {
namespace {

bool is_absolute(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

std::string replaced(std::string_view text, std::string_view bytes, std::string_view before) {
  std::string result;
  for (const char byte : text) {
    if (bytes.find(byte) != bytes.npos) result += before;
    result += byte;
  }
  return result;
}

std::string with_escaped_blanks(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte == ' ')
      result += "%20";
    else
      result += byte;
  }
  return result;
}

bool has_balanced_parentheses(std::string_view text) {
  int depth = 0;
  for (const char byte : text) {
    depth += byte == '(' ? 1 : byte == ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

/// The text as a line of a table: a pipe would end the cell.
bool fits_in_table(std::string_view text) {
  return text.find('|') == text.npos && text.find('\n') == text.npos;
}

}  // namespace

std::string LinkWriter::begin() {
  ++count_;
  return "m" + std::to_string(count_) + "e ";
}

std::string LinkWriter::inline_destination(std::string_view address) {
  const std::string place = mark_place(count_);
  const bool angled =
      address.empty() ? random_.chance(30) : random_.chance(address.find(' ') != address.npos ? 60 : 8);
  if (angled) return "<" + place + replaced(address, "<>\\", "\\") + ">";
  const std::string bare = replaced(with_escaped_blanks(address), "\\", "\\");
  if (has_balanced_parentheses(bare) && random_.chance(60)) return place + bare;
  return place + replaced(bare, "()", "\\");
}

std::string LinkWriter::html_destination(std::string_view address) {
  std::string result;
  for (const char byte : address) {
    if (byte == '&')
      result += "&amp;";
    else if (byte == '"')
      result += "&quot;";
    else
      result += byte;
  }
  return mark_place(count_) + result;
}

std::string LinkWriter::text() {
  constexpr const char* texts[] = {"text",        "two words",     "with `code`", "a *b* c", "über",
                                   "line\nbreak", "line  \nbreak", "[a] b",       "1 < 2",   "x\\]y"};
  return random_.pick(texts);
}

std::string LinkWriter::inlined(std::string_view address) {
  const std::string destination = inline_destination(address);
  constexpr const char* titles[] = {"", "", "", "", " \"Title\"", " 'one'", " (two)", "\n\"three\"", " "};
  const std::string title = destination.find('\x02') + 1 == destination.size() ? "" : random_.pick(titles);
  const std::string before = random_.chance(4) ? " " : "";
  return (random_.chance(12) ? "![" : "[") + text() + "](" + before + destination + title + ")";
}

std::string LinkWriter::reference(std::string_view address, bool image) {
  const std::string name = "r" + std::to_string(count_);
  const std::string label = random_.chance(20) ? "R" + name.substr(1) : name;
  const std::string start = image ? "![" : "[";
  std::string use;
  switch (random_.below(4)) {
    case 0:
      use = start + label + "][]";
      break;
    case 1:
      use = start + label + "]";
      break;
    case 2:
      use = start + "a][" + label + "] and [b][" + name + "]";
      break;
    default:
      use = start + text() + "][" + label + "]";
  }
  const std::string shown = address.empty() ? "<" + mark_place(count_) + ">" : inline_destination(address);
  const bool titled = random_.chance(20);
  return use + "\n\n[" + name + "]: " + shown + (titled ? " \"Title\"" : "");
}

std::string LinkWriter::html_element(std::string_view address) {
  const std::string value = html_destination(address);
  const bool bare = !address.empty() && address.find_first_of(" '=<>`\t\n") == address.npos &&
                    !address.ends_with('/') && address.find('"') == address.npos;
  switch (random_.below(8)) {
    case 0:
      return "<img alt=\"\" src=\"" + value + "\">";
    case 1:
      if (address.find('\'') == address.npos) return "<a class=x href='" + value + "'>t</a>";
      break;
    case 2:
      if (bare) return "<a href=" + value + ">t</a>";
      break;
    case 3:
      // canonifyURLs and relativeURLs look for what is written tightly.
      if (!address.starts_with('/')) return "<A\n  HREF = \"" + value + "\">t</A>";
      break;
    case 4:
      return "<img src=\"" + value + "\" alt=\"x\"/>";
    default:
      break;
  }
  return "<a href=\"" + value + "\">t</a>";
}

std::string LinkWriter::in_block(std::string_view address) {
  const std::string mark = begin();
  std::string link = inlined(address);
  const bool one_line = link.find('\n') == link.npos;
  switch (random_.below(14)) {
    case 0:
      return one_line ? "## " + mark + link + " tail" : mark + link;
    case 1:
      return "- item\n- " + (one_line ? mark + link : mark);
    case 2:
      return one_line ? "1. one\n   - " + mark + link : mark + link;
    case 3:
      return fits_in_table(link) ? "| a | b |\n|---|---|\n| " + mark + link + " | c |" : mark + link;
    case 4:
      return one_line ? "note[^n" + std::to_string(count_) + "]\n\n[^n" + std::to_string(count_) +
                            "]: " + mark + link
                      : mark + link;
    case 5:
      return mark + link;
    case 6:
      return one_line ? "> " + mark + link : mark + link;
    case 7:
      return mark + "**" + link + "** and _more_";
    case 8:
      return one_line ? "- a\n\n  > " + mark + link + "\n\n- b" : mark + link;
    case 9:
      return one_line ? "* [ ] " + mark + link + "\n* [x] done" : mark + link;
    case 10: {
      // An image in a link: two links.
      const std::string outer = inline_destination(address);
      const std::string inner = begin();
      return mark + "[" + inner + "![a](" + inline_destination(address) + ")](" + outer + ")";
    }
    case 11:
      return one_line ? "Term\n: " + mark + link : mark + link;
    case 12:
      return one_line ? mark + link + "\n: one\n\n: two" : mark + link;
    default:
      return one_line ? mark + link + "\n===" : mark + link;
  }
}

std::string LinkWriter::no_link(std::string_view address) {
  const std::string mark = begin();
  const std::string destination =
      mark_place(count_) + with_escaped_blanks(replaced(address, "<>()`\\", "\\"));
  const std::string link = "[t](" + destination + ")";
  // Of a task box with an address Goldmark makes a link of the address.
  const bool task_boxes = task_boxes_ && !is_absolute(address);
  switch (random_.below(12)) {
    case 0:
      return mark + "`" + link + "`";
    case 1:
      return "```\n" + mark + link + "\n```";
    case 2:
      return mark + "\n\n    " + link;
    case 3:
      return mark + "<!-- " + link + " -->";
    case 4:
      return mark + "\\" + link;
    case 5:
      return "<div>\n" + mark + link + "\n</div>";
    case 6:
      return task_boxes ? "- a " + mark + "[x](" + destination + ")" : mark;
    case 7:
      return is_absolute(address) ? mark
                                  : "- " + mark + "\n- [x](" + destination + ")\n- [ ](" + destination + ")";
    case 8:
      return task_boxes ? "1. " + mark + " [ ](" + destination + ") b" : mark;
    case 9:
      return mark + "\n\n[unused" + std::to_string(count_) + "]: " + destination;
    case 10:
      return mark + "<!--\n<a href=\"" + destination + "\">t</a>\n-->";
    default:
      return mark + "[t] (" + destination + ")";
  }
}

std::string LinkWriter::in_shortcode(std::string_view address) {
  const std::string mark = begin();
  const std::string link = mark + "[t](" + inline_destination(address) + ")";
  switch (random_.below(4)) {
    case 0:
      return "{{< raw >}}" + link + "{{< /raw >}}";
    case 1:
      return "{{< md >}}" + link + "{{< /md >}}";
    case 2:
      return "{{% pass %}}\n" + link + "\n{{% /pass %}}";
    default:
      return "{{< raw >}}" + mark + "<a href=\"" + html_destination(address) + "\">t</a>{{< /raw >}}";
  }
}

std::string LinkWriter::write(std::string_view address) {
  if (is_absolute(address) && random_.chance(40)) {
    const std::string mark = begin();
    const std::string shown = mark_place(count_) + with_escaped_blanks(address);
    return mark + (random_.chance(50) ? "<" + shown + ">" : shown + " tail");
  }
  const size_t kind = random_.below(100);
  if (kind < 30) {
    const std::string mark = begin();
    return mark + inlined(address);
  }
  if (kind < 42) {
    const std::string mark = begin();
    return mark + reference(address, random_.chance(15));
  }
  if (kind < 58) {
    const std::string mark = begin();
    const std::string element = html_element(address);
    if (random_.chance(30)) return "<div>\n" + mark + element + "\n</div>";
    return mark + "before " + element + " after";
  }
  if (kind < 84) return in_block(address);
  if (kind < 93) return no_link(address);
  return in_shortcode(address);
}

std::string LinkWriter::write_ref(std::string_view path) {
  const std::string mark = begin();
  const std::string value = mark_place(count_) + std::string(path);
  switch (random_.below(4)) {
    case 0:
      return mark + "[t]({{< ref \"" + value + "\" >}})";
    case 1:
      return mark + "[t]({{% relref `" + value + "` %}})";
    case 2:
      return mark + "[t]({{< relref path=\"" + value + "\" >}} \"Title\")";
    default:
      return mark + "<a href=\"{{< ref \"" + value + "\" >}}\">t</a>";
  }
}

}  // namespace rubric
