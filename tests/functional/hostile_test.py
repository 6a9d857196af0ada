#!/usr/bin/env python3
"""A hostile peer, one test a trick, against real nodes: the API answers, memory stays in bounds, the honest chain is there at the end, and no honest peer is let go."""
import random
import resource
import socket
import struct
import threading
import time

import requests

import wire
from cairn_node import main, wait_until
from made_chain import BITS, GENESIS_HASH, GENESIS_TIME, MAGIC, make_block

MEBIBYTE = 1 << 20


def resident(node):
    with open(f"/proc/{node.process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) * 1024


def open_node(folder, make, name="node", *arguments):
    return make(folder / name, "--peer-bind", "127.0.0.1:0", *arguments).start()


def answers(node):
    """The API is there, and quick: the quickest of a few, since others use this computer."""
    def once():
        started = time.monotonic()
        assert requests.get(node.api + "/api/blocks/tip/height", timeout=10).status_code == 200
        return time.monotonic() - started
    assert min(once() for _ in range(5)) < 0.1, "the API is slow"


def mine_many(node, count):
    cookie = tuple(next(node.datadir.rglob("api.cookie")).read_text().split(":", 1))
    assert len(node.post("/", {"method": "generatetoaddress", "params": [count, node.address()]}, auth=cookie)["result"]) == count


def height(node):
    return int(node.get("/api/blocks/tip/height"))


def hashes_of(node):
    return [bytes.fromhex(node.get(f"/api/block-height/{h}"))[::-1] for h in range(height(node) + 1)]


def link_states(node):
    return {peer["node"]: peer["status"] for peer in node.get("/api/v1/peers")}


def forged_headers(previous, count, start_time, seed=b""):
    """Headers with work and without bodies."""
    headers = []
    for step in range(count):
        root = wire.double_sha(seed + struct.pack("<I", step))
        start = struct.pack("<I", 0x20000000) + previous + root + struct.pack("<II", start_time + (step + 1) * 600, BITS)
        nonce = 0
        while (found := wire.double_sha(header := start + struct.pack("<I", nonce)))[31] > 0x7f:
            nonce += 1
        headers.append(header)
        previous = found
    return headers


def headers_message(headers):
    return wire.compact(len(headers)) + b"".join(header + b"\0" for header in headers)


def still_works(node, honest):
    """An honest node that is linked with it still gets and gives blocks."""
    node.mine(1)
    wait_until(lambda: honest.tip() == node.tip(), "the honest node on the tip")
    honest.mine(1)
    wait_until(lambda: honest.tip() == node.tip(), "the node on the honest tip")
    answers(node)


def pair(folder, make, blocks=10):
    """The node that is attacked, and an honest one that dialled in."""
    node = open_node(folder, make)
    node.mine(blocks)
    honest = make(folder / "honest", "--connect", node.peer).start()
    wait_until(lambda: honest.tip() == node.tip(), "the honest node in step")
    return node, honest


def test_headers_without_bodies_stop_nobody(folder, make):
    node, honest = pair(folder, make)
    liar = wire.WirePeer(node.peer, MAGIC, height=2_000)
    liar.send("headers", headers_message(forged_headers(GENESIS_HASH, 2_000, GENESIS_TIME)))
    liar.round_trip()
    still_works(node, honest)
    node.stop()
    node.start()
    honest_two = make(folder / "second", "--connect", node.peer).start()
    still_works(node, honest_two)


def test_a_silent_peer_is_passed_over(folder, make):
    full = open_node(folder, make, "full")
    mine_many(full, 40)
    headers = [bytes.fromhex(full.get(f"/api/block/{full.get(f'/api/block-height/{h}')}/header")) for h in range(1, 41)]
    node = open_node(folder, make)
    silent = wire.WirePeer(node.peer, MAGIC, height=40)
    silent.send("headers", headers_message(headers))
    silent.round_trip()
    node.post("/nodes/register", {"nodes": [full.peer]}, 201)
    wait_until(lambda: height(node) == 40, "all blocks, though the first that told of them gives none")


def test_messages_that_cannot_be(folder, make):
    node, honest = pair(folder, make)
    broken = [
        lambda peer: peer.send_raw(b"\xde\xad\xbe\xef" * 8),
        lambda peer: peer.send_raw(wire.frame(MAGIC, "headers", b"", length=0x7fffffff)),
        lambda peer: peer.send("headers", b"\xff" + b"\xff" * 8),
        lambda peer: peer.send("headers", wire.compact(2_001) + bytes(81) * 2_001),
        lambda peer: peer.send("inv", wire.compact(50_001) + bytes(36) * 50_001),
        lambda peer: peer.send("getdata", wire.compact(50_001) + bytes(36) * 50_001),
        lambda peer: peer.send("getheaders", wire.locator([bytes(32)] * 102)),
        lambda peer: peer.send("addr", wire.compact(1_001) + bytes(30) * 1_001),
        lambda peer: peer.send("filterload", bytes(20)),
        lambda peer: peer.send("block", b"\1\2\3"),
    ]
    for index, trick in enumerate(broken):
        peer = wire.WirePeer(node.peer, MAGIC)
        trick(peer)
        try:
            peer.send("ping", bytes(8))
        except OSError:
            continue  # it was quick
        while (message := peer.next(20)) not in (None, ("pong", bytes(8))):
            pass  # either it ends the link, or it goes on as before
        peer.close()
    # What is not known is not minded; a wrong checksum costs that message alone.
    peer = wire.WirePeer(node.peer, MAGIC)
    peer.send("whatever", b"x" * 1_000)
    peer.send("ping", b"12345678", checksum=b"abcd")
    peer.round_trip()
    assert ("pong", b"12345678") not in peer.seen
    still_works(node, honest)


def test_before_the_handshake(folder, make):
    node, honest = pair(folder, make)
    early = wire.WirePeer(node.peer, MAGIC, shake=False)
    early.send("getheaders", wire.locator([GENESIS_HASH]))
    early.send("mempool")
    early.send("version", wire.version())
    early.expect("version")
    assert all(name not in ("headers", "inv") for name, _ in early.seen)
    old = wire.WirePeer(node.peer, MAGIC, shake=False)
    old.send("version", wire.version(protocol=209))
    assert old.is_ended()
    silent = [wire.WirePeer(node.peer, MAGIC, shake=False) for _ in range(30)]
    for peer in silent:
        peer.send_raw(MAGIC[:3])  # has it begun a link, or not?
    answers(node)
    still_works(node, honest)


def test_bodies_that_do_not_fit(folder, make):
    node, honest = pair(folder, make)
    tip = hashes_of(node)[-1]
    now = max(int(time.time()), node.get(f"/api/block/{node.tip()}")["timestamp"] + 1)
    block, block_hash = make_block(tip, height(node) + 1, now)
    # Another body under a good header: the header is not condemned for it.
    other, _ = make_block(tip, height(node) + 1, now, script=b"\x52")
    mutated = wire.WirePeer(node.peer, MAGIC)
    mutated.send("headers", headers_message([block[:80]]))
    mutated.expect("getdata")
    mutated.send("block", block[:80] + other[80:])
    mutated.is_ended(5)
    good = wire.WirePeer(node.peer, MAGIC)
    good.send("headers", headers_message([block[:80]]))
    good.expect("getdata")
    good.send("block", block)
    wait_until(lambda: hashes_of(node)[-1] == block_hash, "the block with its own body")
    # A block that breaks a rule: nobody follows it.
    greedy, _ = make_block(block_hash, height(node) + 1, now + 1)
    greedy = greedy.replace(struct.pack("<q", 5_000_000_000), struct.pack("<q", 5_000_000_001))
    root = wire.double_sha(greedy[81:])
    start, nonce = greedy[:36] + root + greedy[68:76], 0
    while wire.double_sha(start + struct.pack("<I", nonce))[31] > 0x7f:
        nonce += 1
    thief = wire.WirePeer(node.peer, MAGIC)
    thief.send("headers", headers_message([start + struct.pack("<I", nonce)]))
    thief.expect("getdata")
    thief.send("block", start + struct.pack("<I", nonce) + greedy[80:])
    thief.is_ended(5)
    assert hashes_of(node)[-1] == block_hash
    still_works(node, honest)


def test_floods(folder, make):
    node, honest = pair(folder, make)
    before = resident(node)
    rng = random.Random(1)
    address = lambda: struct.pack("<IQ", int(time.time()), 9) + bytes(10) + b"\xff\xff" + bytes([11, *rng.randbytes(3)]) + struct.pack(">H", 8333)
    addresses = wire.WirePeer(node.peer, MAGIC)
    for _ in range(50):
        addresses.send("addr", wire.compact(1_000) + b"".join(address() for _ in range(1_000)))
    addresses.round_trip(60)
    inventories = wire.WirePeer(node.peer, MAGIC)
    for _ in range(20):
        inventories.send("inv", wire.inventory(wire.TX, [rng.randbytes(32) for _ in range(5_000)]))
    inventories.round_trip(60)
    blocks = wire.WirePeer(node.peer, MAGIC)
    for _ in range(200):
        blocks.send("inv", wire.inventory(wire.BLOCK, [rng.randbytes(32)]))
    blocks.round_trip(60)
    answers(node)
    assert resident(node) - before < 60 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    still_works(node, honest)


def test_many_headers_cost_little(folder, make):
    node, honest = pair(folder, make)
    before = resident(node)
    size_before = sum(file.stat().st_size for file in node.datadir.rglob("chain.sqlite*"))
    previous, start_time = GENESIS_HASH, GENESIS_TIME
    liar = wire.WirePeer(node.peer, MAGIC, height=1_000_000)
    for batch in range(20):  # 40 000 headers; none has a body
        headers = forged_headers(previous, 2_000, start_time, struct.pack("<I", batch))
        try:
            liar.send("headers", headers_message(headers))
        except OSError:
            break  # it was let go
        previous, start_time = wire.double_sha(headers[-1]), start_time + 2_000 * 600
    answers(node)
    grown = sum(file.stat().st_size for file in node.datadir.rglob("chain.sqlite*")) - size_before
    assert resident(node) - before < 80 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    assert grown < 4 * MEBIBYTE, grown
    still_works(node, honest)


def test_a_peer_that_reads_nothing(folder, make):
    node = open_node(folder, make)
    mine_many(node, 101)
    before = resident(node)
    everything = hashes_of(node)
    deaf = wire.WirePeer(node.peer, MAGIC)
    deaf.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    deaf.socket.settimeout(2)
    ask = wire.inventory(wire.WITNESS_BLOCK, everything * 100)
    try:
        for _ in range(200):
            deaf.send("getdata", ask)
    except OSError:
        pass  # it takes no more from one that reads nothing
    answers(node)
    assert resident(node) - before < 40 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    assert node.mine(1)


def test_many_that_read_nothing(folder, make):
    """What is to be sent to them is small, or not remembered at all."""
    node, honest = pair(folder, make)
    before = resident(node)
    known = hashes_of(node)
    asks = [wire.inventory(wire.WITNESS_BLOCK, known * (count // len(known))) for count in (4_900, 50_000)]
    deaf = []
    for index in range(20):
        peer = wire.WirePeer(node.peer, MAGIC)
        peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        peer.socket.settimeout(0.2)
        deaf.append(peer)
        try:
            for _ in range(5):
                peer.send("getdata", asks[index % 2])
        except OSError:
            pass  # it takes no more from one that reads nothing, or lets it go
    answers(node)
    assert resident(node) - before < 80 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    still_works(node, honest)


def test_one_byte_a_second_and_endless_messages(folder, make):
    node, honest = pair(folder, make)
    before = resident(node)
    slow = [wire.WirePeer(node.peer, MAGIC) for _ in range(5)]
    for peer in slow:
        peer.send_raw(wire.frame(MAGIC, "block", b"", length=3_999_999))
        peer.send_raw(b"\0" * 100_000)
    for _ in range(20):
        for peer in slow:
            peer.send_raw(b"\0")
    answers(node)
    assert resident(node) - before < 30 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    still_works(node, honest)


def test_a_house_full_of_strangers(folder, make):
    node, honest = pair(folder, make)
    strangers = []
    for _ in range(300):
        try:
            strangers.append(wire.WirePeer(node.peer, MAGIC, shake=False))
            strangers[-1].send("version", wire.version())
        except OSError:
            break
    answers(node)
    still_works(node, honest)  # its link is one of the oldest: nobody takes its place
    late = make(folder / "late", "--connect", node.peer).start()
    wait_until(lambda: late.tip() == node.tip(), "one that comes late finds a place")


def test_claims_are_not_believed(folder, make):
    node, honest = pair(folder, make)
    boaster = wire.WirePeer(node.peer, MAGIC, height=5_000_000)
    boaster.round_trip()
    wait_until(lambda: all(state in ("in-step", "checking", "behind") for state in link_states(node).values()), "nobody is ahead")
    future, _ = make_block(hashes_of(node)[-1], height(node) + 1, int(time.time()) + 3 * 86_400)
    ahead = wire.WirePeer(node.peer, MAGIC, now=int(time.time()) + 3 * 86_400)
    ahead.send("headers", headers_message([future[:80]]))
    ahead.round_trip()
    told = wait_until(lambda: [peer for peer in node.get("/api/v1/peers") if peer["status"] == "clock-differs"], "whose clock differs")
    assert abs(told[0]["clock_offset"] - 3 * 86_400) < 120 and "clock" in told[0]["error"], told
    still_works(node, honest)


def test_the_brake(folder, make):
    node = open_node(folder, make)
    mine_many(node, 113)
    ours = node.tip()
    other = open_node(folder, make, "other")
    mine_many(other, 120)
    other.post("/nodes/register", {"nodes": [node.peer]}, 201)
    held = wait_until(lambda: (brake := node.get("/api/v1/peers/brake"))["held"] and brake["height"] == 120 and brake, "the branch is held back")
    assert held["fork_height"] == 0 and held["replaces"] == 113, held
    assert node.tip() == ours
    node.stop()
    node.start()
    assert node.tip() == ours, "a restart decides nothing"
    cookie = next(node.datadir.rglob("api.cookie")).read_text().split(":", 1)
    other.post("/nodes/register", {"nodes": [node.peer]}, 201)
    wait_until(lambda: node.get("/api/v1/peers/brake")["held"], "held back again")
    node.post("/api/v1/peers/brake/release", {"hash": held["hash"]}, auth=tuple(cookie))
    wait_until(lambda: node.tip() == other.tip(), "released by hand")
    assert not node.get("/api/v1/peers/brake")["held"]


def test_useless_but_valid(folder, make):
    """Messages that break no rule and bring nothing, as fast as they go: nobody else waits for them."""
    node, honest = pair(folder, make, 30)
    before = resident(node)
    known = hashes_of(node)
    headers = [bytes.fromhex(node.get(f"/api/block/{item[::-1].hex()}/header")) for item in known[1:]]
    tip = requests.get(node.api + f"/api/block/{node.tip()}/raw", timeout=10).content
    messages = [("ping", bytes(8)), ("headers", headers_message(headers)), ("headers", b"\0"), ("getheaders", wire.locator(known[:1])),
                ("getblocks", wire.locator(known[:1])), ("inv", wire.inventory(wire.BLOCK, known)), ("notfound", wire.inventory(wire.TX, known)),
                ("getdata", wire.inventory(wire.TX, known)), ("block", tip), ("sendheaders", b""), ("getaddr", b""), ("mempool", b""),
                ("feefilter", struct.pack("<q", 1_000)), ("sendcmpct", b"\1" + struct.pack("<Q", 2)), ("pong", bytes(8)), ("unheard", bytes(200))]
    stop = threading.Event()

    def flood(peer):
        peer.socket.settimeout(0.2)
        turn = 0
        while not stop.is_set():
            try:
                peer.send(*messages[turn % len(messages)])
                turn += 1
                while turn % 50 == 0 and peer.socket.recv(1 << 18, socket.MSG_DONTWAIT):
                    pass
            except BlockingIOError:
                pass
            except OSError:
                return  # it was let go

    threads = [threading.Thread(target=flood, args=(wire.WirePeer(node.peer, MAGIC),), daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(3):
            still_works(node, honest)
    finally:
        stop.set()
        for thread in threads:
            thread.join(5)
    assert resident(node) - before < 40 * MEBIBYTE, (resident(node) - before) / MEBIBYTE


def test_a_clock_that_jumps(folder, make):
    """A day on, years on, and back: whoever was linked is linked again in the end, and nobody is banned."""
    node, honest = pair(folder, make)
    cookie = tuple(next(node.datadir.rglob("api.cookie")).read_text().split(":", 1))
    now = int(time.time())
    for jump in (86_400, -86_400, 3 * 365 * 86_400, -3_600, 0):
        node.post("/", {"method": "setmocktime", "params": [now + jump if jump else 0]}, auth=cookie)
        answers(node)
    assert not node.get("/api/v1/bans", auth=cookie)
    honest.post("/nodes/register", {"nodes": [node.peer]}, 201)  # tried now, where it had been let go
    wait_until(lambda: "in-step" in link_states(honest).values(), "linked again")
    still_works(node, honest)


def test_thousands_of_connections(folder, make):
    node, honest = pair(folder, make)
    before = resident(node)
    host, port = node.peer.split("//")[1].rsplit(":", 1)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    crowd = []
    for index in range(2_000):  # more than all limits together
        client = socket.create_connection((host, int(port)), 5)  # nobody waits to be let in
        try:
            client.send((MAGIC, b"GET /", b"")[index % 3])  # half a link, half a request, nothing
        except OSError:
            pass
        crowd.append(client)
        if len(crowd) >= min(hard - 100, 1_500):
            crowd.pop(0).close()
    answers(node)
    assert resident(node) - before < 60 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    still_works(node, honest)
    late = make(folder / "late", "--connect", node.peer).start()
    wait_until(lambda: late.tip() == node.tip(), "one that comes into the crowd is let in")
    for client in crowd:
        client.close()


def test_hostile_http(folder, make):
    """A node that is registered but is no node: endless headers, status lines, chunks; it holds nobody up."""
    node, honest = pair(folder, make)
    before = resident(node)
    endless = {
        "status": b"HTTP/1.1 200 " + b"a" * 65_536,
        "header": b"HTTP/1.1 200 OK\r\n" + b"x: " + b"a" * 65_536,
        "continue": b"HTTP/1.1 100 Continue\r\n\r\n",
        "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"0" * 65_536,
        "body": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"10000\r\n" + b"b" * 0x10000 + b"\r\n",
        "redirect": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
    }
    stop = threading.Event()

    def serve(listener, text):
        listener.settimeout(0.2)
        while not stop.is_set():
            try:
                client, _ = listener.accept()
            except TimeoutError:
                continue
            client.settimeout(1)
            try:
                client.recv(65_536)
                while not stop.is_set():
                    client.sendall(text)
            except OSError:
                pass
            client.close()

    threads, urls = [], []
    for text in endless.values():
        listener = socket.create_server(("127.0.0.1", 0))
        urls.append(f"http://127.0.0.1:{listener.getsockname()[1]}")
        threads.append(threading.Thread(target=serve, args=(listener, text), daemon=True))
        threads[-1].start()
    try:
        node.post("/nodes/register", {"nodes": urls}, 201)
        still_works(node, honest)
        assert resident(node) - before < 40 * MEBIBYTE, (resident(node) - before) / MEBIBYTE
    finally:
        stop.set()
        for thread in threads:
            thread.join(5)


if __name__ == "__main__":
    main(test_headers_without_bodies_stop_nobody, test_a_silent_peer_is_passed_over, test_messages_that_cannot_be, test_before_the_handshake,
         test_bodies_that_do_not_fit, test_floods, test_many_headers_cost_little, test_a_peer_that_reads_nothing, test_many_that_read_nothing,
         test_one_byte_a_second_and_endless_messages, test_a_house_full_of_strangers, test_claims_are_not_believed, test_the_brake,
         test_useless_but_valid, test_a_clock_that_jumps, test_thousands_of_connections, test_hostile_http)
