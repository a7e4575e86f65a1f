#!/usr/bin/env python3
"""Compares rubric's findings with those planted in a generated handbook.

    rubric check FOLDER --format json | bench/compare_planted.py FOLDER/planted.tsv

Prints, for each rule, how many findings were planted, found, missing and extra, then the first few of the
latter two. Ends with 1 when anything is missing or extra. Two findings are equal when file, line and rule are.
"""
import argparse
import json
import os
import sys
from collections import Counter, defaultdict


def read_planted(path):
    with open(path, encoding="utf-8") as table:
        rows = [line.rstrip("\n").split("\t") for line in table]
    return Counter((file, int(line), rule) for file, line, rule in rows)


def below_handbook(path, root):
    """The path from the handbook's root; findings inside a Git work tree are named from that tree's root."""
    parts = path.split("/")
    for first in range(len(parts)):
        candidate = "/".join(parts[first:])
        if os.path.exists(os.path.join(root, candidate)):
            return candidate
    return path


def read_findings(stream, root):
    findings = Counter()
    messages = {}
    for finding in json.load(stream):
        key = (below_handbook(finding["path"], root), finding["line"], finding["rule"])
        findings[key] += 1
        messages[key] = finding["message"]
    return findings, messages


def by_rule(findings):
    counts = Counter()
    for (_, _, rule), count in findings.items():
        counts[rule] += count
    return counts


def print_some(kind, findings, messages, limit):
    shown = defaultdict(int)
    for key in sorted(findings.elements()):
        path, line, rule = key
        shown[rule] += 1
        if shown[rule] <= limit:
            print(f"{kind}: {path}:{line} {rule} {messages.get(key, '')}".rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("planted", help="planted.tsv of the handbook")
    parser.add_argument("--show", type=int, default=5, help="differences printed for each rule")
    options = parser.parse_args()

    planted = read_planted(options.planted)
    found, messages = read_findings(sys.stdin, os.path.dirname(os.path.abspath(options.planted)))
    missing, extra = planted - found, found - planted
    tables = [by_rule(counter) for counter in (planted, found, missing, extra)]
    print(f"{'rule':32} {'planted':>8} {'found':>8} {'missing':>8} {'extra':>8}")
    for rule in sorted(set(tables[0]) | set(tables[1])):
        print(f"{rule:32} " + " ".join(f"{table[rule]:8}" for table in tables))
    print_some("missing", missing, messages, options.show)
    print_some("extra", extra, messages, options.show)
    sys.exit(1 if missing or extra else 0)


if __name__ == "__main__":
    main()
