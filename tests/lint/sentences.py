#!/usr/bin/env python3
"""Reads every sentence of the window in every language.

usage: sentences.py SOURCE_FOLDER LUPDATE

- Every language says what the sources say: nothing missing, nothing left over, nothing unfinished, the same %1 in it.
- English says every plural in its forms; no form says "payment(s)".
- No sentence speaks in the names of settings ("peer_bind") or of the database.
"""
import pathlib
import re
import sys
import tempfile

# The routes of the API are described with the names that programs write.
SPEAKS_TO_PROGRAMS = {"Routes"}
KEY = re.compile(r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b")
DATABASE = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE FROM|PRAGMA|CREATE TABLE|SQL|SQLite|sqlite3?)\b")
UNFINISHED_PLURAL = re.compile(r"\w\(\w{1,2}\)")
PLACE = re.compile(r"%L?(\d|n)")


def problem_of(text):
    if KEY.search(text):
        return f"speaks in a key: {KEY.search(text).group(0)}"
    if DATABASE.search(text):
        return f"speaks of the database: {DATABASE.search(text).group(0)}"
    return None


def check_forms(message, language, forms, problems):
    where = f"{language}: {message.context}: \"{message.source}\""
    if message.state:
        problems.append(f"{where} is {message.state}")
    if message.numerus and (len(message.forms) != forms or "%n" not in message.source):
        problems.append(f"{where}: {len(message.forms)} plural forms, {forms} wanted")
    wanted = set(PLACE.findall(message.source))
    for form in message.forms:
        if not form.strip():
            problems.append(f"{where} says nothing")
        # One may be said without the figure.
        elif set(PLACE.findall(form)) | {"n"} != wanted | {"n"} or not message.numerus and set(PLACE.findall(form)) != wanted:
            problems.append(f"{where}: other places in \"{form}\"")
        if UNFINISHED_PLURAL.search(form):
            problems.append(f"{where}: unfinished plural \"{form}\"")
        if message.context not in SPEAKS_TO_PROGRAMS and problem_of(form):
            problems.append(f"{where}: \"{form}\" {problem_of(form)}")


def main():
    root, lupdate = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    sys.path.insert(0, str(root / "translations"))
    from sources import read_messages, run_lupdate
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "cairn_xx.ts"
        run_lupdate(lupdate, fresh, "-locations", "none")
        said = {message.key(): message for message in read_messages(fresh)}
    problems = []
    for message in said.values():
        if message.context not in SPEAKS_TO_PROGRAMS and problem_of(message.source):
            problems.append(f"en: {message.context}: \"{message.source}\" {problem_of(message.source)}")
        if not message.numerus and UNFINISHED_PLURAL.search(message.source):
            problems.append(f"en: {message.context}: \"{message.source}\" is no plural")
    files = sorted((root / "translations").glob("cairn_*.ts"))
    for path in files:
        language = path.stem.removeprefix("cairn_")
        wanted = {key for key, message in said.items() if message.numerus or language != "en"}
        translated = {message.key(): message for message in read_messages(path)}
        for key in sorted(wanted - set(translated)):
            problems.append(f"{language}: {key[0]}: \"{key[1]}\" is missing (target translations)")
        for key in sorted(set(translated) - wanted):
            problems.append(f"{language}: {key[0]}: \"{key[1]}\" is said no more (target translations)")
        forms = max((len(message.forms) for message in translated.values()), default=0)
        for message in translated.values():
            check_forms(message, language, forms, problems)
    print(f"{len(said)} texts, {len(files)} languages")
    print("\n".join(problems))
    return 1 if problems or len(said) < 500 or not files else 0


if __name__ == "__main__":
    sys.exit(main())
