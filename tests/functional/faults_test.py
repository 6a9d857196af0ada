#!/usr/bin/env python3
"""The disk fails at the n-th call, for every n, while the node mines, pays, hands out addresses, keeps tokens, bans and peers, starts, imports and encrypts: what was answered as done is there after a restart, what was answered as failed is nowhere, every refusal has a sentence, and the program goes on.

CAIRN_FAULTS=long takes every n and every kind of fault; else some of them, by CAIRN_FAULTS_SEED.
"""
import json
import mmap
import os
import pathlib
import random
import re
import struct

import requests

from cairn_node import Node, easy_card, main, run, wait_until

LIBRARY = pathlib.Path(os.environ.get("CAIRN_FAULTS_LIBRARY", "libcairn_faults.so"))
IS_LONG = os.environ.get("CAIRN_FAULTS") == "long"
SEED = int(os.environ.get("CAIRN_FAULTS_SEED", 1))
SQL_WORDS = re.compile(r"\b(SELECT|INSERT|UPDATE|PRAGMA|BEGIN|COMMIT)\b|SQLite|malformed|disk I/O")
NO_SPACE, IO_ERROR = 28, 5
FOREVER = 1 << 40
# error, whether a write is half done, for how many calls
KINDS = {"full once": (NO_SPACE, 0, 1), "full": (NO_SPACE, 0, FOREVER), "half, then full": (NO_SPACE, 1, FOREVER), "broken once": (IO_ERROR, 0, 1)}


class Board:
    """Says which of a program's calls that change files fail; see faults.cpp."""

    FORMAT = "QQQQii"

    def __init__(self, folder, under):
        path = folder / "board"
        path.write_bytes(bytes(struct.calcsize(self.FORMAT)))
        self.file = open(path, "r+b")
        self.memory = mmap.mmap(self.file.fileno(), 0)
        self.env = {"LD_PRELOAD": str(LIBRARY), "CAIRN_FAULTS_BOARD": str(path), "CAIRN_FAULTS_UNDER": str(under)}

    def read(self):
        return struct.unpack(self.FORMAT, self.memory[:struct.calcsize(self.FORMAT)])

    def arm(self, after, kind):
        """The call after so many others from now on fails."""
        error, half, calls = KINDS[kind]
        struct.pack_into("ii", self.memory, 32, error, half)
        struct.pack_into("Q", self.memory, 24, 0)
        struct.pack_into("Q", self.memory, 8, self.read()[0] + after)
        struct.pack_into("Q", self.memory, 16, calls)

    def disarm(self):
        """How many calls have failed."""
        struct.pack_into("Q", self.memory, 16, 0)
        return self.read()[3]


def places(most, chosen=4):
    """After how many calls the first one fails: the act is over when none did."""
    return range(10_000) if IS_LONG else sorted(random.sample(range(most), chosen))


def sentence(answer):
    """A refusal in the user's words."""
    assert answer.status_code in (409, 500, 503, 507), (answer.status_code, answer.text)
    said = answer.json()
    said = said["error"]["message"] if isinstance(said["error"], dict) else said["error"]
    assert len(said.split()) > 3 and not SQL_WORDS.search(said), said
    return said


def is_uncertain(said):
    """A sync that failed, for whatever reason, leaves open what is on the disk: the program says so and stops writing."""
    return "Start Cairn again and look whether" in said


class Program:
    """A node whose disk can fail, and what it was asked."""

    def __init__(self, folder, make, board_folder):
        self.board = Board(board_folder, folder)
        self.node = make(folder, network=easy_card(board_folder), env=self.board.env).start()
        self.number = 0

    @property
    def cookie(self):
        return tuple((self.node.datadir / "test-net" / "api.cookie").read_text().strip().split(":", 1))

    def ask(self, method, path, **options):
        return requests.request(method, self.node.api + path, auth=self.cookie, timeout=60, **options)

    def restart(self):
        self.node.stop()
        self.node.start()

    def wants_a_restart(self):
        """Of the chain's file as of the wallet's: see is_uncertain."""
        mined = self.ask("GET", "/mine?timeout=1")
        named = self.ask("GET", "/wallet/address?new=1")
        return mined.status_code == 507 and "start Cairn again" in mined.json()["error"] or named.status_code == 500 and is_uncertain(named.json()["error"])


# --- what is asked: each act gives what was promised, or nothing and a sentence; `kept` says whether it is there.

class Mining:
    def act(self, program):
        answer = program.ask("GET", "/mine")
        return answer.json()["hash"] if answer.status_code == 200 else sentence(answer) and None

    def kept(self, program, block):
        return program.ask("GET", f"/api/block/{block}/status").json()["in_best_chain"]


