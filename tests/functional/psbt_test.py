#!/usr/bin/env python3
"""Partially signed transactions over JSON-RPC, as Bitcoin Core's clients use them: without a wallet, and with one."""
import json
import os
import pathlib

from cairn_node import is_missing, main, wait_until
from rpc_test import Rpc

KEYS = ["cP53pDbR5WtAD8dYAW9hhTjuvvTVaEiQBdrz9XPrgLBeRFiyCbQr", "cR6SXDoyfQrcp4piaiHE97Rsgta9mNhGTen9XeonVgwsh4iSgw6d"]
VECTORS = pathlib.Path(os.environ.get("CAIRN_VECTORS", "../shared/vectors"))


def caller(node):
    """Answers, or the error; with the rights of the owner."""
    rpc = Rpc(node)

    def call(method, *params):
        body = rpc.raw({"id": 7, "method": method, "params": list(params)}, rpc.cookie()).json()
        return body["error"] or body["result"]
    return call


def with_checksum(call, descriptor):
    return descriptor + "#" + call("getdescriptorinfo", descriptor)["checksum"]


def test_vectors(folder, make):
    """What Core's own test of these calls reads."""
    path = VECTORS / "core_rpc_psbt.json"
    if is_missing(path):
        return
    vectors = json.loads(path.read_text())
    node = make(folder).start()
    call = caller(node)
    for text in vectors["valid"]:
        assert "inputs" in call("decodepsbt", text), text
    for text, words in vectors["invalid_with_msg"]:
        answer = call("decodepsbt", text)
        assert answer["code"] == -22 and f"TX decode failed {words}" in answer["message"], (answer, words)
    for row in vectors["creator"]:
        assert call("createpsbt", row["inputs"], row["outputs"], 0, False, 2, row["version"]) == row["result"]
    for row in vectors["combiner"]:
        assert call("combinepsbt", row["combine"]) == row["result"]
    for row in vectors["finalizer"]:
        assert call("finalizepsbt", row["finalize"], False)["psbt"] == row["result"]
    for row in vectors["extractor"]:
        assert call("finalizepsbt", row["extract"]) == {"hex": row["result"], "complete": True}
    node.stop()


def test_two_signers(folder, make):
    """A multisig is paid, and pays: who watches, who signs and who joins are different hands."""
    node = make(folder).start()
    call = caller(node)
    both = with_checksum(call, f"wsh(multi(2,{KEYS[0]},{KEYS[1]}))")
    public = call("getdescriptorinfo", both)["descriptor"]
    address = call("deriveaddresses", public)[0]
    coinbase = call("getblock", call("generatetoaddress", 1, address)[0], 1)["tx"][0]
    call("generatetoaddress", 100, address)
    psbt = call("createpsbt", [{"txid": coinbase, "vout": 0}], [{address: 49.999}])
    assert call("analyzepsbt", psbt)["next"] == "updater"
    psbt = call("utxoupdatepsbt", psbt, [public])
    state = call("analyzepsbt", psbt)
    assert state["next"] == "signer" and abs(state["fee"] - 0.001) < 1e-9 and len(state["inputs"][0]["missing"]["signatures"]) == 2, state
    parts = []
    for key in KEYS:
        part = call("descriptorprocesspsbt", psbt, [f"wpkh({key})"])
        assert not part["complete"] and "hex" not in part, part
        parts.append(part["psbt"])
    assert call("analyzepsbt", parts[0])["next"] == "signer"
    together = call("combinepsbt", parts)
    assert call("analyzepsbt", together)["next"] == "finalizer"
    final = call("finalizepsbt", together)
    assert final["complete"] and call("testmempoolaccept", [final["hex"]])[0]["allowed"], final
    # The same in one hand.
    assert call("descriptorprocesspsbt", psbt, [both])["hex"] == final["hex"]
    assert call("decodepsbt", call("converttopsbt", final["hex"], True))["inputs"][0]["previous_txid"] == coinbase
    refused = [("combinepsbt", [[]], -8, "cannot be empty"), ("joinpsbts", [[psbt]], -8, "At least two"),
               ("joinpsbts", [[psbt, psbt]], -8, "version 0"), ("decodepsbt", [";"], -22, "invalid base64"),
               ("createpsbt", [[], [{address: 1}], 0, True, 2, 1], -8, "can only be 2 or 0"),
               ("descriptorprocesspsbt", [psbt, [both], "all"], -8, "valid sighash"),
               ("descriptorprocesspsbt", [psbt, [both], "ALL", True, True, 1], -1, "descriptorprocesspsbt")]
    for method, params, code, words in refused:
        answer = call(method, *params)
        assert answer["code"] == code and words in answer["message"], (method, answer)
    node.stop()


