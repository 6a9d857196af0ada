#!/usr/bin/env python3
"""SIGKILL at random moments of paying, replacing, calling back, making, encrypting and importing: nothing acknowledged is lost, nothing is paid twice, no file is half encrypted.

usage: wallet_crash_test.py [KILLS [SEED]]
"""
import os
import random
import sys
import threading
import time

import requests

from cairn_node import easy_card, main, wait_until
from rpc_test import Rpc

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 5
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else int.from_bytes(os.urandom(4), "big")
FOREIGN = "n3GNqMveyvaPvUbH469vDRadqpJMPc84JA"  # of nobody here
KEYS = "cUeKHd5orzT3mz8P9pxyREHfsWtVfgsfDjiZZBcjUBAaGk1BTj7N", "cMahea7zqjxrtgAbB7LSGbcQUr1uX1ojuat9jZodMN87JcbXMTcA", "cMahea7zqjxrtgAbB7LSGbcQUr1uX1ojuat9jZodMN87K7XCyj5v"


class Refused(Exception):
    pass


class User:
    """Does things until the node is gone; remembers what was answered, and the one thing that was not."""

    def __init__(self):
        self.payments = {}  # amount: the ids that may stand for it, the newest last; "called back" last where it was
        self.wallets = {}  # name: passphrases that may open it, the empty one where it is not encrypted
        self.asked = {}  # amount: what was asked for it and has no answer, "bump" or "call back"
        self.imports = {}  # name: descriptors
        self.count = 0
        self.done = []

    def act(self, node, rng):
        call = self.caller(node)
        deeds = [self.pay] * 4 + [self.bump] * 3 + [self.call_back] * 2 + [self.make] * 2 + [self.encrypt] * 2 + [self.change] * 2 + [self.bring_in] * 2
        try:
            while True:
                deed = rng.choice(deeds)
                try:
                    deed(call, node, rng)
                    self.done.append(deed.__name__)
                except Refused:
                    self.asked.clear()
        except (requests.RequestException, ValueError, KeyError, FileNotFoundError):
            pass  # the node was killed in the middle of an answer

    @staticmethod
    def caller(node):
        def call(method, *params, wallet="default"):
            rpc = Rpc(node, "test-net", "/wallet/" + wallet)
            body = rpc.raw({"id": 1, "method": method, "params": list(params)}, rpc.cookie(), timeout=120).json()
            if body["error"]:
                raise Refused(f"{method}: {body['error']}")
            return body["result"]
        return call

    def pay(self, call, node, rng):
        self.count += 1
        amount = f"0.{self.count:05d}"
        self.payments[amount] = []
        self.payments[amount].append(call("sendtoaddress", FOREIGN, amount))

    def waiting(self, rng):
        return rng.choice([amount for amount, ids in self.payments.items() if ids and ids[-1] != "called back"][-5:] or [None])

    def bump(self, call, node, rng):
        amount = self.waiting(rng)
        if amount:
            self.asked[amount] = "bump"
            self.payments[amount].append(call("bumpfee", self.payments[amount][-1])["txid"])
            del self.asked[amount]

    def call_back(self, call, node, rng):
        amount = self.waiting(rng)
        if not amount:
            return
        self.asked[amount] = "call back"
        answer = requests.post(f"{node.api}/api/v1/wallet/payments/{self.payments[amount][-1]}/cancel", json={}, auth=Rpc(node, "test-net").cookie(), timeout=120)
        if answer.status_code in (200, 201):
            self.payments[amount].append("called back")
        del self.asked[amount]

    def make(self, call, node, rng):
        name = f"w{len(self.wallets)}"
        if len(self.wallets) > 12:
            return
        passphrase = rng.choice(["", "correct horse"])
        self.wallets[name] = [None, passphrase]
        call("createwallet", name, False, False, passphrase)
        self.wallets[name] = [passphrase]

    def encrypt(self, call, node, rng):
        name = rng.choice([name for name, words in self.wallets.items() if words == [""]] or [None])
        if name:
            self.wallets[name] = ["", "battery staple"]
            call("encryptwallet", "battery staple", wallet=name)
            self.wallets[name] = ["battery staple"]

    def change(self, call, node, rng):
        name = rng.choice([name for name, words in self.wallets.items() if len(words) == 1 and words[0]] or [None])
        if name:
            old = self.wallets[name][0]
            fresh = f"passphrase {rng.random()}"
            self.wallets[name] = [old, fresh]
            call("walletpassphrasechange", old, fresh, wallet=name)
            self.wallets[name] = [fresh]

    def bring_in(self, call, node, rng):
        name = rng.choice([name for name, words in self.wallets.items() if words == [""]] or [None])
        if not name:
            return
        text = f"wpkh({rng.choice(KEYS)})"
        info = call("getdescriptorinfo", text)
        outcome = call("importdescriptors", [{"desc": f"{text}#{info['checksum']}", "timestamp": "now"}], wallet=name)
        if outcome[0]["success"]:
            self.imports.setdefault(name, set()).add(info["descriptor"])

    def look(self, node):
        call = self.caller(node)
        self.look_at_payments(call)
        for name, words in list(self.wallets.items()):
            path = node.datadir / "test-net" / "wallets" / f"{name}.sqlite"
            if None in words and not path.exists():
                del self.wallets[name]  # it was never answered that there is one
                continue
            call("loadwallet", name)
            info = call("getwalletinfo", wallet=name)
            if "unlocked_until" not in info:
                assert "" in words, f"{name} is not encrypted"
                self.wallets[name] = [""]
            else:
                self.wallets[name] = [self.opening(call, name, words)]
                assert b" abandon " not in path.read_bytes()
            known = {row["desc"] for row in call("listdescriptors", wallet=name)["descriptors"]}
            assert self.imports.get(name, set()) <= known, (name, self.imports[name] - known)
        assert not list((node.datadir / "test-net" / "wallets").glob("*.new*"))

    @staticmethod
    def opening(call, name, words):
        for word in words:
            try:
                if word:
                    call("walletpassphrase", word, 1, wallet=name)
                    call("walletlock", wallet=name)
                    return word
            except Refused:
                continue
        raise AssertionError(f"{name}: none of the passphrases opens it")

    def look_at_payments(self, call):
        """What was answered is there, or what took its place; and of every amount one at most."""
        lines = call("listtransactions", "*", 100_000)
        standing = {}
        for line in lines:
            if line["category"] == "send" and line["address"] == FOREIGN and line["confirmations"] >= 0 and not line.get("abandoned") and not line.get("walletconflicts"):
                standing.setdefault(f"{-line['amount']:.5f}", set()).add(line["txid"])
        doubled = {amount: ids for amount, ids in standing.items() if len(ids) > 1}
        assert not doubled, doubled
        for amount, wish in self.asked.items():  # the kill came before the answer: done, or not done at all
            if amount in standing:
                self.payments[amount] = list(standing[amount])
            else:
                assert wish == "call back", (amount, self.payments[amount])
                self.payments[amount].append("called back")
        self.asked.clear()
        for amount, ids in self.payments.items():
            if ids and "called back" not in ids:
                assert call("gettransaction", ids[-1])["confirmations"] >= 0, (amount, ids)


def test_kills(folder, make):
    print(f"seed {SEED}, {KILLS} kills", flush=True)
    rng = random.Random(SEED)
    node = make(folder / "data", network=easy_card(folder)).start()
    node.mine(12)
    wait_until(lambda: node.balance()["spendable"] >= 300, "ripe rewards")
    user = User()
    for kill in range(KILLS):
        thread = threading.Thread(target=user.act, args=(node, random.Random(rng.random())))
        thread.start()
        time.sleep(rng.uniform(0.05, 0.9))  # the moment of the kill is the test's random input, not a wait
        node.kill()
        thread.join()
        node.start()
        wait_until(lambda: node.balance()["spendable"] > 1, "the wallet has read the mempool")
        user.look(node)
        if kill % 50 == 49:
            print(f"{kill + 1} kills", flush=True)
        if kill % 3 == 0:
            node.mine(1)
    node.stop()
    print({name: user.done.count(name) for name in sorted(set(user.done))}, flush=True)
    assert user.done


if __name__ == "__main__":
    sys.argv = sys.argv[:1]
    main(test_kills)