class Addresses:
    def act(self, program):
        answer = program.ask("GET", "/wallet/address?new=1&label=kept")
        if answer.status_code != 200:
            return sentence(answer) and None
        address = answer.json()["address"]
        assert address not in vars(self).setdefault("given", set()), "an address was handed out twice"
        self.given.add(address)
        return address

    def kept(self, program, address):
        return next_address(program) not in self.given and "kept" in call(program, "getaddressinfo", address)["result"]["labels"]


def next_address(program):
    return program.ask("GET", "/wallet/address").json()["address"]


def call(program, method, *params):
    return program.ask("POST", "/", json={"id": 1, "method": method, "params": params}).json()


class Payments:
    """Each of an amount of its own: what was refused must be nowhere."""

    def act(self, program):
        program.number += 1
        amount = 100_000 + program.number  # satoshi
        body = {"sender": "wallet", "recipient": self.somebody(program), "amount": f"{amount / 1e8:.8f}"}
        answer = program.ask("POST", "/transactions/new", json=body)
        if answer.status_code == 201:
            return answer.json()["txid"]
        if not is_uncertain(sentence(answer)):
            vars(self).setdefault("refused", set()).add(amount)
        return None

    def somebody(self, program):
        if not hasattr(self, "address"):
            key = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
            self.address = call(program, "deriveaddresses", call(program, "getdescriptorinfo", f"wpkh({key})")["result"]["descriptor"])["result"][0]
        return self.address

    def kept(self, program, txid):
        paid = set()
        for line in call(program, "listtransactions", "*", 10_000)["result"]:
            if line["category"] == "send" and not line.get("abandoned"):
                paid.add(round(-line["amount"] * 1e8))
        assert not paid & getattr(self, "refused", set()), "a payment that was refused is there"
        pool = program.ask("GET", "/api/mempool/txids").json()
        return txid in pool or program.ask("GET", f"/api/tx/{txid}/status").json()["confirmed"]


class Tokens:
    def act(self, program):
        program.number += 1
        name = f"token-{program.number}"
        answer = program.ask("POST", "/api/v1/tokens", json={"name": name, "scopes": ["wallet"]})
        if answer.status_code == 201:
            return name
        sentence(answer)
        assert name not in self.names(program), "a token that was refused is there"
        return None

    def names(self, program):
        return {token["name"] for token in program.ask("GET", "/api/v1/tokens").json()}

    def kept(self, program, name):
        return name in self.names(program)


class Bans:
    def act(self, program):
        program.number += 1
        address = f"203.0.113.{program.number % 250 + 1}"
        answer = program.ask("POST", "/", json={"id": 1, "method": "setban", "params": [f"{address}/32", "add", 86_400]})
        if answer.json()["error"] is None:
            call(program, "setban", f"{address}/32", "remove") if program.number > 250 else None
            return address
        said = answer.json()["error"]["message"]
        assert not SQL_WORDS.search(said) and (len(said.split()) > 3 or "already" in said), said
        return None

    def kept(self, program, address):
        return f"{address}/32" in {ban["address"] for ban in call(program, "listbanned")["result"]}


def in_a_running_node(act, folder, make, most, prepare=lambda program: None):
    board_folder = folder / "board"
    board_folder.mkdir()
    program = Program(folder / "data", make, board_folder)
    prepare(program)
    for kind in KINDS:
        promised = []
        for after in places(most):
            program.board.arm(after, kind)
            done = act.act(program)
            # What only reads is answered while the disk fails.
            assert program.node.summary()["height"] >= 0
            failed = program.board.disarm()
            assert done is not None or failed, f"{kind} after {after}: refused although nothing had failed"
            if done is not None:
                promised.append(done)
            # A full disk: it goes on by itself. A broken one: it goes on, or is healed by a start.
            if program.wants_a_restart() or (kind.startswith("broken") and not act.act(program)):
                program.restart()
            promised.append(wait_until(lambda: act.act(program), f"{kind} after {after}: that the program goes on", 20))
            if not failed:
                break  # it was over before
        program.restart()
        for done in promised:
            assert wait_until(lambda: act.kept(program, done) or None, f"{kind}: {done}", 20)
    program.node.stop()
    code, _, err = run("--datadir", program.node.datadir, "--network", "test-net", "--verify")
    assert code == 0, err


def test_mining(folder, make):
    in_a_running_node(Mining(), folder, make, 60)


