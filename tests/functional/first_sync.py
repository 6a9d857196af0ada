#!/usr/bin/env python3
"""A first sync of the reference chain regtest-perf, on disk, from four peers of which one stalls, one dies and one lies: at most 1.3 times as long as importing the same file
in the same run, below 300 MiB.

usage: CAIRND=build/release/src/app/cairnd CAIRN_CHAINS=../shared/chains tests/functional/first_sync.py"""
import json
import socket
import struct
import subprocess
import threading
import time

import wire
from cairn_node import CAIRND, CHAINS, environment, is_missing, main
from made_chain import MAGIC

FOLDER = CHAINS / "regtest-perf"
MEBIBYTE = 1 << 20


def blocks_of(path):
    data, at, blocks = path.read_bytes(), 0, []
    while at < len(data):
        size = struct.unpack("<I", data[at + 4:at + 8])[0]
        blocks.append(data[at + 8:at + 8 + size])
        at += 8 + size
    return blocks


class Peer(threading.Thread):
    """Is dialled, has all headers, and gives what `give` makes of a body; nothing: no answer."""

    def __init__(self, blocks, give):
        super().__init__(daemon=True)
        self.blocks, self.give = blocks, give
        self.places = {wire.header_hash(block): place for place, block in enumerate(blocks)}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:%d" % self.listener.getsockname()[1]
        self.start()

    def run(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    def talk(self, client):
        link = wire.WirePeer.of(client, MAGIC)
        try:
            while (message := link.next(600)) is not None:
                self.answer(link, *message)
        except (OSError, AssertionError):
            pass

    def answer(self, link, command, payload):
        if command == "version":
            link.send("version", wire.version(height=len(self.blocks) - 1))
            link.send("verack")
        elif command == "ping":
            link.send("pong", payload)
        elif command == "getheaders":
            count, at = wire.read_compact(payload, 4)
            asked = [payload[at + 32 * i:at + 32 * i + 32] for i in range(count)]
            after = next((self.places[item] for item in asked if item in self.places), 0)
            headers = [block[:80] + b"\0" for block in self.blocks[after + 1:after + 2_001]]
            link.send("headers", wire.compact(len(headers)) + b"".join(headers))
        elif command == "getdata":
            count, at = wire.read_compact(payload, 0)
            for i in range(count):
                place = self.places.get(payload[at + 36 * i + 4:at + 36 * i + 36])
                body = self.give(self.blocks[place]) if place is not None else None
                if body:
                    link.send("block", body)


def peak_bytes(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024


def seconds_to_import(folder):
    started = time.monotonic()
    subprocess.run([CAIRND, "--datadir", str(folder), "--network", "regtest", "--import-blocks", str(FOLDER / "blocks.dat"), "--stop-after-import"], env=environment(),
                   capture_output=True, check=True)
    return time.monotonic() - started


def first_sync_is_as_quick_as_importing(folder, make):
    if is_missing(FOLDER):
        return
    blocks = blocks_of(FOLDER / "blocks.dat")
    goal = json.loads((FOLDER / "expected.json").read_text())
    for name in ("honest", "dies"):
        seconds_to_import(folder / name)
    honest = make(folder / "honest", "--peer-bind", "127.0.0.1:0").start()
    dies = make(folder / "dies", "--peer-bind", "127.0.0.1:0").start()
    stalls, lies = Peer(blocks, lambda body: None), Peer(blocks, lambda body: body[:80] + blocks[5][80:])
    importing = seconds_to_import(folder / "again")
    started = time.monotonic()
    node = make(folder / "new", *(word for address in (stalls.address, dies.peer, lies.address, honest.peer) for word in ("--connect", address))).start()
    while (height := int(node.get("/api/blocks/tip/height"))) < goal["height"]:
        if height > 100 and dies.process is not None:
            dies.kill()
        assert time.monotonic() - started < 300, f"stuck at {height}"
        time.sleep(0.02)
    syncing, peak = time.monotonic() - started, peak_bytes(node.process.pid) / MEBIBYTE
    print(f"import {importing:.2f} s, first sync {syncing:.2f} s ({syncing / importing:.2f} times), {peak:.0f} MiB")
    assert node.tip() == goal["best"]
    assert syncing <= 1.3 * importing and peak < 300


if __name__ == "__main__":
    main(first_sync_is_as_quick_as_importing)
