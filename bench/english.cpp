// How it works: sentences come from templates whose %x slots are filled from word lists. The lists are chosen
// so that every combination is right English to a checker: nouns take "a" or "an" by article_for, verbs are
// regular, and a slot never repeats the word before it. Calls
// that draw numbers stand in statements of their own, since C++ leaves the order within an expression open.
#include "english.h"

#include <algorithm>
#include <array>

namespace rubric::bench {
namespace {

using namespace std::string_view_literals;

constexpr std::array nouns = {
    "account"sv,     "agenda"sv,        "agreement"sv,  "alert"sv,        "analysis"sv,    "announcement"sv,
    "applicant"sv,   "approach"sv,      "archive"sv,    "assessment"sv,   "audit"sv,       "backlog"sv,
    "benchmark"sv,   "benefit"sv,       "budget"sv,     "calendar"sv,     "campaign"sv,    "candidate"sv,
    "change"sv,      "checklist"sv,     "cluster"sv,    "colleague"sv,    "comment"sv,     "component"sv,
    "contract"sv,    "conversation"sv,  "customer"sv,   "dashboard"sv,    "deadline"sv,    "decision"sv,
    "department"sv,  "deployment"sv,    "design"sv,     "discussion"sv,   "document"sv,    "employee"sv,
    "engineer"sv,    "environment"sv,   "escalation"sv, "estimate"sv,     "event"sv,       "example"sv,
    "exception"sv,   "experiment"sv,    "feature"sv,    "folder"sv,       "forecast"sv,    "framework"sv,
    "goal"sv,        "guideline"sv,     "handbook"sv,   "hour"sv,         "idea"sv,        "improvement"sv,
    "incident"sv,    "initiative"sv,    "interview"sv,  "invoice"sv,      "issue"sv,       "iteration"sv,
    "library"sv,     "license"sv,       "maintainer"sv, "manager"sv,      "meeting"sv,     "metric"sv,
    "migration"sv,   "milestone"sv,     "objective"sv,  "offer"sv,        "office"sv,      "operation"sv,
    "opportunity"sv, "outage"sv,        "owner"sv,      "package"sv,      "partner"sv,     "payment"sv,
    "pipeline"sv,    "plan"sv,          "policy"sv,     "presentation"sv, "priority"sv,    "procedure"sv,
    "product"sv,     "project"sv,       "proposal"sv,   "purchase"sv,     "question"sv,    "queue"sv,
    "record"sv,      "release"sv,       "report"sv,     "request"sv,      "requirement"sv, "resource"sv,
    "response"sv,    "retrospective"sv, "risk"sv,       "roadmap"sv,      "role"sv,        "rotation"sv,
    "runbook"sv,     "schedule"sv,      "script"sv,     "server"sv,       "service"sv,     "session"sv,
    "signal"sv,      "solution"sv,      "standard"sv,   "statement"sv,    "strategy"sv,    "subscription"sv,
    "suggestion"sv,  "summary"sv,       "supplier"sv,   "survey"sv,       "system"sv,      "target"sv,
    "task"sv,        "template"sv,      "threshold"sv,  "ticket"sv,       "timeline"sv,    "tool"sv,
    "topic"sv,       "training"sv,      "update"sv,     "upgrade"sv,      "user"sv,        "vendor"sv,
    "version"sv,     "vulnerability"sv, "warning"sv,    "workflow"sv,     "workshop"sv,    "API"sv,
    "MR"sv,          "RFC"sv,           "SLO"sv,        "URL"sv,          "NDA"sv,         "KPI"sv};

constexpr std::array adjectives = {
    "accurate"sv,    "additional"sv,  "annual"sv,      "automatic"sv,    "available"sv,  "careful"sv,
    "central"sv,     "clear"sv,       "complete"sv,    "confidential"sv, "consistent"sv, "critical"sv,
    "current"sv,     "daily"sv,       "dedicated"sv,   "detailed"sv,     "direct"sv,     "early"sv,
    "effective"sv,   "efficient"sv,   "engineering"sv, "external"sv,     "final"sv,      "financial"sv,
    "formal"sv,      "frequent"sv,    "global"sv,      "honest"sv,       "immediate"sv,  "important"sv,
    "independent"sv, "initial"sv,     "internal"sv,    "legal"sv,        "local"sv,      "manual"sv,
    "measurable"sv,  "monthly"sv,     "new"sv,         "official"sv,     "ongoing"sv,    "open"sv,
    "optional"sv,    "original"sv,    "overall"sv,     "possible"sv,     "practical"sv,  "previous"sv,
    "private"sv,     "public"sv,      "quarterly"sv,   "recent"sv,       "regional"sv,   "regular"sv,
    "relevant"sv,    "reliable"sv,    "remote"sv,      "secure"sv,       "senior"sv,     "shared"sv,
    "short"sv,       "simple"sv,      "small"sv,       "specific"sv,     "stable"sv,     "technical"sv,
    "temporary"sv,   "transparent"sv, "unexpected"sv,  "unified"sv,      "unusual"sv,    "upcoming"sv,
    "urgent"sv,      "useful"sv,      "usual"sv,       "visible"sv,      "weekly"sv,     "written"sv};

constexpr std::array verbs = {
    "accept"sv,  "address"sv,  "announce"sv, "approve"sv,  "assign"sv,     "check"sv,      "collect"sv,
    "compare"sv, "complete"sv, "confirm"sv,  "consider"sv, "cover"sv,      "create"sv,     "define"sv,
    "deliver"sv, "describe"sv, "discuss"sv,  "evaluate"sv, "explain"sv,    "extend"sv,     "follow"sv,
    "handle"sv,  "improve"sv,  "inspect"sv,  "maintain"sv, "manage"sv,     "measure"sv,    "monitor"sv,
    "observe"sv, "organize"sv, "own"sv,      "prepare"sv,  "prioritize"sv, "protect"sv,    "publish"sv,
    "receive"sv, "refine"sv,   "remove"sv,   "replace"sv,  "resolve"sv,    "review"sv,     "revise"sv,
    "share"sv,   "simplify"sv, "support"sv,  "test"sv,     "track"sv,      "understand"sv, "verify"sv};

constexpr std::array adverbs = {
    "actively"sv, "always"sv,    "carefully"sv, "consistently"sv, "directly"sv,  "early"sv,   "frequently"sv,
    "fully"sv,    "generally"sv, "jointly"sv,   "mostly"sv,       "often"sv,     "openly"sv,  "promptly"sv,
    "quickly"sv,  "rarely"sv,    "regularly"sv, "sometimes"sv,    "typically"sv, "usually"sv, "safely"sv};

constexpr std::array teams = {"Accounting"sv, "Data"sv,       "Design"sv, "Engineering"sv,    "Facilities"sv,
                              "Finance"sv,    "Growth"sv,     "Hiring"sv, "Infrastructure"sv, "Legal"sv,
                              "Marketing"sv,  "Operations"sv, "People"sv, "Platform"sv,       "Procurement"sv,
                              "Product"sv,    "Quality"sv,    "Sales"sv,  "Security"sv,       "Support"sv};

constexpr std::array code_words = {
    "make release"sv,     "git rebase"sv,   "config.yaml"sv,        "the the"sv,     "status::open"sv,
    "kubectl get pods"sv, "README.md"sv,    "{{ .Values.name }}"sv, "--dry-run"sv,   "SELECT 1"sv,
    "npm ci"sv,           "/var/log/app"sv, "[link](/nowhere/)"sv,  "priority::1"sv, "a example"sv};

// %a article with noun, %j adjective, %n noun, %N nouns, %v verb in the third person, %V verb, %d adverb,
// %t team, %c inline code, %b bold, %i italic, %# a number.
constexpr std::array templates = {"The %j %n %v the %n before %a starts."sv,
                                  "Each %n needs %a, and the owner of that %n %d %v it."sv,
                                  "The %t team %d %v %a for every %n."sv,
                                  "Before you %V %a, ask the %t team whether the %n is still %j."sv,
                                  "When %a fails, %V the %n and write down what happened."sv,
                                  "We %V our %N in public because %a helps people to learn."sv,
                                  "It takes about %# minutes to %V %a."sv,
                                  "If the %n is %j, the manager can %V it without %a."sv,
                                  "Our %N are %j, so that anyone can %V them."sv,
                                  "You should %d %V the %n; otherwise %a may be lost."sv,
                                  "The %b %n belongs to the %t team, which %v it once a quarter."sv,
                                  "Run %c to %V the %n, then %V the %N that depend on it."sv,
                                  "Nobody has to %V %a alone: the %t team %v %N with you."sv,
                                  "This %n was written for %N, but it also %v %a."sv,
                                  "To %V %a, open the %n and choose the %j %n."sv,
                                  "The goal is %a that people can %V in less than %# days."sv,
                                  "Keep the %n short, because %a is %i to read."sv,
                                  "In most cases %a is enough, yet some %N need more."sv,
                                  "Once the %n is approved, %V it and close the %n."sv,
                                  "Every %n has %a, %a and %a."sv,
                                  "The %t and %t teams %V %N together at least %# times a year."sv,
                                  "People who %V %N often find that that step takes an hour."sv,
                                  "Please %V the %j %n in the same way as the %j %n."sv,
                                  "We don’t %V %N on Fridays — the %n waits until Monday."sv,
                                  "Had the %n been %j, the team would have had to %V it."sv,
                                  "A member of the %t team %v %a during the first week."sv,
                                  "The “%j %n” is %a that %v the whole company."sv,
                                  "Use %c when the %n is %j, and %c when it is not."sv,
                                  "It is %i to %V %N than to %V %a twice."sv,
                                  "As %a grows, its %N become harder to %V."sv,
                                  "Of the %# %N that we tried, one %n %d %v the rest."sv,
                                  "An %i approach to %N works for the café in the office too."sv,
                                  "Make sure that the %n is linked from the %j %n."sv,
                                  "Ask yourself: does this %n %V what %a promises?"sv,
                                  "The %n lead (usually %a) %v the list of %N every month."sv,
                                  "Depending on the %n, either %V it or ask %a to do so."sv,
                                  "Changes to the %n are %b and need the approval of %a."sv,
                                  "There is no need to %V the %n if %a already %v it."sv,
                                  "Feedback on %N is welcome, whether it is %j or not."sv,
                                  "We learned this from %a that lasted %# hours."sv};

constexpr std::array link_templates = {"See %k for the %j %n."sv,
                                       "The %n is described in %k, which also %v %a."sv,
                                       "Read %k before you %V %a."sv,
                                       "As %k explains, the %t team %v the %n."sv,
                                       "For %N, follow %k and then %V the %n."sv,
                                       "Questions about %N are answered by %k."sv,
                                       "The %j %n links to %k."sv,
                                       "Start with %k if this is your first %n."sv};

constexpr std::array emphasized = {"easier"sv, "important"sv, "intentional"sv, "essential"sv, "expected"sv};

std::string capitalized(std::string_view word) {
  std::string result(word);
  if (result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

std::string plural(std::string_view noun) {
  if (noun.ends_with("sis")) return std::string(noun.substr(0, noun.size() - 2)) + "es";
  if (noun.ends_with("y") && !noun.ends_with("ay") && !noun.ends_with("ey"))
    return std::string(noun.substr(0, noun.size() - 1)) + "ies";
  return std::string(noun) + (noun.ends_with("s") || noun.ends_with("ch") ? "es" : "s");
}

std::string third_person(std::string_view verb) {
  if (verb.ends_with("y")) return std::string(verb.substr(0, verb.size() - 1)) + "ies";
  return std::string(verb) + (verb.ends_with("s") || verb.ends_with("sh") ? "es" : "s");
}

std::string with_article(Random& random) {
  std::string_view noun = random.pick(nouns);
  std::string_view adjective = random.pick(adjectives);
  if (random.chance(40)) return std::string(article_for(noun)) + " " + std::string(noun);
  return std::string(article_for(adjective)) + " " + std::string(adjective) + " " + std::string(noun);
}

std::string slot(char kind, Random& random) {
  switch (kind) {
    case 'a':
      return with_article(random);
    case 'j':
      return std::string(random.pick(adjectives));
    case 'n':
      return std::string(random.pick(nouns));
    case 'N':
      return plural(random.pick(nouns));
    case 'v':
      return third_person(random.pick(verbs));
    case 'V':
      return std::string(random.pick(verbs));
    case 'd':
      return std::string(random.pick(adverbs));
    case 't':
      return std::string(random.pick(teams));
    case 'c':
      return "`" + std::string(random.pick(code_words)) + "`";
    case 'b':
      return "**" + std::string(random.pick(adjectives)) + "**";
    case 'i': {
      const std::string mark = random.chance(50) ? "*" : "_";
      return mark + std::string(random.pick(emphasized));
    }
      return (random.chance(50) ? "*" : "_") + std::string(random.pick(emphasized));
    default:
      return std::to_string(2 + random.below(58));
  }
}

/// The last word of `text`, or nothing when `text` does not end in a word and one blank.
std::string_view last_word(std::string_view text) {
  if (!text.ends_with(' ')) return {};
  text.remove_suffix(1);
  return text.substr(text.find_last_of(' ') + 1);
}

std::string fill(std::string_view pattern, Random& random) {
  std::string text;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '%') {
      text += pattern[at];
      continue;
    }
    const char kind = pattern[++at];
    std::string word = slot(kind, random);
    while (word.substr(0, word.find(' ')) == last_word(text)) word = slot(kind, random);
    text += word;
    if (kind == 'i') text += word[0];
  }
  return text;
}

}  // namespace

std::string_view article_for(std::string_view word) {
  constexpr std::array said_with_a = {"user"sv, "useful"sv, "unified"sv, "usual"sv, "URL"sv};
  constexpr std::array said_with_an = {"hour"sv, "honest"sv, "MR"sv, "RFC"sv, "SLO"sv, "NDA"sv};
  if (std::ranges::find(said_with_a, word) != said_with_a.end()) return "a";
  if (std::ranges::find(said_with_an, word) != said_with_an.end()) return "an";
  return "aeiouA"sv.find(word[0]) != std::string_view::npos ? "an" : "a";
}

std::string sentence(Random& random) {
  return fill(random.pick(templates), random);
}

LinkSentence link_sentence(Random& random) {
  const std::string_view pattern = random.pick(link_templates);
  const size_t gap = pattern.find("%k");
  return {fill(pattern.substr(0, gap), random), fill(pattern.substr(gap + 2), random)};
}

std::string sentence_with_wrong_article(Random& random) {
  const std::string_view noun = random.pick(nouns);
  const std::string_view wrong = article_for(noun) == "a" ? "an" : "a";
  std::string text = fill("The %t team %d %v ", random);
  text += std::string(wrong) + " " + std::string(noun);
  return text + fill(" for every %j %n.", random);
}

std::string sentence_with_repeated_word(Random& random) {
  constexpr std::array patterns = {
      "The %j %n %v the the %n in public."sv,         "We %V %N with with the owner of %a."sv,
      "Ask the owner if if the %n is %j enough."sv,   "The team %v the %N of of every %n."sv,
      "People should should %V the %n themselves."sv, "The manager %v %a for for the %n."sv};
  return fill(random.pick(patterns), random);
}

std::string title(Random& random) {
  const std::string adjective = capitalized(random.pick(adjectives));
  return adjective + " " + std::string(random.pick(nouns));
}

std::string phrase(Random& random) {
  const std::string adjective(random.pick(adjectives));
  return adjective + " " + std::string(random.pick(nouns));
}

std::string_view file_word(Random& random) {
  std::string_view word = random.pick(nouns);
  while (word[0] < 'a') word = random.pick(nouns);
  return word;
}

}  // namespace rubric::bench
