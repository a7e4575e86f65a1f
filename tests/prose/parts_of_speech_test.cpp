#include "prose/parts_of_speech.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "prose/part_of_speech_tables.h"

using namespace rubric;

namespace {

/// Every word of the list may be each of `forms`, and none of the other forms of nouns and verbs.
void check(unsigned forms, const std::string& words) {
  constexpr unsigned judged = singular_noun | plural_noun | base_verb | third_person | ing_form | past_form;
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    INFO(word);
    CHECK((parts_of_speech(word).forms & judged) == forms);
  }
}

void check_verb_only(bool expected, const std::string& words) {
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    INFO(word);
    CHECK(parts_of_speech(word).is_verb_only() == expected);
  }
}

}  // namespace

TEST_CASE("Regular forms are led back to their lemmas", "[lexicon]") {
  check(singular_noun, "technology customer policy Company person software analysis");
  check(plural_noun, "technologies customers policies companies people children");
  check(base_verb, "ensure manage understand collaborate contribute become");
  check(third_person, "ensures manages understands identifies teaches becomes");
  check(ing_form, "ensuring managing contributing identifying becoming submitting");
  check(past_form, "ensured managed understood identified submitted taught became");
  check(singular_noun | base_verb, "report process access focus review lead Act answer");
  check(plural_noun | third_person, "reports processes accesses focuses reviews leads acts");
  check(ing_form | singular_noun, "meeting Engineering planning building setting");
}

TEST_CASE("Verbs whose past is spelled like the base may be either", "[lexicon]") {
  for (const std::string word : {"set", "put", "read", "cut", "let", "split"}) {
    INFO(word);
    CHECK(parts_of_speech(word).may_be(base_verb));
    CHECK(parts_of_speech(word).may_be(past_form));
  }
}

TEST_CASE("Only words without a noun's or adjective's use are verbs alone", "[lexicon]") {
  check_verb_only(true, "ensure ensures manages provides contributes collaborates understands");
  check_verb_only(false, "leads works supports reviews own clean help present table well");
}

TEST_CASE("What the lexicon does not hold has no form", "[lexicon]") {
  for (const std::string word : {"", "a", "API", "IT", "x86", "don't", "kubelet", "caf\xC3\xA9", "zzzs"}) {
    INFO(word);
    CHECK_FALSE(parts_of_speech(word).is_known());
  }
  CHECK(parts_of_speech("quickly").forms == adverb_form);
}

TEST_CASE("Plurals in use tell policies from equipment", "[lexicon]") {
  for (const std::string word : {"policy", "customer", "thing", "server"}) {
    INFO(word);
    CHECK(parts_of_speech(word).plural_in_use);
  }
  for (const std::string word : {"equipment", "software", "furniture", "feedback"}) {
    INFO(word);
    CHECK_FALSE(parts_of_speech(word).plural_in_use);
  }
}

TEST_CASE("Of a hyphenated word the last part counts", "[lexicon]") {
  CHECK(parts_of_speech("load-balancers").forms == parts_of_speech("balancers").forms);
  CHECK(parts_of_speech("co-manages").may_be(third_person));
}

TEST_CASE("A project's words go before the lexicon", "[lexicon]") {
  const OwnLemma own[] = {{"kubelet", {singular_noun, Use::usually, Use::never, Use::never, true}},
                          {"mr", {singular_noun, Use::usually, Use::never, Use::never, true}},
                          {"yeet", {base_verb, Use::never, Use::usually, Use::never, false}}};
  CHECK(parts_of_speech("kubelets", own).forms == plural_noun);
  CHECK(parts_of_speech("Yeets", own).forms == third_person);
  CHECK(parts_of_speech("yeeted", own).is_verb_only());
  CHECK(parts_of_speech("MR", own).forms == singular_noun);
  CHECK_FALSE(parts_of_speech("API", own).is_known());
  CHECK(parts_of_speech("manage", own).forms == base_verb);
}

TEST_CASE("The tables of the lexicon are sorted and whole", "[lexicon]") {
  for (size_t i = 1; i < irregular_form_count; ++i) {
    INFO(irregular_forms[i].form);
    CHECK(irregular_forms[i - 1].form <= irregular_forms[i].form);
  }
  // Every lemma, put together from its block, is found.
  for (size_t block = 0; block < lemma_block_count; ++block) {
    std::string lemma, before;
    const std::string_view text = lemma_blocks[block];
    for (size_t at = 0; at < text.size();) {
      const auto head = static_cast<unsigned char>(text[at]);
      lemma = lemma.substr(0, head >> 4) + std::string(text.substr(at + 2, head & 15));
      at += 2u + (head & 15);
      const bool found = parts_of_speech(lemma).is_known();
      if (!found || lemma <= before) {
        INFO(before << " " << lemma);
        CHECK(found);
        CHECK(before < lemma);
      }
      before = lemma;
    }
  }
}

TEST_CASE("A word is answered alike whenever and however it is asked", "[parts_of_speech]") {
  std::vector<std::string> forms;
  for (size_t i = 0; i < irregular_form_count; ++i) {
    forms.emplace_back(irregular_forms[i].form);
    for (const std::string_view ending : {"", "s", "es", "ed", "ing", "ly"})
      forms.push_back(std::string(irregular_forms[i].lemma) + std::string(ending));
  }
  const auto same = [](const PartsOfSpeech& left, const PartsOfSpeech& right) {
    return left.forms == right.forms && left.noun == right.noun && left.verb == right.verb &&
           left.adjective == right.adjective && left.plural_in_use == right.plural_in_use;
  };
  for (int round = 0; round < 2; ++round) {
    for (const std::string& form : forms) {
      // An own lemma that looks as if it mattered, so that the answer is worked out.
      const OwnLemma own[] = {{form.substr(0, 1) + "zzz", {}}};
      INFO(form);
      CHECK(same(parts_of_speech(form), parts_of_speech(form, own)));
    }
    std::reverse(forms.begin(), forms.end());
  }
}

TEST_CASE("An own lemma has its say after the form was asked without it", "[parts_of_speech]") {
  CHECK_FALSE(parts_of_speech("quuxes").is_known());
  PartsOfSpeech noun;
  noun.forms = singular_noun;
  noun.noun = Use::usually;
  const OwnLemma own[] = {{"quux", noun}};
  CHECK(parts_of_speech("quuxes", own).forms == plural_noun);
  CHECK_FALSE(parts_of_speech("quuxes").is_known());
  CHECK(parts_of_speech("people", own).forms == parts_of_speech("people").forms);
}
