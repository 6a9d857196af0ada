#!/usr/bin/env python3
"""A wallet that others wrote, bitcoinjs (npm), over the Esplora routes on regtest: its address is paid, it finds its coins, signs and submits.
Skipped where node or npm is missing or does not answer."""
import json
import os
import pathlib
import subprocess

import requests

from cairn_node import main, wait_until
from npm import installed

HERE = pathlib.Path(__file__).parent
KEY = "01" * 32


def test_a_payment_by_bitcoinjs(folder, make):
    modules = installed("bitcoinjs-lib@6.1.7", "ecpair@2.1.0", "tiny-secp256k1@2.2.4")
    if modules is None:
        print("skipped: npm is missing or does not answer")
        return

    def wallet(**order):
        done = subprocess.run(["node", str(HERE / "bitcoinjs_wallet.js")], input=json.dumps({"key": KEY, **order}), capture_output=True, text=True, timeout=60,
                              env={**os.environ, "NODE_PATH": str(modules)}, check=True)
        return json.loads(done.stdout)

    node = make(folder).start()
    address = wallet()["address"]
    owner = tuple((node.datadir / "regtest" / "api.cookie").read_text().split(":", 1))
    rpc = lambda method, *params: requests.post(node.api + "/", json={"method": method, "params": params, "id": 1}, timeout=60, auth=owner).json()["result"]
    rpc("generatetoaddress", 2, address)
    rpc("generatetoaddress", 100, node.address())
    wait_until(lambda: len(node.get(f"/api/address/{address}/utxo")) == 2, "its coins")
    coins = [{"txid": coin["txid"], "vout": coin["vout"], "hex": node.get(f"/api/tx/{coin['txid']}/hex")} for coin in node.get(f"/api/address/{address}/utxo")]
    target = node.address()
    raw = wallet(coins=coins, to=target, amount=6_000_000_000, fee=1_000)["hex"]
    answer = requests.post(node.api + "/api/tx", data=raw, timeout=30)
    assert answer.status_code == 200, answer.text
    txid = answer.text
    assert node.get(f"/api/address/{address}")["mempool_stats"]["funded_txo_sum"] == 3_999_999_000
    rpc("generatetoaddress", 1, node.address())
    wait_until(lambda: node.get(f"/api/tx/{txid}/status")["confirmed"], "its block has it")
    wait_until(lambda: [coin["value"] for coin in node.get(f"/api/address/{target}/utxo")] == [6_000_000_000], "it is paid")
    node.stop()


if __name__ == "__main__":
    main(test_a_payment_by_bitcoinjs)
