#!/usr/bin/env python3
"""The package or the archive on a fresh Debian 12 without anything else: it installs, mines, opens a double-clicked card, goes without a trace.

usage: fresh_system.py build/cairn_VERSION_ARCHITECTURE.deb
       fresh_system.py build/cairn-VERSION-MACHINE.tar.xz

By hand, as root: it makes a system with debootstrap (packages: debootstrap iproute2 util-linux; lintian for the package; systemd-container for
the unit; imagemagick for pictures) below /var/tmp and runs everything in name spaces of its own. Downloads some 150 MB. --keep FOLDER keeps the pictures."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MIRROR = "http://deb.debian.org/debian"
USER = "student"
HOME = f"/home/{USER}"

# Shell functions for what runs inside.
INSIDE = r"""
set -eu
ask() ( # PATH: GET from the node's API, the body; in a shell of its own, which ends where nobody listens
    exec 3<>/dev/tcp/127.0.0.1/5000
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:5000\r\nConnection: close\r\n\r\n' "$1" >&3
    sed '1,/^\r$/d' <&3
)
until_true() { # COMMAND: waits at most a minute
    for _ in $(seq 300); do if "$@" >/dev/null 2>&1; then return 0; fi; sleep 0.2; done
    echo "waited a minute for: $*" >&2
    return 1
}
ready() { grep -q '^ready ' "$1"; }
mined() { # PROGRAM OPTIONS…: runs the node, mines a block, ends it
    local out; out=$(mktemp)
    "$@" >"$out" 2>"$out.log" &
    local node=$!
    until_true ready "$out" || { cat "$out.log" >&2; return 1; }
    ask /mine | grep -q '"index"'
    ask /api/blocks/tip/height | grep -oE '[0-9]+' | tail -1
    kill -TERM $node
    wait $node
}
window() { xwininfo -root -tree | grep -q '("cairn" "cairn") *[0-9]\{3,\}x'; }
"""


class System:
    """A Debian of its own in a folder."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder) / "root"
        run("debootstrap", "--variant=minbase", "bookworm", self.root, MIRROR)
        self.inside(f"useradd --create-home --shell /bin/bash {USER}")

    def inside(self, script, user=None, network=False, arguments=()):
        """Runs a script in bash, with processes, mounts and (unless `network`) a loopback of its own; gives its output."""
        program = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--init-groups", "--reset-env"] if user else []
        spaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        start = f"mount -t proc proc '{self.root}/proc'; mount -t tmpfs tmpfs '{self.root}/dev/shm'; " + ("" if network else "ip link set lo up; ")
        command = [*spaces, "bash", "-c", start + 'exec chroot "$@"', "bash", self.root, *program, "bash", "-c", INSIDE + script, "bash", *arguments]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=900)
        if done.returncode:
            raise SystemExit(f"failed inside ({done.returncode}): {script}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def apt(self, *arguments):
        env = "DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends"
        return self.inside(f"{env} {' '.join(arguments)}", network=True)

    def files(self):
        return {str(path.relative_to(self.root)) for path in self.root.rglob("*")}


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command}: {done.stdout}\n{done.stderr}")
    return done.stdout


def say(sentence):
    print(f"ok: {sentence}", flush=True)


SCREEN = r"""
export HOME=%s DISPLAY=:7 XDG_CURRENT_DESKTOP=GNOME DBUS_SESSION_BUS_ADDRESS=disabled:
cd "$HOME"
rm -f /tmp/.X7-lock /tmp/.X11-unix/X7
Xvfb :7 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
until_true xwininfo -root
""" % HOME


def picture(system, name, keep):
    """A look at the window, for people: the page has time to come."""
    if keep:
        shutil.copy(system.root / f"tmp/{name}.xwd", keep)
        subprocess.run(["convert", f"xwd:{keep}/{name}.xwd", f"{keep}/{name}.png"], check=False)


