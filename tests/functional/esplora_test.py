#!/usr/bin/env python3
"""The Esplora routes over a chain that Bitcoin Core made, checked against what Core says of it, and their paging and errors."""
import hashlib
import json
import struct

import requests

from cairn_node import CHAINS, easy_card, is_missing, main, wait_until

NAME = "regtest-mixed"


def double_sha(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


class Explorer:
    def __init__(self, url):
        self.url = url + "/api"
        self.session = requests.Session()

    def ask(self, path, status=200, kind=None):
        answer = self.session.get(self.url + path, timeout=90)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:200])
        if kind:
            assert answer.headers["Content-Type"] == kind, (path, answer.headers)
        return answer

    def json(self, path):
        return self.ask(path, kind="application/json").json()

    def text(self, path):
        return self.ask(path, kind="text/plain").text

    def error(self, path, status, text):
        answer = self.ask(path, status, "text/plain")
        assert answer.text == text, (path, answer.text)


def imported(folder, make):
    node = make(folder, "--import-blocks", CHAINS / NAME / "blocks.dat").start()
    expected = json.loads((CHAINS / NAME / "expected.json").read_text())
    wait_until(lambda: node.get("/api/blocks/tip/height") == str(expected["height"]), "the import", 120)
    explorer = Explorer(node.api)
    last = expected["sample_transactions"][-1]["txid"]
    wait_until(lambda: explorer.json(f"/tx/{last}/status")["confirmed"], "the index", 120)
    rpc = lambda method, *params: requests.post(node.api + "/", json={"jsonrpc": "2.0", "id": 1, "method": method, "params": params}, timeout=60).json()["result"]
    wait_until(lambda: rpc("getindexinfo")["txindex"]["synced"], "the whole index", 120)
    return node, explorer, expected, rpc


def check_block(explorer, height, block_hash, expected):
    block = explorer.json(f"/block/{block_hash}")
    assert block["id"] == block_hash and block["height"] == height
    for field, kind in (("version", int), ("timestamp", int), ("bits", int), ("nonce", int), ("difficulty", float), ("merkle_root", str),
                        ("tx_count", int), ("size", int), ("weight", int), ("mediantime", int)):
        assert isinstance(block[field], kind), (field, block)
    assert block["previousblockhash"] == (expected["hashes"][height - 1] if height else None)
    header = bytes.fromhex(explorer.text(f"/block/{block_hash}/header"))
    assert len(header) == 80 and double_sha(header)[::-1].hex() == block_hash
    raw = explorer.ask(f"/block/{block_hash}/raw", kind="application/octet-stream").content
    assert raw[:80] == header and len(raw) == block["size"]
    txids = explorer.json(f"/block/{block_hash}/txids")
    assert len(txids) == block["tx_count"] and explorer.text(f"/block/{block_hash}/txid/0") == txids[0]
    paged, start = [], 0
    while start < len(txids):
        page = explorer.json(f"/block/{block_hash}/txs" + (f"/{start}" if start else ""))
        assert len(page) == min(25, len(txids) - start)
        paged += [tx["txid"] for tx in page]
        start += 25
    assert paged == txids
    status = explorer.json(f"/block/{block_hash}/status")
    following = expected["hashes"][height + 1] if height < expected["height"] else None
    assert status == {"in_best_chain": True, "height": height, "next_best": following}
    return txids


def check_proofs(explorer, txid, height, block_hash, txids):
    proof = explorer.json(f"/tx/{txid}/merkle-proof")
    assert proof["block_height"] == height and txids[proof["pos"]] == txid
    node, position = bytes.fromhex(txid)[::-1], proof["pos"]
    for sibling in proof["merkle"]:
        other = bytes.fromhex(sibling)[::-1]
        node = double_sha(other + node if position & 1 else node + other)
        position >>= 1
    header = bytes.fromhex(explorer.text(f"/block/{block_hash}/header"))
    assert node == header[36:68], "the branch leads to the root"
    merkle_block = bytes.fromhex(explorer.text(f"/tx/{txid}/merkleblock-proof"))
    assert merkle_block[:80] == header and struct.unpack("<I", merkle_block[80:84])[0] == len(txids)
    return merkle_block.hex()


