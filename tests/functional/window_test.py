#!/usr/bin/env python3
"""The window program as a process: it ends cleanly however it is ended, and comes back as it was left."""
import configparser
import os
import pathlib
import shutil
import signal
import subprocess

from cairn_node import environment, main, run, wait_until

CAIRN = os.environ.get("CAIRN", "cairn")


class Window:
    def __init__(self, datadir, *arguments, display=None):
        command = [CAIRN, "--datadir", str(datadir), "--api-bind", "127.0.0.1:0", *arguments]
        screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display} if display else {"QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(command, env=environment(screen), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def catches(self, number):
        """Whether the program has a handler for the signal by now."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("SigCgt:"):
                return int(line.split()[1], 16) >> (number - 1) & 1
        return 0

    def wait_ready(self):
        line = self.process.stdout.readline()
        assert line.startswith("ready api=http://127.0.0.1:"), line

    def ask_to_end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.wait_for_end()

    def wait_for_end(self):
        try:
            return self.process.wait(60)
        finally:
            self.process.kill()
            self.process.stdout.close()


class Screen:
    """An X server of its own."""

    def __init__(self):
        self.process = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.name = ":" + self.process.stdout.readline().strip()

    def break_down(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


def kept(folder):
    """What the program remembers of its window."""
    file = configparser.RawConfigParser()
    file.optionxform = str
    file.read(folder / "window.ini")
    return dict(file["window"]) if file.has_section("window") else {}


def require_whole(folder):
    """Nothing of the running node is left, and what it stored is valid."""
    assert not (folder / "regtest" / "api.cookie").exists(), "the node was not stopped"
    code, _, errors = run("--datadir", folder, "--network", "regtest", "--verify")
    assert code == 0, errors


def test_ends_at_the_first_run(folder, make):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        window = Window(folder / "empty")
        wait_until(lambda: window.catches(number), "the handler")
        assert window.ask_to_end(number) == 0
    assert not (folder / "empty" / "sandbox").exists(), "nobody chose a network"


def test_ends_with_a_node_inside(folder, make):
    window = Window(folder / "data", "--network", "regtest")
    window.wait_ready()
    assert (folder / "data" / "regtest" / "api.cookie").exists()
    assert window.ask_to_end() == 0
    assert not (folder / "data" / "regtest" / "api.cookie").exists()


def test_comes_back_as_it_was_left(folder, make):
    data = folder / "left"
    window = Window(data, "--network", "regtest")
    window.wait_ready()
    assert window.ask_to_end() == 0  # at once: what is written a moment later must be written now
    first = kept(data)
    assert {"place", "network", "page"} <= first.keys(), first
    assert first["page"].startswith("home/"), first
    (data / "window.ini").write_text((data / "window.ini").read_text().replace(first["page"], "wallet/2"))
    for number in (signal.SIGTERM, signal.SIGHUP):
        window = Window(data, "--network", "regtest")
        window.wait_ready()
        wait_until(lambda: kept(data)["page"] == "wallet/2", "the page")
        assert window.ask_to_end(number) == 0
        assert kept(data)["page"] == "wallet/2"
    require_whole(data)


def test_ends_cleanly_when_the_display_goes(folder, make):
    """Qt calls exit() from within its event loop; the node's threads, mining here, must not outlive what they use."""
    if not shutil.which("Xvfb"):
        print("skipped: there is no Xvfb")
        return
    for attempt in range(3):
        data = folder / f"display{attempt}"
        screen = Screen()
        window = Window(data, "--network", "regtest", "--mine", display=screen.name)
        window.wait_ready()
        wait_until(lambda: (data / "window.ini").exists(), "the window")
        if attempt == 2:  # logging out: both at once
            window.process.send_signal(signal.SIGTERM)
        screen.break_down()
        code = window.wait_for_end()
        assert code in ((0, 1) if attempt == 2 else (1,)), f"ended with {code}"
        assert "place" in kept(data)
        require_whole(data)


def test_a_second_start_tells_the_first(folder, make):
    window = Window(folder / "data", "--network", "regtest")
    assert window.process.stdout.readline().startswith("ready ")
    again = lambda *arguments: subprocess.run([CAIRN, "--datadir", str(folder / "data"), "--api-bind", "127.0.0.1:0", *arguments],
                                              env=environment({"QT_QPA_PLATFORM": "offscreen"}), capture_output=True, text=True, timeout=60)
    for arguments in ([], ["--network", "regtest"], ["cairn:lab?card=nonsense"], ["bitcoin:bcrt1qxyz?amount=1"]):
        done = again(*arguments)
        assert (done.returncode, done.stdout) == (0, ""), (arguments, done)
    refused = again("neither-file-nor-link")
    assert refused.returncode == 2 and "neither-file-nor-link" in refused.stderr, refused
    assert window.process.poll() is None
    assert window.ask_to_end() == 0
    assert not list((folder / "data").glob("*.socket")), "the socket goes with the window"


def test_starts_again_after_a_kill(folder, make):
    window = Window(folder / "data", "--network", "regtest")
    assert window.process.stdout.readline().startswith("ready ")
    window.process.kill()
    window.process.wait()
    window.process.stdout.close()
    window = Window(folder / "data", "--network", "regtest")
    assert window.process.stdout.readline().startswith("ready ")
    assert window.ask_to_end() == 0


main(test_ends_at_the_first_run, test_ends_with_a_node_inside, test_comes_back_as_it_was_left,
     test_ends_cleanly_when_the_display_goes, test_a_second_start_tells_the_first, test_starts_again_after_a_kill)
