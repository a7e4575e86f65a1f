#include "prose/inflection.h"

#include "prose/part_of_speech_tables.h"
#include "prose/parts_of_speech.h"
#include "text/ascii.h"

namespace rubric {

namespace {

bool ends_with_consonant_and(std::string_view word, char last) {
  return word.size() > 1 && to_lower(word.back()) == last &&
         std::string_view("aeiou").find(to_lower(word[word.size() - 2])) == std::string_view::npos;
}

bool hisses(std::string_view word) {
  const std::string lower = lower_case(word.size() > 2 ? word.substr(word.size() - 2) : word);
  return lower.ends_with("s") || lower.ends_with("x") || lower.ends_with("z") || lower == "ch" ||
         lower == "sh";
}

std::string with_s(std::string_view word) {
  if (hisses(word)) return std::string(word) + "es";
  if (ends_with_consonant_and(word, 'y')) return std::string(word.substr(0, word.size() - 1)) + "ies";
  return std::string(word) + "s";
}

bool is_base(std::string_view word) {
  return parts_of_speech(word).may_be(base_verb);
}

}  // namespace

std::string third_person_of(std::string_view base) {
  if (ends_with_consonant_and(base, 'o')) return std::string(base) + "es";  // goes, does
  return with_s(base);
}

std::string base_of_third_person(std::string_view third_person) {
  if (third_person.size() < 3) return "";
  const std::string_view shorter = third_person.substr(0, third_person.size() - 1);
  std::string candidate(shorter);
  if (shorter.ends_with("ie")) {
    candidate = std::string(shorter.substr(0, shorter.size() - 2)) + "y";
    if (is_base(candidate)) return candidate;
  }
  if (is_base(shorter)) return std::string(shorter);
  candidate = third_person.substr(0, third_person.size() - 2);
  return third_person.ends_with("es") && is_base(candidate) ? candidate : "";
}

std::string plural_of(std::string_view noun) {
  const std::string lower = lower_case(noun);
  for (size_t i = 0; i < irregular_form_count; ++i) {
    const IrregularForm& irregular = irregular_forms[i];
    if (irregular.kind != plural_noun || irregular.lemma != lower) continue;
    size_t same = 0;
    while (same < lower.size() && same < irregular.form.size() && irregular.form[same] == lower[same]) ++same;
    return std::string(noun.substr(0, same)) + std::string(irregular.form.substr(same));
  }
  return with_s(noun);
}

}  // namespace rubric
