"""What the window says, as lupdate reads it from the sources."""
import pathlib
import subprocess
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
# rest and node hold tables whose texts the window shows: routes and settings.
FOLDERS = ("src/gui", "src/app", "src/node", "src/rest", "ui")


def run_lupdate(lupdate, ts_file, *options):
    """Brings `ts_file` up to date; returns what lupdate complains of."""
    run = subprocess.run([lupdate, "-no-obsolete", *options, *FOLDERS, "-I", "src", "-ts", str(ts_file)],
                         cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return run.stderr.splitlines()


class Message:
    def __init__(self, context, element):
        self.context = context
        self.source = element.findtext("source") or ""
        self.comment = element.findtext("comment") or ""
        self.numerus = element.get("numerus") == "yes"
        translation = element.find("translation")
        self.state = translation.get("type", "") if translation is not None else "unfinished"
        forms = translation.findall("numerusform") if translation is not None else []
        self.forms = [form.text or "" for form in forms] if self.numerus else \
            [(translation.text or "") if translation is not None else ""]

    def key(self):
        return self.context, self.source, self.comment, self.numerus


def read_messages(ts_file):
    root = ElementTree.parse(ts_file).getroot()
    return [Message(context.findtext("name") or "", message)
            for context in root.iter("context") for message in context.iter("message")]
