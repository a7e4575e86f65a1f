#!/usr/bin/env python3
"""What the hooks of pre-commit cost on one staged page, against `true` as the hook, in the same rounds.

    bench/hook.py /tmp/rubric-bench/handbook-5000 content/…/page.md [--rubric FILE] [--rounds N]
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTHING = '- {id: nothing, name: nothing, entry: "true", language: system, types: [markdown], require_serial: true}\n'
HOOKS = ["nothing", "rubric"]

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("handbook", help="a folder with a Hugo site, which is copied")
parser.add_argument("page", help="the page in it that a commit changes")
parser.add_argument("--rubric", default=ROOT / "build/release/rubric", help="the program")
parser.add_argument("--rounds", type=int, default=15)
arguments = parser.parse_args()

with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    (folder / "bin").mkdir()
    (folder / "bin/rubric").symlink_to(pathlib.Path(arguments.rubric).resolve())
    settings = {"HOME": scratch, "PRE_COMMIT_HOME": scratch + "/cache", "GIT_CONFIG_NOSYSTEM": "1",
                "PATH": f"{folder}/bin:{os.environ['PATH']}"}
    for who in ("AUTHOR", "COMMITTER"):
        settings |= {f"GIT_{who}_NAME": "a", f"GIT_{who}_EMAIL": "a@example.org"}

    def run(command, at, **options):
        return subprocess.run(command, cwd=at, env=os.environ | settings, stdout=subprocess.PIPE, text=True, **options)

    def commit(at):
        for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=first"]):
            run(["git"] + command, at, check=True)
        return run(["git", "rev-parse", "HEAD"], at, check=True).stdout.strip()

    (folder / "hooks").mkdir()
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    (folder / "hooks/.pre-commit-hooks.yaml").write_text(text + NOTHING)
    revision = commit(folder / "hooks")
    site = folder / "site"
    shutil.copytree(arguments.handbook, site)
    hooks = ", ".join(f"{{id: {hook}}}" for hook in HOOKS)
    (site / ".pre-commit-config.yaml").write_text(f"repos: [{{repo: {folder}/hooks, rev: {revision}, hooks: [{hooks}]}}]\n")
    commit(site)
    with open(site / arguments.page, "a", encoding="utf-8") as page:
        page.write("\nA sentence more.\n")
    run(["git", "add", "--all"], site, check=True)

    times = {hook: [] for hook in HOOKS}
    for each in range(arguments.rounds + 1):
        for hook in HOOKS:
            begun = time.perf_counter()
            run(["pre-commit", "run", hook], site)
            if each > 0:  # The first round sets the hooks up.
                times[hook].append(1000 * (time.perf_counter() - begun))
    for hook, taken in times.items():
        print(f"{hook:14} median {statistics.median(taken):4.0f} ms, fastest {min(taken):4.0f} ms")
