"""Part of make-lexicon.py: writes src/prose/part_of_speech_tables.cpp from WordNet and SCOWL.

WordNet says which parts of speech a word has and, by its senses and by how often each was met in a tagged corpus, which of
them it mostly is; SCOWL says which words are common enough to be worth the bytes, and which plurals are in use. The lists in
this file are general knowledge: verbs of office and software that are younger than WordNet, and verbs without a past of
their own.
"""

import collections
import re

# Younger than WordNet 3.0, or verbs now that were nouns then: word -> parts of speech, the most common one first.
NEWER_WORDS = """
automate:v backport:vn benchmark:nv blog:nv bootstrap:vn brainstorm:vn bugfix:n champion:nv changelog:n codebase:n
configure:v containerize:v crowdsource:v dashboard:n deprecate:v dogfood:v email:nv enablement:n
evangelize:v finalize:v firewall:nv frontend:n backend:n hackathon:n hashtag:n hostname:n hotfix:nv hyperlink:nv ideate:v
incentivize:v instantiate:v internet:n intranet:n kickstart:vn localize:v login:n microservice:n milestone:n mockup:n
modernize:v multitask:v namespace:n offboard:v onboard:v onboarding:n operationalize:v optimize:v parameterize:v
playbook:n plugin:n prioritize:v productize:v prototype:nv proxy:n rebase:vn reboot:vn refactor:v reimagine:v
repo:n repository:n reskill:v rollout:n runbook:n runtime:n screenshot:n serialize:v server:n showcase:vn signup:n spearhead:v
sysadmin:n timeline:n toolchain:n tooling:n triage:vn troubleshoot:v tweak:vn tweet:nv upskill:v upload:vn download:vn username:n
webhook:n webinar:n website:n whiteboard:nv wiki:n workflow:n workspace:n workstream:n stakeholder:n teammate:n takeaway:n
template:n database:n dataset:n debug:v decompose:v endpoint:n handoff:n interface:nv
iterate:v onsite:a offsite:n programme:n provision:nv replicate:v scrutinize:v socialize:v streamline:v subgroup:n
subsystem:n subtask:n synthesize:v timebox:vn timeframe:n validate:v virtualize:v visualize:v browser:n cluster:nv module:n
deployment:n developer:n framework:n maintainer:n metric:n vendor:n specification:n dependency:n configuration:n container:n
initiative:n retrospective:n quarterly:a build:vn deploy:vn commit:vn merge:vn push:vn pull:vn run:vn install:vn ask:vn spend:vn
hire:vn invite:vn app:n router:n subnet:n widget:n dialog:n timezone:n linter:n debugger:n parser:n keyword:n approver:n shard:nv reviewer:n subscriber:n tag:nv tile:n token:n
""".split()

# The past of these is spelled like the base, which WordNet's exceptions do not say.
UNCHANGED_PAST = """
bet bid broadcast burst cast cost cut fit forecast hit hurt input let offset output put quit read reset rid set shed shut slit
split spread thrust upset wed wet
""".split()

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
BLOCK = 16