def check_transaction(explorer, sample, expected):
    txid = sample["txid"]
    tx = explorer.json(f"/tx/{txid}")
    assert tx["txid"] == txid and tx["weight"] == sample["weight"] and tx["version"] == sample["version"]
    assert len(tx["vin"]) == sample["vin"] and len(tx["vout"]) == sample["vout"]
    coinbase = tx["vin"][0]["is_coinbase"]
    if coinbase:
        assert tx["fee"] == 0 and tx["vin"][0]["prevout"] is None and tx["vin"][0]["vout"] == 0xffffffff and tx["vin"][0]["txid"] == "0" * 64
    else:
        assert tx["fee"] == sum(vin["prevout"]["value"] for vin in tx["vin"]) - sum(vout["value"] for vout in tx["vout"])
    if sample["fee"] not in ("", None):
        assert tx["fee"] == round(float(sample["fee"]) * 1e8), (tx["fee"], sample)
    block_hash = expected["hashes"][sample["height"]]
    assert tx["status"]["confirmed"] and tx["status"]["block_height"] == sample["height"] and tx["status"]["block_hash"] == block_hash
    assert explorer.json(f"/tx/{txid}/status") == tx["status"]
    raw = explorer.ask(f"/tx/{txid}/raw", kind="application/octet-stream").content
    assert explorer.text(f"/tx/{txid}/hex") == raw.hex() and len(raw) == tx["size"]
    assert double_sha(raw)[::-1].hex() == sample["wtxid"]
    outspends = explorer.json(f"/tx/{txid}/outspends")
    assert len(outspends) == sample["vout"]
    for index, outspend in enumerate(outspends):
        assert explorer.json(f"/tx/{txid}/outspend/{index}") == outspend
        if outspend["spent"]:
            spender = explorer.json(f"/tx/{outspend['txid']}")
            assert spender["vin"][outspend["vin"]]["txid"] == txid and spender["vin"][outspend["vin"]]["vout"] == index
    return tx, block_hash


def test_against_core(folder, make):
    if is_missing(CHAINS / NAME):
        return
    node, explorer, expected, rpc = imported(folder, make)
    tip = expected["height"]
    assert explorer.text("/blocks/tip/hash") == expected["best"] and explorer.text("/blocks/tip/height") == str(tip)
    for height in (0, 1, 9, 10, 11, 12, 150, 699, 700):
        assert explorer.text(f"/block-height/{height}") == expected["hashes"][height]
    for start in (None, 700, 355, 9, 3, 0):
        blocks = explorer.json("/blocks" + ("" if start is None else f"/{start}"))
        top = tip if start is None else start
        assert [block["id"] for block in blocks] == expected["hashes"][max(0, top - 9):top + 1][::-1], start
    for height in (0, 1, 120, 400, 700):
        check_block(explorer, height, expected["hashes"][height], expected)
    for tip_entry in expected["chaintips"]:
        if tip_entry["status"] == "active":
            continue
        stale = explorer.json(f"/block/{tip_entry['hash']}")
        assert stale["height"] == tip_entry["height"]
        assert explorer.json(f"/block/{tip_entry['hash']}/status") == {"in_best_chain": False, "height": None, "next_best": None}
        assert explorer.json(f"/block/{tip_entry['hash']}/txs")
    for sample in expected["sample_transactions"]:
        tx, block_hash = check_transaction(explorer, sample, expected)
        txids = explorer.json(f"/block/{block_hash}/txids")
        proof = check_proofs(explorer, tx["txid"], sample["height"], block_hash, txids)
        assert rpc("verifytxoutproof", proof) == [tx["txid"]] and rpc("gettxoutproof", [tx["txid"]], block_hash) == proof
    node.stop()


