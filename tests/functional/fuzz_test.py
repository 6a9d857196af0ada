#!/usr/bin/env python3
"""Random and broken requests to every route, every JSON-RPC method and every call of the peer protocol, over real sockets: whatever comes,
the node lives, goes on answering in order, and stops cleanly.

CAIRN_FUZZ_SECONDS says how long (10 by default), CAIRN_FUZZ_SEED repeats a run. A cairnd of the preset asan reports what a plain one
survives."""
import base64
import json
import os
import random
import socket
import time

from cairn_node import main
from http_raw import address_of, exchange, status_of

SECONDS = float(os.environ.get("CAIRN_FUZZ_SECONDS", "10"))
SEED = int(os.environ.get("CAIRN_FUZZ_SEED", int.from_bytes(os.urandom(4), "big")))
ANSWER_WITHIN = 0.3  # seconds to look at an answer; those that wait on purpose (events, long polls) are left
BETWEEN_CHECKS = 50

PEER_CALLS = (("GET", "/p2p/v1/hello"), ("POST", "/p2p/v1/headers"), ("GET", "/p2p/v1/block/HASH"), ("POST", "/p2p/v1/blocks"), ("POST", "/p2p/v1/txs"),
              ("GET", "/p2p/v1/mempool"), ("GET", "/p2p/v1/headers?locator=HASH&count=NUMBER"),
              ("POST", "/p2p/v1/block"), ("GET", "/p2p/v1/peers"))
# They do what they are asked, and nothing would be left to ask.
LEFT_OUT = {"stop"}


class Maker:
    """Makes requests out of what the node says of itself and of what it holds."""

    def __init__(self, node, rand):
        self.rand = rand
        self.routes = [(method.upper(), path) for path, methods in node.get("/openapi.json")["paths"].items() for method in methods]
        self.methods = [line.split()[0] for line in self.rpc(node, "help").splitlines() if line and not line.startswith("=")]
        blocks = node.get("/chain")["chain"]
        txids = [node.rpc_block(height)["tx"][0] for height in range(len(blocks))]
        self.words = [node.tip(), node.address(), *txids, "0" * 64, "f" * 64, "0", "1", "-1", "2147483648", "18446744073709551616", "1e400", "NaN", "", "wallet", "%00",
                      "..", "%2e%2e%2f", "\u00e4\U0001f600", "'", '"', "<x>", "a" * 3000, "true", "null", "[]", "{}", "raw(51)", "http://127.0.0.1:1", "ffffffff" * 20]
        self.login = base64.b64encode((node.datadir / "regtest" / "api.cookie").read_bytes()).decode()

    @staticmethod
    def rpc(node, method, *params):
        return node.post("/", {"id": 1, "method": method, "params": list(params)})["result"]

    def word(self):
        return self.rand.choice(self.words)

    def value(self, depth=0):
        kind = self.rand.randrange(9 if depth < 4 else 6)
        if kind == 0:
            return self.rand.choice((None, True, False))
        if kind == 1:
            return self.rand.choice((0, 1, -1, 2, 5, 100, 2**31, 2**63, -2**63, 2**64, 0.1, -0.5, 1e30))
        if kind <= 5:
            return self.word()
        if kind == 6:
            return [self.value(depth + 1) for _ in range(self.rand.randrange(4))]
        names = ("txid", "vout", "amount", "nodes", "sender", "recipient", "enabled", "threads", "name", "scopes", "rules", "mode", "data", "x")
        return {self.rand.choice(names): self.value(depth + 1) for _ in range(self.rand.randrange(4))}

    def rpc_body(self):
        method = self.rand.choice(self.methods)
        if method in LEFT_OUT:
            method = "getblockcount"
        call = {"jsonrpc": self.rand.choice(("1.0", "2.0", 2)), "id": self.value(3), "method": method,
                "params": [self.value() for _ in range(self.rand.randrange(4))] if self.rand.random() < 0.9 else self.value()}
        return [call] * self.rand.randrange(4) if self.rand.random() < 0.1 else call

    def body(self):
        kind = self.rand.randrange(4)
        if kind == 0:
            return self.rand.randbytes(self.rand.randrange(400))
        if kind == 1:
            return self.word().encode()
        return json.dumps(self.value()).encode()

    def mutated(self, data):
        data = bytearray(data)
        for _ in range(self.rand.randrange(1, 6)):
            at = self.rand.randrange(len(data) + 1)
            kind = self.rand.randrange(4)
            if kind == 0 and at < len(data):
                data[at] = self.rand.randrange(256)
            elif kind == 1:
                data[at:at] = self.rand.choice((b"\r\n", b"\x00", b" ", b"[" * 200, b": ", b"\xff", b"9" * 30))
            elif kind == 2:
                del data[at:at + self.rand.randrange(1, 9)]
            else:
                data[at:at] = data[max(0, at - 20):at]
        return bytes(data)

    def path(self, path):
        for name in ("HASH", "NUMBER"):
            path = path.replace(name, self.word() if self.rand.random() < 0.7 else str(self.rand.randrange(2**64)))
        while "{" in path:
            start, end = path.index("{"), path.index("}")
            path = path[:start] + self.word().replace("{", "").replace("}", "") + path[end + 1:]
        if self.rand.random() < 0.3:
            path += ("&" if "?" in path else "?") + "&".join(f"{self.rand.choice(('limit', 'from', 'new', 'brief', 'nonce', 'threads', 'x', 'maxfeerate'))}={self.word()}" for _ in range(2))
        return path.replace(" ", "%20").replace("\r", "").replace("\n", "")

    def request(self, peer):
        kind = self.rand.random()
        if peer:
            method, path = self.rand.choice(PEER_CALLS)
            body = self.rand.randbytes(self.rand.randrange(300)) if method == "POST" else b""
        elif kind < 0.5:
            method, path, body = "POST", "/", json.dumps(self.rpc_body()).encode()
        else:
            method, path = self.rand.choice(self.routes)
            body = self.body() if method in ("POST", "PUT", "PATCH") or self.rand.random() < 0.05 else b""
        if self.rand.random() < 0.05:
            method = self.rand.choice(("GET", "POST", "HEAD", "OPTIONS", "DELETE", "PUT", "TRACE", "x"))
        lines = [f"{method} {self.path(path)} HTTP/1.{self.rand.choice('0111')}", "Host: 127.0.0.1"]
        if self.rand.random() < 0.6:
            lines.append("Authorization: Basic " + self.login)
        if self.rand.random() < 0.8:
            lines.append("Content-Type: application/json")
        for header in ("Expect: 100-continue", "Connection: close", "Connection: keep-alive", "Accept-Encoding: gzip", "Last-Event-ID: 7-1", "Range: bytes=0-1", "Origin: null"):
            if self.rand.random() < 0.04:
                lines.append(header)
        if self.rand.random() < 0.1 and body:
            lines.append("Transfer-Encoding: chunked")
            body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:7], body[7:]) if piece) + b"0\r\n\r\n"
        elif body:
            lines.append(f"Content-Length: {len(body)}")
        data = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        return self.mutated(data) if self.rand.random() < 0.25 else data


