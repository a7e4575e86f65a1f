#!/usr/bin/env python3
"""What patterns cost: 300 patterns of a project's own, over a generated handbook, against the cmark-gfm yardstick.

Writes the rules below `.rubric/rules` of the handbook and a configuration beside it. The words of the
patterns are made of the handbook's rarer ones, most of them so that they do not occur, as with most rules of
style; a third of the patterns are phrases, ten are open (`\\w+ly`), five look around. The cost is the difference in CPU time to a run with one rule that does
nothing but be there, so it holds the making of the texts that patterns see. Interleaved rounds, one thread.
"""
import argparse
import collections
import os
import re
import resource
import statistics
import subprocess

from run import handbook

OPEN = [r"\w+ly", r"\w+tion", r"\w+ment", r"\w+ness", r"un\w+", r"re\w+ed", r"\w+ing of the", r"(?:is|are|was) \w+ed",
        r"(?:will|shall) \w+", r"\w+ \w+ly"]
AROUND = [r"whole(?! same)", r"(?<!in )order", r"very(?= \w+ly)", r"(?!team)team\w+", r"page(?!s)"]


def patterns_of(folder):
    counts = collections.Counter()
    for path, _, files in os.walk(folder):
        for name in files:
            if name.endswith(".md"):
                with open(os.path.join(path, name), encoding="utf-8", errors="replace") as file:
                    counts.update(re.findall(r"\b[a-z]{4,}\b", file.read()))
    words = [word for word, _ in counts.most_common()]
    words = words[len(words) // 2:]
    there = words[:: max(1, len(words) // 30)][:30]
    absent = ["mis" + word for word in (words * (200 // max(1, len(words)) + 1))[:155]]
    phrases = [f"{one} {other}" for one, other in zip((words * 100)[:100], (words * 100)[7:107])]
    return OPEN + AROUND + phrases + there + absent


def write_rules(folder, patterns):
    rules = os.path.join(folder, ".rubric", "rules")
    os.makedirs(rules, exist_ok=True)
    for index, part in enumerate(patterns[at: at + 30] for at in range(0, len(patterns), 30)):
        tokens = "".join(f"  - '{pattern}'\n" for pattern in part)
        with open(os.path.join(rules, f"bench-{index}.yaml"), "w", encoding="utf-8") as file:
            file.write(f"id: bench-{index}\nsummary: S.\nmessage: '{{match}}'\nwhy: W.\ncheck: existence\n"
                       f"ignorecase: true\ntokens:\n{tokens}")
    with open(folder + ".patterns.yaml", "w", encoding="utf-8") as file:
        file.write("rule-paths: [.rubric/rules]\n")
    return folder + ".patterns.yaml"


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(here, "..", "build", "release"))
    parser.add_argument("--folder", default="/tmp/rubric-bench", help="where the handbooks are kept")
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    folder = handbook(os.path.join(options.build, "bench", "generate_handbook"), options.folder, options.pages)
    patterns = patterns_of(folder)
    configuration = write_rules(folder, patterns)
    check = [os.path.join(options.build, "rubric"), "check", "--jobs", "1", "--statistics", "--config", configuration]
    commands = {
        "parse": [os.path.join(options.build, "bench", "parse_only"), folder],
        "one rule": check + ["--select", "encoding-invalid", folder],
        "300 patterns": check + ["--select", "rules", folder],
        "style": check + ["--select", "style", folder],
    }
    samples = {name: [] for name in commands}
    for _ in range(options.rounds + 1):
        for name, command in commands.items():
            samples[name].append(cpu_seconds(command))
    seconds = {name: statistics.median(runs[1:]) for name, runs in samples.items()}
    size = sum(os.path.getsize(os.path.join(path, name)) for path, _, files in os.walk(folder) for name in files
               if name.endswith(".md")) / 1e6
    print(f"{options.pages} pages, {size:.1f} MB; cmark-gfm parse {size / seconds['parse']:.0f} MB/s of CPU time")
    for name in ("300 patterns", "style"):
        cost = max(seconds[name] - seconds["one rule"], 1e-9)
        print(f"{name}: {size / cost:.0f} MB/s, {cost / seconds['parse']:.2f} x the parse")


if __name__ == "__main__":
    main()
