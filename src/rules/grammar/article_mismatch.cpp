// How it works: an article is judged only where it certainly is one and where the word after it is certainly
// said in one way. Most of this file is the first half: "a" is also a label ("Option A", "A and B"), a
// variable, a letter and a word of other languages.

#include <algorithm>
#include <optional>

#include "lint/context.h"
#include "prose/function_words.h"
#include "prose/sounds.h"
#include "prose/word_set.h"

namespace rubric {

namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z');
}

bool is_single_letter(const Word& word) {
  return word.kind == WordKind::word && word.text.size() == 1 && is_letter(word.text[0]);
}

// A letter that is no word of English by itself.
bool is_label(const Word& word) {
  return is_single_letter(word) && word.text != "a" && word.text != "I";
}

bool is_opening_mark(const Word& word) {
  if (word.kind != WordKind::punctuation) return false;
  static constexpr WordSet marks("\" ' ( [ “ ‘ «");
  return marks.holds_exactly(word.text);
}

// The article that a word is when it is written as one: in lower case, or with a capital.
Article article_of(const Word& word) {
  if (word.kind != WordKind::word || word.text.empty() || word.text.size() != word.span.size())
    return Article::unknown;
  if (word.text == "a" || word.text == "A") return Article::a;
  if (word.text == "an" || word.text == "An") return Article::an;
  return Article::unknown;
}

// Whether nothing touches the word before it, opening marks aside: "(a", but not "M&a" or "x-a".
bool stands_free(std::span<const Word> sentence, size_t index) {
  if (index == 0 || sentence[index].space_before) return true;
  const Word& before = sentence[index - 1];
  return before.text == "—" || (is_opening_mark(before) && (index == 1 || before.space_before));
}

// The word that the article at `index` belongs to, past one opening mark: `a "quoted" word`.
std::optional<size_t> noun_of(std::span<const Word> sentence, size_t index) {
  size_t next = index + 1;
  if (next >= sentence.size() || !sentence[next].space_before) return std::nullopt;
  if (!is_opening_mark(sentence[next])) return next;
  ++next;
  if (next >= sentence.size() || sentence[next].space_before) return std::nullopt;
  // "a (n) engineer" and `a "n"` are about letters.
  if (is_single_letter(sentence[next])) return std::nullopt;
  return next;
}

// Names and identifiers made of plain words ("Node.js", "R&D", "user_id") can be read aloud; code, addresses
// and tags cannot.
bool can_be_read(const Word& word) {
  if (word.kind == WordKind::word || word.kind == WordKind::number) return true;
  if (word.kind != WordKind::opaque || word.text.size() != word.span.size()) return false;
  return is_letter(word.text[0]) && std::all_of(word.text.begin(), word.text.end(), [](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') ||
                  std::string_view("._-&+#$'").find(c) != std::string_view::npos;
         });
}

// Whether a slash ties the word to the next: "I/O", "A/B".
bool is_joined(std::span<const Word> words, size_t index) {
  return index + 1 < words.size() && !words[index + 1].space_before && words[index + 1].text == "/" &&
         words[index].text.size() == words[index].span.size();
}

// The word as it is read: "I" of "I/O" is a letter, where "I" alone is a word.
std::string_view spoken(std::string_view text, std::span<const Word> words, size_t noun) {
  const Word& word = words[noun];
  return is_joined(words, noun) ? text.substr(word.span.begin, word.span.size() + 1) : word.text;
}

// Function words do not follow an article, so before them "a" is a letter, a label or a slip of another kind:
// "A and B", "a is less than b", "an if". A few can: "an one-off", "a ever growing", and what is none when in
// capitals: "a US site".
bool can_follow_article(std::span<const Word> words, size_t noun) {
  const std::string_view word = words[noun].text;
  if (function_word(word) == 0) return true;
  static constexpr WordSet following("above almost already always even ever inside once outside one");
  static constexpr WordSet letters("A ALL AM AS AT CAN IF IT NO NOT ON US WHO");
  if (following.holds_exactly(word) || letters.holds_exactly(word) ||
      (word.size() == 1 && is_joined(words, noun)))
    return true;
  static constexpr WordSet code("block branch clause condition expression statement");
  return word == "if" && noun + 1 < words.size() && code.holds_exactly(words[noun + 1].text);
}

// "extends" in "A extends B", and plurals: no noun that an article goes with.
bool looks_inflected(std::string_view word) {
  if (word.size() < 3 || !word.ends_with('s') || !is_lower(word[0])) return false;
  if (word.find('-') != std::string_view::npos) return false;
  return std::string_view("siuo").find(word[word.size() - 2]) == std::string_view::npos;
}

// "8-bit", "80%", "$8", or a number before what it counts: "8 day trip".
bool is_amount(std::span<const Word> words, size_t number) {
  const std::string_view text = words[number].text;
  const auto plain = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; };
  if (!std::all_of(text.begin(), text.end(), plain)) return true;
  return number + 1 < words.size() && words[number + 1].kind == WordKind::word &&
         is_lower(words[number + 1].text[0]) && function_word(words[number + 1].text) == 0;
}

