#!/usr/bin/env python3
"""The window program as a process, without a screen: it ends when it is asked to, whatever it shows."""
import os
import pathlib
import signal
import subprocess

from cairn_node import environment, main, wait_until

CAIRN = os.environ.get("CAIRN", "cairn")


class Window:
    def __init__(self, datadir, *arguments):
        command = [CAIRN, "--datadir", str(datadir), "--api-bind", "127.0.0.1:0", *arguments]
        self.process = subprocess.Popen(command, env=environment({"QT_QPA_PLATFORM": "offscreen"}), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def catches(self, number):
        """Whether the program has a handler for the signal by now."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("SigCgt:"):
                return int(line.split()[1], 16) >> (number - 1) & 1
        return 0

    def ask_to_end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        try:
            return self.process.wait(60)
        finally:
            self.process.kill()
            self.process.stdout.close()


def test_ends_at_the_first_run(folder, make):
    for number in (signal.SIGTERM, signal.SIGINT):
        window = Window(folder / "empty")
        wait_until(lambda: window.catches(number), "the handler")
        assert window.ask_to_end(number) == 0
    assert not (folder / "empty" / "sandbox").exists(), "nobody chose a network"


def test_ends_with_a_node_inside(folder, make):
    window = Window(folder / "data", "--network", "regtest")
    line = window.process.stdout.readline()
    assert line.startswith("ready api=http://127.0.0.1:"), line
    assert (folder / "data" / "regtest" / "api.cookie").exists()
    assert window.ask_to_end() == 0
    assert not (folder / "data" / "regtest" / "api.cookie").exists()


main(test_ends_at_the_first_run, test_ends_with_a_node_inside)
