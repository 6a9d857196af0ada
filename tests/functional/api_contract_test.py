#!/usr/bin/env python3
"""What every route promises. The table below is written by hand; `GET /openapi.json` must list exactly its rows, so that no route comes without a contract.

With --write FILE the schemas of the answers, which the document tells, are read off the answers: resources/api-answers.txt.
"""
import hashlib
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys

import requests

from api_schema import joined, misfit, schema_of
from cairn_node import easy_card, main, wait_until

WRITE = pathlib.Path(sys.argv[2]) if sys.argv[1:2] == ["--write"] else None
if WRITE:
    sys.argv[1:] = ["test_every_route_keeps_its_contract"]
WRITTEN = {}  # schemas of this run, by "GET /path"
NOWHERE = "0" * 64
JSON, TEXT, BYTES, HTML, STREAM = "application/json", "text/plain", "application/octet-stream", "text/html", "text/event-stream"
number, text, flag, items, thing = (int, float), str, bool, list, dict
ZEROS = {"code": "bad-amount", "error": "amount must be a positive number of coins with at most 8 decimals, like 1.5, without zeros in front."}

# (method, path as in the document): access, [(concrete path, options, status, content type, fields of the answer or a word in it)]
# In paths and bodies: TIP a block hash, TX a transaction id, ADDRESS an address of the wallet, SCRIPT its script hash.
CONTRACT = {
    ("get", "/chain"): ("read", [("/chain", {}, 200, JSON, {"chain": items, "length": number, "tip_hash": text, "chainwork": text, "network": text, "genesis_hash": text}),
                                 ("/chain?from=1&limit=1", {}, 200, JSON, {"chain": items}), ("/chain?transactions=0", {}, 200, JSON, {"chain": items}),
                                 ("/chain?limit=0", {}, 200, JSON, {"chain": items}), ("/chain?from=99999", {}, 200, JSON, {"chain": items}),
                                 ("/chain?from=-1", {}, 400, JSON, {"error": text, "code": text}), ("/chain?form=1", {}, 400, JSON, {"code": "bad-parameter"}),
                                 ("/chain?from=1&from=2", {}, 400, JSON, {"error": 'The parameter "from" comes twice.'}), ("/chain?limit=x", {}, 400, JSON, {"error": text})]),
    ("get", "/mine"): ("change", [("/mine", {}, 200, JSON, {"message": "New Block Forged", "index": number, "height": number, "transactions": items, "proof": number, "previous_hash": text,
                                                            "hash": text, "txid": text, "reward": number, "reward_sat": int, "fees": number, "hashes_tried": int, "seconds": number, "bits": text}),
                                  ("/mine?address=nobody", {}, 400, JSON, {"error": text}), ("/mine?timeout=-1", {}, 400, JSON, {"error": text}), ("/mine?timeout=3601", {}, 400, JSON, {"error": text})]),
    ("post", "/mine"): ("change", [("/mine", {}, 200, JSON, {"message": "New Block Forged", "hash": text})]),
    ("post", "/nodes/register"): ("change", [("/nodes/register", {"json": {"nodes": ["127.0.0.1:1"]}}, 201, JSON, {"message": "New nodes have been added", "total_nodes": items, "nodes": items}),
                                             ("/nodes/register", {"json": {"Nodes": []}}, 201, JSON, {"total_nodes": items}), ("/nodes/register", {"json": {"urls": []}}, 201, JSON, {"total_nodes": items}),
                                             ("/nodes/register", {"json": {}}, 400, HTML, "Error: Please supply a valid list of nodes"),
                                             ("/nodes/register", {"json": {"nodes": ["x"] * 101}}, 400, HTML, "Error: Please supply a valid list of nodes")]),
    ("get", "/nodes/resolve"): ("change", [("/nodes/resolve", {}, 200, JSON, {"message": "Our chain is authoritative", "chain": items, "peers": items}),
                                           ("/nodes/resolve?brief=1", {}, 200, JSON, {"message": "Our chain is authoritative", "peers": items})]),
    ("get", "/nodes"): ("read", [("/nodes", {}, 200, JSON, {"nodes": items})]),
    ("get", "/difficulty"): ("read", [("/difficulty", {}, 200, JSON, {"difficulty": number, "target_block_time": int, "adjustment_interval": int, "leading_zeros": int, "relative_difficulty": number,
                                                                      "bits": text, "target": text, "chainwork": text, "height": int, "network_hashps": number})]),
    ("get", "/transaction/confirmations/{hash}"): ("read", [("/transaction/confirmations/TX", {}, 200, JSON, {"transaction_hash": text, "confirmations": int, "is_confirmed": flag, "status": "confirmed",
                                                                                                              "block_hash": text, "block_height": int, "required": int}),
                                                            (f"/transaction/confirmations/{NOWHERE}", {}, 200, JSON, {"confirmations": 0, "is_confirmed": False, "status": "unknown"}),
                                                            ("/transaction/confirmations/zz", {}, 400, JSON, {"error": text})]),
    ("get", "/transactions/{hash}/confirmations"): ("read", [("/transactions/TX/confirmations", {}, 200, JSON, {"confirmations": int}), ("/transactions/zz/confirmations", {}, 400, JSON, {"error": text})]),
    ("get", "/heartbeat"): ("read", [("/heartbeat", {}, 200, JSON, {"status": "ok"}),
                                     ("/heartbeat?x=1", {}, 400, JSON, {"code": "bad-parameter", "error": 'There is no parameter "x" here, nor any other.'})]),
    ("post", "/heartbeat"): ("read", [("/heartbeat", {}, 200, JSON, {"status": "ok"})]),
    ("post", "/transactions/new"): ("spend", [("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 0.5}}, 201, JSON,
                                               {"message": re.compile(r"Transaction will be added to Block \d+"), "txid": text, "hash": text, "fee": number, "fee_sat": int, "vsize": int, "fee_rate": number,
                                                "inputs_selected": int, "transaction": thing}),
                                              ("/transactions/new", {"json": {"Sender": "", "RECIPIENT": "ADDRESS", "amount": "0.25", "fee_rate": 5}}, 201, JSON, {"txid": text}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS"}}, 400, HTML, "Missing values"),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "nobody", "amount": 1}}, 400, JSON, {"code": "bad-address"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 0}}, 400, JSON, {"code": "bad-amount"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": "1e-9"}}, 400, JSON, {"code": "bad-amount"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": "0" * 30 + "1000"}}, 400, JSON, ZEROS),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": "01"}}, 400, JSON, ZEROS),
                                              ("/transactions/new", {"data": '{"sender":"wallet","recipient":"ADDRESS","amount":' + "0" * 30 + "1000}"}, 400, JSON, {"code": "bad-json"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 1, "fee_rate": 0}}, 400, JSON, {"code": "bad-fee"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 1, "fee_rate": "nan"}}, 400, JSON, {"code": "bad-fee"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 1, "fee_rate": "1,5"}}, 400, JSON, {"code": "bad-fee"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": "0.000000001"}}, 400, JSON, {"code": "bad-amount"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 1e6}}, 400, JSON, {"code": "insufficient-funds", "available": number, "available_sat": int}),
                                              ("/transactions/new", {"json": {"sender": "me", "recipient": "ADDRESS", "amount": 1}}, 400, JSON, {"error": "sender is not in this wallet"}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 1, "fee-rate": 5}}, 400, JSON,
                                               {"code": "bad-parameter", "error": 'There is no member "fee-rate" here. There are: sender, recipient, amount, fee_rate, subtract_fee, replaceable.'}),
                                              ("/transactions/new", {"json": {"sender": "wallet", "recipient": "ADDRESS", "amount": 1, "subtract_fee": "yes"}}, 400, JSON,
                                               {"code": "bad-parameter", "error": '"subtract_fee" must be true or false.'}),
                                              ("/transactions/new", {"data": "{"}, 400, JSON, {"code": "bad-json"})]),
    ("get", "/wallet/address"): ("wallet", [("/wallet/address", {}, 200, JSON, {"address": text, "public_key": re.compile("0[23][0-9a-f]{64}"), "type": "p2wpkh", "path": text, "label": text}),
                                            ("/wallet/address?new=1&label=shop", {}, 200, JSON, {"label": "shop"})]),
    ("get", "/wallet/balance"): ("wallet", [("/wallet/balance", {}, 200, JSON, {"address": text, **{name: number for name in ("balance", "spendable", "immature", "unconfirmed")},
                                                                                **{name + "_sat": int for name in ("balance", "spendable", "immature", "unconfirmed")}, "utxo_count": int})]),
    ("get", "/balance/{address}"): ("read", [("/balance/ADDRESS", {}, 200, JSON, {"address": text, "balance": number, "balance_sat": int, "unconfirmed": number, "tx_count": int}),
                                             ("/balance/nobody", {}, 400, JSON, {"code": "bad-address"})]),
    ("get", "/"): ("read", [("/", {}, 200, HTML, "curl -s")]),
    ("get", "/openapi.json"): ("read", [("/openapi.json", {}, 200, JSON, {"openapi": text, "paths": thing, "servers": items})]),
    ("get", "/api/v1/summary"): ("read", [("/api/v1/summary", {}, 200, JSON, {"network": text, "height": int, "best": text, "chainwork": text, "transactions": int, "txouts": int, "total_amount": text,
                                                                              "hash_serialized_3": text, "blocks_read": int, "blocks_accepted": int, "blocks_rejected": int, "seconds": number})]),
    ("get", "/api/v1/network"): ("read", [("/api/v1/network", {}, 200, JSON, {"name": text, "genesis_hash": text, "magic": text, "words": items, "card": thing})]),
    ("get", "/api/v1/chain-tips"): ("read", [("/api/v1/chain-tips", {}, 200, JSON, [{"height": int, "hash": text, "branchlen": int, "status": "active"}])]),
    ("get", "/api/v1/fees/recommended"): ("read", [("/api/v1/fees/recommended", {}, 200, JSON, {name: number for name in ("fastestFee", "halfHourFee", "hourFee", "economyFee", "minimumFee")})]),
    ("get", "/api/v1/fees/mempool-blocks"): ("read", [("/api/v1/fees/mempool-blocks", {}, 200, JSON, [{"blockSize": int, "blockVSize": number, "nTx": int, "totalFees": int, "medianFee": number, "feeRange": [number]}])]),
    ("get", "/api/v1/difficulty-adjustment"): ("read", [("/api/v1/difficulty-adjustment", {}, 200, JSON,
                                                         {"progressPercent": number, "difficultyChange": number, "estimatedRetargetDate": int, "remainingBlocks": int, "remainingTime": int, "previousRetarget": number,
                                                          "previousTime": int, "nextRetargetHeight": int, "timeAvg": int, "adjustedTimeAvg": int, "timeOffset": 0, "expectedBlocks": number})]),
    ("get", "/api/v1/cpfp/{txid}"): ("read", [("/api/v1/cpfp/TX", {}, 404, JSON, {"code": "not-found"}), (f"/api/v1/cpfp/{NOWHERE}", {}, 404, JSON, {"code": "not-found"})]),
    ("get", "/api/v1/validate-address/{address}"): ("read", [("/api/v1/validate-address/ADDRESS", {}, 200, JSON, {"isvalid": True, "address": text, "scriptPubKey": text, "iswitness": True, "witness_version": 0}),
                                                             ("/api/v1/validate-address/nobody", {}, 200, JSON, {"isvalid": False})]),
    ("get", "/api/v1/peers/brake"): ("read", [("/api/v1/peers/brake", {}, 200, JSON, {"held": flag})]),
    ("post", "/api/v1/peers/brake/release"): ("control", [("/api/v1/peers/brake/release", {"auth": "COOKIE", "json": {"hash": "00" * 32}}, 409, JSON, {"code": "not-held"})]),
    ("get", "/api/v1/lobby"): ("control", [("/api/v1/lobby", {"auth": "COOKIE"}, 200, JSON, {"listens": flag, "tells": flag, "nodes": items})]),
    ("get", "/api/v1/bans"): ("control", [("/api/v1/bans", {"auth": "COOKIE"}, 200, JSON, items)]),
    ("post", "/api/v1/bans"): ("control", [("/api/v1/bans", {"auth": "COOKIE", "json": {"address": "203.0.113.5", "seconds": 60}}, 201, JSON, {"until": int}), ("/api/v1/bans", {"auth": "COOKIE", "json": {"address": "x"}}, 400, JSON, {"error": text})]),
    ("delete", "/api/v1/bans/{address}"): ("control", [("/api/v1/bans/198.51.100.9", {"auth": "COOKIE"}, 404, JSON, {"error": text})]),
    ("get", "/api/v1/peers"): ("read", [("/api/v1/peers", {}, 200, JSON, [{"id": int, "node": text, "status": text, "dialled_in": flag, "height": int, "chainwork": text}])]),
    ("get", "/api/v1/wallet/payments/{txid}"): ("wallet", [(f"/api/v1/wallet/payments/{NOWHERE}", {}, 404, JSON, {"code": "not-found"}), ("/api/v1/wallet/payments/zz", {}, 400, JSON, {"code": "bad-parameter"})]),
    ("post", "/api/v1/wallet/payments/{txid}/speed-up"): ("spend", [(f"/api/v1/wallet/payments/{NOWHERE}/speed-up", {"json": {"dry_run": True}}, 404, JSON, {"code": "not-found"}),
                                                                    ("/api/v1/wallet/payments/zz/speed-up", {"json": {}}, 400, JSON, {"code": "bad-parameter"}),
                                                                    (f"/api/v1/wallet/payments/{NOWHERE}/speed-up", {"json": {"fee_rate": "nan"}}, 400, JSON, {"code": "bad-fee"}),
                                                                    (f"/api/v1/wallet/payments/{NOWHERE}/speed-up", {"json": []}, 400, JSON, {"code": "bad-json"})]),
    ("post", "/api/v1/wallet/payments/{txid}/cancel"): ("spend", [(f"/api/v1/wallet/payments/{NOWHERE}/cancel", {"json": {"dry_run": True}}, 404, JSON, {"code": "not-found"})]),
    ("post", "/api/v1/wallet/payments/{txid}/abandon"): ("spend", [(f"/api/v1/wallet/payments/{NOWHERE}/abandon", {"json": {}}, 404, JSON, {"code": "not-found"})]),
    ("get", "/api/v1/wallet/history"): ("wallet", [("/api/v1/wallet/history", {}, 200, JSON, items)]),
    ("get", "/api/v1/wallet/history.csv"): ("wallet", [("/api/v1/wallet/history.csv", {}, 200, "text/csv", "time,height,kind,change")]),
    ("get", "/api/v1/wallet/labels"): ("wallet", [("/api/v1/wallet/labels", {}, 200, "application/x-ndjson", None)]),
    ("post", "/api/v1/wallet/labels"): ("spend", [("/api/v1/wallet/labels", {"json": {"type": "addr", "ref": "nobody", "label": "x"}}, 200, JSON, {"taken": 0, "wrong_lines": 0})]),
    ("get", "/api/v1/wallet/requests"): ("wallet", [("/api/v1/wallet/requests", {}, 200, JSON, items)]),
    ("post", "/api/v1/wallet/requests"): ("wallet", [("/api/v1/wallet/requests", {"json": {"amount": 1.5, "message": "bread", "label": "Bo", "expires_in": 60}}, 201, JSON,
                                                      {"address": text, "link": text, "state": "open", "amount": number, "amount_sat": 150000000, "message": "bread", "label": "Bo", "created": int, "expires": int,
                                                       **{name: number for name in ("confirmed", "waiting", "missing")}, **{name + "_sat": int for name in ("confirmed", "waiting", "missing")}}),
                                                     ("/api/v1/wallet/requests", {}, 201, JSON, {"state": "open", "amount": None, "expires": None}),
                                                     ("/api/v1/wallet/requests", {"json": {"amount": 0}}, 400, JSON, {"code": "bad-amount"}),
                                                     ("/api/v1/wallet/requests", {"json": {"amount": 0.000000001}}, 400, JSON, {"code": "bad-amount"}),
                                                     ("/api/v1/wallet/requests", {"json": {"message": "x" * 201}}, 400, JSON, {"code": "bad-parameter"}),
                                                     ("/api/v1/wallet/requests", {"json": {"expires_in": 0}}, 400, JSON, {"code": "bad-parameter"}),
                                                     ("/api/v1/wallet/requests", {"json": []}, 400, JSON, {"code": "bad-json"})]),
    ("get", "/api/v1/wallet/requests/{address}"): ("wallet", [("/api/v1/wallet/requests/nobody", {}, 404, JSON, {"code": "not-found"})]),
    ("delete", "/api/v1/wallet/requests/{address}"): ("wallet", [("/api/v1/wallet/requests/nobody", {}, 404, JSON, {"code": "not-found"})]),
    ("get", "/api/v1/mining"): ("read", [("/api/v1/mining", {}, 200, JSON, {"enabled": flag, "working": flag, "threads": int, "mode": text, "hashes_per_second": number, "hashes": int, "found": int,
                                                                               "percent": int, "pause_on_battery": flag, "idle_minutes": int, "kernel": text, "kernels": [text], "paused": text, "pause": text})]),
    ("post", "/api/v1/mining"): ("change", [("/api/v1/mining", {"json": {"enabled": False, "threads": 1, "mode": "when-waiting"}}, 200, JSON, {"enabled": False, "threads": 1, "mode": "when-waiting"}),
                                            ("/api/v1/mining", {"json": {"threads": 0}}, 400, JSON, {"code": "bad-parameter"}), ("/api/v1/mining", {"json": {"enable": True}}, 400, JSON, {"code": "bad-parameter"}),
                                            ("/api/v1/mining", {"json": {"threads": [1]}}, 400, JSON, {"error": '"threads" must be one value, not a list.'}), ("/api/v1/mining", {"json": {"threads": 257}}, 400, JSON, {"error": text}),
                                            ("/api/v1/mining", {"json": {"mode": "never"}}, 400, JSON, {"error": text}),
                                            ("/api/v1/mining", {"json": {"percent": 50, "pause_on_battery": True, "idle_minutes": 5}}, 200, JSON, {"percent": 50, "pause_on_battery": True, "idle_minutes": 5}),
                                            ("/api/v1/mining", {"json": {"percent": 0}}, 400, JSON, {"code": "bad-parameter"}), ("/api/v1/mining", {"json": {"idle_minutes": 1441}}, 400, JSON, {"code": "bad-parameter"}), ("/api/v1/mining", {"data": "x"}, 400, JSON, {"code": "bad-json"})]),
    ("get", "/api/v1/events"): ("read", [("/api/v1/events", {"stream": True}, 200, STREAM, None)]),
    ("get", "/api/v1/settings"): ("wallet", [("/api/v1/settings", {}, 200, JSON, {"api_bind": text, "confirmation_blocks": text})]),
    ("get", "/api/v1/tokens"): ("control", [("/api/v1/tokens", {"auth": "COOKIE"}, 200, JSON, items), ("/api/v1/tokens", {}, 401, JSON, {"code": "unauthorized"})]),
    ("post", "/api/v1/tokens"): ("control", [("/api/v1/tokens", {"auth": "COOKIE", "json": {"name": "a", "scopes": ["wallet"]}}, 201, JSON, {"name": "a", "token": text}),
                                             ("/api/v1/tokens", {"auth": "COOKIE", "json": {"name": "a", "scopes": ["wallet"]}}, 400, JSON, {"error": text}),
                                             ("/api/v1/tokens", {"auth": "COOKIE", "json": {"name": "", "scopes": ["wallet"]}}, 400, JSON, {"error": text}),
                                             ("/api/v1/tokens", {"json": {"name": "b", "scopes": ["wallet"]}}, 401, JSON, {"error": text})]),
    ("delete", "/api/v1/tokens/{name}"): ("control", [("/api/v1/tokens/a", {"auth": "COOKIE"}, 200, JSON, {"revoked": True}), ("/api/v1/tokens/a", {"auth": "COOKIE"}, 404, JSON, {"error": text}),
                                                      ("/api/v1/tokens/a", {}, 401, JSON, {"error": text})]),
    ("get", "/rest/tx/{txid}"): ("read", [("/rest/tx/TX.json", {}, 200, JSON, {"txid": text, "hash": text, "vin": items, "vout": items, "blockhash": text}),
                                          (f"/rest/tx/{NOWHERE}.json", {}, 404, TEXT, f"{NOWHERE} not found"), ("/rest/tx/zz.json", {}, 400, TEXT, "Invalid hash: zz"),
                                          ("/rest/tx/TX", {}, 404, TEXT, "output format not found")]),
    ("get", "/rest/block/{hash}"): ("read", [("/rest/block/TIP.json", {}, 200, JSON, {"hash": text, "tx": [{"txid": text}]}), (f"/rest/block/{NOWHERE}.json", {}, 404, TEXT, f"{NOWHERE} not found")]),
    ("get", "/rest/block/notxdetails/{hash}"): ("read", [("/rest/block/notxdetails/TIP.json", {}, 200, JSON, {"hash": text, "tx": [text]})]),
    ("get", "/rest/blockpart/{hash}"): ("read", [("/rest/blockpart/TIP.json", {}, 400, TEXT, "JSON output is not supported"), ("/rest/blockpart/TIP.hex?offset=0", {}, 400, TEXT, "Block part size")]),
    ("get", "/rest/headers/{hash}"): ("read", [("/rest/headers/TIP.json", {}, 200, JSON, [{"hash": text, "chainwork": text}]), ("/rest/headers/TIP.json?count=0", {}, 400, TEXT, "Header count is invalid")]),
    ("get", "/rest/headers/{count}/{hash}"): ("read", [("/rest/headers/1/TIP.json", {}, 200, JSON, [{"hash": text}])]),
    ("get", "/rest/blockhashbyheight/{height}"): ("read", [("/rest/blockhashbyheight/0.json", {}, 200, JSON, {"blockhash": text}), ("/rest/blockhashbyheight/-1.json", {}, 400, TEXT, "Invalid height: -1"),
                                                           ("/rest/blockhashbyheight/99999.json", {}, 404, TEXT, "Block height out of range")]),
    ("get", "/rest/chaininfo.json"): ("read", [("/rest/chaininfo.json", {}, 200, JSON, {"chain": text, "blocks": int, "bestblockhash": text})]),
    ("get", "/rest/mempool/info.json"): ("read", [("/rest/mempool/info.json", {}, 200, JSON, {"loaded": True, "size": int})]),
    ("get", "/rest/mempool/contents.json"): ("read", [("/rest/mempool/contents.json", {}, 200, JSON, thing), ("/rest/mempool/contents.json?verbose=1", {}, 400, TEXT, 'The "verbose" query parameter')]),
    ("get", "/rest/deploymentinfo.json"): ("read", [("/rest/deploymentinfo.json", {}, 200, JSON, {"hash": text, "deployments": thing})]),
    ("get", "/rest/deploymentinfo/{hash}"): ("read", [("/rest/deploymentinfo/TIP.json", {}, 200, JSON, {"hash": text}), (f"/rest/deploymentinfo/{NOWHERE}.json", {}, 400, TEXT, "Block not found")]),
    ("get", "/rest/getutxos/{outpoints}"): ("read", [("/rest/getutxos/TX-0.json", {}, 200, JSON, {"chainHeight": int, "chaintipHash": text, "bitmap": "1", "utxos": [{"height": int, "value": number}]}),
                                                     ("/rest/getutxos/checkmempool/TX-0/TX-9.json", {}, 200, JSON, {"bitmap": re.compile("[01]0")}), ("/rest/getutxos/TX.json", {}, 400, TEXT, "Parse error")]),
    ("post", "/rest/getutxos/{outpoints}"): ("read", [("/rest/getutxos/checkmempool/TX-0.json", {}, 200, JSON, {"bitmap": re.compile("[01]")})]),
    ("post", "/rest/getutxos.bin"): ("read", [("/rest/getutxos.bin", {"data": b"\x00\x00"}, 200, BYTES, None), ("/rest/getutxos.bin", {}, 400, TEXT, "Error: empty request")]),
    ("post", "/rest/getutxos.hex"): ("read", [("/rest/getutxos.hex", {"data": b"zz"}, 400, TEXT, "Parse error")]),
    ("post", "/rest/getutxos.json"): ("read", [("/rest/getutxos.json", {"data": b"{}"}, 400, TEXT, "Error: empty request")]),
    ("get", "/rest/spenttxouts/{hash}"): ("read", [("/rest/spenttxouts/TIP.json", {}, 200, JSON, [items])]),
    ("get", "/api/blocks/tip/height"): ("read", [("/api/blocks/tip/height", {}, 200, TEXT, re.compile(r"\d+"))]),
    ("get", "/api/blocks/tip/hash"): ("read", [("/api/blocks/tip/hash", {}, 200, TEXT, re.compile("[0-9a-f]{64}"))]),
    ("get", "/api/blocks"): ("read", [("/api/blocks", {}, 200, JSON, [{"id": text, "height": int, "bits": int, "difficulty": number, "mediantime": int, "previousblockhash": text}])]),
    ("get", "/api/blocks/{start_height}"): ("read", [("/api/blocks/0", {}, 200, JSON, [{"height": 0, "previousblockhash": None}]), ("/api/blocks/999999", {}, 404, TEXT, "Block not found"),
                                                     ("/api/blocks/x", {}, 400, TEXT, "Invalid number")]),
    ("get", "/api/block-height/{height}"): ("read", [("/api/block-height/0", {}, 200, TEXT, re.compile("[0-9a-f]{64}")), ("/api/block-height/999999", {}, 404, TEXT, "Block not found")]),
    ("get", "/api/block/{hash}"): ("read", [("/api/block/TIP", {}, 200, JSON, {"id": text, "version": int, "timestamp": int, "tx_count": int, "size": int, "weight": int, "merkle_root": text, "nonce": int}),
                                            (f"/api/block/{NOWHERE}", {}, 404, TEXT, "Block not found"), ("/api/block/zz", {}, 400, TEXT, "Invalid hash string")]),
    ("get", "/api/block/{hash}/status"): ("read", [("/api/block/TIP/status", {}, 200, JSON, {"in_best_chain": True, "height": int, "next_best": object})]),
    ("get", "/api/block/{hash}/header"): ("read", [("/api/block/TIP/header", {}, 200, TEXT, re.compile("[0-9a-f]{160}")), (f"/api/block/{NOWHERE}/header", {}, 404, TEXT, "Block not found")]),
    ("get", "/api/block/{hash}/raw"): ("read", [("/api/block/TIP/raw", {}, 200, BYTES, None), (f"/api/block/{NOWHERE}/raw", {}, 404, TEXT, "Block not found")]),
    ("get", "/api/block/{hash}/txids"): ("read", [("/api/block/TIP/txids", {}, 200, JSON, [text]), (f"/api/block/{NOWHERE}/txids", {}, 404, TEXT, "Block not found")]),
    ("get", "/api/block/{hash}/txid/{index}"): ("read", [("/api/block/TIP/txid/0", {}, 200, TEXT, re.compile("[0-9a-f]{64}")), ("/api/block/TIP/txid/9999", {}, 404, TEXT, "tx index out of range")]),
    ("get", "/api/block/{hash}/txs"): ("read", [("/api/block/TIP/txs", {}, 200, JSON, [{"txid": text, "vin": items, "vout": items, "status": thing, "fee": 0}])]),
    ("get", "/api/block/{hash}/txs/{start_index}"): ("read", [("/api/block/TIP/txs/0", {}, 200, JSON, [{"txid": text}]), ("/api/block/TIP/txs/25", {}, 404, TEXT, "start index out of range"),
                                                              ("/api/block/TIP/txs/x", {}, 400, TEXT, "Invalid number")]),
    ("get", "/api/tx/{txid}"): ("read", [("/api/tx/TX", {}, 200, JSON, {"txid": text, "version": int, "locktime": int, "size": int, "weight": int, "fee": int, "vin": items, "vout": items, "status": thing}),
                                         (f"/api/tx/{NOWHERE}", {}, 404, TEXT, "Transaction not found")]),
    ("get", "/api/tx/{txid}/status"): ("read", [("/api/tx/TX/status", {}, 200, JSON, {"confirmed": True, "block_height": int, "block_hash": text, "block_time": int})]),
    ("get", "/api/tx/{txid}/hex"): ("read", [("/api/tx/TX/hex", {}, 200, TEXT, re.compile("[0-9a-f]+")), (f"/api/tx/{NOWHERE}/hex", {}, 404, TEXT, "Transaction not found")]),
    ("get", "/api/tx/{txid}/raw"): ("read", [("/api/tx/TX/raw", {}, 200, BYTES, None), (f"/api/tx/{NOWHERE}/raw", {}, 404, TEXT, "Transaction not found")]),
    ("get", "/api/tx/{txid}/merkle-proof"): ("read", [("/api/tx/TX/merkle-proof", {}, 200, JSON, {"block_height": int, "merkle": [], "pos": 0}), (f"/api/tx/{NOWHERE}/merkle-proof", {}, 404, TEXT, "Transaction not found or is unconfirmed")]),
    ("get", "/api/tx/{txid}/merkleblock-proof"): ("read", [("/api/tx/TX/merkleblock-proof", {}, 200, TEXT, re.compile("[0-9a-f]+"))]),
    ("get", "/api/tx/{txid}/outspend/{vout}"): ("read", [("/api/tx/TX/outspend/0", {}, 200, JSON, {"spent": flag}), ("/api/tx/TX/outspend/x", {}, 400, TEXT, "Invalid number")]),
    ("get", "/api/tx/{txid}/outspends"): ("read", [("/api/tx/TX/outspends", {}, 200, JSON, [{"spent": flag}])]),
    ("post", "/api/tx"): ("change", [("/api/tx", {"data": "zz"}, 400, TEXT, "TX decode failed")]),
    ("post", "/api/txs/package"): ("change", [("/api/txs/package", {"data": "[]"}, 400, TEXT, "The body must be a JSON array of 1 to 25 transactions in hex."),
                                              ("/api/txs/package?maxfeerate=x", {"data": '["zz"]'}, 400, TEXT, "TX decode failed")]),
    ("get", "/api/mempool"): ("read", [("/api/mempool", {}, 200, JSON, {"count": int, "vsize": int, "total_fee": int, "fee_histogram": items})]),
    ("get", "/api/mempool/txids"): ("read", [("/api/mempool/txids", {}, 200, JSON, items)]),
    ("get", "/api/mempool/recent"): ("read", [("/api/mempool/recent", {}, 200, JSON, items)]),
    ("get", "/api/fee-estimates"): ("read", [("/api/fee-estimates", {}, 200, JSON, {"1": number, "1008": number})]),
    ("get", "/api/block-template"): ("read", [("/api/block-template", {}, 200, JSON, {"height": int, "previousblockhash": text, "curtime": int, "weightlimit": int, "sizelimit": int, "transactions": items})]),
    ("get", "/api/address-prefix/{prefix}"): ("read", [("/api/address-prefix/x", {}, 400, TEXT, "address search disabled")]),
    ("post", "/"): ("change", [("/", {"json": {"method": "getblockcount", "id": 1}}, 200, JSON, {"result": int, "error": None, "id": 1}), ("/", {"data": "x"}, 500, JSON, {"error": thing})]),
    ("post", "/wallet"): ("change", [("/wallet/", {"json": {"jsonrpc": "2.0", "method": "uptime", "id": 1}}, 200, JSON, {"result": int, "jsonrpc": "2.0"})]),
    ("post", "/wallet/{name}"): ("change", [("/wallet/x", {"json": {"jsonrpc": "2.0", "method": "uptime", "id": 1}}, 200, JSON, {"result": int, "jsonrpc": "2.0"})]),
    ("get", "/p2p/v1/hello"): ("peer", [("/p2p/v1/hello", {}, 200, JSON, {"proto": int, "genesis": text, "magic": text, "agent": text, "height": int, "tip": text, "chainwork": text, "time": int, "port": int})]),
    ("get", "/p2p/v1/card"): ("peer", [("/p2p/v1/card", {}, 200, JSON, {"cairn_network": 1, "name": text, "colour": text, "rules": thing})]),
    ("get", "/p2p/v1/headers"): ("peer", [("/p2p/v1/headers", {}, 200, BYTES, None), ("/p2p/v1/headers?locator=zz", {}, 400, JSON, {"code": "malformed"}), ("/p2p/v1/headers?count=0", {}, 400, JSON, {"code": "malformed"})]),
    ("post", "/p2p/v1/block"): ("peer", [("/p2p/v1/block", {"data": b"\1"}, 400, JSON, {"code": "malformed"})]),
    ("post", "/p2p/v1/headers"): ("peer", [("/p2p/v1/headers", {"data": b"\0" * 33}, 200, BYTES, None), ("/p2p/v1/headers", {"data": b"\1"}, 400, JSON, {"code": "malformed"})]),
    ("get", "/p2p/v1/block/{hash}"): ("peer", [("/p2p/v1/block/TIP", {}, 200, BYTES, None), (f"/p2p/v1/block/{NOWHERE}", {}, 404, JSON, {"error": text}), ("/p2p/v1/block/zz", {}, 400, JSON, {"error": text})]),
    ("post", "/p2p/v1/blocks"): ("peer", [("/p2p/v1/blocks", {"data": bytes(32)}, 200, BYTES, None), ("/p2p/v1/blocks", {"data": b"\1"}, 400, JSON, {"error": text})]),
    ("post", "/p2p/v1/txs"): ("peer", [("/p2p/v1/txs", {"data": bytes(32)}, 200, BYTES, None), ("/p2p/v1/txs", {"data": b"\1"}, 400, JSON, {"error": text})]),
    ("get", "/p2p/v1/mempool"): ("peer", [("/p2p/v1/mempool", {}, 200, BYTES, None)]),
    ("get", "/p2p/v1/peers"): ("peer", [("/p2p/v1/peers", {}, 200, JSON, {"peers": items})]),
}
STATS = {"funded_txo_count": int, "funded_txo_sum": int, "spent_txo_count": int, "spent_txo_sum": int, "tx_count": int}
for kind, name, bad, wrong in (("address", "ADDRESS", "nobody", "Invalid Bitcoin address"), ("scripthash", "SCRIPT", "zz", "Invalid scripthash")):
    placeholder = "address" if kind == "address" else "hash"
    base, row = f"/api/{kind}/{name}", f"/api/{kind}/{{{placeholder}}}"
    CONTRACT[("get", row)] = ("read", [(base, {}, 200, JSON, {kind: text, "chain_stats": STATS, "mempool_stats": STATS}), (f"/api/{kind}/{bad}", {}, 400, TEXT, wrong)])
    for end in ("/txs", "/txs/chain", "/txs/mempool", "/utxo"):
        CONTRACT[("get", row + end)] = ("read", [(base + end, {}, 200, JSON, items), (f"/api/{kind}/{bad}{end}", {}, 400, TEXT, wrong)])
    CONTRACT[("get", row + "/txs/chain/{last_seen}")] = ("read", [(f"{base}/txs/chain/{NOWHERE}", {}, 200, JSON, []), (base + "/txs/chain/zz", {}, 400, TEXT, "Invalid hash string")])


