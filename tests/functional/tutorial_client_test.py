#!/usr/bin/env python3
"""A client written for the tutorial chains works unchanged: plain `requests`, no header, no token."""
import requests

from cairn_node import easy_card, main, wait_until


def balances_of(chain):
    """The tutorial's own loop: plus where the recipient is me, minus where the sender is me."""
    out = {}
    for block in chain:
        for transaction in block["transactions"]:
            for transfer in transaction["transfers"]:
                out[transfer["recipient"]] = round(out.get(transfer["recipient"], 0) + transfer["amount"], 8)
                out[transfer["sender"]] = round(out.get(transfer["sender"], 0) - transfer["amount"], 8)
    return out


def test_tutorial_client(folder, make):
    card = easy_card(folder)
    node = make(folder / "a", network=card).start().api
    other = make(folder / "b", network=card).start().api

    chain = requests.get(f"{node}/chain").json()
    assert chain["length"] == 1 == len(chain["chain"])
    assert chain["chain"][0]["previous_hash"] == "0" * 64 and chain["chain"][0]["index"] == 0

    for height in range(1, 6):
        block = requests.get(f"{node}/mine").json()
        assert block["message"] == "New Block Forged" and block["index"] == height, block
        assert {"transactions", "proof", "previous_hash"} <= block.keys()
        assert block["transactions"][0]["sender"] == "0" and block["transactions"][0]["amount"] == 50
    balance = requests.get(f"{node}/wallet/balance").json()
    assert balance["balance"] == 250 and balance["spendable"] == 150 and balance["immature"] == 100, balance

    mine = requests.get(f"{node}/wallet/address").json()
    assert mine["address"].startswith("test1q") and len(mine["public_key"]) == 66, mine
    theirs = requests.get(f"{other}/wallet/address").json()["address"]

    answer = requests.post(f"{node}/transactions/new", json={"sender": mine["address"], "recipient": theirs})
    assert answer.status_code == 400 and answer.text == "Missing values", answer.text
    sent = requests.post(f"{node}/transactions/new", json={"sender": "wallet", "recipient": theirs, "amount": 12.5})
    assert sent.status_code == 201 and sent.json()["message"] == "Transaction will be added to Block 6", sent.text
    txid = sent.json()["txid"]
    assert requests.get(f"{node}/transaction/confirmations/{txid}").json() == {
        "transaction_hash": txid, "confirmations": 0, "is_confirmed": False, "status": "mempool", "required": 3}
    block = requests.get(f"{node}/mine").json()
    paid = [(o["address"], o["amount"]) for t in block["transactions"][1:] for o in t["outputs"]]
    assert (theirs, 12.5) in paid and len(paid) == 2, block

    registered = requests.post(f"{other}/nodes/register", json={"nodes": [node]})
    assert registered.status_code == 201, registered.text
    assert registered.json()["message"] == "New nodes have been added"
    assert registered.json()["total_nodes"] == [node.removeprefix("http://")]
    resolved = requests.get(f"{other}/nodes/resolve").json()
    assert resolved["message"] == "Our chain was replaced" and len(resolved["new_chain"]) == 7, resolved
    assert requests.get(f"{other}/nodes/resolve").json()["message"] == "Our chain is authoritative"
    wait_until(lambda: requests.get(f"{other}/wallet/balance").json()["balance"] == 12.5, "the payment in the other wallet")

    requests.get(f"{node}/mine")
    requests.get(f"{node}/mine")
    confirmed = requests.get(f"{node}/transactions/{txid}/confirmations").json()
    assert confirmed["confirmations"] == 3 and confirmed["is_confirmed"] is True, confirmed
    assert requests.get(f"{node}/transaction/confirmations/{'0' * 64}").json()["confirmations"] == 0

    difficulty = requests.get(f"{node}/difficulty").json()
    assert difficulty["target_block_time"] == 1 and difficulty["adjustment_interval"] == 100000, difficulty
    assert difficulty["difficulty"] > 0 and "leading_zeros" in difficulty

    # The balances that the tutorial's loop computes are the exact ones.
    chain = requests.get(f"{node}/chain").json()["chain"]
    totals = balances_of(chain)
    assert totals[theirs] == 12.5, totals
    own = sum(value for who, value in totals.items() if who not in ("0", theirs))
    assert round(own, 8) == requests.get(f"{node}/wallet/balance").json()["balance"]
    part = requests.get(f"{node}/chain?from=2&limit=3").json()
    assert [block["index"] for block in part["chain"]] == [2, 3, 4] and part["length"] == len(chain)
    assert requests.get(f"{node}/chain?transactions=0").json()["chain"][1]["transactions"] == []
    assert requests.get(f"{node}/nodes").json() == {"nodes": []}


