#!/usr/bin/env python3
"""Fills the English plural forms: "%n payment(s)" becomes "%n payment" and "%n payments".

usage: lupdate -pluralonly -no-obsolete -locations none -source-language en -target-language en src/gui src/app -I src -ts translations/cairn_en.ts
       translations/fill-plurals.py translations/cairn_en.ts
Forms that are written by hand stay.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

# Verbs that follow a number: one peer has, two peers have.
VERBS = {"(s) have ": " has ", "(s) that are ": " that is ", "(s) that unlock ": " that unlocks ", "(s) run ": " runs ", "(s) follow ": " follows ", "(s) are ": " is ", "(s) wait ": " waits ",
         "These are %n word(s)": "This is %n word"}


def singular(text):
    for many, one in VERBS.items():
        text = text.replace(many, one)
    return re.sub(r"%n (\w+)s\b(?!\()", r"%n \1", text.replace("(s)", "")) if "(s)" not in text else text.replace("(s)", "")


def main(path):
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


if __name__ == "__main__":
    main(sys.argv[1])
