#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "site/configuration.h"
#include "site/publication.h"
#include "site/suppressions.h"
#include "text/edit.h"
#include "text/span.h"

namespace rubric {

/// What a Markdown file is to its site.
enum class PageKind : uint8_t {
  content,   ///< below a content mount: Hugo publishes it
  fragment,  ///< below an assets mount: pulled into pages by an include shortcode
  plain,     ///< Markdown outside Hugo's folders (a README), or any file of a repository without Hugo
};

/// Why the site has no page of a content file.
enum class Absence : uint8_t {
  none,        ///< it has one
  draft,       ///< it is a draft,
  expired,     ///< or its time is over,
  future,      ///< or will not come within a year;
  scheduled,   ///< it will come within a year, so a link to it is dead today and may be meant to be
  section,     ///< it stands below a section of which one of these is true
  perhaps,     ///< the same in a Hugo of which it is not known what becomes of such a page
  headless,    ///< a bundle whose files are published without it
  unrendered,  ///< the same, by `build.render`
  resource,    ///< it belongs to a leaf bundle's page, or is HTML that Hugo copies
  kind,        ///< pages of its kind are disabled, or come without HTML
  excluded,    ///< the mount leaves its file out
};

enum class LinkKind : uint8_t {
  inlined,
  reference,
  definition,  ///< a link reference definition that nothing uses is no link; one that is used is judged here,
               ///< once
  autolink,
  bare,
  image,
  html,       ///< href of an HTML element
  html_file,  ///< src of an HTML element: a file, as an image is
  ref,        ///< Hugo's ref and relref shortcodes
};

/// A link that may lead into the repository; links to other hosts are not kept.
struct Link {
  LinkKind kind = LinkKind::inlined;
  bool miscounted = false;  ///< a ref with positional parameters that Hugo refuses: none, or more than two
  bool unseen = false;  ///< a ref in an HTML comment: Hugo looks the page up, but nobody follows the fragment
  uint8_t language_size = 0, output_format_size = 0;  ///< bytes of what follows `target` in Page::text
  std::string_view target;  ///< the destination, unescaped; percent-escapes kept. Points into Page::text
  Range range;              ///< the destination in the source

