#!/usr/bin/env python3
"""Who may do what, walked over every route and every method: more rights never give fewer, and a page never more than a program."""
import itertools
import json
import re

import requests

from cairn_node import easy_card, main

SCOPES = ("change", "wallet", "spend", "control")
LISTED, FOREIGN = "http://localhost:8080", "http://evil.test"
UNAUTHORIZED = -32001


def page(origin):
    return {"headers": {"Origin": origin, "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"}}


def callers(node):
    """Name: (headers, what it has: a set that orders them)."""
    user, password = (node.datadir / "test-net" / "api.cookie").read_text().split(":", 1)
    out = {"foreign page": (page(FOREIGN), set()), "listed page": (page(LISTED), {"listed"}), "program": ({}, {"listed", "program"}),
           "cookie": ({"auth": (user, password)}, {"listed", "program", "cookie", *SCOPES})}
    for count in range(1, len(SCOPES) + 1):
        for scopes in itertools.combinations(SCOPES, count):
            made = requests.post(node.api + "/api/v1/tokens", json={"name": "+".join(scopes), "scopes": scopes}, auth=(user, password), timeout=30)
            assert made.status_code == 201, made.text
            out["token " + "+".join(scopes)] = ({"headers": {"Authorization": "Bearer " + made.json()["token"]}}, {"listed", "program", *scopes})
    return out


def is_let_in(answer):
    """What a request was refused for afterwards (it says nonsense) does not matter here."""
    if answer.status_code in (401, 403):
        return False
    return not (answer.status_code == 404 and "not-on-this-face" in answer.text)


def routes_of(node):
    return [(method, path, row) for path, operations in node.get("/openapi.json")["paths"].items() for method, row in operations.items()]


def routes_open_to(node, url, options, wanted=lambda method, path, row: True):
    """The rows of the document, asked with a query and a body that change nothing."""
    out = set()
    for method, path, row in routes_of(node):
        if wanted(method, path, row):
            target = url + re.sub(r"\{\w+\}", "x", path) + "?timeout=-1&from=-1&limit=x"
            with requests.request(method, target, data="zz", timeout=60, stream=True, **options) as answer:
                if is_let_in(answer):
                    out.add(f"{method} {path}")
    return out


def methods_open_to(node, options):
    """All methods in one batch, each with more parameters than any has: only its rights are looked at."""
    text = requests.post(node.api, json={"method": "help", "id": 1}, timeout=30).json()["result"]
    names = [line.split(" ")[0] for line in text.splitlines() if line and not line.startswith("==")]
    assert {"getblockcount", "stop", "sendtoaddress", "generatetoaddress"} <= set(names)
    batch = json.dumps([{"method": name, "params": [None] * 30, "id": name} for name in names])
    answer = requests.post(node.api, data=batch, timeout=60, **options)
    if not is_let_in(answer):
        return set()
    errors = {item["id"]: item["error"] for item in answer.json()}
    assert set(errors) == set(names) and all(errors.values()), answer.text[:500]
    return {name for name, error in errors.items() if error["code"] != UNAUTHORIZED}


def walk(node):
    opened = {}
    for name, (options, has) in callers(node).items():
        opened[name] = (has, routes_open_to(node, node.api, options) | methods_open_to(node, options))
    for (less, (has, may)), (more, (has_more, may_more)) in itertools.permutations(opened.items(), 2):
        if has <= has_more:
            assert may <= may_more, f"{more} may not do what {less} may: {sorted(may - may_more)}"
    return {name: may for name, (has, may) in opened.items()}


def test_more_rights_never_give_fewer(folder, make):
    card = easy_card(folder)
    for rule in ("open", "token"):
        node = make(folder / rule, "--api-spending", rule, "--api-origins", LISTED, "--peer-bind", "127.0.0.1:0", network=card).start()
        may = walk(node)
        # The lattice has more than one floor.
        assert "getblockcount" in may["token wallet"] and "getblockcount" in may["program"] and "getblockcount" not in may["listed page"]
        assert "stop" in may["cookie"] and "stop" in may["token control"] and "stop" not in may["token change+wallet+spend"] and "stop" not in may["program"]
        assert ("post /transactions/new" in may["program"]) == (rule == "open") and "post /transactions/new" in may["token spend"]
        assert "get /api/v1/tokens" not in may["token change+wallet+spend"] and "post /api/tx" not in may["foreign page"]
        # What the network gets of the explorer, a listed page gets too; another page changes nothing anywhere.
        stranger = {f"{method} {path}" for method, path, row in routes_of(node) if row["x-on-peer-face"] and not path.startswith("/p2p/")}
        assert "post /api/tx" in stranger and len(stranger) > 30 and stranger <= may["listed page"]
        # On the peer face, few: there is a limit of requests a minute.
        few = lambda method, path, row: path.startswith("/p2p/") or path in ("/api/tx", "/api/blocks", "/mine")
        of_network = routes_open_to(node, node.peer, {}, few)
        assert {"post /api/tx", "get /api/blocks"} <= of_network and "get /p2p/v1/peers" in of_network and "get /mine" not in of_network
        assert routes_open_to(node, node.peer, page(LISTED), few) == {"post /api/tx", "get /api/blocks"}
        assert routes_open_to(node, node.peer, page(FOREIGN), few) == {"get /api/blocks"}
        node.stop()


def test_a_listed_page_submits(folder, make):
    node = make(folder, "--api-origins", LISTED, "--peer-bind", "127.0.0.1:0", network=easy_card(folder)).start()
    for url in (node.api, node.peer):
        ask = {"Origin": LISTED, "Access-Control-Request-Method": "POST"}
        answer = requests.post(url + "/api/tx", data="zz", timeout=30, **page(LISTED))
        assert answer.status_code == 400 and answer.text == "TX decode failed" and answer.headers["Access-Control-Allow-Origin"] == LISTED, (url, answer.headers)
        answer = requests.post(url + "/api/tx", data="zz", timeout=30, **page(FOREIGN))
        assert answer.status_code == 403 and "Access-Control-Allow-Origin" not in answer.headers
    answer = requests.options(node.api + "/api/tx", headers=ask, timeout=30)
    assert answer.status_code == 204 and answer.headers["Access-Control-Allow-Methods"] == "POST" and answer.headers["Access-Control-Allow-Origin"] == LISTED
    node.stop()


if __name__ == "__main__":
    main(test_more_rights_never_give_fewer, test_a_listed_page_submits)