def read_weights(wordnet):
    """Lemma -> part of speech -> its senses and how often they were met, added up."""
    met = collections.Counter()
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        met[lemma, {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]] += int(count)
    weights = collections.defaultdict(dict)
    for part, name in PARTS.items():
        for line in (wordnet / f"index.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            lemma = fields[0]
            if lemma.isascii() and lemma.isalpha():
                weights[lemma][part] = int(fields[2]) + met[lemma, part]
    for entry in NEWER_WORDS:
        word, _, parts = entry.partition(":")
        for place, part in enumerate(parts):
            own = weights[word].get(part, 0)
            weights[word][part] = max(own, max(8, sum(weights[word].values()) // 12) >> place)
    return weights


def use_of(weights, part):
    """0: never, or hardly ever; 1: rare; 2: common; 3: at least three times as much as all else."""
    own = weights.get(part, 0)
    others = sum(weights.values()) - own
    if 30 * own < others or own == 0:
        return 0
    if own >= 3 * others:
        return 3
    return 2 if 3 * own >= others else 1


def read_irregular(wordnet, name):
    """Pairs of form and lemma, for the part of speech whose exceptions the file lists."""
    irregular = []
    for line in (wordnet / f"{name}.exc").read_text().splitlines():
        form, *lemmas = line.split()
        if form.isalpha() and form.isascii():
            irregular += [(form, lemma) for lemma in lemmas if lemma.isalpha()]
    return irregular


def regular_plurals(noun):
    if re.search("(s|x|z|ch|sh)$", noun):
        return {noun + "es"}
    if re.search("[^aeiou]y$", noun):
        return {noun[:-1] + "ies"}
    return {noun + "s", noun + "es"} if noun.endswith("o") else {noun + "s"}


def regular_verb_forms(verb):
    """Past and -ing forms that the rules of parts_of_speech.cpp lead back to the verb."""
    stems = {verb, verb + verb[-1]}
    forms = {stem + ending for stem in stems for ending in ("ed", "ing")}
    if verb.endswith("e"):
        forms |= {verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y"):
        forms.add(verb[:-1] + "ied")
    return forms


def front_coded(lemmas, flags):
    """Blocks of lemmas as lines of a C string: shared letters and length of the rest in one byte, flags, the rest."""
    lines = []
    for begin in range(0, len(lemmas), BLOCK):
        line, before = [], ""
        for lemma in lemmas[begin : begin + BLOCK]:
            shared = 0
            while shared < min(len(before), len(lemma) - 1, 15) and before[shared] == lemma[shared]:
                shared += 1
            rest = lemma[shared:]
            line.append(f"\\{shared << 4 | len(rest):03o}\\{flags[lemma]:03o}{rest}")
            before = lemma
        lines.append(f'    "{"".join(line)}"')
    return lines


def write_parts_of_speech(root, read_scowl, lists, target):
    wordnet = root / "wordnet"
    scowl = root / "dict/scowl"
    weights = read_weights(wordnet)
    common = read_scowl(scowl, lists, 40) | {entry.partition(":")[0] for entry in NEWER_WORDS}
    very_common = read_scowl(scowl, lists, 20)
    in_use = read_scowl(scowl, lists, 40)
    noun_exceptions, verb_exceptions = read_irregular(wordnet, "noun"), read_irregular(wordnet, "verb")
    noun_exceptions.append(("women", "woman"))  # missing there
    irregular_plurals = collections.defaultdict(set)
    for form, lemma in noun_exceptions:
        irregular_plurals[lemma].add(form)

    flags = {}
    for lemma in sorted(common):
        own = weights.get(lemma, {})
        parts = "nva" if lemma in very_common else "nv"
        if not 2 <= len(lemma) <= 15 or not any(use_of(own, part) for part in parts):
            continue
        plurals = regular_plurals(lemma) | irregular_plurals[lemma]
        plural_in_use = "n" in own and (lemma in NEWER_NOUNS or bool(plurals & in_use))
        flags[lemma] = (
            use_of(own, "n") | use_of(own, "v") << 2 | use_of(own, "a") << 4 | plural_in_use << 6 | ("r" in own) << 7
        )
    lemmas = sorted(flags)

    irregular = []
    for form, lemma in noun_exceptions:
        if form in in_use and form != lemma and lemma in flags and form not in regular_plurals(lemma):
            irregular.append((form, lemma, "plural_noun"))
    for form, lemma in verb_exceptions:
        if form in in_use and lemma in flags and form not in regular_verb_forms(lemma) and not form.endswith("s"):
            irregular.append((form, lemma, "ing_form" if form.endswith("ing") and lemma + "ing" != form else "past_form"))
    irregular += [(verb, verb, "past_form") for verb in UNCHANGED_PAST if verb in flags]
    irregular = sorted(set(irregular))

    lines = front_coded(lemmas, flags)
    out = [
        '#include "prose/part_of_speech_tables.h"',
        "",
        "// Generated by scripts/make-lexicon.py from WordNet and SCOWL (see NOTICE); do not edit.",
        "",
        "namespace rubric {",
        "",
        "using namespace std::string_view_literals;",
        "",
        "// clang-format off",
        "const std::string_view lemma_blocks[] = {",
        *(line + "sv," for line in lines),
        "};",
        "const size_t lemma_block_count = std::size(lemma_blocks);",
        "",
        "const IrregularForm irregular_forms[] = {",
        *(f'    {{"{form}", "{lemma}", {kind}}},' for form, lemma, kind in irregular),
        "};",
        "// clang-format on",
        "const size_t irregular_form_count = std::size(irregular_forms);",
        "",
        "}  // namespace rubric",
        "",
    ]
    target.write_text("\n".join(out))
    return f"{len(lemmas)} lemmas in {len(lines)} blocks, {len(irregular)} irregular forms"


NEWER_NOUNS = {
    word for word, _, parts in (entry.partition(":") for entry in NEWER_WORDS) if "n" in parts
} - {"tooling", "onboarding", "enablement", "internet", "login"}