def test_addresses(folder, make):
    if is_missing(CHAINS / NAME):
        return
    node, explorer, expected, rpc = imported(folder, make)
    for address, known in expected["addresses"].items():
        about = explorer.json(f"/address/{address}")
        stats = about["chain_stats"]
        assert about["address"] == address and stats["funded_txo_count"] == known["funded_txo_count"], (address, about)
        assert stats["funded_txo_sum"] == round(float(known["funded"]) * 1e8)
        balance = stats["funded_txo_sum"] - stats["spent_txo_sum"]
        assert balance == round(float(known["balance"]) * 1e8)
        pending = about["mempool_stats"]  # payments of branches that lost wait again
        script = rpc("validateaddress", address)["scriptPubKey"]
        script_hash = hashlib.sha256(bytes.fromhex(script)).hexdigest()
        by_hash = explorer.json(f"/scripthash/{script_hash}")
        assert by_hash["scripthash"] == script_hash and by_hash["chain_stats"] == stats
        utxos = explorer.json(f"/address/{address}/utxo")
        assert sum(utxo["value"] for utxo in utxos) == balance + pending["funded_txo_sum"] - pending["spent_txo_sum"]
        assert explorer.json(f"/scripthash/{script_hash}/utxo") == utxos
        assert len(utxos) == sum(part["funded_txo_count"] - part["spent_txo_count"] for part in (stats, pending))
        txs = explorer.json(f"/address/{address}/txs")
        waiting, confirmed = explorer.json(f"/address/{address}/txs/mempool"), explorer.json(f"/address/{address}/txs/chain")
        assert explorer.json(f"/scripthash/{script_hash}/txs") == txs == waiting + confirmed
        assert len(waiting) == pending["tx_count"] and len(confirmed) == min(25, stats["tx_count"])
        for tx in txs:
            scripts = [vin["prevout"]["scriptpubkey"] for vin in tx["vin"] if vin["prevout"]] + [vout["scriptpubkey"] for vout in tx["vout"]]
            assert script in scripts
    check_output_types(explorer, expected)
    node.stop()


def check_output_types(explorer, expected):
    """Scripts are shown in rust-bitcoin's words, inner scripts where there are any."""
    kinds, inner = set(), set()
    for sample in expected["sample_transactions"]:
        for vin in explorer.json(f"/tx/{sample['txid']}")["vin"]:
            if vin["is_coinbase"]:
                continue
            kind = vin["prevout"]["scriptpubkey_type"]
            kinds.add(kind)
            if "inner_redeemscript_asm" in vin:
                inner.add("redeem")
                assert kind == "p2sh"
            if "inner_witnessscript_asm" in vin:
                inner.add("witness")
            if kind == "v0_p2wpkh":
                assert vin["prevout"]["scriptpubkey_asm"].startswith("OP_0 OP_PUSHBYTES_20 ") and len(vin["witness"]) == 2
    assert {"p2pkh", "p2sh", "v0_p2wpkh"} <= kinds and kinds <= {"p2pkh", "p2sh", "v0_p2wpkh", "v0_p2wsh", "v1_p2tr"}, kinds
    assert "redeem" in inner


