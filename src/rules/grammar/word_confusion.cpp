// How it works: each pair of words stands below with the frames in which it is certainly confused (see
// prose/frames.h for how they are written). What fits no frame is let pass: "its a" is wrong, "its great" may
// be.

#include "rules/grammar/confused.h"

namespace rubric {

namespace {

const ConfusedWords confused_words[] = {
    // could have
    {"could of>could have,should of>should have,would of>would have,must of>must have,might of>might "
     "have,couldn't of>couldn't have,shouldn't of>shouldn't have,wouldn't of>wouldn't have,mustn't "
     "of>mustn't have",
     {"!<det> _ <content>|-course|if|been|had|done|gone|also|not|never|just|already|only|even|always"}},
    // it's
    {"its>it's",
     {"!<det> _ a|an <content>|<num>", "!<det> _ not|been|because|there|called|gonna",
      "!<det> _ the|this|that|my|your|our|their|his|her", "!<det> _ going to",
      "!<det> _ being <ed>|<ing>|<det>",
      "!<det> _ very|really|quite|too|so|often|usually|always|never <content> to|that|for|when|if|<end>",
      "!<det>|do|does|did|doing|done|try|tries|tried|trying|at|to|of|from|in _ best to|that",
      "!<det> _ "
      "ok|okay|fine|good|great|bad|easy|easier|hard|harder|difficult|possible|impossible|important|necessary|"
      "useful|helpful|better|worth|likely|unlikely|safe|time|tempting|nice|recommended|essential|"
      "crucial|vital|advisable|wise|common|clear|obvious|true|up|about|meant|supposed|used|known|ready|able "
      "to|that",
      "!<det> _ clear|obvious|likely|possible|true|important|essential that",
      "!<det> _ how|why|where|when|what|who", "!<det> _ in|on|at|from|for <det>",
      "!<det> _ ok|okay <end>|if|when|for", "!<det> _ done|over|too <end>",
      "!<det> _ almost|nearly|already|still|also|now|just|only <det>",
      "!<det> _ got|had|become|taken <det>|<ing>|<content>"}},
    {"it's>its",
     {"_ own",
      "of|with|by|from|into|through|within|in|on|to|for|about|at|despite _ <content>|very "
      "!a|an|the|that|to|not",
      "_ "
      "purpose|name|names|entirety|infancy|predecessor|successor|owner|owners|behaviour|behavior|lifetime|"
      "lifecycle|scope|parent|peak|roots|merits|usefulness|limitations|capabilities|dependencies|kind|goals|"
      "members|strengths|weaknesses|surroundings|effectiveness|counterpart|contents|users|customers|"
      "employees|performance !that|who|which|all|not"}},

    // you're
    {"your>you're",
     {"_ welcome <end>", "_ a|an|the|not|all",
      "_ "
      "going|trying|hoping|supposed|allowed|expected|required|unable|about|able|free|likely|ready|encouraged|"
      "willing|happy|due|entitled to",
      "if|when|while|because|once|whether|what|where|until|and _ "
      "working|talking|thinking|using|doing|getting|asking|leaving|joining|waiting|preparing|wondering|"
      "having|making|taking <det>|on|for|about|to|with|from",
      "_ looking for|at|to|into", "_ interested in", "_ responsible for", "_ unsure <any>|<end>",
      "_ sure <end>|that|about|to|it|you|we|the", "_ in|on|at|from <det>",
      "_ in|on|at charge|call|duty|leave|holiday|vacation|work|home",
      "_ probably|always|never|already|still|also|currently|not|now|almost|definitely|really|here|there "
      "<det>|<prep>|<pron>|<conj>|<end>|going|welcome|able",
      "if|when|once|that|because|while|until|unless|since|whether|where|as _ "
      "new|sick|ill|late|stuck|done|finished|ready|unwell|happy|unhappy|lost|tired|unsure|curious|alone|"
      "blocked|right|wrong|busy|away|remote|interested|stuck|lucky|confused|comfortable|logged|invited|asked|"
      "affected|hired <end>|to|about|of|with|in|on|for|by"}},
    {"you're>your",
     {"_ own",
      "of|with|in|on|to|from|for|by|into|at|through|about _ <content> <end>|<prep>|<conj>|<aux>|<content> "
      "!<never>",
      "_ "
      "laptop|email|account|password|name|data|browser|device|calendar|colleagues|questions|feedback|machine|"
      "files|documents|changes|address|phone|badge|organization|organisation|application|manager's|team's|"
      "inbox|profile|desk|computer|code|password|username|project|branch|question|answer|idea|ideas|work|job|"
      "role|team|manager !of|at|on|for",
      "ask|tell|contact|email|message|with|inform|ping|notify|thank _ "
      "manager|team|lead|mentor|buddy|colleague|colleagues|peers|boss|partner"}},

    // there, their, they're
    {"their>there",
     {"_ is|are|was|were|has|isn't|aren't|wasn't|weren't", "_ have|has|had been",
      "_ will|can|may|must|should|would|might|could|cannot|won't|shouldn't be|not",
      "_ seems|appears|exists|exist", "_ seem|appear to",
      "over|out|been|from|go|goes|went|get|up|in|is|are|here|right _ <end>"}},
    {"there>their",
     {"of|with|by|from|for|into|about|on|in|to|and|or|do|have|use|uses|bring|make|makes|choose|write|manage|"
      "set|take|create|find|get|keep|run|start|build|under|at _ own",
      "of|with|by|from|for|into|about|and|to|do|does|doing|did|in|on|use|share|give|change|update|get|bring|"
      "send|complete|check|have|improve|increase|reach|meet|manage|finish|submit|take|keep|lose|show|let|"
      "their|the _ "
      "team|teams|manager|managers|work|names|name|job|jobs|roles|role|goals|customers|laptop|laptops|"
      "accounts|account|code|project|projects|time|needs|skills|data|families|family|email|emails|password|"
      "passwords|feedback|colleagues|peers|users|employees|career|careers|calendar|calendars|tasks|profile|"
      "profiles|responsibilities|issues|changes|ideas|opinion|opinions|salary|equipment|performance|contract|"
      "contracts|department|departments|progress|health !<start>"}},
    {"their>they're",
     {"_ not|a|an|the",
      "_ going|trying|able|unable|supposed|allowed|required|expected|ready|likely|hoping|happy|willing to",
      "_ looking for|at|to", "_ responsible for", "_ interested in",
      "_ working|talking|thinking on|with|about|to", "_ in|on|at <det>",
      "if|when|because|that|once|while|since|unless|until _ "
      "sick|late|ready|done|stuck|happy|unsure|available|unavailable <end>|to|with|about",
      "_ always|never|already|still|probably|currently <content> <end>|<prep>|<det>|<content>"}},
    {"there>they're",
     {"<start>|<conj>|think|hope|know|sure|say _ trying|able|unable|supposed|allowed|required|hoping|willing "
      "to",
      "if|when|because|once|unless|until _ ready|done|finished|happy|late|sick|busy|unsure "
      "<end>|to|with|about",
      "<start>|because|if|when|that|but|and|so _ not sure|ready|able|allowed|going",
      "<start>|because|if|when|that|but|and|so|since _ looking for",
      "because|that|but|so|and|if|when|since|where|what|<start> _ going to !be"}},
    {"they're>their",
     {"_ own",
      "of|with|in|on|to|from|for|by|into|at|through|about _ <content> <end>|<prep>|<conj>|<aux>|<content>",
      "_ "
      "laptop|laptops|email|emails|account|accounts|password|passwords|name|names|manager|managers|team|data|"
      "calendar|colleagues|work|job|jobs|code|project|projects|roles|role|goals|customers|questions|tasks|"
      "feedback|needs|skills|badge|badges|time !of|at|on|for"}},

    // than
    {"then>than",
     {"rather _ <any>|<code>|<num>",
      "<in:if|when|once|after|until|unless|as|whenever|where> more|less|fewer _ "
      "<num>|one|two|three|four|five|six|ten|twenty|once|twice|half|just|ever|enough|usual|expected|needed|"
      "necessary|anything|anyone|anybody|everyone|most|others|any|that|what|before|planned",
      "<in:if|when|once|after|until|unless|as|whenever|where|first> "
      "better|worse|larger|bigger|smaller|faster|slower|higher|lower|greater|longer|shorter|older|newer|"
      "easier|harder|cheaper|stronger|weaker|simpler|safer|quicker|richer|broader|wider|closer|cleaner|"
      "clearer|taller|heavier|lighter|sooner|earlier|later|rarer|busier|deeper|warmer|colder|smarter|younger "
      "_ "
      "<num>|<det>|one|ever|usual|expected|before|most|others|anything|anyone|planned|necessary|you|me|him|"
      "them|us|needed",
      "<in:if|when|once|after|until|unless|as|whenever|where|first> more|less <content>|often _ "
      "<num>|<det>|ever|usual|expected|before|most|others|anything|anyone|you|me|him|them|us|ours",
      "<in:if|when|once|after|until|the|each|one> other _ <det>|<num>|those|that|for|by|to|in|what|<ing>",
      "!the|each nothing|anything|something|nobody|anyone|everyone|someone|none|no|any|every|few|many|all "
      "other|else _ <any>|<code>",
      "!the more|less|fewer|no _ <num>"}},
    {"than>then",
     {"<start> _ <any>|<code>",
      "<in:more|less|rather|other|fewer|better|larger|smaller|greater|faster|higher|lower|later|longer|"
      "sooner|different|easier|worse|bigger|earlier|cheaper|harder|safer|simpler> and|since|until|by|but _ "
      "<any>|<code>|<end>"}},

    // lose
    {"loose>lose",
     {"to _ "
      "<det>|them|it|access|data|money|time|track|focus|trust|weight|sight|customers|everything|anything|"
      "something|work|interest|momentum|context|power|control|contact|faith|confidence|patience|hope|people|"
      "information|messages|value|touch|traction|count|heart|<end>",
      "will|can|could|may|might|would|should|cannot|don't|doesn't|won't|can't|didn't|never|not|must|wouldn't "
      "_ !coupling|ends|cables|wires|ones|parts|and|or|as|enough",
      "we|you|they|i|users|customers|teams|people|companies _ "
      "<det>|access|data|money|time|track|focus|trust|sight|customers|everything|interest|momentum|context|"
      "power|control|contact|work|confidence|them|it"}},
    {"looses>loses",
     {"_ "
      "<det>|access|data|money|time|track|focus|trust|sight|customers|everything|interest|momentum|context|"
      "power|control|contact|its|connection|value"}},
    {"loosing>losing", {"_ <any>|<end>|<code>"}},
    {"lose>loose",
     {"too|on|come|comes|came|break|breaks|broke|let|cut|hang|hangs|hanging the|<start> _ <end>",
      "too|come|comes|came|break|breaks|broke _ <end>|from|for|in|to|and", "on the _ <end>",
      "the|any|some|many|a|few|tie|all|up|of|more|no _ "
      "ends|end|coupling|cable|cables|wire|wires|screw|screws|fit|connection|thread|threads|bolt|tooth"}},

    // affect
    {"effect>affect",
     {"will|can|may|might|could|would|should|not|doesn't|don't|didn't|won't|does|did|do|cannot|also|directly|"
      "negatively|adversely|positively|severely|materially|significantly|must|wouldn't|never|only _ "
      "the|your|our|their|its|his|her|my|how|all|every|other|users|us|you|them|it|both|anyone|everyone|"
      "people|performance|each|many|some|any|this|that|these|those|customers|others|what|several|other "
      "!change|changes|transition|repairs|transformation|improvement|improvements|reform|reforms|cure",
      "to _ "
      "the|your|our|their|its|how|all|every|other|users|us|you|them|people|performance|customers|others|"
      "anyone|everyone "
      "!change|changes|transition|repairs|transformation|improvement|improvements|reform|reforms|cure"}},
    {"effects>affects",
     {"this|it|which|that|he|she|what|who|change|bug|issue|decision|policy|delay|problem|update|outage|"
      "setting|directly|negatively|adversely|only|also _ "
      "the|your|our|their|its|how|all|every|other|users|us|you|them|people|performance|customers|everyone|"
      "anyone|everybody|each|many|only|both"}},
    {"effected>affected",
     {"is|are|was|were|be|been|being|not|badly|most|negatively|adversely _ by",
      "the|all|any|every|each _ "
      "users|user|areas|area|customers|customer|teams|team|systems|system|services|service|files|file|"
      "versions|version|people|employees|employee|pages|page|parties|party|components|component|person|"
      "individuals|accounts|regions|hosts"}},
    {"effecting>affecting",
     {"is|are|was|were|be|been|not|issues|issue|bug|bugs|without|problems|changes _ "
      "the|your|our|their|its|all|every|other|users|us|you|them|people|performance|customers|how|everyone "
      "!change|changes|transition|transformation"}},
    {"affect>effect",
     {"an|no|any|little|negative|positive|big|huge|major|minor|significant|adverse|desired|side|opposite|"
      "same|lasting|immediate|real|direct|intended|profound|strong|what|detrimental|measurable|visible|"
      "cumulative|knock-on|harmful|great|legal _ <end>|<prep>|<aux>|<conj>|that|which",
      "the|its|their|this|his|her _ of|on|was|is",
      "takes|take|took|taking|taken|into|in _ <end>|<prep>|<adv>|<conj>|immediately|next|today|tomorrow|when",
      "cause and _", "placebo|domino|ripple|network|snowball|greenhouse|butterfly|halo _"}},
    {"affects>effects",
     {"side|the|negative|positive|adverse|its|no|long-term|harmful|any|ill|lasting _ "
      "<end>|of|on|are|were|and|that|may|can|will|have|in"}},

    // advise
    {"advice>advise",
     {"to _ "
      "you|them|us|him|her|me|your|our|their|customers|clients|teams|users|everyone|anyone|people|managers|"
      "against !given|gives|from|is",
      "will|can|should|would|could|must|may|might|cannot|please|strongly|also|we'd|i'd|don't _ "
      "<det>|<pron>|<prep>|<conj>|<end>|customers|clients|teams|users|people|managers",
      "we|i|they|you _ "
      "you|them|us|him|her|me|that|against|to|the|your|our|everyone|customers|clients|teams|users|people|all|"
      "new"}},
    {"advise>advice",
     {"an|any|the|my|your|our|their|his|her|good|bad|great|legal|helpful|professional|expert|more|further|"
      "much|medical|financial|practical|sound|useful|specific|general|best|this|that|no|little|tax|of|for|"
      "seek|seeks|seeking|give|gives|giving|get|gets|getting|take|takes|follow|follows|following|need|needs|"
      "offer|offers|offering|provide|provides|providing|want|ask|asking|asked|with|without _ "
      "<end>|on|about|from|for|is|was|to|of|in|and|or|that|when|given|before|regarding|as",
      "some _ on|about|from|for|is|<end>|regarding"}},
    {"advices>advice",
     {"some|many|the|few|any|good|more|following|these|his|her|your|our|their|several|legal|of|useful _"}},
    {"advices>advises",
     {"he|she|it|who|which|team|manager|policy|guide|lawyer|that _ "
      "you|them|us|him|her|me|the|on|against|that|to|our|your|teams|customers"}},

    // whose
    {"who's>whose",
     {"_ "
      "name|names|job|role|responsibility|turn|idea|account|team|manager|laptop|code|fault|data|goal|purpose|"
      "contract|contracts|primary|main|email|password|access|permissions|badge|title|roles|responsibilities|"
      "names|calendar|duty|duties|task|opinion|house|project|skills|career|decision !to|at|on|in"}},
    {"whose>who's",
     {"_ a|an|the <content>",
      "_ "
      "not|been|going|responsible|available|there|able|in|on|coming|joining|interested|using|here|next|who|"
      "new <prep>|<end>|<det>|<pron>|<num>|<adv>",
      "_ not|been|going|there|in|on|coming|joining|who <any>"}},

    // verbs of two words
    {"setup>set up,login>log in,logon>log on,logout>log out,logoff>log off,signup>sign up,signin>sign "
     "in,signout>sign out,rollout>roll out,rollback>roll back,backup>back up,checkin>check in,checkout>check "
     "out,followup>follow up,shutdown>shut down,startup>start up,cleanup>clean up,handover>hand "
     "over,lookup>look up,pickup>pick up,kickoff>kick off,lockout>lock out,takeover>take over,buildup>build "
     "up,breakdown>break down,log-in>log in,set-up>set up,sign-in>sign in,sign-up>sign up,follow-up>follow "
     "up,back-up>back up,roll-out>roll out",
     {"!prior|due|similar|related|according|thanks|relating|regards|regard|respect|addition|access|limited|"
      "subject|next|close|up|refer|referring|respond|changes|apply|applied|applies|link|links|redirected|"
      "redirect|redirects|go|return|navigate|back|from|comparison|contrast|key|proceed|continue|move|on to _ "
      "the|a|an|your|our|my|his|her|their|its|this|these|those|each|every|all|another|it|them|any|some|new|"
      "one|multiple|several",
      "able|want|wants|wanted|need|needs|needed|how|have|has|try|tries|trying|required|order|ready|allowed|"
      "easy|possible|going|like|wish|ability|way|time|attempt|unable|asked|forget|forgot|remember|fail|fails|"
      "failed|used|where|when|what|possible|asks|choose|decide|plan|plans|hard|easier|faster|impossible|"
      "instructions|steps|command|refuse|refuses|free|invited|sure|impossible|chance|users|user|people|you|"
      "them|it|him|her|us|everyone|employees|customers|necessary|expected|permission|continue|start to _ "
      "to|in|into|with|from|for|on|at|via|using|by|and|or|when|after|before|again|once|as|without|<end>|<num>"
      "|<ly>",
      "please|can|could|will|would|shall|should|must|may|might|cannot|don't|doesn't|didn't|can't|won't|"
      "couldn't|shouldn't|let's _ "
      "<det>|to|in|into|with|from|for|on|at|via|using|by|and|or|it|them|when|after|before|again|new|multiple|"
      "once|as|automatically|<end>|<num>",
      "please|not|never|always|also|just|simply|automatically|easily|quickly|manually|first _ "
      "the|a|an|your|our|their|this|these|those|each|every|it|them",
      "<start>|and|or|then _ the|a|an|your|our|my|their|this|these|those|each|every|it|them",
      "you|we|i|they|users _ "
      "the|a|an|your|our|my|their|his|her|its|this|these|those|each|every|all|it|them|new|one|two|another|"
      "multiple|some|any",
      "<in:give|gives|send|sends|sent|offer|show|get|for|with|of> you|we|i|they _ "
      "to|in|into|with|via|using|for|on|at|from|again|<end>"}},
    {"login to>log in to,login into>log in to,logout of>log out of,logout from>log out from,signup to>sign "
     "up to,signup for>sign up for,signin to>sign in to,checkin with>check in with,followup with>follow up "
     "with,followup on>follow up on",
     {"<start> _ <det>|<content>|<code>",
      "and|or|then|first|simply|just|also|always _ <det>|<content>|<code>",
      "<start>|and|then|please|can|must|should|to _ http"}},
    {"setup>set up",
     {"be|been|being|getting|gets|get|got _ "
      "<end>|to|with|for|as|by|in|on|using|correctly|properly|and|so|before|after|when|via|at|automatically",
      "are|was|were _ to|with|as|by|correctly|properly|using|so",
      "is _ to|correctly|properly|as|by|so|with"}},

    // every day
    {"everyday>every day",
     {"!<det>|<prep>|<conj>|<aux>|more|normal|ordinary|for|almost|the _ "
      "<end>|in|at|from|to|until|before|after|by|during|because|when|as|since|without",
      "almost|nearly|and _ <end>", "<start> _ we|you|i|they|he|she|it|the|a|an|our|someone|everyone"}},
    {"every day>everyday",
     {"<det>|<prep> _ "
      "life|lives|use|usage|task|tasks|work|language|object|objects|needs|operations|activities|business|"
      "conversation|conversations|english|speech|wear|clothes|situations|decisions|problems|practice|reality|"
      "items !is|are"}},

    // run together
    {"alot>a lot,incase>in case,infact>in fact,aswell>as well,atleast>at least,eachother>each "
     "other,ofcourse>of course,inspite>in spite,infront>in front,everytime>every time,noone>no one,alittle>a "
     "little,upto>up to,inorder>in order,abit>a bit,highschool>high school",
     {"_"}},
    {"suppose to>supposed to", {"is|are|was|were|am|be|i'm|you're|we're|they're|it's|isn't|aren't|not _"}},
    {"weather or not>whether or not", {"_"}},
    {"sneak peak>sneak peek", {"_"}},
};

}  // namespace

Prepared prepare_word_confusion(const Preparation& preparation) {
  return prepare_confused(preparation, confused_words);
}

void word_confusion(PageContext& context) {
  report_confused(context, [](ProseKind) { return true; });
}

}  // namespace rubric
