#include "prose/parts_of_speech.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <initializer_list>

#include "prose/part_of_speech_tables.h"
#include "prose/word_key.h"
#include "text/ascii.h"

// How it works. The tables hold lemmas and irregular forms. A form is undone by the rules of spelling ("-ies"
// to "-y", "-ing" to nothing, to "-e", or to a consonant less) and every lemma that comes out and is known
// adds what the form may be of it. So no table holds a regular form, and a form is only what its lemma can
// be.

namespace rubric {

namespace {

bool is_vowel(char lower) {
  return std::string_view("aeiou").find(lower) != std::string_view::npos;
}

/// Reads the lemmas of one block in order up to `wanted`; true, with its flags, when it is there.
bool find_in_block(size_t block, std::string_view wanted, uint8_t& flags) {
  const char* at = lemma_blocks[block].data();
  const char* const end = at + lemma_blocks[block].size();
  size_t matched = 0;  // letters that `wanted` shares with the lemma before
  while (at < end) {
    const auto shared = static_cast<size_t>(static_cast<unsigned char>(*at) >> 4);
    const auto rest = static_cast<size_t>(static_cast<unsigned char>(*at) & 15);
    const std::string_view letters(at + 2, rest);
    if (shared < matched) return false;  // sorted: `wanted` would have come before
    if (shared == matched) {
      size_t same = 0;
      while (same < rest && matched + same < wanted.size() && letters[same] == wanted[matched + same]) ++same;
      matched += same;
      if (same == rest && matched == wanted.size()) {
        flags = static_cast<uint8_t>(at[1]);
        return true;
      }
    }
    at += 2 + rest;
  }
  return false;
}

std::string_view first_of_block(size_t block) {
  const char* const at = lemma_blocks[block].data();
  return {at + 2, static_cast<size_t>(static_cast<unsigned char>(*at) & 15)};
}

/// Where among the blocks the lemmas are that begin with each two letters.
class BlockIndex {
 public:
  BlockIndex() {
    size_t block = 0;
    for (size_t pair = 0; pair < begins_.size(); ++pair) {
      while (block < lemma_block_count && pair_of(first_of_block(block)) < pair) ++block;
      begins_[pair] = static_cast<uint16_t>(block);
    }
  }

  /// The first block that begins with the two letters of `lemma` or with later ones.
  size_t begin(std::string_view lemma) const { return begins_[pair_of(lemma)]; }
  /// The first block that begins with later ones.
  size_t end(std::string_view lemma) const { return begins_[pair_of(lemma) + 1]; }

 private:
  static constexpr size_t letters = 26;

  /// The first two letters as a number; a lemma of one letter goes before all of two.
  static size_t pair_of(std::string_view lemma) {
    const auto number = [](char letter) { return static_cast<size_t>(letter - 'a'); };
    return number(lemma[0]) * (letters + 1) + (lemma.size() > 1 ? number(lemma[1]) + 1 : 0);
  }

