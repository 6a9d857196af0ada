#!/usr/bin/env python3
"""Checks that clang-format would leave every source as it is.

usage: format.py SOURCE_FOLDER CLANG_FORMAT
"""
import pathlib
import subprocess
import sys


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted(str(path) for folder in ("src", "tests") for path in (root / folder).rglob("*")
                   if path.suffix in {".h", ".cpp"})
    run = subprocess.run([sys.argv[2], "--dry-run", "--Werror", *files], capture_output=True, text=True)
    print(f"{len(files)} files")
    print("\n".join(line for line in run.stderr.splitlines() if "error:" in line))
    return 1 if run.returncode or len(files) < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
