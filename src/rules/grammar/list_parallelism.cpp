// How it works: the items of a list vote with the form of the verb that each opens with. Where at least three
// items and three in five agree, one or two others that certainly open with a verb of another form are
// reported. A list that is too short for that may go by its sibling lists: those of the same make and level
// on the page, when they agree.

#include <algorithm>
#include <array>
#include <optional>

#include "lint/context.h"
#include "prose/inflection.h"
#include "prose/language.h"
#include "prose/lists.h"
#include "prose/opening_verb.h"

namespace rubric {

namespace {

/// How the items of one list, or of several, begin.
struct Votes {
  std::array<uint32_t, 5> forms{};   // items by VerbForm
  std::array<uint32_t, 5> likely{};  // those of them that likely open with a verb
  uint32_t items = 0;

  uint32_t of(VerbForm form) const { return forms[static_cast<size_t>(form)]; }
  uint32_t likely_of(VerbForm form) const { return likely[static_cast<size_t>(form)]; }
  uint32_t verbs() const { return items - of(VerbForm::none); }

  void add(const OpeningVerb& verb) {
    ++forms[static_cast<size_t>(verb.form)];
    likely[static_cast<size_t>(verb.form)] += verb.likely;
    ++items;
  }

  void add(const Votes& others) {
    for (size_t form = 0; form < forms.size(); ++form) {
      forms[form] += others.forms[form];
      likely[form] += others.likely[form];
    }
    items += others.items;
  }

  VerbForm largest() const {
    VerbForm best = VerbForm::base;
    for (const VerbForm form : {VerbForm::third_person, VerbForm::ing, VerbForm::past})
      if (of(form) > of(best)) best = form;
    return best;
  }
};

/// A list and how its items begin.
struct Ballot {
  const TextList* list = nullptr;
  std::vector<OpeningVerb> verbs;  // one for each item
  Votes votes;
};

// Remarks among steps say what a step needs or does: "Requires a login". Their verbs are no slips.
constexpr WordSet describing(
    "applies assumes comes consists contains costs defaults depends exists expires extends fails goes "
    "happens has implies includes involves lasts matters means needs occurs refers remains requires "
    "returns seems stays varies works");

// What speaks to the reader among descriptions: "See the guide".
constexpr WordSet addressing(
    "ask bear beware check click consider contact feel find imagine learn let look note notice please "
    "read recall refer remember say see suppose visit view watch");

// The verbs of change logs, whose entries come from many hands.
constexpr WordSet logging(
    "added adds add fixed fixes fix changed removed removes updated bumped deprecated improved renamed "
    "moved dropped released refactored introduced merged");

bool may_differ(const Word& word, const OpeningVerb& verb, VerbForm majority) {
  if (verb.form == VerbForm::third_person) return describing.holds(word);
  if (verb.form == VerbForm::base) return addressing.holds(word);
  if (majority != VerbForm::base && majority != VerbForm::third_person) return true;
  return verb.form == VerbForm::past && !verb.before_object;
}

// "Extends the Engineer responsibilities", "Builds on the junior level" is not one of the responsibilities.
bool points_to_other_level(SentenceView words) {
  static constexpr WordSet pointing(
      "extend extends build builds expand expands inherit inherits include includes meet meets fulfill "
      "fulfills continue continues exceed exceeds add adds cover covers assume assumes");
  static constexpr WordSet levels(
      "level levels role roles position responsibilities duties requirements competencies expectations "
      "criteria grade junior senior intermediate associate staff above");
  if (words.is(0, "extends")) return true;
  const auto in = [&](size_t index, const auto& list) { return words.is_one_of(index, list); };
  if (!in(0, pointing)) return false;
  for (size_t i = 1; i < words.size() && i < 12; ++i)
    if (in(i, levels)) return true;
  return false;
}

class Reader {
 public:
  explicit Reader(PageContext& context)
      : context_(context), prose_(context.prose()), lists_(lists_of(context.document(), prose_)) {}

  void read() {
    for (const TextList& list : lists_) {
      if (list.items.size() < 3) continue;
      const Ballot ballot = ballot_of(list);
      if (ballot.votes.verbs() < 3) continue;
      const VerbForm majority = majority_of(ballot);
      if (majority != VerbForm::none && !is_log(ballot, majority)) judge(ballot, majority);
    }
  }

 private:
  // Lists of one make have the same markers and stand under headings of one level.
  static size_t make_of(const TextList& list) { return size_t{list.heading_level} * 2 + list.ordered; }

  SentenceView words(const ProseBlock& item) const { return SentenceView(prose_.words(item)); }

  Ballot ballot_of(const TextList& list) const {
    Ballot ballot{&list, {}, {}};
    for (const ProseBlock& item : list.items) {
      const bool pointer = points_to_other_level(words(item));
      const OpeningVerb verb = pointer ? OpeningVerb{} : opening_verb(words(item), context_.lexicon());
      ballot.verbs.push_back(verb);
      if (!pointer) ballot.votes.add(verb);
    }
    return ballot;
  }

