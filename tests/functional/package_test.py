#!/usr/bin/env python3
"""A parent that pays nothing and the child that pays for both: submitted together, carried to a peer, kept over a crash, mined."""
import hashlib
import struct

import requests

from cairn_node import main, wait_until

SCRIPT = bytes([0x51])  # OP_1 as witness script: anybody may spend, nobody has to sign
PROGRAM = b"\x00\x20" + hashlib.sha256(SCRIPT).digest()


def transaction(inputs, outputs, version=3):
    """`inputs`: (txid, number); `outputs`: satoshi. Hex and txid."""
    ins = b"".join(bytes.fromhex(txid)[::-1] + struct.pack("<I", number) + b"\x00" + b"\xff" * 4 for txid, number in inputs)
    outs = b"".join(struct.pack("<q", value) + bytes([len(PROGRAM)]) + PROGRAM for value in outputs)
    body = bytes([len(inputs)]) + ins + bytes([len(outputs)]) + outs
    start, end = struct.pack("<i", version), bytes(4)
    txid = hashlib.sha256(hashlib.sha256(start + body + end).digest()).digest()[::-1].hex()
    witness = b"\x01\x01" + SCRIPT
    return (start + b"\x00\x01" + body + witness * len(inputs) + end).hex(), txid


def caller(node):
    def call(method, *params, owner=False):
        cookie = tuple((node.datadir / "regtest" / "api.cookie").read_text().split(":", 1))
        body = requests.post(node.api + "/", json={"id": 1, "method": method, "params": list(params)}, auth=cookie if owner else None, timeout=60).json()
        assert not body["error"], (method, body["error"])
        return body["result"]
    return call


def test_packages(folder, make):
    node = make(folder / "a", "--peer-bind", "127.0.0.1:0").start()
    call = caller(node)
    address = call("decodescript", SCRIPT.hex())["segwit"]["address"]
    blocks = call("generatetoaddress", 105, address, owner=True)
    other = make(folder / "b", "--connect", node.peer).start()
    other_call = caller(other)
    wait_until(lambda: other_call("getblockcount") == 105, "the peer is level")
    coins = [call("getblock", block)["tx"][0] for block in blocks[:4]]
    value = 50 * 10**8

    parent, parent_id = transaction([(coins[0], 0)], [value])
    poor, poor_id = transaction([(parent_id, 0)], [value - 5])
    child, child_id = transaction([(parent_id, 0)], [value - 5000])
    assert call("testmempoolaccept", [parent])[0]["reject-reason"] == "min relay fee not met"
    assert call("testmempoolaccept", [child])[0]["reject-reason"] == "missing-inputs"
    refused = call("submitpackage", [parent, poor])
    assert refused["package_msg"] == "transaction failed" and call("getrawmempool") == [], refused
    assert {result["error"] for result in refused["tx-results"].values()} == {"min relay fee not met"}, refused
    assert call("submitpackage", [parent])["package_msg"] == "transaction failed"
    mad, mad_id = transaction([(coins[1], 0)], [2**63 - 1])
    heir, _ = transaction([(mad_id, 0), (parent_id, 0)], [1000])
    refused = call("submitpackage", [mad, parent, heir])  # values that no sum holds
    assert refused["package_msg"] == "transaction failed" and call("getblockcount") == 105, refused

    last, _ = transaction([(child_id, 0)], [value - 6000])
    for chain in ([parent, child, last], [child, parent], [parent, mad]):
        asked = requests.post(node.api + "/", json={"id": 1, "method": "submitpackage", "params": [chain]}, timeout=60).json()["error"]
        assert asked["code"] == -25 and "package topology disallowed" in asked["message"], asked
    assert call("getrawmempool") == []

    taken = call("submitpackage", [parent, child])
    assert taken["package_msg"] == "success" and taken["replaced-transactions"] == [], taken
    fees = [result["fees"] for result in taken["tx-results"].values()]
    vsize = sum(result["vsize"] for result in taken["tx-results"].values())
    assert [fee["base"] for fee in fees] == [0, 0.00005]
    for fee in fees:
        assert round(fee["effective-feerate"] * 10**8) == 5000 * 1000 // vsize and len(fee["effective-includes"]) == 2, fee
    assert set(call("getrawmempool")) == {parent_id, child_id}
    rival, rival_id = transaction([(coins[0], 0)], [value - 50000])
    assert call("testmempoolaccept", [rival, transaction([(rival_id, 0)], [value - 60000])[0]])[0]["reject-reason"] == "bip125-replacement-disallowed"

    # Whose scripts fail comes after everything else: the others are good then.
    unsigned = lambda inputs, outputs: "010100".join(transaction(inputs, outputs)[0].rsplit("0101" + SCRIPT.hex(), 1))
    judged = call("testmempoolaccept", [transaction([(coins[3], 0)], [value - 5000])[0], unsigned([(coins[2], 0)], [value - 5000])])
    assert judged[0]["allowed"] and not judged[1]["allowed"] and "script" in judged[1]["reject-reason"], judged

    # A parent that the user favours needs no child to pay for it.
    favoured, favoured_id = transaction([(coins[3], 0)], [value])
    heir, heir_id = transaction([(favoured_id, 0)], [value - 5000])
    call("prioritisetransaction", favoured_id, 0, 10_000, owner=True)
    taken = {each["txid"]: each for each in call("submitpackage", [favoured, heir])["tx-results"].values()}
    first, second = taken[favoured_id], taken[heir_id]
    assert first["fees"]["base"] == 0 and len(first["fees"]["effective-includes"]) == 1, first
    assert round(first["fees"]["effective-feerate"] * 10**8) == 10_000 * 1000 // first["vsize"], first
    assert round(second["fees"]["effective-feerate"] * 10**8) == 5000 * 1000 // second["vsize"], second
    favourites = {favoured_id, heir_id}

    wait_until(lambda: set(other_call("getrawmempool")) == {parent_id, child_id} | favourites, "the peer has both")
    other.stop()

    # What was taken is kept, although the parent would not be taken by itself: after a crash too.
    node.kill()
    node.start()
    call = caller(node)
    assert set(call("getrawmempool")) == {parent_id, child_id} | favourites

    # A second child takes the place of the first only by paying more; of another version there is none.
    better, better_id = transaction([(parent_id, 0)], [value - 20000])
    replaced = call("submitpackage", [better])
    assert replaced["package_msg"] == "success" and replaced["replaced-transactions"] == [child_id], replaced
    ordinary, _ = transaction([(better_id, 0)], [value - 40000], version=2)
    assert call("testmempoolaccept", [ordinary])[0]["reject-reason"] == "TRUC-violation"

    # Too dear for the limit that the caller sets; only version 3 may be below what is passed on.
    dear_parent, dear_id = transaction([(coins[1], 0)], [value])
    dear_child, _ = transaction([(dear_id, 0)], [value - 10**8])
    dear = call("submitpackage", [dear_parent, dear_child])
    assert "max feerate exceeded" in [result.get("error") for result in dear["tx-results"].values()], dear
    old_parent, old_id = transaction([(coins[2], 0)], [value], version=2)
    old_child, _ = transaction([(old_id, 0)], [value - 5000], version=2)
    assert call("submitpackage", [old_parent, old_child])["package_msg"] == "transaction failed"
    assert set(call("getrawmempool")) == {parent_id, better_id} | favourites

    block = call("generatetoaddress", 1, address, owner=True)[0]
    assert set(call("getblock", block)["tx"][1:]) == {parent_id, better_id} | favourites and call("getrawmempool") == []
    node.stop()


if __name__ == "__main__":
    main(test_packages)
