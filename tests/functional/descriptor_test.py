#!/usr/bin/env python3
"""Output descriptors over JSON-RPC: what Bitcoin Core's own clients ask, and its published answers."""
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

    refused = [(f"pk({KEY})", None, "checksum is missing"), ("raw(deedbeef)#89f8spxm", None, "does not fit"), ("pk(pk(x))", None, "At character"),
               (combo["descriptor"], 1, "un-ranged"),
               (call("getdescriptorinfo", f"pk({KEY})")["descriptor"], None, "corresponding address")]
    for text, upto, words in refused:
        answer = call("deriveaddresses", text, *([] if upto is None else [upto]))
        assert answer["code"] in (-5, -8) and words in answer["message"], (text, answer)
    for upto in (-1, 1 << 31, [5, 3], [0, 10_000], "x", [1, 2, 3], 1 << 63):
        assert call("deriveaddresses", both["multipath_expansion"][0], upto)["code"] == -8, upto
    assert call("deriveaddresses", both["multipath_expansion"][0])["code"] == -8
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
    main(test_descriptors, test_scripts)
