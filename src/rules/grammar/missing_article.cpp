// How it works: closed phrases in closed frames (see prose/frames.h). Headings and cells are telegrams, so
// only the text of paragraphs and list items is read.

#include "rules/grammar/confused.h"

namespace rubric {

namespace {

const ConfusedWords incomplete_phrases[] = {
    {"high level>a high level,high degree>a high degree,low level>a low level,low degree>a low degree,deep "
     "level>a deep level,"
     "deep understanding>a deep understanding,good understanding>a good understanding,strong understanding>a "
     "strong understanding,"
     "solid understanding>a solid understanding,clear understanding>a clear understanding,thorough "
     "understanding>a thorough understanding,"
     "basic understanding>a basic understanding,better understanding>a better understanding,sound "
     "understanding>a sound understanding,"
     "high standard>a high standard,certain level>a certain level,certain degree>a certain degree,certain "
     "amount>a certain amount,"
     "large degree>a large degree,good level>a good level,consistent level>a consistent level,minimum "
     "level>a minimum level,"
     "great deal>a great deal,good deal>a good deal,strong sense>a strong sense,deep sense>a deep "
     "sense,clear sense>a clear sense,"
     "strong grasp>a strong grasp,good grasp>a good grasp,solid grasp>a solid grasp,good command>a good "
     "command,"
     "strong command>a strong command,basic level>a basic level,similar level>a similar level,reasonable "
     "level>a reasonable level,"
     "sufficient level>a sufficient level,appropriate level>an appropriate level,adequate level>an adequate "
     "level,advanced level>an "
     "advanced level,exceptional level>an exceptional level,expert level>an expert level,"
     "significant degree>a significant degree,significant level>a significant level,strong level>a strong "
     "level,"
     "wide range>a wide range,wide variety>a wide variety,broad range>a broad range,broad variety>a broad "
     "variety,large number>a large number,"
     "small number>a small number,large amount>a large amount,small amount>a small amount,great variety>a "
     "great variety,"
     "large variety>a large variety,great number>a great number,limited number>a limited number,vast array>a "
     "vast array,"
     "wide array>a wide array,broad array>a broad array,vast range>a vast range,full range>a full range,wide "
     "selection>a wide selection,"
     "diverse range>a diverse range,whole range>a whole range,good number>a good number,large set>a large "
     "set,variety>a variety",
     {"provide|provides|providing|provided|require|requires|requiring|required|maintain|maintains|"
      "maintaining|maintained|have|has|having|had|"
      "ensure|ensures|ensuring|ensured|demonstrate|demonstrates|demonstrating|demonstrated|offer|offers|"
      "offering|offered|deliver|delivers|"
      "delivering|delivered|achieve|achieves|achieving|achieved|need|needs|bring|brings|bringing|show|shows|"
      "showing|exhibit|exhibits|exhibiting|"
      "possess|possesses|possessing|gain|gains|gaining|keep|keeps|keeping|takes|take|took|known|give|gives|"
      "giving|build|builds|building|"
      "develop|develops|developing|developed|"
      "reach|reaches|reaching|expect|expects|involve|involves|involving|create|creates|creating|use|uses|"
      "using|support|supports|supporting|"
      "cover|covers|covering|covered|include|includes|including|included|contain|contains|containing|handle|"
      "handles|handling|face|faces|"
      "own|owns|see|sees|get|gets|getting|make|makes|attract|attracts|serve|serves|serving|manage|manages|"
      "managing|display|displays|"
      "sustain|sustains|retain|retains|guarantee|guarantees|establish|establishes|establishing|leads|lead|"
      "accept|accepts|enjoy|enjoys|with|on|for|across|from|through "
      "_ of"}},
    {"as result>as a result", {"!such|same|known _ of|<end>"}},
    {"have look>have a look,has look>has a look,having look>having a look,had look>had a look,take look>take "
     "a look,takes look>takes a look,"
     "taking look>taking a look,took look>took a look",
     {"_ at|into|around|through|over"}},
    {"as matter>as a matter", {"_ of fact|course|urgency|principle|priority|policy|routine"}},
    {"in timely>in a timely,in consistent>in a consistent,in professional>in a professional,in safe>in a "
     "safe,in similar>in a similar,"
     "in secure>in a secure,in structured>in a structured,in efficient>in an efficient,in effective>in an "
     "effective,in clear>in a clear,"
     "in different>in a different,in respectful>in a respectful,in transparent>in a transparent,in "
     "systematic>in a systematic,"
     "in constructive>in a constructive,in friendly>in a friendly,in responsible>in a responsible,in "
     "controlled>in a controlled",
     {"_ manner|fashion|way"}},
    {"on regular>on a regular,on daily>on a daily,on weekly>on a weekly,on monthly>on a monthly,on "
     "quarterly>on a quarterly,on "
     "yearly>on a yearly,on annual>on an annual,on ongoing>on an ongoing,on case-by-case>on a "
     "case-by-case,on voluntary>on a voluntary,"
     "on need-to-know>on a need-to-know,on temporary>on a temporary,on permanent>on a permanent,on "
     "continuous>on a continuous,on "
     "recurring>on a recurring,on rotating>on a rotating,on first-come>on a first-come",
     {"_ basis|cadence|schedule"}},
    {"plays key>plays a key,play key>play a key,playing key>playing a key,played key>played a key,plays "
     "important>plays an important,"
     "play important>play an important,playing important>playing an important,plays vital>plays a vital,play "
     "vital>play a vital,"
     "plays crucial>plays a crucial,play crucial>play a crucial,plays critical>plays a critical,play "
     "critical>play a critical,"
     "plays major>plays a major,play major>play a major,plays central>plays a central,play central>play a "
     "central,"
     "plays significant>plays a significant,play significant>play a significant",
     {"_ role|part"}},
    {"for long time>for a long time,for short time>for a short time,for short period>for a short period,for "
     "long period>for a long period,"
     "for limited time>for a limited time,in short time>in a short time,to large extent>to a large extent,to "
     "certain extent>to a certain extent,"
     "to great extent>to a great extent,to lesser extent>to a lesser extent,to greater extent>to a greater "
     "extent,to some extend>to some extent",
     {"_ <end>|<prep>|<conj>|<det>|<pron>|<aux>|<adv>|<content>"}},
    {"make decision>make a decision,makes decision>makes a decision,making decision>making a decision,made "
     "decision>made a decision,"
     "make mistake>make a mistake,makes mistake>makes a mistake,made mistake>made a mistake,making "
     "mistake>making a mistake,"
     "have chance>have a chance,has chance>has a chance,had chance>had a chance,give chance>give a chance,"
     "have impact>have an impact,has impact>has an impact,had impact>had an impact,having impact>having an "
     "impact",
     {"_ to|on|about|for|and|or|when|if|that|<end>"}},
    {"in middle>in the middle,for sake>for the sake,with help>with the help,with aid>with the aid,in "
     "hands>in the hands,at "
     "expense>at the expense,at discretion>at the discretion",
     {"_ of <det>|<content>"}},
    {"at end>at the end,at beginning>at the beginning,at start>at the start,at top>at the top,at bottom>at "
     "the bottom",
     {"_ of <det>"}},
};

bool is_read(ProseKind kind) {
  return kind == ProseKind::paragraph || kind == ProseKind::list_item || kind == ProseKind::description;
}

}  // namespace

Prepared prepare_missing_article(const Preparation& preparation) {
  return prepare_confused(preparation, incomplete_phrases);
}

void missing_article(PageContext& context) {
  report_confused(context, is_read);
}

}  // namespace rubric
