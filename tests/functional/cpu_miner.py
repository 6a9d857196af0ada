"""A miner that speaks as the stock cpuminer does: what it sends, what it insists on, what it makes of the answers."""
import hashlib
import json
import struct
import threading

import requests

SEGWIT = {"capabilities": ["coinbasetxn", "coinbasevalue", "longpoll", "workid"], "rules": ["segwit"]}
ANSWER_SECONDS = 30  # it gives up after this; a long poll may take for ever
REFRESH_SECONDS = 1  # without news it asks again
EFFORT = 12  # so many bits are some hundredths of a second here


def double_sha(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def merkle(level):
    while len(level) > 1:
        level += level[-1:] * (len(level) % 2)
        level = [double_sha(level[i] + level[i + 1]) for i in range(0, len(level), 2)]
    return level[0]


def compact(number):
    return bytes([number]) if number < 0xfd else b"\xfd" + struct.pack("<H", number)


def coinbase_of(template, script, extra=0):
    """As minerd makes it: height, padding, outputs with the commitment, and no witness."""
    height = template["height"]
    number = bytes([0x50 + height, 0]) if height <= 16 else (lambda b: bytes([len(b)]) + b)(height.to_bytes((height.bit_length() + 8) // 8, "little"))
    script_sig = number + struct.pack("<I", extra)
    commitment = double_sha(merkle([bytes(32)] + [bytes.fromhex(tx["hash"])[::-1] for tx in template["transactions"]]) + bytes(32))
    outputs = [(template["coinbasevalue"], script), (0, bytes.fromhex("6a24aa21a9ed") + commitment)]
    return (struct.pack("<IB", 1, 1) + bytes(32) + b"\xff" * 4 + compact(len(script_sig)) + script_sig + b"\xff" * 4 + compact(len(outputs)) +
            b"".join(struct.pack("<q", value) + compact(len(out)) + out for value, out in outputs) + bytes(4))


def solved(template, script, extra=0, flip=None, effort=0):
    """A block from a template, in hex. `effort` more zero bits than it must have: for a miner that is not quick."""
    coinbase = coinbase_of(template, script, extra)
    txids = [double_sha(coinbase)] + [bytes.fromhex(tx["txid"])[::-1] for tx in template["transactions"]]
    root = merkle(list(txids)) if flip != "merkle" else bytes(32)
    start = (struct.pack("<I", template["version"]) + bytes.fromhex(template["previousblockhash"])[::-1] + root +
             struct.pack("<I", template["curtime"]) + bytes.fromhex(template["bits"])[::-1])
    target = int(template["target"], 16) >> effort
    for nonce in range(1 << 32):
        header = start + struct.pack("<I", nonce)
        met = int.from_bytes(double_sha(header), "little") <= target
        if met != (flip == "work"):
            break
    transactions = [coinbase] + [bytes.fromhex(tx["data"]) for tx in template["transactions"]]
    return (header + compact(len(transactions)) + b"".join(transactions)).hex()


def hash_of(block_hex):
    return double_sha(bytes.fromhex(block_hex[:160]))[::-1].hex()


def solved_work(work, effort=0):
    """What getwork wants back: the header with another nonce, every word turned round."""
    target = int.from_bytes(bytes.fromhex(work["target"]), "little") >> effort
    words = struct.unpack("<32I", bytes.fromhex(work["data"]))
    header = struct.pack(">20I", *words[:20])
    for nonce in range(1 << 32):
        attempt = header[:76] + struct.pack("<I", nonce)
        if int.from_bytes(double_sha(attempt), "little") <= target:
            break
    return struct.pack("<32I", *struct.unpack(">20I", attempt), *words[20:]).hex()


def work_hash(data):
    return double_sha(struct.pack(">20I", *struct.unpack("<32I", bytes.fromhex(data))[:20]))[::-1].hex()


def is_hex(value, digits):
    return isinstance(value, str) and len(value) == digits and bytes.fromhex(value) is not None


def check_template(template):
    """What cpuminer calls invalid otherwise."""
    for field in ("height", "version", "curtime", "coinbasevalue"):
        assert type(template[field]) is int, (field, template[field])
    assert is_hex(template["previousblockhash"], 64) and is_hex(template["target"], 64) and is_hex(template["bits"], 8)
    assert any(rule in ("segwit", "!segwit") for rule in template["rules"])
    assert "coinbasetxn" not in template, "it would be used as it is, without the commitment"
    assert "submit/coinbase" not in template["mutable"], "the transactions would be left out"
    assert isinstance(template["coinbaseaux"], dict) and isinstance(template["longpollid"], str)
    for transaction in template["transactions"]:
        assert is_hex(transaction["txid"], 64) and is_hex(transaction["hash"], 64) and bytes.fromhex(transaction["data"])


class CpuMiner:
    """Mines from its newest work until it is told to stop. `results` has (block hash, previous, height, answer) for every block
    it handed in, answer None or True when it was taken."""

    def __init__(self, api, script=None):
        self.api, self.script = api, script
        self.results = []
        self.polls = 0
        self.failure = None
        self.work = None
        self.stopping = threading.Event()
        self.begun, self.fresh = threading.Event(), threading.Event()
        self.threads = [threading.Thread(target=self.guarded, args=(run,), daemon=True) for run in (self.mine, self.poll)]

    def post(self, session, method, params, path="/", timeout=ANSWER_SECONDS):
        # An empty user and password are sent always; the answer must hold "result", and no error.
        answer = session.post(self.api + path, data=json.dumps({"method": method, "params": params, "id": 0}), timeout=timeout,
                              auth=("", ""), headers={"Content-Type": "application/json", "User-Agent": "cpuminer/2.5.1",
                                                      "X-Mining-Extensions": "midstate", "Accept": None})
        body = answer.json()
        assert answer.status_code == 200 and "result" in body and body.get("error") is None, (answer.status_code, body)
        return body["result"], answer.headers

    def guarded(self, run):
        try:
            run(requests.Session())
        except BaseException as problem:  # told to the test, which looks at it
            if not self.stopping.is_set():
                self.failure = problem
            self.begun.set()
            self.fresh.set()

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def stop(self):
        self.stopping.set()
        self.threads[0].join(60)

    # With an address it asks for templates, without one for getwork: the node's wallet is paid.

    def fetch(self, session):
        if self.script is None:
            work, headers = self.post(session, "getwork", [])
            assert is_hex(work["data"], 256) and is_hex(work["target"], 64)
            self.long_poll = headers["X-Long-Polling"]
            return work
        template, _ = self.post(session, "getblocktemplate", [SEGWIT])
        check_template(template)
        self.long_poll = template.get("longpolluri", "/")
        return template

    def poll(self, session):
        """The second connection: newer work as soon as there is some."""
        self.begun.wait(60)
        while not self.stopping.is_set():
            if self.script is None:
                work, _ = self.post(session, "getwork", [], self.long_poll, timeout=None)
            else:
                work, _ = self.post(session, "getblocktemplate", [{**SEGWIT, "longpollid": self.work["longpollid"]}], self.long_poll, timeout=None)
                check_template(work)
            self.polls += 1
            self.work = work
            self.fresh.set()

    def mine(self, session):
        self.work = self.fetch(session)
        self.begun.set()
        extra = 0
        while not self.stopping.is_set():
            extra += 1
            work = self.work
            self.fresh.clear()
            if self.script is None:
                data = solved_work(work, EFFORT)
                taken, headers = self.post(session, "getwork", [data])
                answer = True if taken is True else headers["X-Reject-Reason"]
                previous = struct.pack(">20I", *struct.unpack("<32I", bytes.fromhex(data))[:20])[4:36][::-1].hex()
                self.results.append((work_hash(data), previous, None, answer))
            else:
                block = solved(work, self.script, extra, effort=EFFORT)
                answer, _ = self.post(session, "submitblock", [block])
                self.results.append((hash_of(block), work["previousblockhash"], work["height"], answer))
            # A long poll of getwork names no work: what is new before it begins, it does not tell. The plain request does.
            if not self.fresh.wait(REFRESH_SECONDS):
                self.work = self.fetch(session)

    def taken(self):
        return [result for result in self.results if result[3] in (None, True)]
