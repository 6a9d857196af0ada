#!/usr/bin/env python3
"""Six nodes, each in a network of its own, joined by two bridges with delay and loss: mine, pay, cut the bridge, mine on both sides, join it, pull one out.

usage: CAIRND=build/release/src/app/cairnd namespaces.py        (by hand, as root; package iproute2)

On loopback a link that ends says so. Here a cable is pulled: nobody hears of it. Where the kernel has no netem, delay and loss are left out, and said."""
import contextlib
import ctypes
import os
import pathlib
import subprocess
import sys

from cairn_node import Node, easy_card, main, wait_until

COUNT = 6
LINES = ["delay", "60ms", "20ms", "loss", "2%"]
LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def space(number):
    return f"cairn-{number}"


def address(number):
    return f"10.77.0.{number + 1}"


@contextlib.contextmanager
def inside(number):
    """This thread, and what it starts, is in the namespace."""
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{space(number)}", os.O_RDONLY)
    try:
        assert LIBC.setns(there, CLONE_NEWNET) == 0, os.strerror(ctypes.get_errno())
        yield
    finally:
        LIBC.setns(home, CLONE_NEWNET)
        os.close(there)
        os.close(home)


class Far(Node):
    """A node that is talked to from within its namespace."""

    number = 0

    def start(self, *more, **options):
        with inside(self.number):
            return super().start(*more, **options)

    def request(self, method, path, status=200, **options):
        with inside(self.number):
            return super().request(method, path, status, **options)


def build_network():
    for bridge in ("cairn-left", "cairn-right"):
        ip("link", "add", bridge, "type", "bridge")
        ip("link", "set", bridge, "up")
    ip("link", "add", "cairn-cable", "type", "veth", "peer", "name", "cairn-cable2")
    for end, bridge in (("cairn-cable", "cairn-left"), ("cairn-cable2", "cairn-right")):
        ip("link", "set", end, "master", bridge)
        ip("link", "set", end, "up")
    has_netem = True
    for number in range(COUNT):
        plug = f"cairn-plug{number}"
        ip("netns", "add", space(number))
        ip("link", "add", plug, "type", "veth", "peer", "name", "eth0", "netns", space(number))
        ip("link", "set", plug, "master", "cairn-left" if number < COUNT // 2 else "cairn-right")
        ip("link", "set", plug, "up")
        ip("-n", space(number), "address", "add", f"{address(number)}/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            ip("-n", space(number), "link", "set", device, "up")
        has_netem &= subprocess.run(["tc", "-n", space(number), "qdisc", "add", "dev", "eth0", "root", "netem", *LINES], stderr=subprocess.DEVNULL).returncode == 0
    print(f"each line has {' '.join(LINES)}" if has_netem else "no delay and loss: this kernel has no netem", flush=True)


def remove_network():
    for number in range(COUNT):
        subprocess.run(["ip", "netns", "del", space(number)], stderr=subprocess.DEVNULL)
    for device in ("cairn-cable", "cairn-left", "cairn-right"):
        subprocess.run(["ip", "link", "del", device], stderr=subprocess.DEVNULL)


def tips(nodes):
    return {node.tip() for node in nodes}


def pools(nodes):
    return {frozenset(node.get("/api/mempool/txids")) for node in nodes}


def test_six_networks(folder, make):
    remove_network()
    build_network()
    card = easy_card(folder)
    nodes = []
    try:
        for number in range(COUNT):
            node = Far(folder / str(number), "--peer-bind", f"{address(number)}:5001", *(["--connect", f"{address(0)}:5001"] if number else []), network=card)
            node.number = number
            nodes.append(node.start())
        for node in nodes:
            node.mine(4)
            wait_until(lambda: len(tips(nodes)) == 1, f"one tip after {node.number} mined", 90)
        for node in nodes:
            node.pay(nodes[(node.number + 1) % COUNT].address(), 1 + node.number / 100)
        wait_until(lambda: len(pools(nodes)) == 1 and len(next(iter(pools(nodes)))) == COUNT, "one mempool", 120)
        nodes[4].mine(1)
        wait_until(lambda: len(tips(nodes)) == 1 and pools(nodes) == {frozenset()}, "the block with all payments", 90)
        # The cable between the halves is pulled: no link hears of it.
        ip("link", "set", "cairn-cable", "down")
        left, right = nodes[:COUNT // 2], nodes[COUNT // 2:]
        left[1].mine(2)
        right[1].mine(4)
        lost = left[2].pay(left[0].address(), 3)["txid"]
        wait_until(lambda: len(tips(left)) == 1 and len(tips(right)) == 1, "a tip a half", 120)
        assert tips(left) != tips(right)
        ip("link", "set", "cairn-cable", "up")
        wait_until(lambda: len(tips(nodes)) == 1, "one tip again", 180)
        wait_until(lambda: pools(nodes) == {frozenset({lost})}, "the payment of one half waits everywhere", 180)
        # One is pulled out for good, the one that all the others were started with: they know one another.
        ip("link", "del", "cairn-plug0")
        rest = nodes[1:]
        rest[0].mine(1)
        wait_until(lambda: len(tips(rest)) == 1 and pools(rest) == {frozenset()}, "the others go on", 180)
    except BaseException:
        for node in nodes:
            print(f"--- log of {node.number}\n{node.log()[-2000:]}", file=sys.stderr)
        raise
    finally:
        for node in nodes:
            if node.process is not None:
                node.kill()
        remove_network()


if __name__ == "__main__":
    if os.geteuid() != 0:
        sys.exit("This needs root: it makes network namespaces.")
    pathlib.Path("/run/netns").mkdir(exist_ok=True)
    main(test_six_networks)