number = (int, float)
BLOCK = {"index": int, "height": int, "timestamp": int, "transactions": list, "proof": int, "previous_hash": str, "hash": str, "version": int, "merkle_root": str, "bits": str,
         "difficulty": number, "nonce": int, "size": int, "weight": int, "tx_count": int, "mediantime": int, "chainwork": str, "confirmations": int}
TRANSACTION = {"sender": str, "recipient": str, "amount": number, "amount_sat": int, "txid": str, "wtxid": str, "fee": number, "fee_sat": int, "vsize": int, "weight": int, "locktime": int,
               "inputs": list, "outputs": list, "transfers": list}
INPUT = {"txid": str, "vout": int, "address": str, "amount": number, "amount_sat": int}
OUTPUT = {"n": int, "address": str, "amount": number, "amount_sat": int, "type": str, "spent": bool}
TRANSFER = {"sender": str, "recipient": str, "amount": number, "amount_sat": int}


def has_fields(thing, fields):
    assert thing.keys() == fields.keys(), (thing.keys() ^ fields.keys(), thing)
    for name, kind in fields.items():
        assert isinstance(thing[name], kind) and (kind is bool) == isinstance(thing[name], bool), (name, thing[name])


def test_every_field_of_the_mapping(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    node.mine(5)
    node.pay(node.address(), 1.5)
    mined = node.get("/mine")
    owner = tuple((node.datadir / "test-net" / "api.cookie").read_text().split(":", 1))
    rpc = lambda method, *params: requests.post(node.api + "/", json={"jsonrpc": "2.0", "id": 1, "method": method, "params": params}, auth=owner, timeout=60).json()["result"]
    chain = node.get("/chain")["chain"]
    for block in chain:
        has_fields(block, BLOCK)
        header = rpc("getblockheader", block["hash"])
        assert block["chainwork"] == header["chainwork"] and block["mediantime"] == header["mediantime"] and block["confirmations"] == header["confirmations"], (block, header)
        assert block["index"] == block["height"] == header["height"] and block["proof"] == block["nonce"] == header["nonce"]
        for transaction in block["transactions"]:
            has_fields(transaction, TRANSACTION)
            for part, fields in (("inputs", INPUT), ("outputs", OUTPUT), ("transfers", TRANSFER)):
                for item in transaction[part]:
                    has_fields(item, fields)
            if transaction["inputs"]:
                paid = sum(item["amount_sat"] for item in transaction["inputs"])
                assert paid == sum(item["amount_sat"] for item in transaction["transfers"]) == sum(item["amount_sat"] for item in transaction["outputs"]) + transaction["fee_sat"]
    # A part of the chain knows the work below it, and a block just mined tells the same.
    for start in (0, 1, 4, len(chain) - 1):
        assert node.get(f"/chain?from={start}")["chain"] == chain[start:], start
    assert {name: mined[name] for name in BLOCK if name != "transactions"} == {name: chain[-1][name] for name in BLOCK if name != "transactions"}
    # A reward whose block left the best chain is lost; nobody but the wallet knows it any more.
    rpc("invalidateblock", mined["hash"])
    wait_until(lambda: node.confirmations(mined["txid"])["status"] == "conflicted", "the reward is lost")
    assert node.confirmations(mined["txid"])["confirmations"] == 0 and node.confirmations("0" * 64)["status"] == "unknown"
    for path, code in (("/wallet/address?type=p2wpkh", 200), ("/wallet/address?type=legacy", 400)):
        node.get(path, code)
    node.stop()


if __name__ == "__main__":
    main(test_tutorial_client, test_every_field_of_the_mapping)