def check_package(system, package, keep):
    if shutil.which("lintian"):
        done = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", package], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        print(done.stdout.strip() or "lintian: nothing to say")
    say("lintian finds no error and no warning")
    before = system.files()
    shutil.copy(package, system.root / "tmp/cairn.deb")
    system.apt("install", "/tmp/cairn.deb")
    listed = {line.lstrip("/") for line in system.inside("dpkg -L cairn").splitlines() if line not in ("/.", "")}
    assert {"usr/bin/cairn", "usr/bin/cairnd", "usr/share/applications/cairn.desktop"} <= listed, listed
    say(f"it installs: {len(listed)} files and folders")
    height = system.inside(f"HOME={HOME} mined cairnd --network regtest", user=USER)
    assert height.strip() == "1", height
    say("cairnd runs as an ordinary user without network and mines a block")
    assert system.inside(f"HOME={HOME} cairn --version", user=USER).startswith("cairn "), "no version"
    if shutil.which("systemd-nspawn"):
        check_unit(system)
    double_click(system, keep)
    system.apt("purge", "--autoremove", "cairn", *EXTRA, *(BOOTED[2:] if shutil.which("systemd-nspawn") else ()))
    # (Folders may be another package's, too; one of ours would show among the traces.)
    left = {path for path in listed if (system.root / path).exists() and not (system.root / path).is_dir() and path not in before}
    traces = {path for path in system.files() - before if re.search(r"(?<![a-z])cairn", path.lower()) and not path.startswith(HOME.lstrip("/")) and not path.startswith("tmp/")}
    assert not left and not traces, (left, traces)
    assert (system.root / HOME.lstrip("/") / ".local/share/cairn/regtest/chain.sqlite").exists(), "the user's chain is gone"
    say("removed, nothing of the program is left; the user's data is")


BOOTED = ("systemd", "systemd-sysv", "dbus", "dbus-user-session", "libpam-systemd")
EXTRA = ("xvfb", "x11-utils", "x11-apps", "xdg-utils", "libglib2.0-bin", "shared-mime-info", "desktop-file-utils")


UNIT = r"""[Unit]
After=multi-user.target user@1000.service
[Service]
Type=oneshot
ExecStart=/bin/bash /unit.sh
ExecStopPost=/bin/systemctl poweroff --force --force
StandardOutput=append:/unit.out
StandardError=append:/unit.err
[Install]
WantedBy=graphical.target
"""

UNIT_STEPS = r"""
user() { setpriv --reuid=student --regid=student --init-groups env XDG_RUNTIME_DIR=/run/user/1000 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus "$@"; }
until_true test -S /run/user/1000/bus
user systemctl --user start cairnd
until_true ask /api/blocks/tip/height
ask /mine | grep -q '"index"'
main=$(user systemctl --user show -P MainPID cairnd)
echo "height $(ask /api/blocks/tip/height | grep -oE '[0-9]+' | tail -1)"
echo "secret $(ls "/proc/$main/root/home/student/secret" 2>/dev/null || echo hidden)"
echo "mode $(stat -c %a /home/student/.local/share/cairn)"
grep -E '^(NoNewPrivs|Seccomp|CapBnd):' "/proc/$main/status"
user systemctl --user stop cairnd
echo "result $(user systemctl --user show -P Result cairnd) $(user systemctl --user show -P ExecMainStatus cairnd)"
user systemd-analyze --user security --offline=true --no-pager /usr/share/systemd/user/cairnd.service | tail -1
"""


