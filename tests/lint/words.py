#!/usr/bin/env python3
"""Finds words of the window that its translators never see, or see in a context that nobody asks for.

usage: words.py SOURCE_FOLDER LUPDATE

- lupdate must understand every tr(): the context it writes down is the one the program asks for. It loses it where
  tr() is called through an alias (`using Words = …`) or where it mistakes a function for a member of std.
- A context is a class of the window ("gui::SendView"), or a name that a Q_DECLARE_TR_FUNCTIONS or a translate() says.
- No sentence of the window stands in the sources without tr().
- The texts of the routes are marked, as those of the settings are.
"""
import pathlib
import re
import sys
import tempfile

STRING = r'"(?:\\.|[^"\\\n])*"'
STRINGS = re.compile(rf"{STRING}(?:\s*{STRING})*")
MARKED = re.compile(r'(?:\btr|\btranslate|_NOOP)\(\s*(?:"[^"]*",\s*)?$')
# Not for the eyes of users: what is said on the console, what is written into the first block of a chain.
UNSEEN = re.compile(r'(?:qWarning|qCritical|qDebug|qFatal)\(\s*$')
NOT_WORDS = {"yyyy-MM-dd HH:mm:ss", "JetBrains Mono", "Cairn Sans", "-H 'Authorization: Bearer %1'",
             "A blockchain of your own, ", "All methods, or what one of them does."}
# Written for other programs, or for who reads a report of a fault: in English.
FOR_OTHERS = {"src/gui/desktop/Autostart.cpp", "src/gui/help/Report.cpp"}
LICENCE = re.compile(r"Licen[cs]e|public domain")
HARMLESS = re.compile(r"Ignoring definition of undeclared qualified class")


def without_comments(text):
    def blank(match):
        return match.group(0) if match.group(0).startswith('"') else re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(rf"{STRING}|//[^\n]*|/\*.*?\*/", blank, text, flags=re.S)


def strings(path):
    """Every string of a file, adjacent ones as one: line, text, what stands before it."""
    code = without_comments(path.read_text())
    for match in STRINGS.finditer(code):
        text = "".join(part[1:-1] for part in re.findall(STRING, match.group(0)))
        yield code.count("\n", 0, match.start()) + 1, text, code[max(0, match.start() - 80):match.start()]


def sources(folder):
    return [path for path in sorted(folder.rglob("*")) if path.suffix in {".h", ".cpp"}]


def known_contexts(root):
    """The classes and names that the program asks under."""
    known = set()
    for path in sources(root / "src/gui") + sources(root / "src/app"):
        code = without_comments(path.read_text())
        for space in re.findall(r"^namespace (\w+)", code, flags=re.M):
            known |= {f"{space}::{name}" for name in re.findall(r"\b(?:class|struct) (\w+)[^;{]*\{\s*Q_OBJECT", code)}
        known |= set(re.findall(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)", code))
        known |= set(re.findall(r'(?:translate\(|_NOOP\(|Context = )\s*"([\w:]+)"', code))
    for path in sorted((root / "ui").glob("*.ui")):
        known |= set(re.findall(r"<class>([\w:]+)</class>\s*<widget", path.read_text()))
    return known


def check_contexts(root, lupdate, problems):
    sys.path.insert(0, str(root / "translations"))
    from sources import read_messages, run_lupdate
    with tempfile.TemporaryDirectory() as folder:
        ts_file = pathlib.Path(folder) / "cairn_xx.ts"
        complaints = run_lupdate(lupdate, ts_file, "-locations", "none")
        messages = read_messages(ts_file)
    problems += [line for line in complaints if line.strip() and not HARMLESS.search(line)]
    known = known_contexts(root)
    for message in messages:
        if message.context not in known:
            problems.append(f"context \"{message.context}\" of \"{message.source}\": nobody asks for it")
    return len(messages), {message.source for message in messages if message.context == "Routes"}


def check_sentences(root, problems):
    for path in sources(root / "src/gui"):
        if str(path.relative_to(root)) in FOR_OTHERS:
            continue
        for line, text, before in strings(path):
            words = re.sub(r"<[^>]*>|&\w+;|%\w", " ", text.replace('\\"', "'"))
            if text in NOT_WORDS or LICENCE.search(text) or MARKED.search(before) or UNSEEN.search(before):
                continue
            if re.search(r"[A-Za-z]{2,}[.,:]? +[A-Za-z]{2,}", words):
                problems.append(f"{path.relative_to(root)}:{line}: \"{text}\" without tr()")


def check_routes(root, marked, problems):
    """A bare string in a table of routes that ends as a sentence does is shown by the API page."""
    for path in sources(root / "src/rest"):
        if not path.name.endswith("Routes.cpp") or path.parent.name == "rpc" and path.name != "RpcRoutes.cpp":
            continue
        for line, text, before in strings(path):
            if MARKED.search(before) or re.search(r"(?:Literal|String)\(\s*$", before):
                continue
            if re.search(r'return \{\d+, "[^"]*",\s*$', before):  # an answer, not a row
                continue
            if re.fullmatch(r"[A-Z0-9].*[\w)]\.", text) and text not in NOT_WORDS:
                problems.append(f"{path.relative_to(root)}:{line}: \"{text}\" without QT_TRANSLATE_NOOP(\"Routes\", …)")
    if len(marked) < 80:
        problems.append(f"only {len(marked)} texts of routes are marked")


def main():
    root, lupdate = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    problems = []
    count, routes = check_contexts(root, lupdate, problems)
    check_sentences(root, problems)
    check_routes(root, routes, problems)
    print(f"{count} texts, {len(routes)} of routes")
    print("\n".join(problems))
    return 1 if problems or count < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
