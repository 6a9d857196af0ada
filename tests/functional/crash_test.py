#!/usr/bin/env python3
"""SIGKILL at random moments of mining, importing and sending: nothing acknowledged is lost, the chain stays valid.

usage: crash_test.py [KILLS [SEED]]
"""
import json
import random
import sys
import threading
import time

import requests

from cairn_node import CHAINS, easy_card, is_missing, main, run, wait_until

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 25
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())


class Worker:
    """Mines, pays and takes addresses until the node is gone; remembers what was acknowledged."""

    def __init__(self):
        self.blocks = []
        self.payments = []
        self.addresses = []

    def work(self, node, rng):
        try:
            while True:
                choice = rng.random()
                if choice < 0.5:
                    answer = requests.get(node.api + "/mine", timeout=20)
                    if answer.status_code == 200:
                        self.blocks.append(answer.json()["hash"])
                elif choice < 0.8:
                    address = requests.get(node.api + "/wallet/address?new=1&label=kept", timeout=20).json()["address"]
                    self.addresses.append(address)
                elif self.addresses:
                    body = {"sender": "wallet", "recipient": rng.choice(self.addresses), "amount": "0.5"}
                    answer = requests.post(node.api + "/transactions/new", json=body, timeout=20)
                    if answer.status_code == 201:
                        self.payments.append(answer.json()["txid"])
        except (requests.RequestException, ValueError, KeyError):
            pass  # the node was killed in the middle of an answer: that one was not acknowledged


def check(node, worker):
    known = {block["hash"] for block in node.get("/chain?transactions=0")["chain"]}
    missing = [block for block in worker.blocks if block not in known]
    assert not missing, f"acknowledged blocks are missing: {missing}"
    for txid in worker.payments[-20:]:
        wait_until(lambda: node.confirmations(txid)["status"] in ("mempool", "confirmed"), f"payment {txid}", 15)
    for address in worker.addresses[-20:]:
        # An address handed out is one of the wallet's: only then may it be a sender.
        answer = requests.post(node.api + "/transactions/new", json={"sender": address, "recipient": address, "amount": 1e6})
        assert "not in this wallet" not in answer.text, address
    fresh = node.address()
    assert fresh not in worker.addresses, "an address was handed out twice"
    worker.addresses.append(fresh)


def test_mining_and_sending(folder, make):
    print(f"seed {SEED}, {KILLS} kills", flush=True)
    rng = random.Random(SEED)
    node = make(folder / "data", network=easy_card(folder)).start()
    worker = Worker()
    node.mine(5)
    for kill in range(KILLS * 4 // 5):
        thread = threading.Thread(target=worker.work, args=(node, random.Random(rng.random())))
        thread.start()
        time.sleep(rng.uniform(0.0, 0.35))  # the moment of the kill is the test's random input, not a wait
        node.kill()
        thread.join()
        if kill % 5 == 0:
            code, _, err = run("--datadir", node.datadir, "--network", node.network, "--verify")
            assert code == 0, err
        node.start()
        check(node, worker)
    node.stop()
    code, _, err = run("--datadir", node.datadir, "--network", node.network, "--verify")
    assert code == 0, err
    print(f"kept {len(worker.blocks)} blocks, {len(worker.payments)} payments, {len(worker.addresses)} addresses", flush=True)
    assert worker.blocks and worker.payments and worker.addresses


def kill_imports(folder, make, name, kills, longest):
    """Kills `kills` imports, each within `longest` seconds; in the end everything is there."""
    source = CHAINS / name
    if is_missing(source):
        return
    tip = json.loads((source / "expected.json").read_text())["height"]
    rng = random.Random(SEED + 1)
    node = make(folder / "data", "--import-blocks", source / "blocks.dat")
    height = 0
    for _ in range(kills):
        node.start()
        time.sleep(rng.uniform(0.0, longest))
        height = max(height, node.height_at_start)
        node.kill()
        code, _, err = run("--datadir", node.datadir, "--network", "regtest", "--verify")
        assert code == 0, err
    node.start()
    assert node.height_at_start >= height, "the chain got shorter"
    wait_until(lambda: node.summary()["height"] == tip, "the whole import", 120)
    node.stop()
    code, _, err = run("--datadir", node.datadir, "--network", "regtest", "--verify")
    assert code == 0, err


def test_importing(folder, make):
    kill_imports(folder, make, "regtest-mixed", max(1, KILLS // 5), 0.5)


def test_importing_large_blocks(folder, make):
    """Their bodies are written some time before their coins."""
    kill_imports(folder, make, "regtest-perf", max(1, KILLS // 10), 1.5)


if __name__ == "__main__":
    sys.argv = sys.argv[:1]
    main(test_mining_and_sending, test_importing, test_importing_large_blocks)