def fits(found, wanted, where):
    if wanted is None and not isinstance(found, (dict, list)):
        return
    if isinstance(wanted, dict):
        assert isinstance(found, dict), (where, found)
        for name, part in wanted.items():
            assert name in found, (where, name, found)
            fits(found[name], part, f"{where} {name}")
    elif isinstance(wanted, list):
        assert isinstance(found, list) and (not wanted or found), (where, found)
        for item in found if wanted else []:
            fits(item, wanted[0], where) if wanted[0] is not None else None
            break
    elif isinstance(wanted, re.Pattern):
        assert wanted.fullmatch(found), (where, found)
    elif isinstance(wanted, (type, tuple)):
        assert isinstance(found, wanted) and not (isinstance(found, bool) and wanted in (int, number)), (where, found, wanted)
    else:
        assert found == wanted, (where, found, wanted)


def filled(value, names):
    if isinstance(value, str):
        for name, replacement in names.items():
            value = value.replace(name, replacement) if isinstance(replacement, str) else value
        return value
    if isinstance(value, dict):
        return {key: filled(part, names) for key, part in value.items()}
    return [filled(part, names) for part in value] if isinstance(value, list) else value


def check_schema(operation, route, case, answer):
    """Every field of a good answer is told, with its kind."""
    _, _, status, _, wanted = case
    if status not in (200, 201):
        return
    schema = {"type": "object"} if route == "GET /openapi.json" else schema_of(answer, wanted)
    if route == "POST /" or route.startswith("POST /wallet"):
        schema["properties"]["result"] = {}  # of any method
    WRITTEN[route] = joined(WRITTEN.get(route, {}), schema)
    if not WRITE:
        found = misfit(operation["responses"]["200"]["content"][JSON]["schema"], answer)
        assert not found, (route, found, "api_contract_test.py --write resources/api-answers.txt renews what is told")