  // The form that the other items should have had, or none.
  VerbForm majority_of(const Ballot& ballot) {
    const Votes& votes = ballot.votes;
    const VerbForm form = votes.largest();
    const uint32_t others = votes.verbs() - votes.of(form);
    if (others == 0 || others > 2 || votes.likely_of(form) < 2) return VerbForm::none;
    if (votes.of(form) >= 3 && votes.of(form) * 5 >= votes.items * 3) return form;
    return votes.of(form) > others && siblings_agree(ballot, form) ? form : VerbForm::none;
  }

  // Whether the lists of the same make on the page, this one included, begin in this form.
  bool siblings_agree(const Ballot& ballot, VerbForm form) {
    if (ballot.list->nested || ballot.list->heading == 0) return false;
    const VerbForm other = form == VerbForm::base ? VerbForm::third_person : VerbForm::base;
    if (form != VerbForm::base && form != VerbForm::third_person) return false;
    const Votes& all = votes_of_make(make_of(*ballot.list));
    const uint32_t same = all.likely_of(form);
    const uint32_t different = all.of(other);
    return same >= 5 && same >= 3 * different;
  }

  // How the lists of a make begin that stand in no other list; counted when the first of them asks.
  const Votes& votes_of_make(size_t make) {
    std::optional<Votes>& votes = makes_[make];
    if (votes) return *votes;
    votes.emplace();
    for (const TextList& list : lists_)
      if (!list.nested && make_of(list) == make) votes->add(ballot_of(list).votes);
    return *votes;
  }

  // A change log, by its heading or by its verbs.
  bool is_log(const Ballot& ballot, VerbForm majority) const {
    size_t logged = 0;
    for (size_t i = 0; i < ballot.verbs.size(); ++i) {
      const OpeningVerb& verb = ballot.verbs[i];
      if (verb.form == VerbForm::none) continue;
      logged += logging.holds(words(ballot.list->items[i])[verb.index]);
    }
    if (logged * (majority == VerbForm::past ? 3 : 2) >= ballot.votes.verbs()) return true;
    if (ballot.list->heading == 0) return false;
    const Span heading = context_.document().tree()[ballot.list->heading].content;
    const std::string text = lower_case(context_.document().source.slice(heading).substr(0, 100));
    for (const std::string_view word : {"change", "release", "what's new", "version", "history"})
      if (text.find(word) != std::string::npos) return true;
    return false;
  }

  bool asks(const TextList& list) const {
    return std::any_of(list.items.begin(), list.items.end(), [&](const ProseBlock& item) {
      return item.end > item.begin && prose_.words()[item.end - 1].text == "?";
    });
  }

  void judge(const Ballot& ballot, VerbForm majority) {
    if (asks(*ballot.list) || !english(*ballot.list)) return;
    for (size_t i = 0; i < ballot.verbs.size(); ++i) {
      const OpeningVerb& verb = ballot.verbs[i];
      if (!verb.certain || verb.form == majority || (verb.past_too && majority == VerbForm::past)) continue;
      const SentenceView item = words(ballot.list->items[i]);
      const Word& word = item[verb.index];
      const bool remark = may_differ(word, verb, majority);
      if (remark && !(item.is(verb.index, "works") && item.is(verb.index + 1, "with"))) continue;
      report(ballot, majority, verb.form, word);
    }
  }

  // The verbs are English ones, so only words of another language count against it.
  bool english(const TextList& list) const {
    return std::all_of(list.items.begin(), list.items.end(), [&](const ProseBlock& item) {
      return count_language(prose_.words(item)).may_be_english();
    });
  }

  std::string_view example_of(const Ballot& ballot, VerbForm form) const {
    for (const bool certain : {true, false}) {
      for (size_t i = 0; i < ballot.verbs.size(); ++i) {
        const OpeningVerb& verb = ballot.verbs[i];
        if (verb.form == form && (verb.certain || !certain))
          return words(ballot.list->items[i])[verb.index].text;
      }
    }
    return "";
  }

  void report(const Ballot& ballot, VerbForm majority, VerbForm form, const Word& word) {
    std::string right;
    if (majority == VerbForm::third_person && form == VerbForm::base) right = third_person_of(word.text);
    if (majority == VerbForm::base && form == VerbForm::third_person) right = base_of_third_person(word.text);
    Extras extras;
    if (!right.empty()) {
      extras.help = "Write `" + right + "`.";
      if (word.text.size() == word.span.size()) {
        extras.fixes.push_back(context_.fix("Replace `" + std::string(word.text) + "` by `" + right + "`",
                                            Applicability::unsafe_fix, {Edit{word.span, right}}));
      }
    }
    context_.report(word.span,
                    {{"word", std::string(word.text)}, {"other", std::string(example_of(ballot, majority))}},
                    std::move(extras));
  }

  PageContext& context_;
  const Prose& prose_;
  std::vector<TextList> lists_;
  std::array<std::optional<Votes>, 14> makes_;  // by make_of()
};

}  // namespace

void list_parallelism(PageContext& context) {
  Reader(context).read();
}

}  // namespace rubric
