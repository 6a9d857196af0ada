#!/usr/bin/env python3
"""Nodes on loopback find each other, agree, are split and joined; coins add up exactly."""
import requests

from cairn_node import easy_card, main, wait_until


def same_tip(*nodes):
    return len({node.tip() for node in nodes}) == 1


def check_money(nodes):
    """All coins are the subsidies issued; every wallet agrees with the chain's own view of its addresses."""
    chain = nodes[0].get("/chain")["chain"]
    balances = {}
    for block in chain:
        for transaction in block["transactions"]:
            for transfer in transaction["transfers"]:
                balances[transfer["recipient"]] = balances.get(transfer["recipient"], 0) + transfer["amount_sat"]
                balances[transfer["sender"]] = balances.get(transfer["sender"], 0) - transfer["amount_sat"]
    issued = 50 * 100_000_000 * (len(chain) - 1)
    assert -balances.pop("0") == issued, "the subsidies are not what was issued"
    assert sum(balances.values()) == issued
    for node in nodes:
        summary = node.summary()
        assert round(float(summary["total_amount"]) * 100_000_000) == issued, summary
    wallets = sum(node.balance()["balance_sat"] for node in nodes)
    assert wallets == issued, (wallets, issued)
    assert len({node.summary()["hash_serialized_3"] for node in nodes}) == 1


def test_three_nodes_split_and_join(folder, make):
    card = easy_card(folder)
    a = make(folder / "a", "--peer-bind", "127.0.0.1:0", network=card).start()
    b = make(folder / "b", "--peer-bind", "127.0.0.1:0", "--connect", a.peer, network=card).start()
    c = make(folder / "c", "--connect", b.peer, network=card).start()  # can only dial out
    a.mine(5)
    wait_until(lambda: same_tip(a, b, c), "all three on the tip of a")
    c.mine(5)
    wait_until(lambda: same_tip(a, b, c), "all three on the tip of c, which nobody can call")
    b.mine(5)
    wait_until(lambda: same_tip(a, b, c), "all three on the tip of b")
    # Payments travel to the miner and back.
    payments = [a.pay(b.address(), 3), b.pay(c.address(), 4.5), c.pay(a.address(), 1.25)]
    txids = [payment["txid"] for payment in payments]
    for node in (a, b, c):
        wait_until(lambda: all(node.confirmations(txid)["status"] == "mempool" for txid in txids), "payments everywhere")
    a.mine(1)
    wait_until(lambda: same_tip(a, b, c), "the payments' block")
    for node in (a, b, c):
        wait_until(lambda: all(node.confirmations(txid)["confirmations"] == 1 for txid in txids), "payments confirmed")
    check_money([a, b, c])
    # Bytes are counted on both sides, whoever dialled.
    for node, dialled_in in ((b, True), (c, False)):
        traffic = [peer for peer in node.get("/api/v1/peers") if peer["dialled_in"] == dialled_in]
        assert traffic and all(peer["bytes_in"] > 500 and peer["bytes_out"] > 500 for peer in traffic), traffic

    # Split: a alone, b and c together; both sides mine and pay.
    peer_b = b.peer.rsplit(":", 1)[1]
    a.stop()
    a.arguments = ["--peer-bind", "127.0.0.1:0"]
    a.start()
    b.stop()
    c.stop()
    b.arguments = ["--peer-bind", f"127.0.0.1:{peer_b}"]
    b.start()
    c.start()
    lost = a.pay(b.address(), 7)["txid"]
    a.mine(2)
    kept = b.pay(c.address(), 2)["txid"]
    b.mine(3)
    wait_until(lambda: same_tip(b, c), "b and c together")
    assert a.tip() != b.tip()
    assert a.confirmations(lost)["confirmations"] == 2
    # Join: the branch with more work wins everywhere; the losing branch's payment waits again, or is confirmed.
    registered = a.post("/nodes/register", {"nodes": [b.peer]}, 201)
    assert registered["nodes"][0]["status"] != "refused", registered
    resolved = a.get("/nodes/resolve?brief=1")
    wait_until(lambda: same_tip(a, b, c), "all three joined again")
    assert resolved["message"] == "Our chain was replaced", resolved
    assert len(resolved["reorg"]["disconnected"]) == 2, resolved
    for node in (a, b, c):
        wait_until(lambda: node.confirmations(lost)["status"] in ("mempool", "confirmed"), "the lost payment is back")
        assert node.confirmations(kept)["confirmations"] >= 1
    c.mine(1)
    wait_until(lambda: same_tip(a, b, c), "the last block")
    for node in (a, b, c):
        wait_until(lambda: node.confirmations(lost)["confirmations"] >= 1, "the lost payment confirmed")
    check_money([a, b, c])
    for node in (a, b, c):
        node.stop()


def test_other_network_is_refused_with_the_difference(folder, make):
    a = make(folder / "a", network=easy_card(folder, "Left")).start()
    b = make(folder / "b", network=easy_card(folder, "Right", coinbase_maturity=7)).start()
    answer = a.post("/nodes/register", {"nodes": [b.api]}, 201)
    node = answer["nodes"][0]
    assert node["status"] == "wrong-network", node
    assert "coinbase_maturity is 3 here and 7 there" in node["error"], node
    assert a.post("/nodes/register", {"nodes": [a.api]}, 201)["nodes"][0]["status"] == "self"
    gone = a.post("/nodes/register", {"nodes": ["http://127.0.0.1:1"]}, 201)["nodes"][0]
    assert gone["status"] == "unreachable" and gone["error"], gone
    assert a.get("/nodes/resolve?brief=1")["message"] == "Our chain is authoritative"
    a.stop()
    b.stop()


def test_names_are_told_and_written_into_blocks(folder, make):
    card = easy_card(folder)
    a = make(folder / "a", "--peer-bind", "127.0.0.1:0", "--node-name", "Mia", network=card).start()
    b = make(folder / "b", "--connect", a.peer, "--node-name", "Bo \u202eBerg", network=card).start()
    named = lambda node, name: [peer for peer in node.get("/api/v1/peers") if peer["name"] == name]
    wait_until(lambda: named(b, "Mia"), "Mia at b")
    wait_until(lambda: named(a, "Bo Berg"), "Bo at a, without the sign that turns the writing")
    raw = lambda node: requests.get(f"{node.api}/api/block/{node.tip()}/raw", timeout=30).content
    a.mine(1)
    assert b"/Cairn:Mia/" in raw(a)
    plain = make(folder / "c").start()  # regtest: Core's bytes, whatever the user is called
    plain.mine(1)
    assert b"/Cairn/" in raw(plain)


if __name__ == "__main__":
    main(test_names_are_told_and_written_into_blocks, test_three_nodes_split_and_join, test_other_network_is_refused_with_the_difference)