  std::array<uint16_t, letters*(letters + 1) + 1> begins_{};
};

bool find_flags(std::string_view lemma, uint8_t& flags) {
  static const BlockIndex index;
  size_t begin = index.begin(lemma);
  for (size_t end = index.end(lemma); begin < end;) {
    const size_t middle = begin + (end - begin) / 2;
    if (first_of_block(middle) <= lemma) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin != 0 && find_in_block(begin - 1, lemma, flags);
}

/// "clothes", "people": lemmas that are plurals already.
bool looks_plural(std::string_view noun) {
  for (const std::string_view plural : {"people", "police", "folk", "cattle"})
    if (noun == plural) return true;
  return noun.size() > 3 && noun.ends_with('s') &&
         std::string_view("suioy").find(noun[noun.size() - 2]) == std::string_view::npos &&
         !noun.ends_with("ics");
}

const OwnLemma* find_own(std::string_view lower, std::span<const OwnLemma> own) {
  const auto found =
      std::lower_bound(own.begin(), own.end(), lower,
                       [](const OwnLemma& lemma, std::string_view wanted) { return lemma.lower < wanted; });
  return found != own.end() && found->lower == lower ? &*found : nullptr;
}

/// A lemma as the form of itself.
PartsOfSpeech find_lemma(std::string_view lower, std::span<const OwnLemma> own) {
  if (const OwnLemma* lemma = find_own(lower, own)) return lemma->parts;
  uint8_t flags = 0;
  PartsOfSpeech parts;
  if (!find_flags(lower, flags)) return parts;
  parts.noun = static_cast<Use>(flags & 3);
  parts.verb = static_cast<Use>(flags >> 2 & 3);
  parts.adjective = static_cast<Use>(flags >> 4 & 3);
  parts.plural_in_use = (flags & 1 << 6) != 0;
  if (parts.noun != Use::never) parts.forms |= looks_plural(lower) ? plural_noun : singular_noun;
  if (parts.verb != Use::never) parts.forms |= base_verb;
  if (parts.adjective != Use::never) parts.forms |= adjective_form;
  if ((flags & 1 << 7) != 0) parts.forms |= adverb_form;
  return parts;
}

bool may_be_irregular(std::string_view form) {
  static const WordFilter irregular = [] {
    WordFilter filter;
    for (size_t i = 0; i < irregular_form_count; ++i) filter.add(irregular_forms[i].form);
    return filter;
  }();
  return irregular.may_hold(word_key(form));
}

/// Collects what a form may be from the lemmas that it may belong to.
class Analysis {
 public:
  Analysis(std::string_view form, std::span<const OwnLemma> own) : form_(form), own_(own) {}

  PartsOfSpeech run() {
    merge(find_lemma(form_, own_));
    read_irregular();
    if (form_.size() > 3) {
      if (form_.ends_with('s')) undo_s();
      if (form_.ends_with("ed")) undo_past();
      if (form_.ends_with("ing")) undo_ing();
      if (result_.forms == no_form && form_.ends_with("ly")) result_.forms = adverb_form;
    }
    return result_;
  }

 private:
  void merge(const PartsOfSpeech& parts) {
    result_.forms |= parts.forms;
    result_.noun = std::max(result_.noun, parts.noun);
    result_.verb = std::max(result_.verb, parts.verb);
    result_.adjective = std::max(result_.adjective, parts.adjective);
    result_.plural_in_use = result_.plural_in_use || parts.plural_in_use;
  }

  /// The form as an inflected form of a lemma: what a noun's plural, what a verb's form may be.
  bool add(std::string_view lemma, uint16_t as_noun, uint16_t as_verb) {
    PartsOfSpeech parts = find_lemma(lemma, own_);
    const bool noun = as_noun != no_form && parts.may_be(singular_noun);
    const bool verb = as_verb != no_form && parts.may_be(base_verb);
    if (!noun && !verb) return false;
    parts.forms = static_cast<uint16_t>((noun ? as_noun : 0) | (verb ? as_verb : 0));
    if (!noun) parts.noun = Use::never;  // "reporting" is no noun because "report" is one
    if (!verb) parts.verb = Use::never;
    parts.adjective = Use::never;
    merge(parts);
    return true;
  }

  void read_irregular() {
    if (!may_be_irregular(form_)) return;
    const IrregularForm* const end = irregular_forms + irregular_form_count;
    const IrregularForm* found = std::lower_bound(
        irregular_forms, end, form_,
        [](const IrregularForm& irregular, std::string_view wanted) { return irregular.form < wanted; });
    for (; found != end && found->form == form_; ++found) {
      const bool noun = found->kind == plural_noun;
      const uint16_t kind = found->kind;
      add(found->lemma, noun ? kind : uint16_t{0}, noun ? uint16_t{0} : kind);
    }
  }

  void undo_s() {
    const std::string_view stem = form_.substr(0, form_.size() - 1);
    const auto ends = [&](std::string_view text, std::initializer_list<std::string_view> endings) {
      return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return text.ends_with(ending); });
    };
    if (stem.ends_with("ie"))
      add(std::string(stem.substr(0, stem.size() - 2)) + "y", plural_noun, third_person);
    if (stem.ends_with('e')) {
      const std::string_view shorter = stem.substr(0, stem.size() - 1);
      if (ends(shorter, {"s", "x", "z", "ch", "sh", "o"})) add(shorter, plural_noun, third_person);
    }
    if (ends(stem, {"s", "x", "z", "ch", "sh"})) return;
    if (stem.ends_with('y') && stem.size() > 1 && !is_vowel(stem[stem.size() - 2])) return;
    add(stem, plural_noun, third_person);
  }

  /// "planned" and "planning" double a consonant of "plan", "managed" and "managing" lose the "e" of
  /// "manage".
  void undo_verb_ending(std::string_view stem, WordForm form) {
    if (stem.size() < 2) return;
    bool found = add(stem, no_form, form);
    found = add(std::string(stem) + "e", no_form, form) || found;
    const char last = stem.back();
    if (!found && last == stem[stem.size() - 2] && !is_vowel(last))
      add(stem.substr(0, stem.size() - 1), no_form, form);
  }

