#!/usr/bin/env python3
"""Output descriptors over JSON-RPC: what Bitcoin Core's own clients ask, and its published answers."""
import re
import json
import os
import pathlib

import requests

from cairn_node import is_missing, main

KEY = "03a34b99f22c790c4e36b2b3c2c35a36db06226e41c692fc82b8b56ac1c540c5bd"
TPRV = "tprv8ZgxMBicQKsPd7Uf69XL1XwhmjHopUGep8GuEiJDZmbQz6o58LninorQAfcKZWARbtRtfnLcJ5MQ2AtHcQJCCRUcMRvmDUjyEmNUWwx8UbK"
VECTORS = pathlib.Path(os.environ.get("CAIRN_VECTORS", "../shared/vectors"))


def caller(node):
    def call(method, *params):
        body = requests.post(node.api + "/", json={"id": 1, "method": method, "params": list(params)}, timeout=60).json()
        return body["error"] if body["error"] else body["result"]
    return call


def test_descriptors(folder, make):
    node = make(folder).start()
    call = caller(node)
    info = call("getdescriptorinfo", f"wpkh({TPRV}/0h/*)")
    assert info["isrange"] and info["issolvable"] and info["hasprivatekeys"], info
    assert info["descriptor"].startswith("wpkh(tpub") and "/0h/*)#" in info["descriptor"] and TPRV not in json.dumps(info)
    addresses = call("deriveaddresses", f"wpkh({TPRV}/0h/*)#{info['checksum']}", [3, 5])
    assert len(addresses) == 3 and addresses == call("deriveaddresses", f"wpkh({TPRV}/0h/*)#{info['checksum']}", 5)[3:]
    assert all(call("validateaddress", address)["isvalid"] for address in addresses)
    # The public form lacks the key for its hardened step.
    assert call("deriveaddresses", info["descriptor"], 0)["code"] == -5

    both = call("getdescriptorinfo", f"tr({TPRV}/<0;1>/*)")
    assert [text.split("/")[1] for text in both["multipath_expansion"]] == ["0", "1"] and both["descriptor"] == both["multipath_expansion"][0]
    pairs = call("deriveaddresses", f"tr({TPRV}/<0;1>/*)#{both['checksum']}", 1)
    assert pairs == [call("deriveaddresses", text, 1) for text in both["multipath_expansion"]] and len(pairs[0]) == 2
    combo = call("getdescriptorinfo", f"combo({KEY})")
    assert len(call("deriveaddresses", combo["descriptor"])) == 3, "all but the one without an address"

    assert "At character" in call("getdescriptorinfo", "pk(pk(x))")["message"]
    refused = [(f"pk({KEY})", None, "Missing checksum"), ("a", None, "Missing checksum"), ("raw(deedbeef)#89f8spxm", None, "does not fit"),
               (combo["descriptor"], 1, "un-ranged"),
               (call("getdescriptorinfo", f"pk({KEY})")["descriptor"], None, "corresponding address")]
    for text, upto, words in refused:
        answer = call("deriveaddresses", text, *([] if upto is None else [upto]))
        assert answer["code"] in (-5, -8) and words in answer["message"], (text, answer)
    for upto in (-1, 1 << 31, [5, 3], [0, 10_000], "x", [1, 2, 3], 1 << 63):
        assert call("deriveaddresses", both["multipath_expansion"][0], upto)["code"] == -8, upto
    assert call("deriveaddresses", both["multipath_expansion"][0])["code"] == -8
    node.stop()


