#!/usr/bin/env python3
"""Ten nodes on loopback in a line, a star and at random: mine, pay, lose and regain links; one tip and one mempool at the end. Three of them can only dial out."""
import random

from cairn_node import easy_card, main, wait_until

COUNT = 10
DIAL_ONLY = {3, 6, 9}


def line(rng):
    return [(i, i - 1 if i - 1 not in DIAL_ONLY else i - 2) for i in range(1, COUNT)]


def star(rng):
    return [(i, 0) for i in range(1, COUNT)]


def scattered(rng):
    links = []
    for i in range(1, COUNT):
        reachable = [j for j in range(i) if j not in DIAL_ONLY]
        links += [(i, j) for j in rng.sample(reachable, min(2, len(reachable)))]
    return links


def tips(nodes):
    return {node.tip() for node in nodes}


def pools(nodes):
    return {frozenset(node.get("/api/mempool/txids")) for node in nodes}



def run(folder, make, shape):
    rng = random.Random(shape.__name__)
    card = easy_card(folder)
    nodes = []
    for i in range(COUNT):
        arguments = [] if i in DIAL_ONLY else ["--peer-bind", "127.0.0.1:0"]
        nodes.append(make(folder / str(i), *arguments, network=card).start())
    links = shape(rng)
    for here, there in links:
        nodes[here].post("/nodes/register", {"nodes": [nodes[there].peer]}, 201)
    for i, node in enumerate(nodes):
        node.mine(4)
        wait_until(lambda: len(tips(nodes)) == 1, f"one tip after {i} mined", 90)
    # Payments from everybody to everybody's neighbour reach all.
    for i, node in enumerate(nodes):
        node.pay(nodes[(i + 1) % COUNT].address(), 1 + i / 100)
    wait_until(lambda: len(pools(nodes)) == 1 and len(next(iter(pools(nodes)))) == COUNT, "one mempool", 120)
    nodes[5].mine(1)
    wait_until(lambda: len(tips(nodes)) == 1 and pools(nodes) == {frozenset()}, "the block with all payments", 90)
    # Some go and come back; the others go on without them.
    gone = rng.sample(range(1, COUNT), 3)
    for i in gone:
        nodes[i].stop()
    nodes[0].mine(2)
    for i in gone:
        nodes[i].start()
    nodes[gone[0]].mine(1)
    # Where a stopped node's port has changed, its neighbours are told anew.
    for here, there in links:
        nodes[here].post("/nodes/register", {"nodes": [nodes[there].peer]}, 201)
    nodes[2].mine(3)
    wait_until(lambda: len(tips(nodes)) == 1, "one tip at the end", 120)
    for node in nodes:
        honest = [peer["status"] for peer in node.get("/api/v1/peers") if peer["status"] in ("banned", "wrong-network")]
        assert not honest, honest
        node.stop()


def test_a_line(folder, make):
    run(folder, make, line)


def test_a_star(folder, make):
    run(folder, make, star)


def test_at_random(folder, make):
    run(folder, make, scattered)


if __name__ == "__main__":
    main(test_a_line, test_a_star, test_at_random)
