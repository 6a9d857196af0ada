#!/usr/bin/env python3
"""`cmake --install` below a prefix: every file is there and in order, the node runs from it, a double click opens the window with the file.

Tools that a check needs and this machine lacks are named; with CI=true they must be there (packaging/packages.sh)."""
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess

import cairn_node
from cairn_node import environment, main, wait_until

BUILD = pathlib.Path(os.environ.get("CAIRN_BUILD", "build/dev"))
CMAKE = os.environ.get("CMAKE", "cmake")
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICONS = ("apps/cairn", "mimetypes/application-x-cairn-network")
FILES = {
    "bin/cairn", "bin/cairnd",
    "share/applications/cairn.desktop", "share/metainfo/org.cairn.cairn.metainfo.xml", "share/mime/packages/cairn.xml",
    "share/systemd/user/cairnd.service",
    "share/man/man1/cairn.1", "share/man/man1/cairnd.1",
    "share/bash-completion/completions/cairn", "share/bash-completion/completions/cairnd",
    "share/zsh/site-functions/_cairn", "share/zsh/site-functions/_cairnd",
    *(f"share/icons/hicolor/scalable/{icon}.svg" for icon in ICONS),
    *(f"share/icons/hicolor/{size}x{size}/{icon}.png" for icon in ICONS for size in SIZES)}
PROGRAMS = ("cairn", "cairnd")


def has(tool):
    if shutil.which(tool):
        return True
    assert os.environ.get("CI") != "true", f"{tool} is missing"
    print(f"skipped: {tool} is missing", flush=True)
    return False


def call(*command, **options):
    env = environment({"LC_ALL": "C.UTF-8", "MANWIDTH": "100", **options.pop("env", {})})
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, env=env, **options)
    assert done.returncode == 0, (command, done)
    return done.stdout, done.stderr


def install(prefix):
    call(CMAKE, "--install", BUILD, "--prefix", prefix)
    return prefix


def options_of(help_text):
    """Option names of `--help`, in its order."""
    return re.findall(r"^  (--[a-z-]+)", help_text, re.M)