  /// `lang` of a ref, at most 255 bytes of it; empty for the page's own.
  std::string_view language() const { return {target.data() + target.size(), language_size}; }
  /// `outputFormat` of a ref, at most 255 bytes of it; empty for the default one.
  std::string_view output_format() const {
    return {target.data() + target.size() + language_size, output_format_size};
  }
};

/// An id that a fragment can point to.
struct Anchor {
  std::string_view id;  ///< points into Page::text
  Position position;
};

/// A call that pulls another file into the page.
struct Include {
  std::string target;  ///< the path as written
  std::string name;    ///< of the shortcode
  Range range;         ///< the path in the source, without its quotes
  Delimiter delimiter = Delimiter::percent;
  uint32_t anchors_before = 0;  ///< how many of the page's own anchors stand before the call
  bool nested = false;          ///< the call stands in the inner text of another
  bool alone = false;  ///< the tag is all of a paragraph of the page's body, so that Markdown which it prints
                       ///< begins and ends as it does in a file of its own
  int32_t slip =
      -1;  ///< index into Page::slips when the tag is mistyped, so Hugo does not include anything yet
};

/// A mistyped shortcode tag, with what is needed to judge whether its repair would work.
struct SlipFact {
  Range range;                  ///< the wrong delimiter
  std::string written;          ///< its text, such as "{{$"
  std::string meant;            ///< such as "{{%"
  std::string name;             ///< of the shortcode
  bool known = false;           ///< a template of that name exists
  bool may_fail = false;        ///< that template may refuse the call
  bool closed = true;           ///< the repaired call is closed, or need not be
  bool closes_nothing = false;  ///< see Slip::closes_nothing
  std::string ref;              ///< what a repaired ref or relref leads to; empty for others
  bool fails_build = false;
  bool needs_target = false;       ///< see Slip::needs_target
  bool delimiter_guessed = false;  ///< see Slip::delimiter_guessed
  std::vector<Edit> repairs;
};

/// A shortcode that no template on disk defines, while a theme or module is missing that may.
struct UnverifiedShortcode {
  std::string name;
  Range first;         ///< the name in its first call on the page
  uint32_t count = 0;  ///< calls on the page
};

/// A shortcode tag that readers would see if Hugo did not take it for one.
struct TagFact {
  std::string name;
  Range range;
};

/// A parameter that the embedded `param` shortcode prints and that neither the page nor its site sets.
struct UnsetParameter {
  std::string name;
  Range range;  ///< the name in the call
};

/// What a page says of parameters, for those few that say something.
struct ParameterFacts {
  std::vector<UnsetParameter> unset;  ///< in order of the text
  std::vector<std::string> cascaded;  ///< what `cascade` hands down: first keys, in lower case
};

/// Where front matter says what a page's URLs are. Empty ranges for what it does not say.
struct AddressPlaces {
  Range url, slug;
  std::vector<Range> aliases;  ///< those that are not empty, in order
};

/// How an id takes part in the numbering of repeated ids; see Page::id_forms.
namespace id_form {
inline constexpr char fixed = 'f';  ///< it does not: raw HTML, footnotes, a text rendered by itself
inline constexpr char taken = 't';  ///< `{#id}` of a heading: later headings are numbered after it
inline constexpr char made = 'a';   ///< of a heading; plus the bytes of its number, as in "-1"
}  // namespace id_form

/// The facts of one Markdown file that other pages or site rules need. Owns its strings: no view into the
/// Document it came from, which is freed. Movable, not copyable. The strings of links and anchors, the bulk
/// of a site's facts, lie in one block.
struct Page {
  std::string path;  ///< repository-relative
  PageKind kind = PageKind::plain;
  MistakenStart mistaken_start = MistakenStart::nothing;  ///< of content: what the site's Hugo fails on
  bool has_byte_order_mark = false;
  bool has_crlf = false;  ///< the first line ends in CR LF, and so should lines that are put in
  std::string language;
  Publication publication;
  std::vector<Anchor> anchors;  ///< in order of the text
  bool open = false;  ///< ids may come from templates that cannot be read: a missing anchor proves nothing
  std::vector<Link> links;
  std::string_view id_forms;  ///< an id_form for each anchor, of pages that include or are included
  std::vector<Include> includes;
  std::vector<TagFact> tags;  ///< of fragments: shortcode tags outside code and comments
  std::vector<SlipFact> slips;
  std::vector<UnverifiedShortcode> unverified;  ///< in order of the text; empty where all templates are known
  std::unique_ptr<ParameterFacts> parameters;   ///< null for most pages
  std::unique_ptr<AddressPlaces> addresses;     ///< null for most pages
  std::vector<Suppression> suppressions;        ///< by place
  std::unique_ptr<char[]> text;                 ///< what the views above point into

  // Filled by Site, since they depend on the other files of the site.
  std::vector<std::string>
      urls;  ///< the page's own URL path first (below baseURL's path), then its aliases; empty for fragments,
             ///< bundle resources and plain files, and when a permalink pattern is not supported
  bool unread = false;  ///< the file could not be read, so that its facts are those of an empty page
  bool has_front_matter = false;
  bool head_only = false;           ///< only the front matter was read: see read_page_head
  bool escapes_change_ids = false;  ///< HTML escaping of the text would change its structure or its ids
  Absence absence = Absence::none;

  /// Whether the site has a page of it; a link to any other is dead.
  bool published() const { return absence == Absence::none; }
};

/// What the Markdown file at `path` is to the site; nothing for one that is neither published, included nor
/// plain documentation (below layouts, archetypes, static, themes, public…).
std::optional<PageKind> page_kind(std::string_view path, const SiteConfiguration& configuration);

/// What a page of the site is parsed with: where sections have shortcodes of their own, those that its path
/// gives it. (A page whose front matter sets another `type` is looked up as if it lay there; that is not
/// done.)
const Dialect& dialect_of(std::string_view path, const SiteConfiguration& configuration);

/// Extracts the facts. Pure; safe from many threads.
Page read_page(const Document& document, const SiteConfiguration& configuration);

/// The facts of a content file in another format than Markdown (HTML, AsciiDoc, reStructuredText, Org,
/// Pandoc): what its front matter says. Its anchors are not known, so it is open; its links are not read.
Page read_other_format(std::string path, std::string_view text, const SiteConfiguration& configuration);

/// The facts that a page's path and front matter tell, from which its URLs follow: no links, no anchors, no
/// includes.
Page read_page_head(std::string_view path, const FrontMatter& front_matter,
                    const SiteConfiguration& configuration);

}  // namespace rubric