def test_addresses(folder, make):
    in_a_running_node(Addresses(), folder, make, 23)


def test_payments(folder, make):
    in_a_running_node(Payments(), folder, make, 45, lambda program: program.node.mine(40))


def test_tokens(folder, make):
    in_a_running_node(Tokens(), folder, make, 8)


def test_bans(folder, make):
    in_a_running_node(Bans(), folder, make, 8)


def test_starting(folder, make):
    """A first start that fails says why, and the next one is whole."""
    board = Board(folder, folder / "n")
    for kind in KINDS:
        for after in places(120 if IS_LONG else 60, 2):
            data = folder / "n" / f"{kind}-{after}".replace(" ", "-").replace(",", "")
            data.parent.mkdir(exist_ok=True)
            board.arm(after, kind)
            node = Node(data, network=easy_card(folder), env=board.env)
            try:
                node.start()
            except AssertionError as refused:
                said = "\n".join(line for line in node.log().splitlines() if line.startswith("cairnd: "))
                assert "exit 1" in str(refused) and len(said.split()) > 4 and not SQL_WORDS.search(said), (kind, after, str(refused))
            failed = board.disarm()
            if node.process is not None and node.process.poll() is None:
                node.stop()
            again = make(data, network=easy_card(folder), env=board.env).start()
            assert again.mine(1)
            again.stop()
            code, _, err = run("--datadir", data, "--network", "test-net", "--verify")
            assert code == 0, (kind, after, err)
            if not failed:
                break  # it was over before


def test_importing(folder, make):
    source = make(folder / "source", network=easy_card(folder)).start()
    source.mine(60)
    best = source.tip()
    source.stop()
    code, _, err = run("--datadir", source.datadir, "--network", "test-net", "--export-blocks", folder / "blocks.dat")
    assert code == 0, err
    board = Board(folder, folder / "n")
    (folder / "n").mkdir()
    for kind in KINDS:
        for after in places(90, 2):
            data = folder / "n" / f"{kind}-{after}".replace(" ", "-").replace(",", "")
            arguments = ("--datadir", data, "--network", easy_card(folder), "--import-blocks", folder / "blocks.dat", "--stop-after-import", "--api-bind", "off")
            board.arm(after, kind)
            code, out, err = run(*arguments, env=board.env)
            failed = board.disarm()
            said = "\n".join(line for line in err.splitlines() if line.startswith("cairnd: "))
            assert code in (0, 1) and not SQL_WORDS.search(said), (kind, after, code, err)
            if code == 0:
                told = json.loads(out.splitlines()[-1])
                assert told["best"] == best, (kind, after, told)
                code, out, err = run("--datadir", data, "--network", "test-net", "--verify")
                assert code == 0 and json.loads(out)["best"] == best, (kind, after, err)
            else:
                assert len(said.split()) > 4, (kind, after, err)
            code, out, err = run(*arguments)
            assert code == 0 and json.loads(out.splitlines()[-1])["best"] == best, (kind, after, code, out, err)
            if not failed:
                break


def test_encrypting(folder, make):
    """Either it is encrypted, by the passphrase that was acknowledged, or it is not."""
    board = Board(folder, folder / "n")
    for kind in KINDS:
        for after in places(24, 2):
            data = folder / "n" / f"{kind}-{after}".replace(" ", "-").replace(",", "")
            data.parent.mkdir(exist_ok=True)
            node = make(data, network=easy_card(folder), env=board.env).start()
            node.mine(1)
            program = Program.__new__(Program)
            program.board, program.node, program.number = board, node, 0
            board.arm(after, kind)
            answer = call(program, "encryptwallet", "correct horse")
            failed = board.disarm()
            program.restart()
            locked = call(program, "walletpassphrase", "correct horse", 60)
            if answer["error"] is None:
                assert locked["error"] is None, (kind, after, locked)
            else:
                said = answer["error"]["message"]
                assert len(said.split()) > 3 and not SQL_WORDS.search(said), said
                is_plain = locked["error"] is not None and locked["error"]["code"] == -15
                assert is_plain or (is_uncertain(said) and locked["error"] is None), (kind, after, said, locked)
            assert call(program, "getwalletinfo")["error"] is None
            node.stop()
            if not failed:
                break


if __name__ == "__main__":
    if not LIBRARY.exists():
        raise SystemExit(f"{LIBRARY} is missing: build it first")
    random.seed(SEED)
    print(f"seed {SEED}", flush=True)
    main(test_mining, test_addresses, test_payments, test_tokens, test_bans, test_starting, test_importing, test_encrypting)