def test_paging(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    explorer = Explorer(node.api)
    address = node.address()
    for _ in range(60):
        node.get(f"/mine?address={address}")
    wait_until(lambda: explorer.json(f"/address/{address}")["chain_stats"]["tx_count"] == 60, "the index")
    page_through(explorer, address)
    node.stop()


def page_through(explorer, address):
    total = explorer.json(f"/address/{address}")["chain_stats"]["tx_count"]
    seen, last = [], None
    while True:
        page = explorer.json(f"/address/{address}/txs/chain" + (f"/{last}" if last else ""))
        seen += [tx["txid"] for tx in page]
        if len(page) < 25:
            break
        last = seen[-1]
    assert len(seen) == total == len(set(seen)) and total > 25, (total, len(seen))
    heights = [explorer.json(f"/tx/{txid}/status")["block_height"] for txid in seen]
    assert heights == sorted(heights, reverse=True)
    assert explorer.json(f"/address/{address}/txs/chain/{'0' * 64}") == []
    first_block_coinbase = explorer.json(f"/block/{explorer.text('/block-height/0')}/txids")[0]
    assert explorer.json(f"/address/{address}/txs/chain/{first_block_coinbase}") == [], "a transaction of somebody else"


def test_errors(folder, make):
    node = make(folder).start()
    explorer = Explorer(node.api)
    nowhere = "0" * 64
    for path in (f"/block/{nowhere}", f"/block/{nowhere}/header", f"/block/{nowhere}/raw", f"/block/{nowhere}/txids", f"/block/{nowhere}/txid/0",
                 f"/block/{nowhere}/txs", "/block-height/1", "/blocks/1", "/block-height/4000000000"):
        explorer.error(path, 404, "Block not found")
    for path in (f"/tx/{nowhere}", f"/tx/{nowhere}/hex", f"/tx/{nowhere}/raw", f"/tx/{nowhere}/outspends"):
        explorer.error(path, 404, "Transaction not found")
    for path in (f"/tx/{nowhere}/merkle-proof", f"/tx/{nowhere}/merkleblock-proof"):
        explorer.error(path, 404, "Transaction not found or is unconfirmed")
    for path in ("/block/zz", "/block/" + "0" * 63, "/tx/zz", "/tx/zz/status", "/tx/zz/outspend/0", "/address/2MxLH7kZBbfQzvJn6X78qW2n9vDyvZvWinY/txs/chain/zz"):
        explorer.error(path, 400, "Invalid hash string")
    for path in ("/block-height/x", "/block-height/-1", "/block-height/99999999999", "/blocks/x", f"/tx/{nowhere}/outspend/x", f"/block/{nowhere}/txs/x"):
        explorer.error(path, 400, "Invalid number")
    explorer.error("/address/nonsense", 400, "Invalid Bitcoin address")
    explorer.error("/address/bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", 400, "Address on invalid network")
    explorer.error("/scripthash/00", 400, "Invalid scripthash")
    explorer.error("/address-prefix/bcrt1", 400, "address search disabled")
    genesis = explorer.text("/block-height/0")
    explorer.error(f"/block/{genesis}/txs/25", 404, "start index out of range")
    explorer.error(f"/block/{genesis}/txid/1", 404, "tx index out of range")
    assert explorer.json(f"/block/{nowhere}/status") == {"in_best_chain": False, "height": None, "next_best": None}
    assert explorer.json(f"/tx/{nowhere}/status") == {"confirmed": False}
    assert explorer.json(f"/tx/{nowhere}/outspend/3") == {"spent": False}
    assert "endpoint does not exist" in explorer.ask("/blox", 404, "text/plain").text
    assert "/api/blocks" in explorer.ask("/blox", 404, "text/plain").text, "a hint"
    # Genesis is a block like any other, its coinbase too.
    assert len(explorer.json(f"/block/{genesis}/txs")) == 1
    coinbase = explorer.json(f"/block/{genesis}/txids")[0]
    wait_until(lambda: explorer.session.get(f"{explorer.url}/tx/{coinbase}").status_code == 200, "genesis' coinbase can be asked for", 20)
    for body, text in (("zz", "TX decode failed"), ("", "TX decode failed"), ("00" * 60, "TX decode failed")):
        answer = requests.post(explorer.url + "/tx", data=body, timeout=30)
        assert answer.status_code == 400 and answer.text == text, answer.text
    for body in ("", "{}", "[]", "[1]", '["zz"]', "[" + ",".join(['"00"'] * 26) + "]"):
        assert requests.post(explorer.url + "/txs/package", data=body, timeout=30).status_code == 400, body
    node.stop()


def test_deep_answers_follow_a_reorganisation(folder, make):
    """What stays on its branch is kept by the server, until its block leaves the best chain."""
    node = make(folder, network=easy_card(folder)).start()
    explorer = Explorer(node.api)
    first, *_, last = node.mine(15)
    wait_until(lambda: explorer.json(f"/tx/{first['txid']}/status")["confirmed"], "the index")
    answers = [explorer.ask(f"/tx/{first['txid']}", kind="application/json") for _ in range(3)]
    assert "ETag" in answers[0].headers and len({answer.content for answer in answers}) == 1
    assert explorer.ask(f"/tx/{first['txid']}?x=1").content == answers[0].content
    wait_until(lambda: explorer.json(f"/tx/{last['txid']}/status")["confirmed"], "the index")
    young = [explorer.ask(f"/tx/{last['txid']}", kind="application/json") for _ in range(3)]
    assert "max-age=10" in young[0].headers["Cache-Control"].split(", ") and len({answer.content for answer in young}) == 1
    owner = tuple((node.datadir / "test-net" / "api.cookie").read_text().split(":", 1))
    undone = requests.post(node.api + "/", json={"method": "invalidateblock", "params": [first["hash"]], "id": 1}, auth=owner, timeout=60)
    assert undone.json()["error"] is None and explorer.text("/blocks/tip/height") == "0"
    for txid in (first["txid"], last["txid"]):
        explorer.error(f"/tx/{txid}", 404, "Transaction not found")
    node.stop()


def test_only_hashes_name_for_ever(folder, make):
    """What a height or a transaction's place says is of this chain: it has a tag of network and tip, and no client keeps it for years. Another network on the same address, or another branch, is told."""
    first = make(folder / "a", network=easy_card(folder, "One net")).start()
    txid = first.mine(25)[0]["txid"]
    explorer = Explorer(first.api)
    wait_until(lambda: explorer.json(f"/tx/{txid}/status")["confirmed"], "the index")
    top = explorer.text("/blocks/tip/hash")
    of_chain = ("/block-height/5", "/blocks/20", "/blocks", "/blocks/tip/hash", "/blocks/tip/height", f"/tx/{txid}", f"/tx/{txid}/status", f"/tx/{txid}/hex", f"/tx/{txid}/raw", f"/tx/{txid}/merkle-proof",
                f"/tx/{txid}/merkleblock-proof", f"/block/{explorer.text('/block-height/5')}/txs", f"/block/{explorer.text('/block-height/5')}/status")
    ask = lambda path, tag: requests.get(explorer.url + path, headers={"If-None-Match": tag}, timeout=30)
    tags = {}
    for path in of_chain:
        headers = explorer.ask(path).headers
        assert "max-age=10" in headers["Cache-Control"].split(", ") and headers["ETag"].startswith('W/"'), (path, headers)
        tags[path] = headers["ETag"]
        for held in (headers["ETag"], headers["ETag"][2:], f'"x", {headers["ETag"]}', "*"):
            answer = ask(path, held)
            assert answer.status_code == 304 and answer.content == b"" and answer.headers["ETag"] == headers["ETag"] and "Content-Length" not in answer.headers, (path, held, answer.headers)
        assert ask(path, 'W/"x"').status_code == 200, path
    assert len(set(tags.values())) == 1 and top in tags["/blocks"]
    for path in (f"/block/{top}", f"/block/{top}/header", f"/block/{top}/raw", f"/block/{top}/txids", f"/block/{top}/txid/0"):
        headers = explorer.ask(path).headers
        assert headers["Cache-Control"].endswith(", immutable") and "ETag" not in headers, (path, headers)
    # A connection goes on behind an answer without a body.
    session = requests.Session()
    for _ in range(3):
        assert session.get(explorer.url + "/blocks", headers={"If-None-Match": tags["/blocks"]}, timeout=30).status_code == 304
        assert session.get(explorer.url + "/blocks", timeout=30).json()[0]["id"] == top
    owner = tuple((first.datadir / "one-net" / "api.cookie").read_text().split(":", 1))
    undone = requests.post(first.api + "/", json={"method": "invalidateblock", "params": [top], "id": 1}, auth=owner, timeout=60)
    assert undone.json()["error"] is None
    for path in of_chain:
        answer = ask(path, tags[path])
        assert answer.status_code == 200 and answer.headers["ETag"] != tags[path], (path, answer.headers)
    port = first.api.rsplit(":", 1)[1]
    first.stop()
    second = make(folder / "b", network=easy_card(folder, "Two net", block_reward="25.00000000"), api=f"127.0.0.1:{port}").start()
    second.mine(25)
    explorer = Explorer(second.api)
    for path in ("/block-height/5", "/blocks/20", "/blocks/tip/height"):
        assert ask(path, tags[path]).status_code == 200, path
    second.stop()


def test_waiting_transactions_and_caching(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    explorer = Explorer(node.api)
    node.mine(8)
    target = node.address()
    assert explorer.json("/mempool") == {"count": 0, "vsize": 0, "total_fee": 0, "fee_histogram": []}
    assert explorer.json("/mempool/recent") == [] and explorer.json("/mempool/txids") == []
    estimates = explorer.json("/fee-estimates")
    assert set(estimates) == {str(n) for n in list(range(1, 26)) + [144, 504, 1008]} and set(estimates.values()) == {1.0}
    sent = [node.pay(target, 0.5), node.pay(target, 0.25)]
    txids = {item["txid"] for item in sent}
    wait_until(lambda: set(explorer.json("/mempool/txids")) == txids, "both wait")
    pool = explorer.json("/mempool")
    assert pool["count"] == 2 and pool["total_fee"] == sum(item["fee_sat"] for item in sent) and pool["vsize"] == sum(item["vsize"] for item in sent)
    assert sum(vsize for _, vsize in pool["fee_histogram"]) == pool["vsize"]
    recent = explorer.json("/mempool/recent")
    assert {item["txid"] for item in recent} == txids and all(item["fee"] > 0 and item["vsize"] > 0 and item["value"] > 0 for item in recent)
    waiting = explorer.json(f"/address/{target}/txs/mempool")
    assert {tx["txid"] for tx in waiting} == txids and all(tx["status"] == {"confirmed": False} for tx in waiting)
    assert explorer.json(f"/address/{target}")["mempool_stats"]["funded_txo_sum"] == 75_000_000
    assert {tx["txid"] for tx in explorer.json(f"/address/{target}/txs")} == txids
    assert explorer.json(f"/address/{target}/txs/chain") == []
    assert len(explorer.json(f"/address/{target}/utxo")) == 2
    # A wallet that sends again what it sent is told the same, by either face.
    for item in sent:
        raw = explorer.text(f"/tx/{item['txid']}/hex")
        again = requests.post(explorer.url + "/tx", data=raw, timeout=30)
        assert again.status_code == 200 and again.text == item["txid"], again.text
        told = requests.post(node.api + "/", json={"method": "sendrawtransaction", "params": [raw], "id": 1}, timeout=30).json()
        assert told["result"] == item["txid"], told
    template = explorer.ask("/block-template", kind="application/json")
    assert template.headers["Cache-Control"] == "no-store"
    wait_until(lambda: {tx["txid"] for tx in explorer.json("/block-template")["transactions"]} == txids, "the template has both")
    assert explorer.json(f"/tx/{sent[0]['txid']}/outspends")
    explorer.error(f"/tx/{sent[0]['txid']}/merkle-proof", 404, "Transaction not found or is unconfirmed")
    node.mine(12)
    wait_until(lambda: explorer.json(f"/tx/{sent[0]['txid']}/status")["confirmed"], "confirmed")
    long, short = "public, max-age=157784630, immutable", "public, max-age=10"
    for path, cache in ((f"/tx/{sent[0]['txid']}", short), (f"/block/{explorer.text('/blocks/tip/hash')}", long), ("/blocks/tip/hash", short),
                        ("/mempool/recent", "public, max-age=5"), ("/block-height/1", short), ("/block-height/20", short), (f"/address/{target}/utxo", short)):
        assert explorer.ask(path).headers["Cache-Control"] == cache, path
    # What one node made another takes: the raw form of a payment, alone and as a package.
    raw = [explorer.text(f"/tx/{item['txid']}/hex") for item in sent]
    answer = requests.post(explorer.url + "/tx", data=raw[0], timeout=30)
    assert answer.status_code == 400 and answer.text == "Transaction outputs already in utxo set", answer.text
    package = requests.post(explorer.url + "/txs/package", json=raw, timeout=30).json()
    assert package["package_msg"] == "transaction failed" and len(package["tx-results"]) == 2, package
    node.stop()


def test_forecasts(folder, make):
    """In the form of mempool.space: fees, next blocks, next difficulty, a payment's family, an address."""
    node = make(folder, network=easy_card(folder, difficulty_adjustment_interval=20, target_block_time=10)).start()
    node.mine(14)
    assert node.get("/api/v1/fees/mempool-blocks") == []
    parent = node.pay(node.address(), node.balance()["spendable"] - 1, fee_rate=2)  # of all coins: the next one builds on it
    child = node.pay(node.address(), 45, fee_rate=20)
    wait_until(lambda: len(node.get("/api/mempool/txids")) == 2, "both wait")
    raw = [node.get(f"/api/tx/{paid['txid']}") for paid in (parent, child)]
    block, = node.get("/api/v1/fees/mempool-blocks")
    assert block["nTx"] == 2 and block["totalFees"] == parent["fee_sat"] + child["fee_sat"], block
    assert block["blockSize"] == sum(one["size"] for one in raw) and block["blockVSize"] == sum(one["weight"] for one in raw) / 4, block
    assert block["feeRange"] == sorted(block["feeRange"]) and len(block["feeRange"]) == 7 and block["feeRange"][0] < 3 < 15 < block["feeRange"][-1], block
    fees = node.get("/api/v1/fees/recommended")
    assert fees["fastestFee"] >= fees["halfHourFee"] >= fees["hourFee"] >= fees["economyFee"] >= fees["minimumFee"] > 0, fees
    family = node.get(f"/api/v1/cpfp/{child['txid']}")
    assert family["ancestors"] == [{"txid": parent["txid"], "fee": parent["fee_sat"], "weight": raw[0]["weight"]}], family
    assert family["fee"] == child["fee_sat"] and family["descendants"] == [] and family["bestDescendant"] is None, family
    above = node.get(f"/api/v1/cpfp/{parent['txid']}")
    assert above["ancestors"] == [] and above["descendants"] == [above["bestDescendant"]] == [{"txid": child["txid"], "fee": child["fee_sat"], "weight": raw[1]["weight"]}], above
    assert above["effectiveFeePerVsize"] < family["effectiveFeePerVsize"] < child["fee_sat"] / raw[1]["weight"] * 4, (above, family)
    coming = node.get("/api/v1/difficulty-adjustment")
    height = node.summary()["height"]
    assert coming["nextRetargetHeight"] == 20 and coming["remainingBlocks"] == 20 - height and coming["progressPercent"] == 100 * height / 20, (coming, height)
    assert coming["estimatedRetargetDate"] > 1_000_000_000_000 and coming["previousTime"] > 0, coming
    good = node.get(f"/api/v1/validate-address/{node.address()}")
    assert good["isvalid"] and good["iswitness"] and good["scriptPubKey"].startswith("0014"), good
    assert node.get("/api/v1/validate-address/nobody")["isvalid"] is False
    node.stop()
    plain = make(folder / "plain").start()
    assert requests.get(plain.api + "/api/v1/difficulty-adjustment", timeout=30).status_code == 404  # regtest's never changes
    plain.stop()


if __name__ == "__main__":
    main(test_forecasts, test_against_core, test_addresses, test_paging, test_errors, test_waiting_transactions_and_caching, test_deep_answers_follow_a_reorganisation, test_only_hashes_name_for_ever)
