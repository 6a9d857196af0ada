#!/usr/bin/env python3
"""Brings the sentences of the sources into the .ts files and takes those out that are said no more.

usage: update.py LUPDATE FILE.ts …     (cmake --build … --target translations)

English is the language of the sources: its file holds the plural forms only, "%n payment(s)" becomes "%n payment"
and "%n payments". Forms that are written by hand stay. Every other file is left with "unfinished" where a sentence
is new; tests/lint/sentences.py refuses those.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

from sources import run_lupdate

# Verbs that follow a number: one peer has, two peers have.
VERBS = {"(s) have": " has", "(s) that are": " that is", "(s) that unlock": " that unlocks", "(s) run": " runs", "(s) follow": " follows", "(s) are": " is", "(s) wait": " waits",
         "These are %n word(s)": "This is %n word"}


def singular(text):
    for many, one in VERBS.items():
        text = re.sub(re.escape(many) + r"\b", one, text)  # at the end of a sentence too, but "(s) waiting" stays
    return re.sub(r"%n (\w+)s\b(?!\()", r"%n \1", text.replace("(s)", "")) if "(s)" not in text else text.replace("(s)", "")


def fill_plurals(path):
    tree = ElementTree.parse(path)
    for message in tree.getroot().iter("message"):
        if message.get("numerus") != "yes":
            continue
        source = message.findtext("source")
        translation = message.find("translation")
        forms = translation.findall("numerusform")
        if not all(form.text for form in forms):
            forms[0].text, forms[1].text = singular(source), source.replace("(s)", "s")
        translation.attrib.pop("type", None)
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n")


def main(lupdate, paths):
    for path in paths:
        if path.endswith("_en.ts"):
            run_lupdate(lupdate, path, "-pluralonly", "-locations", "none", "-source-language", "en", "-target-language", "en")
            fill_plurals(path)
        else:
            run_lupdate(lupdate, path, "-locations", "none")
        print(path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
