#!/usr/bin/env python3
"""Checks every #include, where sentences stand, and a few words in src/ against the layers that src/CMakeLists.txt declares.

usage: layers.py SOURCE_FOLDER LAYERS_TXT
"""
import pathlib
import re
import sys

NO_QT = {"util", "crypto", "primitives", "script", "consensus", "chain", "mining", "wallet"}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.M)
SQL = re.compile(r'"\s*(SELECT|INSERT|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\b')
TRANSLATED = re.compile(r"(?<![\w.])(?:tr|QObject::tr)\(")
# What is wrong is an enum below those who speak to people: a sentence there could not be translated.
FRONT_ENDS = {"rest", "gui", "app"}
TEXT = re.compile(r'\b(?:QStringLiteral|QLatin1String|QString::fromLatin1|QString)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
SENTENCE = re.compile(r'(?:[A-Z]|\\"|%1 ).* .*[.!]$')


def read_layers(path):
    """Layer name to the set of layers it may include, itself among them."""
    direct = {}
    for line in path.read_text().splitlines():
        name, uses = line.split(":")
        direct[name] = uses.split()
    closed = {}

    def close(name):
        if name not in closed:
            closed[name] = {name}
            for used in direct[name]:
                closed[name] |= close(used)
        return closed[name]

    for name in direct:
        close(name)
    return closed


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


def sentences(code):
    for literal in TEXT.findall(code):
        text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal))
        if SENTENCE.match(text):
            yield text


def main():
    root, layers_path = map(pathlib.Path, sys.argv[1:3])
    layers = read_layers(layers_path)
    layers["app"] = set(layers) | {"app"}
    problems = []
    seen = 0
    for path in sorted((root / "src").rglob("*.[ch]*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        layer = path.relative_to(root / "src").parts[0]
        text = path.read_text()
        code = without_comments(text)
        seen += 1
        for include in INCLUDE.findall(text):
            first = include.split("/")[0]
            if "/" in include and first in layers and first not in layers.get(layer, set()):
                problems.append(f"{path}: {layer} may not include {include}")
            if layer in NO_QT and re.match(r"Q[A-Z]|Qt", include):
                problems.append(f"{path}: {layer} has no Qt, but includes {include}")
        if layer != "storage" and SQL.search(code):
            problems.append(f"{path}: SQL outside storage")
        if layer != "gui" and TRANSLATED.search(code):
            problems.append(f"{path}: tr( outside gui and ui")
        if layer not in FRONT_ENDS:
            problems += [f"{path}: a sentence below the front ends: {text}" for text in sentences(code)]
    print(f"{seen} files, {len(layers)} layers")
    print("\n".join(problems))
    return 1 if problems or seen < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
