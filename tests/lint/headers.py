#!/usr/bin/env python3
"""Compiles every header of src/ and tests/support alone: each includes what it uses. Takes minutes, so it is no quick test.

usage: headers.py BUILD_FOLDER [--sources]     --sources: every source file alone too, as a build without unity has it
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys


def command_of(database, path):
    """The compiler and flags for `path`: those of its own entry, else of one that shares the longest folder."""
    def shared(entry):
        return len(os.path.commonpath([entry["file"], str(path)]))
    best = max(database, key=lambda entry: (entry["file"] == str(path), shared(entry)))
    words = shlex.split(best["command"])
    words = words[next(i for i, word in enumerate(words) if re.search(r"(\+\+|gcc|clang)[-\d.]*$", word)):]
    drop = {"-o": 2, "-c": 2}
    kept = []
    i = 0
    while i < len(words):
        step = drop.get(words[i], 0)
        if not step:
            kept.append(words[i])
        i += step or 1
    return kept, best["directory"]


def real_sources(entry):
    """What an entry compiles; a unity file stands for what it includes."""
    path = pathlib.Path(entry["file"])
    if "unity" not in path.name.lower():
        return [entry]
    return [dict(entry, file=name) for name in re.findall(r'#include "([^"]+)"', path.read_text())]


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    build = pathlib.Path(sys.argv[1]).resolve()
    database = [one for entry in json.loads((build / "compile_commands.json").read_text()) for one in real_sources(entry)
                if str(root / "src") in one["file"] or str(root / "tests") in one["file"]]
    folders = [root / "src", root / "tests" / "support"]
    paths = sorted(path for folder in folders for path in folder.rglob("*.h"))
    if "--sources" in sys.argv:
        paths += sorted(pathlib.Path(entry["file"]) for entry in database if entry["file"].endswith(".cpp"))

    def check(path):
        command, directory = command_of(database, path)
        run = subprocess.run([*command, "-fsyntax-only", "-x", "c++", str(path)], cwd=directory, capture_output=True, text=True)
        noise = re.compile(r"#pragma once in main file")
        errors = [line for line in run.stderr.splitlines() if re.search(r"(error|warning):", line) and not noise.search(line)]
        return [f"{path.relative_to(root)} alone: {errors[0] if errors else run.stderr}"] if run.returncode or errors else []

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = [line for lines in pool.map(check, paths) for line in lines]
    print(f"{len(paths)} files")
    print("\n".join(problems))
    return 1 if problems or len(paths) < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
