#!/usr/bin/env python3
"""GET /chain over a long chain: memory stays flat, slow readers and clients that go away cost nothing. Prints its figures as a JSON line.

usage: CAIRND=build/release/src/app/cairnd tests/functional/long_chain_soak.py [test]       (BLOCKS=100000 in the environment)"""
import json
import os
import socket
import struct
import time

import requests

from cairn_node import main, wait_until
from http_raw import address_of, connect
from made_chain import write_chain

BLOCKS = int(os.environ.get("BLOCKS", "100000"))
MOST_GROWTH = 32 * 1024 * 1024
GET = b"GET %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"


class Process:
    """What the system says of a process."""

    def __init__(self, node):
        self.folder = f"/proc/{node.process.pid}"

    def memory(self):
        """Its own memory, without the files that it maps."""
        with open(self.folder + "/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("RssAnon:"))

    def seconds(self):
        fields = open(self.folder + "/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def descriptors(self):
        return len(os.listdir(self.folder + "/fd"))

    def wait_until_idle(self):
        """No processor time over ten looks at it."""
        seen = []

        def idle():
            seen.append(self.seconds())
            time.sleep(0.05)
            return len(seen) > 10 and seen[-1] == seen[-11]

        wait_until(idle, "the node does nothing", 120)


def loaded(folder, make):
    path = folder / "blocks.dat"
    tip = write_chain(path, BLOCKS)
    node = make(folder / "data", "--import-blocks", path).start()
    started = time.monotonic()
    ask = lambda path: requests.get(node.api + path, timeout=90)
    wait_until(lambda: ask(f"/api/block/{tip}/txids").status_code == 200, "the import", 900)
    print(f"imported {BLOCKS} blocks in {time.monotonic() - started:.1f} s", flush=True)
    coinbase = ask(f"/api/block/{tip}/txids").json()[0]
    wait_until(lambda: node.confirmations(coinbase)["confirmations"] == 1, "the index", 900)
    process = Process(node)
    node.get("/chain?from=0&limit=1000")
    process.wait_until_idle()
    return node, process


def read_whole(url, path, process, headers=b""):
    """Reads an answer to its end and keeps none of it: bytes, seconds to the first byte and to the last, the most memory on the way."""
    most, total, tail = 0, 0, b""
    with connect(url) as sock:
        started = time.monotonic()
        sock.sendall(GET % (path, headers))
        first = None
        while piece := sock.recv(1 << 20):
            first = first or time.monotonic() - started
            total += len(piece)
            tail = (tail + piece)[-200:]
            most = max(most, process.memory())
    return {"bytes": total, "first_byte_ms": round(first * 1000, 2), "seconds": round(time.monotonic() - started, 2), "most": most, "tail": tail}


def test_memory_stays_flat(folder, make):
    node, process = loaded(folder, make)
    for path, headers in ((b"/chain", b""), (b"/chain", b"Accept-Encoding: gzip\r\n"), (b"/chain?transactions=0", b"")):
        before = process.memory()
        spent = process.seconds()
        read = read_whole(node.api, path, process, headers)
        growth = read["most"] - before
        print(json.dumps({"path": path.decode(), "gzip": bool(headers), "bytes": read["bytes"], "growth_MiB": round(growth / 2**20, 1), "first_byte_ms": read["first_byte_ms"],
                          "seconds": read["seconds"], "node_cpu_seconds": round(process.seconds() - spent, 2)}), flush=True)
        assert growth < MOST_GROWTH, growth
        assert read["tail"].endswith(b"0\r\n\r\n"), read["tail"]
        assert headers or b'"length":%d' % (BLOCKS + 1) in read["tail"] or read["bytes"] > BLOCKS * 100
    node.stop()


def test_slow_and_lost_readers_cost_nothing(folder, make):
    node, process = loaded(folder, make)
    before, files = process.memory(), process.descriptors()
    slow = []
    for _ in range(50):
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.connect(address_of(node.api))
        sock.sendall(GET % (b"/chain", b""))
        assert sock.recv(1), "it has begun"
        slow.append(sock)
    process.wait_until_idle()  # nobody reads: nothing more is made
    growth = process.memory() - before
    print(json.dumps({"slow_readers": len(slow), "growth_MiB": round(growth / 2**20, 1)}), flush=True)
    assert growth < MOST_GROWTH, growth
    assert node.get("/api/blocks/tip/height") == str(BLOCKS)
    for index, sock in enumerate(slow):
        if index % 2:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
    wait_until(lambda: process.descriptors() <= files + 2, "their sockets are closed")
    process.wait_until_idle()
    node.stop()


if __name__ == "__main__":
    main(test_memory_stays_flat, test_slow_and_lost_readers_cost_nothing)