def test_wallet(folder, make):
    """The wallet funds, fills in and signs."""
    node = make(folder, "--wallet", "w").start()
    call = caller(node)
    call("generatetoaddress", 101, call("getnewaddress"))
    other = call("deriveaddresses", call("getdescriptorinfo", f"wpkh({KEYS[0]})")["descriptor"])[0]
    made = call("walletcreatefundedpsbt", [], [{other: 1.5}], 0, {"fee_rate": 3, "changePosition": 0})
    assert made["changepos"] == 0, made
    decoded = call("decodepsbt", made["psbt"])
    assert decoded["fee"] == made["fee"] and len(decoded["inputs"][0]["bip32_derivs"]) == 1 and "bip32_derivs" in decoded["outputs"][0], decoded
    assert call("walletprocesspsbt", made["psbt"], False) == {"psbt": made["psbt"], "complete": False}
    signed = call("walletprocesspsbt", made["psbt"])
    assert signed["complete"] and call("testmempoolaccept", [signed["hex"]])[0]["allowed"], signed
    size = call("decoderawtransaction", signed["hex"])["vsize"]
    assert 3 * size <= round(made["fee"] * 1e8) <= 3 * size + 3, (made, size)

    raw = call("createrawtransaction", [], [{other: 2}])
    funded = call("fundrawtransaction", raw, {"feeRate": 0.0001, "subtractFeeFromOutputs": [0]})
    outputs = call("decoderawtransaction", funded["hex"])["vout"]
    paid = next(output["value"] for output in outputs if output["scriptPubKey"]["address"] == other)
    assert abs(paid + funded["fee"] - 2) < 1e-9, (outputs, funded)
    complete = call("signrawtransactionwithwallet", funded["hex"])
    assert complete["complete"], complete
    txid = call("sendrawtransaction", complete["hex"])
    wait_until(lambda: "txid" in call("gettransaction", txid), "the wallet has heard of its payment")
    bumped = call("psbtbumpfee", txid, {"fee_rate": 50})
    assert bumped["origfee"] == funded["fee"] < bumped["fee"] and bumped["errors"] == [], bumped
    replacement = call("walletprocesspsbt", bumped["psbt"])
    assert replacement["complete"] and call("testmempoolaccept", [replacement["hex"]])[0]["allowed"], replacement
    assert "must be at least" in call("psbtbumpfee", txid, {"fee_rate": 1})["message"]
    sent = call("bumpfee", txid, {"fee_rate": 60})
    before, after = call("gettransaction", txid), call("gettransaction", sent["txid"])
    assert before["replaced_by_txid"] == sent["txid"] and after["replaces_txid"] == txid, (before, after)
    assert "replaces_txid" not in before and "replaced_by_txid" not in after, (before, after)
    wait_until(lambda: call("getrawmempool") == [sent["txid"]], "the replacement has taken the payment's place")
    assert "descendants" not in str(call("bumpfee", sent["txid"])) and call("bumpfee", txid)["code"] == -4
    fund = "fundrawtransaction"
    refused = [(fund, [raw, {"foo": 1}], -3, "Unexpected key foo"), (fund, [raw, {"fee_rate": 1, "feeRate": 1}], -8, "both fee_rate"),
               (fund, [raw, {"changePosition": 9}], -8, "out of bounds"), (fund, [raw, {"subtractFeeFromOutputs": [1]}], -8, "too large"),
               (fund, [raw, {"fee_rate": "0.0001"}], -3, "Invalid amount"), (fund, [raw, {"conf_target": 0}], -8, "between 1 and 1008"),
               (fund, [raw, {"solving_data": {}}], -8, "not known here"),
               (fund, [call("createrawtransaction", [], [{other: 9999}])], -4, "Insufficient funds")]
    for method, params, code, words in refused:
        answer = call(method, *params)
        assert answer["code"] == code and words in answer["message"], (params[1:], answer)
    node.stop()


if __name__ == "__main__":
    main(test_vectors, test_two_signers, test_wallet)
