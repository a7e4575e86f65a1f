#include "prose/language_tag.h"

#include "text/ascii.h"

namespace rubric {

bool is_language_tag(std::string_view text) {
  constexpr std::string_view codes =
      " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
      "dv dz ee el en"
      " eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io "
      "is it iu ja"
      " jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms "
      "mt my na nb"
      " nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
      "sm sn so sq"
      " sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za "
      "zh zu ";
  if (text.size() < 2) return false;
  const bool further = text.size() > 3 && (text[2] == '-' || text[2] == '_');
  if (text.size() > 2 && !further) return false;
  return codes.find(" " + lower_case(text.substr(0, 2)) + " ") != std::string_view::npos;
}

bool may_be_english(std::string_view tag) {
  return !is_language_tag(tag) || lower_case(tag.substr(0, 2)) == "en";
}

}  // namespace rubric