def check(node, method, case, names, operation, route):
    path, options, status, kind, wanted = case
    options = filled(options, names)
    if options.get("auth") == "COOKIE":
        options["auth"] = names["AUTH"]
    url = node.api + filled(path, names)
    answer = requests.request(method, url, timeout=120, **options)
    where = f"{method} {path} {options}"
    assert answer.status_code == status, (where, answer.status_code, answer.text[:300])
    assert answer.headers["Content-Type"].split(";")[0] == kind, (where, answer.headers)
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and "Cache-Control" in answer.headers
    if kind == STREAM:
        answer.close()
    elif kind == JSON:
        amounts(answer.text, where)
        fits(answer.json(), wanted, where)
        check_schema(operation, route, case, answer.json())
    elif isinstance(wanted, re.Pattern):
        assert wanted.fullmatch(answer.text), (where, answer.text[:200])
    elif wanted:
        assert wanted in answer.text, (where, answer.text[:200])


def amounts(body, where):
    """Every `name_sat` integer stands beside `name` with exactly eight decimals that say the same."""
    for name, satoshi in re.findall(r'"(\w+)_sat":(-?\d+)', body):
        coins = re.findall(rf'"{name}":(-?\d+\.\d{{8}})(?=[,}}])', body)
        assert any(round(float(amount) * 1e8) == int(satoshi) for amount in coins), (where, name, satoshi)


