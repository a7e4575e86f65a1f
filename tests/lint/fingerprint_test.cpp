#include "lint/fingerprint.h"

#include <set>

#include <catch2/catch.hpp>

#include "text/source.h"

using namespace rubric;

namespace {

// Fingerprints of the marked stretches «…» of a text.
std::vector<Fingerprint> prints_of(const std::string& marked, const std::string& path = "a.md") {
  constexpr std::string_view open = "\xC2\xAB", close = "\xC2\xBB";
  std::string text;
  std::vector<Span> spans;
  for (size_t at = 0; at < marked.size();) {
    const bool begins = marked.compare(at, 2, open) == 0, ends = marked.compare(at, 2, close) == 0;
    if (begins) spans.push_back({static_cast<uint32_t>(text.size()), 0});
    if (ends) spans.back().end = static_cast<uint32_t>(text.size());
    if (!begins && !ends) text += marked[at];
    at += begins || ends ? 2 : 1;
  }
  const Source source(text);
  std::vector<Diagnostic> findings;
  for (const Span span : spans)
    findings.push_back({"rule", Severity::error, path, source.range(span), "", "", {}, {}});
  return fingerprints(findings, [&](std::string_view) { return text; });
}

}  // namespace

TEST_CASE("A fingerprint stays when lines move and changes with the words around it") {
  const Fingerprint one = prints_of("See «the the» end.\n").front();
  CHECK(one.thing == "the the");
  CHECK(prints_of("More.\n\n\n- x\n\nSee «the the» end.\n").front() == one);
  CHECK(prints_of("See  «the\tthe» end.  \n").front() == one);
  CHECK(prints_of("See «the the» beginning.\n").front().around != one.around);
  CHECK(digest(prints_of("See «the the» beginning.\n").front()) == digest(one));
  CHECK(digest(prints_of("See «the the» end.\n", "b.md").front()) != digest(one));
  const std::string far(200, 'x');
  CHECK(prints_of(far + " a b c d e f g h i j k l m n o p q r s t «x»\n").front().around ==
        prints_of("y " + far + " a b c d e f g h i j k l m n o p q r s t «x»\n").front().around);
}

TEST_CASE("Equal findings differ by their ordinals, and so do their digests") {
  const std::vector<Fingerprint> prints = prints_of("«x» «x» «y»\n\n«x» «» «»\n");
  std::vector<uint32_t> ordinals;
  std::set<std::string> digests;
  for (const Fingerprint& print : prints) {
    ordinals.push_back(print.ordinal);
    digests.insert(digest(print));
  }
  CHECK(ordinals == std::vector<uint32_t>{0, 1, 0, 2, 0, 1});
  CHECK(digests.size() == prints.size());
  CHECK(digest(prints.front()).size() == 16);
}

TEST_CASE("A long finding is cut between code points, a whole file's has no text") {
  std::string text = "«a";
  for (int count = 0; count < 100; ++count) text += "\xC3\xA9";
  const Fingerprint cut = prints_of(text + "»\n").front();
  CHECK(cut.thing.size() == 79);
  const Fingerprint whole = prints_of("«»Text.\n").front();
  CHECK(whole.thing.empty());
  CHECK(whole.around == prints_of("«»Text.\n", "b.md").front().around);
  CHECK(whole.around != prints_of("«»Other.\n").front().around);
}
