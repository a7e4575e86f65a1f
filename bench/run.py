#!/usr/bin/env python3
"""Runs rubric and the cmark-gfm yardstick in turn over generated handbooks; prints medians and their ratio.

The rounds are interleaved (A B A B ...), so that a slow spell of the machine hits both programs. Wall time
and peak memory are those of the whole process, start-up included. RUBRIC_FLAGS replaces the flags of
`rubric check`.
"""
import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time

FLAGS = "--jobs 2 --format json --select all"
RATIO_LIMIT, GROWTH_LIMIT, MEMORY_LIMIT = 1.2, 1.1, 150


def run(command):
    """Wall seconds and peak resident MiB of one run; its output is thrown away.

    The kernel counts the moment before the program starts too, so memory is never below this script's own.
    """
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    if code not in (0, 1):  # 1: rubric has findings
        sys.exit(f"run.py: {shlex.join(command)} ended with {code}")
    return seconds, usage.ru_maxrss / 1024


def handbook(generator, folder, pages):
    """The generated handbook of that many pages; made on first use."""
    path = os.path.join(folder, f"handbook-{pages}")
    if not os.path.exists(os.path.join(path, "planted.tsv")):
        shutil.rmtree(path, ignore_errors=True)
        subprocess.run([generator, str(pages), path], check=True)
    return path


def measure(commands, rounds):
    """For each command by name: median seconds, fastest and slowest, and largest peak memory."""
    for command in commands.values():  # One run each warms the file cache.
        run(command)
    samples = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            samples[name].append(run(command))
    result = {}
    for name, runs in samples.items():
        seconds = [second for second, _ in runs]
        result[name] = (statistics.median(seconds), min(seconds), max(seconds), max(memory for _, memory in runs))
    return result


def verdict(value, limit, unit=""):
    return f"{value:.2f}{unit} (at most {limit}{unit}: {'met' if value <= limit else 'NOT met'})"


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    build = os.path.join(here, "..", "build", "release")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=build, help="the build folder with rubric and bench/")
    parser.add_argument("--rubric", help="the binary to measure; default: rubric of the build folder")
    parser.add_argument("--folder", default="/tmp/rubric-bench", help="where the handbooks are kept")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pages", type=int, nargs=2, default=[5000, 20000], metavar=("SMALL", "LARGE"))
    options = parser.parse_args()

    rubric = options.rubric or os.path.join(options.build, "rubric")
    generator = os.path.join(options.build, "bench", "generate_handbook")
    parse_only = os.path.join(options.build, "bench", "parse_only")
    flags = shlex.split(os.environ.get("RUBRIC_FLAGS", FLAGS))
    print(f"rubric check {shlex.join(flags)}; {options.rounds} interleaved rounds, medians (fastest to slowest)")

    per_page = []
    for pages in options.pages:
        folder = handbook(generator, options.folder, pages)
        results = measure({"rubric": [rubric, "check", folder, *flags], "parse": [parse_only, folder]}, options.rounds)
        for name, (median, fastest, slowest, memory) in results.items():
            print(f"{pages:6} pages  {name:7} {median:7.3f} s ({fastest:.3f} to {slowest:.3f})  {memory:6.1f} MiB")
        ratio = results["rubric"][0] / results["parse"][0]
        per_page.append(results["rubric"][0] / pages)
        limited = pages == options.pages[0]
        print(f"{pages:6} pages  rubric / parse: {verdict(ratio, RATIO_LIMIT) if limited else f'{ratio:.2f}'}")
    print(f"time per page: {per_page[0] * 1e6:.0f} and {per_page[1] * 1e6:.0f} µs; "
          f"growth {verdict(per_page[1] / per_page[0], GROWTH_LIMIT)}")
    print(f"peak memory at {options.pages[1]} pages: {verdict(results['rubric'][3], MEMORY_LIMIT, ' MiB')}")
    print("The machine may be noisy: compare only figures of one run, and look at the spread before the median.")


if __name__ == "__main__":
    main()