def test_every_file(folder, make):
    prefix = install(folder / "with space" / "cairn")
    found = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()}
    assert found == FILES, (sorted(found - FILES), sorted(FILES - found))
    for icon in ICONS:
        for size in SIZES:
            picture = (prefix / f"share/icons/hicolor/{size}x{size}/{icon}.png").read_bytes()
            assert picture[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", picture[16:24]) == (size, size), icon
    for path in prefix.rglob("*"):
        if path.is_file() and "bin" not in path.parts:
            assert not path.stat().st_mode & 0o111, path
            assert b"@CAIRN" not in path.read_bytes() and b"@PROJECT" not in path.read_bytes(), path
    unit = (prefix / "share/systemd/user/cairnd.service").read_text()
    assert f'ExecStart="{prefix}/bin/cairnd" ' in unit, unit
    # Programs of the search path go by their names.
    call(CMAKE, "--install", BUILD, "--prefix", "/usr", env={"DESTDIR": str(folder / "root")})
    entry = (folder / "root/usr/share/applications/cairn.desktop").read_text()
    assert "\nExec=cairn %u\n" in entry, entry


def test_node_runs_from_there(folder, make):
    prefix = install(folder / "prefix")
    cairn_node.CAIRND = str(prefix / "bin/cairnd")
    node = make(folder / "data").start()
    node.mine()
    assert node.summary()["height"] == 1
    assert pathlib.Path(f"/proc/{node.process.pid}/exe").resolve() == prefix / "bin/cairnd"
    node.stop()


def test_portable(folder, make):
    """The data lies beside the program, wherever that is and from wherever it is called; links to it do not matter."""
    stick = folder / "stick"
    stick.mkdir()
    shutil.copy(BUILD / "src/app/cairnd", stick / "cairnd")
    (folder / "link").symlink_to(stick / "cairnd")
    for program in (stick / "cairnd", folder / "link"):
        process = subprocess.Popen([program, "--portable", "--network", "regtest", "--api-bind", "off"], cwd="/", stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, env=environment({"XDG_DATA_HOME": str(folder / "home")}), text=True)
        try:
            assert process.stdout.readline().startswith("ready "), "no ready line"
            assert (stick / "cairn-data/regtest/chain.sqlite").exists()
        finally:
            process.terminate()
            assert process.wait(60) == 0
            process.stdout.close()
    assert not (folder / "home").exists()
    cairn_node.CAIRND = str(stick / "cairnd")
    code, _, errors = cairn_node.run("--portable", "--datadir", folder / "data")
    assert code == 2 and "--portable" in errors and "--datadir" in errors, errors


def test_manual_pages(folder, make):
    prefix = install(folder / "prefix")
    for program in PROGRAMS:
        options = options_of(call(prefix / "bin" / program, "--help")[0])
        assert len(options) > 40 and "--portable" in options and "--mine" in options, options
        page = prefix / f"share/man/man1/{program}.1"
        assert page.read_text() == call(prefix / "bin" / program, "--print-manual")[0]
        entries = [name.replace("\\-", "-") for name in re.findall(r"^\.TP\n\\fB(\\-\\-[^\\]+(?:\\-[^\\]+)*)\\fR", page.read_text(), re.M)]
        assert entries == options, (entries, options)
        if not has("man"):
            continue
        shown, warnings = call("man", "--warnings", "-P", "cat", "-l", page)
        assert not warnings, warnings
        plain = re.sub(r".\x08|\x1b\[[0-9;]*m", "", shown)
        for option in options:
            assert re.search(rf"^ +{option}\b", plain, re.M), (option, plain)
        for heading in ("NAME", "SYNOPSIS", "OPTIONS", "SETTINGS", "ENVIRONMENT", "EXIT STATUS", "FILES", "SEE ALSO"):
            assert f"\n{heading}\n" in plain, heading


def completed(script, program, *words):
    """What bash offers for the last of `words`."""
    line = " ".join(f"'{word}'" for word in words)
    code = (f"source '{script}'; COMP_WORDS=({program} {line}); COMP_CWORD={len(words)}; _{program}; "
            'for reply in "${COMPREPLY[@]}"; do echo "$reply"; done')
    done = subprocess.run(["bash", "--norc", "-c", code], capture_output=True, text=True, timeout=60, cwd=script.parent)
    assert not done.stderr.strip(), done.stderr
    return done.stdout.splitlines()


def test_bash_completion(folder, make):
    prefix = install(folder / "prefix")
    for program in PROGRAMS:
        script = prefix / "share/bash-completion/completions" / program
        options = options_of(call(prefix / "bin" / program, "--help")[0])
        assert completed(script, program, "--") == options
        assert completed(script, program, "--print-c") == ["--print-completion"]
        assert completed(script, program, "--theme", "d") == ["dark"]
        assert completed(script, program, "--theme", "=", "d") == ["dark"]
        assert completed(script, program, "--theme", "=") == ["system", "light", "dark", "contrast"]
        assert completed(script, program, "--reduce-motion", "") == ["on", "off"]
        assert completed(script, program, "--api-bind", "") == []
        (script.parent / "my lab.cairn").touch()
        assert "my lab.cairn" in completed(script, program, "--network", "my")
        assert completed(script, program, "--network", "re") == ["regtest"]
        assert completed(script, program, "--datadir", "my") == []
        assert completed(script, program, "--mine", "--por") == ["--portable"]


class Zsh:
    """An interactive zsh that reads its completions from `scripts`."""

    def __init__(self, scripts, folder):
        self.terminal, inner = pty.openpty()
        env = environment({"TERM": "vt100", "LC_ALL": "C.UTF-8", "HOME": str(folder), "PS1": "> ", "COLUMNS": "200"})
        self.process = subprocess.Popen(["zsh", "-f", "-i"], stdin=inner, stdout=inner, stderr=inner, env=env, cwd=folder, start_new_session=True)
        os.close(inner)
        os.set_blocking(self.terminal, False)
        self.text = ""
        self.type(f"fpath=('{scripts}' $fpath); autoload -Uz compinit; compinit -u -D; setopt no_beep; PS1='re''ady> '\n")
        self.shows("ready> ")

    def type(self, text):
        self.text = ""
        os.write(self.terminal, text.encode())

    def shows(self, expected):
        def read():
            try:
                self.text += os.read(self.terminal, 65536).decode(errors="replace")
            except BlockingIOError:
                pass
            return expected in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|.\x08|\x00", "", self.text)
        try:
            wait_until(read, f"zsh shows {expected!r}", 20)
        except AssertionError as problem:
            raise AssertionError(f"{problem}: {self.text!r}") from None

    def end(self):
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


def test_zsh_completion(folder, make):
    if not has("zsh"):
        return
    prefix = install(folder / "prefix")
    scripts = prefix / "share/zsh/site-functions"
    for program in PROGRAMS:
        script = scripts / f"_{program}"
        assert script.read_text().startswith(f"#compdef {program}\n")
        options = options_of(call(prefix / "bin" / program, "--help")[0])
        found = re.findall(r"^    '\*?(--[a-z-]+)", script.read_text(), re.M)
        assert found == options, (found, options)
        (folder / "lab.cairn").touch()
        zsh = Zsh(scripts, folder)
        try:
            for typed, shown in (("--print-comp", "--print-completion="), ("--theme=dar", "--theme=dark"), ("--theme dar", "--theme dark"),
                                 ("--network regt", "--network regtest"), ("--network la", "--network lab.cairn"),
                                 ("--mine 4 --porta", "--mine 4 --portable")):
                zsh.type(f"{program} {typed}\t")
                zsh.shows(f"{program} {shown}")
                zsh.type("\x15\n")  # away with the line
                zsh.shows("ready> ")
        finally:
            zsh.end()


def test_desktop_data(folder, make):
    prefix = install(folder / "a folder")
    share = prefix / "share"
    if has("desktop-file-validate"):
        assert call("desktop-file-validate", share / "applications/cairn.desktop") == ("", "")
    if has("appstreamcli"):
        call("appstreamcli", "validate", "--no-net", "--no-color", share / "metainfo/org.cairn.cairn.metainfo.xml")
    if has("systemd-analyze"):
        (folder / "run").mkdir()
        unit = share / "systemd/user/cairnd.service"
        env = {"XDG_RUNTIME_DIR": str(folder / "run"), "SYSTEMD_COLORS": "0"}
        call("systemd-analyze", "--user", "verify", "--man=no", unit, env=env)
        figure, _ = call("systemd-analyze", "--user", "security", "--offline=true", "--no-pager", "--threshold=20", unit, env=env)
        print(figure.strip().splitlines()[-1], flush=True)
    text = (share / "metainfo/org.cairn.cairn.metainfo.xml").read_text()
    source = pathlib.Path(__file__).resolve().parents[2]
    pictures = re.findall(r"<image type=\"source\">https://[^/]+/(\S+)</image>", text)
    assert len(pictures) >= 3
    for picture in pictures:
        assert (source / picture).exists(), picture


def test_double_click(folder, make):
    """The desktop's own openers find the program for a card and for links, and run it with them."""
    if not all([has("update-mime-database"), has("update-desktop-database"), has("gio"), has("xdg-open"), has("xdg-mime")]):
        return
    prefix = install(folder / "prefix")  # xdg-mime knows no spaces in XDG_DATA_DIRS
    share = prefix / "share"
    called = folder / "called"
    (prefix / "bin/cairn").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{called}.new"\nmv "{called}.new" "{called}"\n')
    for tool, where in (("update-mime-database", share / "mime"), ("update-desktop-database", share / "applications")):
        call(tool, where)
    home = folder / "home"
    home.mkdir()
    desktop = {"XDG_DATA_DIRS": f"{share}:/usr/local/share:/usr/share", "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
               "XDG_CONFIG_HOME": str(home / "config"), "XDG_CURRENT_DESKTOP": "GNOME", "DISPLAY": ":99", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    card = cairn_node.easy_card(folder, "Lab 12")
    assert call("xdg-mime", "query", "filetype", card, env=desktop)[0] == "application/x-cairn-network\n"
    unnamed = folder / "card"  # without the ending, by what is in it
    shutil.copy(card, unnamed)
    assert "application/x-cairn-network" in call("gio", "info", "-a", "standard::content-type", unnamed, env=desktop)[0]
    for kind in ("application/x-cairn-network", "x-scheme-handler/cairn", "x-scheme-handler/bitcoin"):
        found = call("xdg-mime", "query", "default", kind, env=desktop)
        assert found[0] == "cairn.desktop\n", (kind, found)
    for opener in (("gio", "open"), ("xdg-open",)):
        for target, expected in ((card, card.as_uri()), ("cairn:cairn1qqqq?amount=2.5", None), ("bitcoin:bcrt1qqqq?amount=1&label=a%20b", None)):
            called.unlink(missing_ok=True)
            call(*opener, target, env=desktop)
            wait_until(called.exists, f"{opener} {target}")
            given = called.read_text().splitlines()
            assert given in ([expected or str(target)], [str(target)]), (opener, target, given)


if __name__ == "__main__":
    main(test_every_file, test_node_runs_from_there, test_portable, test_manual_pages, test_bash_completion, test_zsh_completion,
         test_desktop_data, test_double_click)
