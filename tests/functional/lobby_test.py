#!/usr/bin/env python3
"""Nodes in one local network hear of each other without an address: those of the same network connect, others are shown, and refused with the rule that differs."""
import json
import secrets
import socket
import struct

import requests

from cairn_node import easy_card, main, wait_until

GROUP, PORT = "239.255.90.9", 5009


def carries_multicast():
    """Whether this machine's loopback carries multicast, and the port can be shared."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        try:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(("", PORT))
            one.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(GROUP) + socket.inet_aton("127.0.0.1"))
            one.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
            one.settimeout(2)
            one.sendto(b"x", (GROUP, PORT))
            return any(one.recv(300) == b"x" for _ in range(100))
        except OSError:
            return False


def lobby(node):
    cookie = next(node.datadir.rglob("api.cookie")).read_text().split(":")
    return node.get("/api/v1/lobby", auth=tuple(cookie))


def heard(node, other):
    address = other.peer.removeprefix("http://")
    return next((entry for entry in lobby(node)["nodes"] if entry["address"] == address), None)


def links(node):
    return [peer for peer in node.get("/api/v1/peers") if peer["status"] == "in-step"]


def test_nodes_find_each_other_without_an_address(folder, make):
    if not carries_multicast():
        print("skipped: no multicast on this machine's loopback")
        return
    name = "Lobby " + secrets.token_hex(4)  # other tests may tell of theirs
    card = easy_card(folder, name)
    told = make(folder / "a", "--peer-bind", "127.0.0.1:0", "--lobby", "on", network=card).start()
    silent = make(folder / "d", "--peer-bind", "127.0.0.1:0", network=card).start()  # has not opted in
    listener = make(folder / "b", "--lobby", "on", network=card).start()  # nobody can dial it, it tells nothing
    wait_until(lambda: links(told) and links(listener), "a link that nobody asked for")
    told.mine(2)
    wait_until(lambda: listener.tip() == told.tip(), "its blocks")
    entry = wait_until(lambda: heard(listener, told), "the node in the list")
    assert entry["network"] == name and entry["same_network"] and entry["connected"], entry
    assert len(entry["words"]) == 3 and entry["genesis"] in told.get("/p2p/v1/hello")["genesis"], entry
    assert lobby(told)["tells"] and lobby(listener)["listens"] and not lobby(listener)["tells"]
    # Of another network: shown to both, its card can be had, and a link is refused with the rule that differs.
    other = make(folder / "c", "--peer-bind", "127.0.0.1:0", "--lobby", "on",
                 network=easy_card(folder, name + " b", coinbase_maturity=7)).start()
    entry = wait_until(lambda: heard(other, told), "the other network")
    assert entry["network"] == name and not entry["same_network"], entry
    wait_until(lambda: heard(told, other), "the other way round")
    given = requests.get(f"http://{entry['address']}/p2p/v1/card", timeout=30).json()
    assert given["rules"] == json.loads(card.read_text())["rules"], given
    assert not links(other), "strangers are not dialled by themselves"
    refused = other.post("/nodes/register", {"nodes": [entry["address"]]}, 201)["nodes"][0]
    assert refused["status"] == "wrong-network" and "coinbase_maturity is 7 here and 3 there" in refused["error"], refused
    assert not lobby(silent)["listens"] and not lobby(silent)["nodes"] and heard(other, silent) is None
    assert len(links(told)) == 1 and not links(silent)
    for node in (told, silent, listener, other):
        node.stop()


def test_rubbish_is_not_listened_to(folder, make):
    if not carries_multicast():
        print("skipped: no multicast on this machine's loopback")
        return
    node = make(folder / "a", "--peer-bind", "127.0.0.1:0", "--lobby", "on").start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as liar:
        liar.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
        news = lambda port, text: b"cairnLAN\x01\x01" + secrets.token_bytes(32) + struct.pack("<HB", port, len(text)) + text
        for port in range(1, 2000):
            liar.sendto(news(port, b"liar"), (GROUP, PORT))
            liar.sendto(secrets.token_bytes(port % 300), (GROUP, PORT))
            liar.sendto(news(port, b"a\xe2\x80\xaeb"), (GROUP, PORT))
    nodes = lobby(node)["nodes"]  # the io thread is through with them, or has more to read: bounded either way
    assert len([entry for entry in nodes if entry["network"] == "liar"]) <= 8, nodes
    assert all("\u202e" not in entry["network"] for entry in nodes)
    assert node.summary()["height"] == 0
    node.stop()


if __name__ == "__main__":
    main(test_nodes_find_each_other_without_an_address, test_rubbish_is_not_listened_to)