def check_unit(system):
    """The user unit under a real systemd: the walls stand, and the node works within."""
    system.apt("install", *BOOTED)
    (system.root / "unit.sh").write_text(INSIDE + UNIT_STEPS)
    (system.root / "etc/systemd/system/unit-check.service").write_text(UNIT)
    (system.root / HOME.lstrip("/") / "secret").touch()
    system.inside(f"mkdir -p /var/lib/systemd/linger; touch /var/lib/systemd/linger/{USER}; systemctl -q enable unit-check; rm -rf {HOME}/.local")
    subprocess.run(["systemd-nspawn", "--boot", "--directory", str(system.root), "--register=no", "--keep-unit", "--private-network", "--console=read-only"],
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
                   env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"})
    out = (system.root / "unit.out").read_text()
    problem = (out, (system.root / "unit.err").read_text())
    for expected in ("height 1\n", "secret hidden\n", "mode 700\n", "NoNewPrivs:\t1\n", "Seccomp:\t2\n", "CapBnd:\t0000000000000000\n", "result success 0\n"):
        assert expected in out, (expected, *problem)
    say("the user unit starts, mines and stops within its walls: " + out.splitlines()[-1].lstrip("→ "))


def double_click(system, keep):
    """What the desktop runs for a card, seen by a program of that name before the real one; then the real one's window."""
    system.apt("install", *EXTRA)
    out = system.inside(SCREEN + r"""
echo '{"cairn_network": 1, "name": "Lab 12"}' >"lab 12.cairn"
mkdir bin
echo '#!/bin/sh
echo "$@" >/tmp/called' >bin/cairn
chmod +x bin/cairn
xdg-mime query filetype "lab 12.cairn"
PATH=$HOME/bin:$PATH xdg-open "lab 12.cairn"
until_true test -s /tmp/called
cat /tmp/called
cairn --network regtest --api-bind off >/tmp/window.out 2>&1 &
until_true window
until_true ready /tmp/window.out
sleep 4
xwd -root -silent -out /tmp/package.xwd
kill -TERM "$(pidof cairn)"
wait %2
rm -r bin
""", user=USER)
    assert re.fullmatch(r"application/x-cairn-network\n(file://)?/home/student/lab(%20| )12\.cairn\n", out), out
    picture(system, "package", keep)
    say(f"a double click on a card runs cairn {out.splitlines()[1]}, and the window opens")


def check_archive(system, archive, keep):
    # What every desktop has; no Qt.
    system.apt("install", "libegl1", "libgl1", "libopengl0", "libx11-xcb1", "libfontconfig1", "libfreetype6", "libdbus-1-3", "fonts-dejavu-core",
               "xvfb", "x11-utils", "x11-apps", "xz-utils")
    assert "libqt6" not in system.inside("dpkg-query -W -f '${Package}\n'"), "Qt came along"
    stick = system.root / "media/stick"
    stick.mkdir(parents=True)
    run("tar", "-C", stick, "-xf", archive, "--no-same-owner")
    run("chown", "-R", "1000:1000", stick)
    (folder,) = stick.iterdir()
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert not links, links
    inside = f"/media/stick/{folder.name}"
    first = system.inside(f"HOME={HOME} mined {inside}/cairnd --portable --network regtest", user=USER)
    assert first.strip() == "1" and (folder / "cairn-data/regtest/chain.sqlite").exists(), first
    say("cairnd runs from the folder without Qt on the system, its data beside it")
    shutil.move(folder, stick / "moved here")
    again = system.inside(f"HOME={HOME} mined '/media/stick/moved here/cairnd' --portable --network regtest", user=USER)
    assert again.strip() == "2", again
    say("moved, it goes on with the same chain")
    system.inside(SCREEN + r"""
mkdir -p "$HOME/bin"
ln -s '/media/stick/moved here/cairn-portable' "$HOME/bin/cairn"
"$HOME/bin/cairn" --network regtest >/tmp/cairn.out 2>/tmp/cairn.err &
until_true window
until_true ready /tmp/cairn.out
sleep 4
xwd -root -silent -out /tmp/portable.xwd
kill -TERM "$(pidof cairn)"
wait %2
""", user=USER)
    picture(system, "portable", keep)
    errors = (system.root / "tmp/cairn.err").read_text()
    assert "plugin" not in errors.lower(), errors
    home = {path.name for path in (system.root / HOME.lstrip("/")).rglob("*") if "cairn" in path.name and path.parent.name != "bin"}
    assert not home, home
    say("the window opens from there, and the home folder stays clean")


def main():
    arguments = sys.argv[1:]
    keep = None
    if "--keep" in arguments:
        place = arguments.index("--keep")
        keep = pathlib.Path(arguments[place + 1])
        keep.mkdir(parents=True, exist_ok=True)
        del arguments[place:place + 2]
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="cairn-fresh-", dir="/var/tmp") as folder:
        system = System(folder)
        say("a fresh Debian 12")
        (check_package if arguments[0].endswith(".deb") else check_archive)(system, pathlib.Path(arguments[0]), keep)


if __name__ == "__main__":
    main()