  void undo_past() {
    const std::string_view stem = form_.substr(0, form_.size() - 2);
    if (stem.ends_with('i')) add(std::string(stem.substr(0, stem.size() - 1)) + "y", no_form, past_form);
    undo_verb_ending(stem, past_form);
  }

  void undo_ing() { undo_verb_ending(form_.substr(0, form_.size() - 3), ing_form); }

  std::string_view form_;
  std::span<const OwnLemma> own_;
  PartsOfSpeech result_;
};

/// What parts_of_speech() answered of late without own lemmas. Texts say the same words again and again, and
/// an answer is quicker found here than worked out. An entry is one number, so threads may read and write it
/// at any time; what it says does not depend on which of them wrote it.
class RecentAnswers {
 public:
  template <typename Answer>
  PartsOfSpeech find_or(const PackedWord& lower, Answer answer) {
    const uint64_t hash = hash_of(lower);
    std::atomic<uint64_t>& entry = entries_[hash / (tag_unit / entries_.size()) % entries_.size()];
    const uint64_t found = entry.load(std::memory_order_relaxed);
    if (((found ^ hash) & ~(tag_unit - 1)) == 0 && (found & filled) != 0) return unpack(found);
    const PartsOfSpeech parts = answer();
    entry.store((hash & ~(tag_unit - 1)) | pack(parts), std::memory_order_relaxed);
    return parts;
  }

 private:
  // Of a hash's highest 60 bits the lowest twelve choose the entry and the others are kept in it: that two
  // words share all of them has a chance of one in 10^18.
  static constexpr uint64_t tag_unit = uint64_t{1} << 16;
  static constexpr uint64_t filled = uint64_t{1} << 15;

  static uint64_t hash_of(const PackedWord& word) {
    uint64_t hash = (word.first ^ std::rotl(word.last, 29)) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ hash >> 32 ^ word.last) * 0xC2B2AE3D27D4EB4Fu;
    hash = (hash ^ hash >> 29 ^ word.size) * 0xFF51AFD7ED558CCDu;
    return hash ^ hash >> 32;
  }

  static uint64_t pack(const PartsOfSpeech& parts) {
    const auto use = [](Use of, uint32_t shift) { return static_cast<uint64_t>(of) << shift; };
    return filled | uint64_t{parts.plural_in_use} << 14 | use(parts.adjective, 12) | use(parts.verb, 10) |
           use(parts.noun, 8) | parts.forms;
  }

  static PartsOfSpeech unpack(uint64_t packed) {
    const auto use = [&](uint32_t shift) { return static_cast<Use>(packed >> shift & 3); };
    return {static_cast<uint16_t>(packed & 0xFF), use(8), use(10), use(12), (packed >> 14 & 1) != 0};
  }

  std::array<std::atomic<uint64_t>, 4096> entries_{};
};

constinit RecentAnswers recent_answers;

/// Whether own lemmas may have a say in what the form is: those that it may be a regular form of begin as it
/// does.
bool may_be_own(std::string_view lower, std::span<const OwnLemma> own) {
  const bool alike = std::any_of(own.begin(), own.end(),
                                 [&](const OwnLemma& lemma) { return lemma.lower.starts_with(lower[0]); });
  return alike || (!own.empty() && may_be_irregular(lower));
}

}  // namespace

PartsOfSpeech parts_of_speech(std::string_view word, std::span<const OwnLemma> own) {
  constexpr size_t longest = 24;
  if (const size_t hyphen = word.rfind('-'); hyphen != word.npos) word = word.substr(hyphen + 1);
  if (word.size() < 2 || word.size() > longest) return {};
  const std::string lower = lower_case(word);
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!std::all_of(lower.begin(), lower.end(), is_letter)) return {};
  if (std::none_of(word.begin(), word.end(), is_letter)) {  // initialisms are a project's to know
    const OwnLemma* const lemma = find_own(lower, own);
    return lemma ? lemma->parts : PartsOfSpeech{};
  }
  if (may_be_own(lower, own)) return Analysis(lower, own).run();
  if (lower.size() > 2 * PackedWord::whole) return Analysis(lower, {}).run();
  return recent_answers.find_or(pack_word(lower, lower.size()), [&] { return Analysis(lower, {}).run(); });
}

}  // namespace rubric
