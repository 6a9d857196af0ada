#!/usr/bin/env python3
"""Refuses source files over 600 lines and functions over 80.

usage: lengths.py SOURCE_FOLDER
"""
import pathlib
import re
import sys

MAX_FILE = 600
MAX_FUNCTION = 80
OPENS_FUNCTION = re.compile(r"[)\w]\s*(?:const|noexcept|override|final|->\s*[\w:<>,&* ]+|\s)*\{\s*$")
NOT_FUNCTION = re.compile(r"^\s*(?:namespace|class|struct|enum|union|extern)\b|=\s*\{\s*$|^\s*(?:constexpr|const|static const)\b.*=\s*\{")


def strip(text):
    """The text with strings and comments blanked, line breaks kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    text = re.sub(r'R"(\w*)\((.*?)\)\1"', blank, text, flags=re.S)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', blank, text, flags=re.S)


def functions(lines):
    """First line number and length of every outermost function body."""
    start = None       # line where a function began
    inside = 0
    for number, line in enumerate(lines, 1):
        if start is None:
            if "{" in line and not NOT_FUNCTION.search(line) and OPENS_FUNCTION.search(line) and "(" in "".join(lines[max(0, number - 6):number]):
                start, inside = number, line.count("{") - line.count("}")
                if inside <= 0:
                    start = None
        else:
            inside += line.count("{") - line.count("}")
            if inside <= 0:
                yield start, number - start + 1
                start = None


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    files = count = 0
    for folder in ("src", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            files += 1
            lines = strip(path.read_text()).splitlines()
            if len(lines) > MAX_FILE:
                problems.append(f"{path}: {len(lines)} lines, at most {MAX_FILE}")
            for start, length in functions(lines):
                count += 1
                if length > MAX_FUNCTION:
                    problems.append(f"{path}:{start}: a function of {length} lines, at most {MAX_FUNCTION}")
    print(f"{files} files, {count} functions")
    print("\n".join(problems))
    return 1 if problems or count < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