def test_coins_of_descriptors(folder, make):
    """scantxoutset: the coins of descriptors, without a wallet and without waiting for an index."""
    node = make(folder).start()
    call = caller(node)
    info = call("getdescriptorinfo", f"wpkh({TPRV}/0h/*)")
    ranged = f"wpkh({TPRV}/0h/*)#{info['checksum']}"
    first, far = call("deriveaddresses", ranged, [0, 0])[0], call("deriveaddresses", ranged, [1001, 1001])[0]
    blocks = [node.get(f"/mine?address={address}") for address in (first, far, first)]
    expected = [(block["txid"], height, block["hash"]) for height, block in enumerate(blocks, 1)]
    found = call("scantxoutset", "start", [ranged])
    assert sorted((coin["txid"], coin["height"], coin["blockhash"]) for coin in found["unspents"]) == sorted((expected[0], expected[2])), found
    assert found["success"] is True and found["height"] == 3 and found["bestblock"] == blocks[2]["hash"] and found["total_amount"] == 100 and found["txouts"] >= 3
    coin = next(coin for coin in found["unspents"] if coin["height"] == 1)
    assert coin["amount"] == 50 and coin["coinbase"] is True and coin["vout"] == 0 and coin["confirmations"] == 3 and re.fullmatch(r"wpkh\(\[[0-9a-f]{8}(/\d+h?)+\]0[23][0-9a-f]{64}\)#\w{8}", coin["desc"]), coin
    assert coin["scriptPubKey"] == call("validateaddress", first)["scriptPubKey"]
    wide = call("scantxoutset", "start", [{"desc": ranged, "range": [1000, 1001]}, {"desc": f"addr({first})"}, f"raw({coin['scriptPubKey']})"])
    assert len(wide["unspents"]) == 3 and wide["total_amount"] == 150, wide
    assert call("scantxoutset", "start", [])["unspents"] == []
    assert call("scantxoutset", "status") is None and call("scantxoutset", "abort") is False
    for params, code, words in ((["start"], -1, "scanobjects argument is required for the start action"), (["begin"], -8, "Invalid action 'begin'"), (["start", [7]], -8, "either a string or an object"),
                                (["start", [{}]], -8, "Descriptor needs to be provided"), (["start", [{"desc": ranged, "range": [5, 3]}]], -8, "Range specified as"), (["start", ["nope"]], -5, ""),
                                (["start", [{"desc": ranged, "range": -1}]], -8, "End of range is too high"), (["start", [{"desc": ranged, "range": [-1, 3]}]], -8, "Range should be greater or equal than 0")):
        answer = call("scantxoutset", *params)
        assert answer["code"] == code and words in answer["message"], (params, answer)
    node.stop()


def test_blocks_to_descriptors(folder, make):
    """generatetodescriptor, and generateblock's first parameter, which may be one too."""
    node = make(folder).start()
    owner = tuple((node.datadir / "regtest" / "api.cookie").read_text().split(":", 1))

    def call(method, *params):
        body = requests.post(node.api + "/", json={"id": 1, "method": method, "params": list(params)}, auth=owner, timeout=60).json()
        return body["error"] if body["error"] else body["result"]

    paid = lambda block: call("getblock", block, 2)["tx"][0]["vout"][0]["scriptPubKey"]
    hashes = call("generatetodescriptor", 2, "raw(51)")
    assert len(hashes) == 2 and hashes[-1] == call("getbestblockhash") and [paid(block)["hex"] for block in hashes] == ["51", "51"]
    assert paid(call("generatetodescriptor", 1, f"pk({KEY})")[0])["hex"] == "21" + KEY + "ac"
    assert paid(call("generatetodescriptor", 1, f"combo({KEY})")[0])["type"] == "witness_v0_keyhash"
    assert paid(call("generateblock", "raw(51)", [])["hash"])["hex"] == "51"
    assert call("getblockcount") == 5
    ranged = f"wpkh({TPRV}/0/*)"
    for method, params, code, words in (("generatetodescriptor", [1, ranged], -8, "Ranged descriptor not accepted. Maybe pass through deriveaddresses first?"), ("generatetodescriptor", [1, "nope"], -5, ""),
                                        ("generatetodescriptor", [-1, "raw(51)"], -8, "nblocks"), ("generatetodescriptor", [1], -1, "generatetodescriptor"),
                                        ("generateblock", [ranged, []], -8, "Ranged descriptor not accepted"), ("generateblock", ["1234", []], -5, "Invalid address or descriptor"),
                                        ("generateblock", ["raw(51)", ["zz"]], -22, "Transaction decode failed for zz"), ("generateblock", ["raw(51)", ["11" * 32]], -5, "not in mempool.")):
        answer = call(method, *params)
        assert answer["code"] == code and words in answer["message"], (method, params, answer)
    assert call("getblockcount") == 5
    stranger = requests.post(node.api + "/", json={"id": 1, "method": "generatetodescriptor", "params": [1, "raw(51)"]}, timeout=30)
    assert stranger.status_code == 401, stranger.text
    node.stop()


def test_scripts(folder, make):
    node = make(folder).start()
    call = caller(node)
    assert call("decodescript", "5121" + KEY + "51ae")["segwit"]["desc"].startswith(f"wsh(multi(1,{KEY}))#")
    assert call("decodescript", "21" + KEY + "ac")["segwit"]["type"] == "witness_v0_keyhash"
    coinbase = call("getblock", call("getblockhash", 0), 2)["tx"][0]
    assert coinbase["vout"][0]["scriptPubKey"]["desc"].startswith("pk(04678afdb0"), coinbase
    path = VECTORS / "core_rpc_decodescript.json"
    if is_missing(path):
        node.stop()
        return
    rows = json.loads(path.read_text())
    for script, expected in rows:
        assert call("decodescript", script) == expected, (script, call("decodescript", script), expected)
    assert len(rows) == 10
    node.stop()


if __name__ == "__main__":
    main(test_descriptors, test_coins_of_descriptors, test_blocks_to_descriptors, test_scripts)
