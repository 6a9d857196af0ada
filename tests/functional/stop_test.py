#!/usr/bin/env python3
"""SIGTERM at random moments from the first instruction on: the program ends in order, always.

usage: stop_test.py [STOPS [SEED]]
"""
import random
import signal
import subprocess
import sys
import threading
import time

import requests

from cairn_node import CAIRND, environment, main, run, wait_until

STOPS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 40
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
if len(sys.argv) > 1 and sys.argv[1].isdigit():
    del sys.argv[1:]


def test_stops_at_any_moment(folder, make):
    """Before the start has ended too: parts that are not there yet must not be asked for."""
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    for number in range(STOPS):
        command = [CAIRND, "--datadir", str(folder / str(number % 4)), "--network", "regtest", "--api-bind", "127.0.0.1:0",
                   "--peer-bind", "127.0.0.1:0", *(["--mine", "1"] if number % 2 else [])]
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        after = rng.choice([rng.uniform(0, 0.25), rng.uniform(0.1, 1.5)])
        time.sleep(after)
        process.send_signal(signal.SIGTERM)
        out, errors = process.communicate(timeout=60)
        # Before it listens for the signal the system ends it; nothing was begun then, and no line printed.
        unheard = process.returncode == -signal.SIGTERM and not out
        assert process.returncode == 0 or unheard, f"exit {process.returncode} after {after:.3f} s: {errors[-2000:]}"
    for number in range(4):
        code, out, errors = run("--datadir", folder / str(number), "--network", "regtest", "--verify")
        assert code == 0, f"exit {code}: {out} {errors}"


def test_stops_while_everybody_asks(folder, make):
    """A hundred clients, a miner, calls that wait: each gets an answer or a closed connection, and the program ends."""
    node = make(folder, "--mine", "1").start()
    ends = []

    def ask(path):
        try:
            while True:
                requests.get(node.api + path, timeout=60)
        except requests.RequestException:
            ends.append(path)

    paths = ["/mine", "/chain", "/api/v1/summary", "/wallet/balance", "/api/mempool", "/api/v1/events"]
    clients = [threading.Thread(target=ask, args=(paths[number % len(paths)],), daemon=True) for number in range(100)]
    for client in clients:
        client.start()
    wait_until(lambda: node.get("/api/v1/summary")["height"] > 20, "some blocks")
    node.stop()
    for client in clients:
        client.join(30)
    assert len(ends) == len(clients), f"{len(clients) - len(ends)} clients still wait"


if __name__ == "__main__":
    main(test_stops_at_any_moment, test_stops_while_everybody_asks)