def test_every_route_keeps_its_contract(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    node.mine(8)
    document = node.get("/openapi.json")
    rows = {(method, path) for path, operations in document["paths"].items() for method in operations}
    assert rows == set(CONTRACT), (rows - set(CONTRACT), set(CONTRACT) - rows)
    block = node.get("/mine")
    wait_until(lambda: node.confirmations(block["txid"])["confirmations"] == 1, "the index")
    about = node.get("/wallet/address?new=1")
    script = requests.post(node.api + "/", json={"method": "validateaddress", "params": [about["address"]], "id": 1}, timeout=30).json()["result"]["scriptPubKey"]
    script_hash = hashlib.sha256(bytes.fromhex(script)).hexdigest()
    names = {"TIP": block["hash"], "TX": block["txid"], "ADDRESS": about["address"], "SCRIPT": script_hash,
             "AUTH": tuple((node.datadir / "test-net" / "api.cookie").read_text().split(":", 1))}
    page = node.get("/")
    for (method, path), (access, cases) in CONTRACT.items():
        operation = document["paths"][path][method]
        assert operation["x-access"] == access and operation["summary"] and operation["tags"], (method, path)
        shown = re.sub(r"\{(\w+)\}", r":\1", path)
        assert f"<code>{method.upper()} {shown}</code>" in page, (method, path)
        if path not in ("/nodes/resolve",):
            answer = requests.request("PATCH", node.api + filled(re.sub(r"\{\w+\}", "x", path), names), timeout=30)
            assert answer.status_code == 405 and method.upper() in answer.headers["Allow"], (path, answer.headers)
        for case in cases:
            check(node, method, case, names, operation, f"{method.upper()} {path}")
        kinds = {case[3] for case in cases if case[2] in (200, 201)}
        declared = set(operation["responses"]["200"]["content"])
        assert not kinds or kinds == declared, (method, path, kinds, declared)
    ids = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert len(set(ids)) == len(ids) and all(re.fullmatch("[a-z][A-Za-z0-9]+", one) for one in ids), ids
    assert document["components"]["securitySchemes"]["password"]["scheme"] == "basic"
    node.stop()
    if WRITE:
        write_schemas(WRITE)


def write_schemas(path):
    """What was told before stays told: some fields come only now and then."""
    told = {}
    for line in path.read_text().splitlines() if path.exists() else []:
        method, place, schema = line.split(" ", 2)
        told[f"{method} {place}"] = json.loads(schema)
    for route, schema in WRITTEN.items():
        told[route] = joined(told.get(route, {}), schema)
    path.write_text("".join(f"{route} {json.dumps(schema, separators=(',', ':'))}\n" for route, schema in sorted(told.items())))


def test_documented_lines_work(folder, make):
    """Every curl line of the page, run as printed."""
    if shutil.which("curl") is None:
        print("skipped: curl is missing")
        return
    node = make(folder, network=easy_card(folder)).start()
    node.mine(6)
    lines = [html.unescape(line) for line in re.findall(r"<pre>(.*?)</pre>", node.get("/"), re.S)]
    assert len(lines) > 20
    for line in lines:
        endless = " -N " in line  # an event stream: ended by a time limit, which curl calls 28
        command = line.replace("ADDRESS", node.address()).replace(" -N ", " -N --max-time 2 ")
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
        assert done.returncode == (28 if endless else 0) and done.stdout, (line, done)
        if endless:
            continue
        if not done.stdout.startswith("<") and done.stdout.startswith(("{", "[")):
            data = json.loads(done.stdout)
            assert not isinstance(data, dict) or "error" not in data or data["error"] is None, (line, done.stdout)
    node.stop()


def test_near_misses_and_methods(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    for method, path, hint, status in (("GET", "/minee", "/mine", 404), ("POST", "/node/register", "/nodes/register", 404), ("GET", "/wallet/adress", "/wallet/address", 405),
                                       ("GET", "/api/v1/sumary", "/api/v1/summary", 404), ("GET", "/openapi.jsn", "/openapi.json", 404)):
        answer = requests.request(method, node.api + path, timeout=30)
        assert answer.status_code == status and f"Did you mean {hint}" in answer.json()["error"], answer.text
    for path, allowed in (("/chain", "GET, HEAD, OPTIONS"), ("/mine", "GET, POST, OPTIONS"), ("/transactions/new", "POST, OPTIONS"), ("/", "GET, HEAD, POST, OPTIONS"),
                          ("/api/v1/tokens/x", "DELETE, OPTIONS")):
        answer = requests.put(node.api + path, timeout=30)
        assert answer.status_code == 405 and answer.headers["Allow"] == allowed, (path, answer.headers)
        answer = requests.options(node.api + path, timeout=30)
        assert answer.status_code == 204 and answer.headers["Allow"] == allowed and answer.content == b""
    node.stop()


if __name__ == "__main__":
    main(test_every_route_keeps_its_contract, test_documented_lines_work, test_near_misses_and_methods)
