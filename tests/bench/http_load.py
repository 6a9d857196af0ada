#!/usr/bin/env python3
"""Throughput of the API under wrk (Debian package `wrk`) while the node mines on one core: small routes against a constant one, 1 000 kept
connections, bursts of 64 clients. Rounds alternate between the routes, so that the ratios hold on a busy computer too. Prints JSON lines;
exit 1 when a promise does not hold: half of the constant route, no failed request, no reset.

usage: CAIRND=build/release/src/app/cairnd tests/bench/http_load.py [SECONDS a round] [ROUNDS]"""
import json
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "functional"))
from cairn_node import Node, easy_card, wait_until  # noqa: E402
from http_raw import address_of, read_all, status_of  # noqa: E402

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
BLOCKS = 40  # difficulty is 4^8 times the lowest by then and goes on rising: the miner works and soon seldom finds


def wrk(url, connections):
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", "--timeout", "30s", url], capture_output=True, text=True, check=True).stdout
    failed = sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", out))) + sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", out)))
    return {"per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), "p99": re.search(r"99%\s+(\S+)", out)[1], "failed": failed}


def burst(url, clients=64):
    """Clients that connect at the same moment, each with one request."""
    gate, statuses = threading.Barrier(clients), []

    def ask():
        gate.wait()
        with socket.create_connection(address_of(url), timeout=60) as sock:
            sock.sendall(b"GET /api/blocks/tip/height HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            answer, reset = read_all(sock)
        statuses.append("reset" if reset else status_of(answer))

    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def measure(node):
    block = node.get("/chain?from=5&limit=1")["chain"][0]
    constant = "/heartbeat"
    small = ["/api/blocks/tip/height", "/api/tx/" + block["transactions"][0]["txid"]]
    good = True
    rates = {path: [] for path in [constant, *small]}
    for _ in range(ROUNDS):
        for path, found in rates.items():
            result = wrk(node.api + path, 32)
            found.append(result["per_second"])
            good = good and result["failed"] == 0
    for path in small:
        ratio = statistics.median(mine / base for mine, base in zip(rates[path], rates[constant]))
        good = good and ratio >= 0.5
        print(json.dumps({"route": path[:22], "per_second": statistics.median(rates[path]), "constant_per_second": statistics.median(rates[constant]), "ratio": round(ratio, 3)}))
    for path in [constant, *small]:
        result = wrk(node.api + path, 1000)
        good = good and result["failed"] == 0
        print(json.dumps({"route": path[:22], "connections": 1000, **result}))
    statuses = [status for _ in range(20) for status in burst(node.api)]
    good = good and set(statuses) == {200}
    print(json.dumps({"bursts": 20, "clients": 64, "statuses": {str(status): statuses.count(status) for status in set(statuses)}}))
    print(json.dumps({"mined_meanwhile": node.get("/api/v1/mining")["hashes"]}))
    return good


def main():
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="cairn-") as folder:
        card = easy_card(folder, "Load net", difficulty_adjustment_interval=5, target_block_time=3600)
        node = Node(pathlib.Path(folder), network=card).start()
        try:
            node.mine(BLOCKS)
            node.post("/api/v1/mining", {"enabled": True, "threads": 1, "mode": "always"})
            wait_until(lambda: node.get("/api/v1/mining")["working"], "it mines")
            good = measure(node)
            node.stop()
        finally:
            if node.process is not None:
                node.kill()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
