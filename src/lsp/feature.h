#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "lsp/handbooks.h"
#include "lsp/json.h"
#include "lsp/message.h"
#include "lsp/place_writer.h"
#include "markdown/document.h"
#include "site/site.h"

namespace rubric {

/// What the client said at `initialize` of the answers that it understands.
struct AnswerSupport {
  bool definition_links = false;  ///< `LocationLink`s, which say what of the page was followed
  bool symbol_tree = false;       ///< `DocumentSymbol`s within others
  bool markdown = false;          ///< in hovers
  bool snippets = false;          ///< in completions
};
AnswerSupport read_answer_support(const Json& capabilities);

/// The page that a request is about, as it is in the editor, with the site around it. Valid for one request.
struct PageView {
  const std::string& path;   ///< repository-relative
  const Document& document;  ///< parsed
  const Page& page;          ///< its facts
  const Site& site;          ///< of the texts in the editor, the disk's for the others
  const Handbook& handbook;  ///< for the rules, the texts of other files…
  PositionEncoding encoding;
  const AnswerSupport& support;
  std::span<const Diagnostic> findings;    ///< of the page, for features that ask for them
  const std::function<bool()>& cancelled;  ///< whether the client wants no answer any more; ask in long loops

  /// The byte that a `Position` of the client's names in the page. Throws RequestError where it is none.
  uint32_t offset(const Json& position) const;
};

/// A request of an editor that reads: hover, completion, references… Its answer is a function from values to
/// one JSON value, in a file of its own name (see features.cpp for the table that holds them all).
struct Feature {
  std::string_view method;
  /// What the client is told of it: a member of ServerCapabilities, as JSON, such as `"hoverProvider":true`.
  std::string_view capability;
  /// Answers a request about one page, whose `params` hold a `textDocument`. Writes exactly one value; throws
  /// RequestError before it has written any. A page that is not known is answered with null, without a call.
  void (*of_page)(const PageView& page, const Json& params, PlaceWriter& answer) = nullptr;
  /// Answers a request about everything: called with all handbooks. One of the two is set.
  void (*of_handbooks)(std::span<const std::unique_ptr<Handbook>> handbooks, const Json& params,
                       JsonWriter& answer, const PlaceWriter::UriOf& uri_of,
                       PositionEncoding encoding) = nullptr;
  bool with_findings = false;  ///< the PageView is to have the page's findings
};

/// All features, one row each.
std::span<const Feature> features();

}  // namespace rubric