def send(url, requests_of_one, rand):
    """Sends in pieces, looks at what comes for a moment and goes away."""
    with socket.create_connection(address_of(url), timeout=10) as sock:
        try:
            for data in requests_of_one:
                cut = rand.randrange(len(data) + 1) if rand.random() < 0.2 else len(data)
                sock.sendall(data[:cut])
                sock.sendall(data[cut:])
            sock.settimeout(ANSWER_WITHIN)
            return sock.recv(4096)
        except (ConnectionResetError, BrokenPipeError, TimeoutError):
            return b""


def test_random_requests(folder, make):
    print(f"seed {SEED}, {SECONDS:.0f} s", flush=True)
    rand = random.Random(SEED)
    node = make(folder, "--peer-bind", "127.0.0.1:0", "--wallet", "default").start()
    node.rpc_block = lambda height: Maker.rpc(node, "getblock", Maker.rpc(node, "getblockhash", height))
    node.mine(3)
    maker = Maker(node, rand)
    assert len(maker.routes) > 60 and len(maker.methods) > 40, (len(maker.routes), len(maker.methods))
    sent, statuses, started = 0, {}, time.monotonic()
    while time.monotonic() - started < SECONDS:
        for _ in range(BETWEEN_CHECKS):
            peer = rand.random() < 0.2
            answer = send(node.peer if peer else node.api, [maker.request(peer) for _ in range(rand.choice((1, 1, 1, 2, 5)))], rand)
            status = status_of(answer) if answer else None
            statuses[status] = statuses.get(status, 0) + 1
            sent += 1
        assert node.process.poll() is None, f"seed {SEED}: the node ended after {sent} connections: {node.log()[-6000:]}"
        # A request in order is answered in order, whatever came before.
        for url in (node.api, node.peer):
            answer = exchange(url, b"GET /api/blocks/tip/height HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")[0]
            assert status_of(answer) in ((200,) if url == node.api else (200, 429)), f"seed {SEED}: {answer[:300]} after {sent} connections"
    print(f"{sent} connections in {time.monotonic() - started:.0f} s; " + ", ".join(f"{count} x {status}" for status, count in sorted(statuses.items(), key=str)), flush=True)
    assert statuses.get(200, 0) > 0 and statuses.get(400, 0) > 0, statuses
    errors = node.log()
    assert "runtime error" not in errors and "Sanitizer" not in errors, errors[-6000:]
    node.stop()


if __name__ == "__main__":
    main(test_random_requests)
