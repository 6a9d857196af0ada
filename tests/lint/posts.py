#!/usr/bin/env python3
"""Refuses a bare `this` in work that another thread does: by then its object may have gone.

usage: posts.py SOURCE_FOLDER

Looks at the lambdas that are given to ServiceThread (post, call), Resident and the services (ask, tell, query), and
ReadPool and std::thread (run, thread). `peers = *this` copies a handle and is right; what captures everything is as bare.
"""
import pathlib
import re
import sys

POSTED = re.compile(r"(?:(?:\.|->)(?:post|call|tell|ask|query|run)|\bstd::thread)\(\s*\[([^\]]*)\]")


def bare(captures):
    parts = [part.strip() for part in captures.split(",")]
    return any(part in ("this", "=", "&") for part in parts)


def main():
    root = pathlib.Path(sys.argv[1])
    count = 0
    problems = []
    for path in sorted(root.glob("src/**/*")):
        if path.suffix not in (".cpp", ".h"):
            continue
        text = path.read_text()
        for match in POSTED.finditer(text):
            count += 1
            if bare(match.group(1)):
                line = text.count("\n", 0, match.start()) + 1
                problems.append(f"{path.relative_to(root)}:{line}: [{match.group(1)}]")
    print(f"{count} lambdas for other threads")
    for problem in problems:
        print(problem)
    return 1 if problems or count < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
