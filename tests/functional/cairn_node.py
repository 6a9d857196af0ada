"""Starts real cairnd processes on loopback and talks to them over REST. No fixed sleeps: everything waits for a condition."""
import json
import os
import pathlib
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time

import requests

CAIRND = os.environ.get("CAIRND", "cairnd")
RUN = secrets.token_hex(4)
CHAINS = pathlib.Path(os.environ.get("CAIRN_CHAINS", "../shared/chains"))
RULE_VARIABLES = ("BLOCK_REWARD", "MAX_BLOCK_SIZE", "DIFFICULTY_ADJUSTMENT_INTERVAL", "TARGET_BLOCK_TIME",
                  "TRANSACTION_FEE", "CONFIRMATION_BLOCKS")


def wait_until(condition, what, seconds=60):
    """Polls until `condition()` is true and returns what it gave."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for: {what}")
        time.sleep(0.02)


def is_missing(data):
    """Whether published data that a test needs is not here: then it skips. On a build machine (CI=true), where a green run must have tested everything, that is a failure."""
    if data.exists():
        return False
    if os.environ.get("CI") == "true":
        raise AssertionError(f"{data} is missing")
    print(f"skipped: {data} is missing")
    return True


def environment(extra=None):
    env = {key: value for key, value in os.environ.items() if key not in RULE_VARIABLES}
    env.update(extra or {})
    return env


def run(*arguments, env=None, timeout=120):
    """Runs cairnd to its end: exit code, standard output, standard error."""
    done = subprocess.run([CAIRND, *map(str, arguments)], env=environment(env), timeout=timeout, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


class Node:
    """One cairnd. `arguments` follow --datadir and --network."""

    def __init__(self, datadir, *arguments, network="regtest", env=None, api="127.0.0.1:0"):
        self.datadir = pathlib.Path(datadir)
        self.network = str(network)
        self.arguments = list(map(str, arguments))
        self.env = env
        self.api_bind = api
        self.process = None

    def start(self, *more, seconds=60):
        command = [CAIRND, "--datadir", str(self.datadir), "--network", self.network, "--api-bind", self.api_bind,
                   *self.arguments, *map(str, more)]
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(command, env=environment(self.env), stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"ready api=(\S+) peer=(\S+) network=(.+) height=(\d+)\n", line)
        if not found:
            code = self.process.wait(10)
            raise AssertionError(f"no ready line but {line!r}, exit {code}: {self.log()}")
        self.api, self.peer = found[1], found[2]
        self.height_at_start = int(found[4])
        return self

    def log(self):
        self.errors.seek(0)
        return self.errors.read()

    def stop(self):
        """Stops cleanly and requires exit 0."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        self.process.stdout.close()
        self.process = None
        assert code == 0, f"exit {code}: {self.log()}"

    def kill(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()
        self.process = None

    def request(self, method, path, status=200, **options):
        options.setdefault("timeout", 90)
        answer = requests.request(method, self.api + path, **options)
        assert answer.status_code == status, f"{method} {path}: {answer.status_code} {answer.text[:400]}"
        return answer.json() if answer.headers.get("Content-Type", "").startswith("application/json") else answer.text

    def get(self, path, status=200, **options):
        return self.request("GET", path, status, **options)

    def post(self, path, body, status=200, **options):
        return self.request("POST", path, status, json=body, **options)

    def mine(self, blocks=1):
        return [self.get("/mine") for _ in range(blocks)]

    def summary(self):
        return self.get("/api/v1/summary")

    def tip(self):
        tips = self.get("/api/v1/chain-tips")
        return next(tip["hash"] for tip in tips if tip["status"] == "active")

    def address(self, new=True):
        return self.get("/wallet/address" + ("?new=1" if new else ""))["address"]

    def pay(self, recipient, amount, **more):
        return self.post("/transactions/new", {"sender": "wallet", "recipient": recipient, "amount": amount, **more}, 201)

    def balance(self):
        return self.get("/wallet/balance")

    def confirmations(self, txid):
        return self.get(f"/transaction/confirmations/{txid}")


def main(*tests):
    """Runs the tests, each in a folder of its own, and stops what they left running."""
    chosen = sys.argv[1:]
    for test in tests:
        if chosen and test.__name__ not in chosen:
            continue
        nodes = []

        def make(folder, *arguments, **options):
            node = Node(folder, *arguments, **options)
            nodes.append(node)
            return node

        with tempfile.TemporaryDirectory(prefix="cairn-") as folder:
            started = time.monotonic()
            try:
                test(pathlib.Path(folder), make)
            except BaseException:
                for node in nodes:
                    if node.process is not None:
                        print(f"--- log of {node.datadir}\n{node.log()[-4000:]}", file=sys.stderr)
                raise
            finally:
                for node in nodes:
                    if node.process is not None:
                        node.process.kill()
                        node.process.wait()
            print(f"ok {test.__name__} ({time.monotonic() - started:.1f} s)", flush=True)


def easy_card(folder, name="Test net", **rules):
    """A network card whose blocks cost nothing to mine. The network is this run's: nodes of another test that runs beside it do not join."""
    card = {"cairn_network": 1, "name": name, "colour": "#2f7ed8",
            "rules": {"block_reward": "50.00000000", "halving_interval": 0, "max_block_transactions": 1000,
                      "max_block_weight": 4000000, "target_block_time": 1, "difficulty_adjustment_interval": 100000,
                      "pow_limit_bits": "207fffff", "initial_bits": "207fffff", "coinbase_maturity": 3,
                      "min_difficulty_after": 0, "bech32_hrp": "test", "genesis_time": 1760000000,
                      "genesis_message": f"for tests {RUN}", **rules},
            "defaults": {"transaction_fee": "0.00010000", "confirmation_blocks": 3, "api_port": 5000, "peer_port": 5001},
            "seeds": []}
    path = pathlib.Path(folder) / f"{name}.cairn"
    path.write_text(json.dumps(card))
    return path
