#!/usr/bin/env python3
"""A node that others wrote, bcoin (npm), as peer on regtest: it syncs from Cairn and Cairn from it, either side dialling, with payments, a reorganisation and a restart.
Its light client wants bloom filters (BIP 37), which this node refuses. Skipped where node or npm is missing or does not answer."""
import json
import os
import pathlib
import socket
import subprocess

from cairn_node import main, wait_until
from npm import installed

VERSION = "1.0.2"
HERE = pathlib.Path(__file__).parent


def free_ports():
    """Three in a row, below those that the system gives out."""
    for port in range(21_000, 30_000, 7):
        try:
            for offset in range(3):
                socket.create_server(("127.0.0.1", port + offset)).close()
            return port
        except OSError:
            continue
    raise AssertionError("no free port")


class Bcoin:
    def __init__(self, modules):
        self.port = free_ports()
        environment = {**os.environ, "NODE_PATH": str(modules), "NODE_BACKEND": "js"}
        self.process = subprocess.Popen(["node", str(HERE / "bcoin_node.js"), str(self.port)], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answer("ready")

    def answer(self, key="answer"):
        while True:
            line = self.process.stdout.readline()
            assert line, f"bcoin ended: {self.process.wait(10)}"
            if not line.startswith("{"):
                continue  # its log
            said = json.loads(line)
            assert "error" not in said, said["error"]
            return said[key]

    def ask(self, command, **arguments):
        self.process.stdin.write(json.dumps({"command": command, **arguments}) + "\n")
        self.process.stdin.flush()
        return self.answer()

    def tip(self):
        return self.ask("tip")["hash"]

    def dial(self, node):
        host, port = node.peer.split("//")[1].rsplit(":", 1)
        self.ask("connect", host=host, port=int(port))

    def end(self):
        self.process.kill()
        self.process.wait()


def with_bcoin(test):
    def run(folder, make):
        modules = installed(f"bcoin@{VERSION}")
        if modules is None:
            print("skipped: bcoin cannot be installed here (node, npm and its registry are needed)")
            return
        running = []

        def start():
            running.append(Bcoin(modules))
            return running[-1]

        try:
            test(folder, make, start)
        finally:
            for other in running:
                other.end()
    run.__name__ = test.__name__
    return run


def together(node, other, what):
    wait_until(lambda: node.tip() == other.tip(), what, 90)


@with_bcoin
def test_it_dials_us(folder, make, start):
    node = make(folder / "node", "--peer-bind", "127.0.0.1:0").start()
    node.mine(110)
    other = start()
    other.dial(node)
    together(node, other, "bcoin has our chain")
    other.ask("mine", count=5)
    together(node, other, "we have bcoin's blocks")
    # Payments both ways, over links that each side's program speaks by itself.
    txid = node.pay(other.ask("address"), 3)["txid"]
    wait_until(lambda: txid in other.ask("mempool"), "our payment waits at bcoin", 60)
    node.mine(1)
    together(node, other, "the block with it")
    wait_until(lambda: other.ask("balance")["confirmed"] >= 300_000_000, "bcoin's wallet has it")
    back = other.ask("pay", address=node.address(), value=100_000_000)
    wait_until(lambda: node.confirmations(back)["status"] == "mempool", "bcoin's payment waits here", 60)
    other.ask("mine", count=1)
    together(node, other, "its block with it")
    assert node.confirmations(back)["confirmations"] == 1


@with_bcoin
def test_we_dial_it(folder, make, start):
    other = start()
    other.ask("mine", count=60)
    node = make(folder / "node", "--connect", f"127.0.0.1:{other.port}").start()
    together(node, other, "we have bcoin's chain")
    node.mine(3)
    together(node, other, "bcoin has our blocks, though it cannot dial us")
    # Apart, both mine; together again the branch with more work wins.
    node.stop()
    node.arguments = []
    node.start()
    node.mine(2)
    other.ask("mine", count=4)
    assert node.tip() != other.tip()
    node.post("/nodes/register", {"nodes": [f"127.0.0.1:{other.port}"]}, 201)
    together(node, other, "the longer branch wins")
    node.stop()
    node.start()
    # bcoin asks only those for blocks that it has dialled itself: it is told of what was found before the link.
    node.mine(1)
    together(node, other, "after a restart, the peer remembered")


if __name__ == "__main__":
    main(test_it_dials_us, test_we_dial_it)
