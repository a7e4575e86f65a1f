#include "prose/function_words.h"

#include <array>
#include <cstddef>

// How it works. Words of up to eight letters are packed into one number and looked up in an open-addressing
// table that the compiler fills. Longer ones are content words to us: the few function words of nine letters
// and more ("themselves") decide nothing.

namespace rubric {
namespace {

struct WordList {
  uint8_t classes;
  std::string_view words;  // separated by single spaces
};

constexpr WordList word_lists[] = {
    {determiner,
     "a an the this that these those my your his her its our their each every some any no another both "
     "either "
     "neither all many much few several such what which whose"},
    {preposition,
     "of to in on at by for from with without into onto about above across after against along among around "
     "as before behind below beneath beside between beyond but despite down during except inside like near "
     "off out outside over past per since than through toward towards under until unlike up upon via within"},
    {conjunction,
     "and or nor but if because although though unless until while whereas whether when whenever where "
     "wherever as since than so that once before after"},
    {pronoun,
     "i you he she it we they me him her us them mine yours hers ours theirs myself yourself himself herself "
     "itself this that these those who whom whose which what anyone anybody everyone everybody someone "
     "somebody nobody none one there"},
    {auxiliary,
     "am is are was were be been being have has had having do does did can could may might must shall should "
     "will would cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't "
     "couldn't "
     "won't wouldn't mustn't it's that's there's i'm you're we're they're i've you've we've they've i'll "
     "you'll we'll they'll he's she's let's"},
    {adverb,
     "not also only just then too very here there now how why again already always never often still even "
     "ever soon yet rather quite almost instead however"},
    {foreign,
     "la le les des du une et que qui dans avec nous vous ils elle elles il au aux ce cette ces sont pas ou "
     "el "
     "los las una del como por sus um uma ao das mais di che della dei delle gli sono der und ist ein eine "
     "nicht von zu dem auf sich het een voor niet och att det som nie jak az hogy egy de "
     "\xC3\xA0 \xC3\xA9t\xC3\xA9 f\xC3\xBCr \xC3\xA4r n\xC3\xA3o"},
};

constexpr size_t slot_count = 1024;
constexpr size_t slot_of(uint64_t packed) {
  return (packed * 0x9E3779B97F4A7C15u) >> 54;
}

struct Slot {
  uint64_t packed = 0;
  uint8_t classes = 0;
};

constexpr std::array<Slot, slot_count> make_slots() {
  std::array<Slot, slot_count> slots{};
  for (const WordList& list : word_lists) {
    for (size_t begin = 0; begin < list.words.size();) {
      size_t end = begin;
      while (end < list.words.size() && list.words[end] != ' ') ++end;
      const std::string_view word = list.words.substr(begin, end - begin);
      begin = end + 1;
      if (word.size() > PackedWord::whole) continue;
      const uint64_t packed = pack_word(word, word.size()).first;
      size_t slot = slot_of(packed);
      while (slots[slot].packed != 0 && slots[slot].packed != packed) slot = (slot + 1) % slot_count;
      slots[slot].packed = packed;
      slots[slot].classes |= list.classes;
    }
  }
  return slots;
}

constexpr std::array<Slot, slot_count> slots = make_slots();

}  // namespace

uint8_t word_classes(std::string_view word, const PackedWord& packed) {
  if (word.size() > PackedWord::whole) return 0;
  for (size_t slot = slot_of(packed.first); slots[slot].packed != 0; slot = (slot + 1) % slot_count) {
    if (slots[slot].packed != packed.first) continue;
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    return slots[slot].classes == foreign && capital ? 0 : slots[slot].classes;
  }
  return 0;
}

uint8_t word_classes(std::string_view word) {
  return word_classes(word, pack_word(word, word.size()));
}

uint8_t function_word(std::string_view word) {
  return word_classes(word) & static_cast<uint8_t>(~foreign);
}

bool is_foreign_function_word(std::string_view word) {
  return word_classes(word) == foreign;
}

}  // namespace rubric
