#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// A Hugo release, such as 0.111.3. Behaviour that changed between releases is chosen by comparing with it.
struct HugoVersion {
  uint32_t major = 0;
  uint32_t minor = 0;
  uint32_t patch = 0;

  friend auto operator<=>(const HugoVersion&, const HugoVersion&) = default;
};

/// The release assumed when a site does not name one.
inline constexpr HugoVersion current_hugo{0, 152, 0};

/// What a shortcode template does with the text between its opening and its closing tag.
enum class InnerText : uint8_t {
  none,      ///< The template has no `.Inner`: the call is one tag, and a closing tag is an error.
  raw,       ///< `.Inner` is printed as it is: HTML under `{{< >}}`, page Markdown under `{{% %}}`.
  markdown,  ///< `.Inner` goes through markdownify or RenderString: a document of its own under `{{< >}}`.
  unknown,  ///< The template cannot be read, or its variants differ: it takes inner text if a page closes it.
};

/// Where an include looks for its file.
enum class IncludeFrom : uint8_t {
  assets,      ///< resources.Get: a path below assets
  files,       ///< readFile: a path below the site's root, or else below content
  pages,       ///< .Page.GetPage: a logical content path, from the page or from the root
  site_pages,  ///< site.GetPage: a logical content path from the root
};

/// One place where an include looks: `before`, the call's parameter, `after`, in a row.
struct IncludeLookup {
  IncludeFrom from = IncludeFrom::assets;
  bool beside_page = false;  ///< relative to the folder of the page that holds the call
  std::string before, after;

  friend bool operator==(const IncludeLookup&, const IncludeLookup&) = default;
};

/// What an include prints of its file.
enum class IncludeOutput : uint8_t {
  unknown,
  raw,         ///< the text as it is: Hugo does not look for shortcodes in it
  markdown,    ///< rendered by itself (markdownify, RenderString): shortcodes live, ids of its own
  page,        ///< .Content of a page, rendered as that page is
  shortcodes,  ///< .RenderShortcodes of a page: its Markdown, with its shortcodes rendered
};

/// How a template includes a file. Without lookups nothing exact is known and any usual place may hold it.
struct IncludeTemplate {
  std::vector<IncludeLookup> lookups;  ///< the file is the first of these that exists
  std::vector<std::string> keys;  ///< parameters that name the file: "file", or "0" for the first positional
  IncludeOutput output = IncludeOutput::unknown;
  bool wrapped = false;    ///< further text is printed around the file's
  bool elsewhere = false;  ///< a file is also looked up by what is computed without the parameter
  bool escaped = false;    ///< raw text goes through Go's HTML escaping: no safeHTML (html/template)
};

/// One shortcode as a page can call it.
struct ShortcodeTemplate {
  std::string path;  ///< Repository-relative file of the template; empty for one embedded in Hugo.
  InnerText inner = InnerText::none;
  bool include = false;  ///< The call pulls a file's text into the page; its first parameter names the file.
  bool writes_html = false;           ///< Output of its own may hold ids that cannot be known statically.
  bool prints_nothing = false;        ///< The template is empty, as one that stands in for another is.
  std::vector<std::string> ids = {};  ///< written out in the template: a call may print them
  IncludeTemplate included = {};      ///< Means something only where `include` is set.
  bool prints_inner = false;  ///< `.Inner` is certainly shown to readers as it is: see prints_inner_as_html
  bool passes_inner =
      false;             ///< HTML in `.Inner` certainly becomes part of the page: see always_prints_inner
  bool may_fail = true;  ///< the template may refuse a call: see cannot_fail
  bool renders_inner = false;  ///< `.Inner` certainly goes, as it is, through markdownify or RenderString
  bool plain_text = false;     ///< Not HTML (x.md): from Hugo 0.146 on only `{{% %}}` can call it.
};

/// Names (Hugo's, such as "a/b") to templates.
using ShortcodeTemplates = std::map<std::string, ShortcodeTemplate, std::less<>>;

/// How goldmark makes a heading's id (Hugo's markup.goldmark.parser.autoHeadingIDType).
enum class HeadingIds : uint8_t { github, github_ascii, blackfriday, off };

/// Hugo's `markup.goldmark` settings, as far as they change what a page's Markdown means.
struct GoldmarkOptions {
  HeadingIds heading_ids = HeadingIds::github;
  bool heading_attributes = true;  ///< `## Title {#id}`
  bool block_attributes = false;   ///< `{#id}` on the line after a block
  bool emoji = false;              ///< enableEmoji: `:rocket:` is an emoji
  bool linkify = true;
  bool footnotes = true;
  bool strikethrough = true;
  bool tables = true;
  bool definition_lists = true;
  bool typographer = true;
  bool raw_html = true;              ///< `unsafe`: HTML in Markdown is published
  bool keeps_heading_ids = true;     ///< no hook of the site's prints headings without their ids
  bool definition_term_ids = false;  ///< autoDefinitionTermID: terms have ids, too
};

/// What this site makes of a page's text: shortcodes or none, which templates take inner text and how they
/// render it, goldmark's options, Hugo's version. Plain Markdown is a Dialect too (`Dialect{}`). A value,
/// made once per site and shared read-only by all threads.
struct Dialect {
  bool shortcodes = false;       ///< The text is a Hugo page: `{{< >}}` and `{{% %}}` are tags.
  ShortcodeTemplates templates;  ///< Every shortcode that can be called, embedded ones included.
  bool templates_complete =
      true;  ///< False when a theme or module is not on disk, so an unknown name proves nothing.
  HugoVersion hugo = current_hugo;
  bool hugo_assumed = false;  ///< Nothing says which release builds the site: `hugo` is a guess.
  GoldmarkOptions goldmark;

  /// The template of that name, or null. Names are compared by case as `hugo` does.
  const ShortcodeTemplate* find(std::string_view name) const;
};

}  // namespace rubric