// A capital A is a label ("Option A", "Vitamin A") unless it begins a sentence; even there it may be one.
bool capital_is_article(const Sentence& sentence, std::span<const Word> words, size_t index, size_t noun) {
  if (!words[index].sentence_start) return false;
  const Word& next = words[noun];
  if (words[index].text == "An") return true;
  if (next.kind == WordKind::number) return is_amount(words, noun);
  if (looks_inflected(next.text)) return false;
  if (is_single_letter(next)) return is_joined(words, noun);
  return sentence.kind != ProseKind::table_cell || is_lower(next.text[0]);
}

// "a b c", "a × b", "1 a 8", "*a* engineering": letters and mentions of the word.
bool is_mentioned(std::span<const Word> words, size_t index, size_t noun) {
  static constexpr WordSet symbols(
      "letter letters vowel vowels character symbol variable word article prefix suffix");
  if (index > 0 && symbols.holds(words[index - 1])) return true;  // "the letter a appears"
  if (words[index].markup_before && words[index + 1].markup_before) return true;
  const bool letters_around =
      (index > 0 && is_label(words[index - 1])) || (noun + 1 < words.size() && is_label(words[noun + 1]));
  if (letters_around && (is_single_letter(words[noun]) || words[index].text.size() == 1)) return true;
  return words[noun].kind == WordKind::number && index > 0 && words[index - 1].kind == WordKind::number;
}

// The pair alone in quotation marks is being talked about: 'say "a hour" never'.
bool is_quoted(std::span<const Word> words, size_t index, size_t noun) {
  constexpr std::string_view closing = "\"'”’»";
  return noun == index + 1 && index > 0 && is_opening_mark(words[index - 1]) && !words[index].space_before &&
         noun + 1 < words.size() && words[noun + 1].kind == WordKind::punctuation &&
         !words[noun + 1].space_before && closing.find(words[noun + 1].text) != std::string_view::npos;
}

// "Il a obtenu" quoted in an English sentence.
bool foreign_words_near(std::span<const Word> words, size_t index) {
  const size_t begin = index < 3 ? 0 : index - 3;
  const size_t end = std::min(words.size(), index + 5);
  for (size_t i = begin; i < end; ++i)
    if (words[i].kind == WordKind::word && is_foreign_function_word(words[i].text)) return true;
  return false;
}

bool is_shouted(std::span<const Word> words) {
  size_t capitals = 0;
  for (const Word& word : words) {
    if (word.kind != WordKind::word) continue;
    if (std::any_of(word.text.begin(), word.text.end(), is_lower)) return false;
    capitals += word.text.size() > 1;
  }
  return capitals > 1;
}

std::string right_form(const Word& article, Article wanted, std::span<const Word> sentence) {
  const bool capital = !is_lower(article.text[0]);
  if (wanted == Article::a) return capital ? "A" : "a";
  if (!capital) return "an";
  return is_shouted(sentence) ? "AN" : "An";
}

void judge(PageContext& context, const Sentence& sentence, size_t index) {
  const std::span<const Word> words = context.prose().words(sentence);
  const Article written = article_of(words[index]);
  if (written == Article::unknown || !stands_free(words, index)) return;
  const std::optional<size_t> noun = noun_of(words, index);
  if (!noun) return;
  const Word& next = words[*noun];
  if (!can_be_read(next) || !can_follow_article(words, *noun)) return;
  const Article wanted =
      context.lexicon().article_for(spoken(context.document().source.text(), words, *noun));
  if (wanted != (written == Article::a ? Article::an : Article::a)) return;
  if (!is_lower(words[index].text[0]) && !capital_is_article(sentence, words, index, *noun)) return;
  if (is_mentioned(words, index, *noun) || is_quoted(words, index, *noun) || foreign_words_near(words, index))
    return;
  if (!context.prose().is_english(sentence)) return;

  const Word& article = words[index];
  const std::string right = right_form(article, wanted, words);
  const std::string title = "Replace `" + std::string(article.text) + "` by `" + right + "`";
  context.report(
      article.span,
      {{"article", std::string(article.text)},
       {"word", std::string(next.text)},
       {"sound", wanted == Article::an ? "vowel" : "consonant"}},
      {"Use `" + right + "`.", {}, {context.fix(title, Applicability::safe, {{article.span, right}})}});
}

}  // namespace

Prepared prepare_article_mismatch(const Preparation& preparation) {
  for (const std::string_view article : {"a", "an"}) preparation.watch.for_word(article);
  return nullptr;
}

void article_mismatch(PageContext& context) {
  for (const WordPlace& place : context.places())
    judge(context, context.prose().sentences()[place.sentence], place.index);
}

}  // namespace rubric
