#!/usr/bin/env python3
"""Takes the pictures in resources/screenshots anew: the real window under Xvfb, on a small network made for it.

usage: CAIRN=build/release/src/app/cairn CAIRND=build/release/src/app/cairnd tests/gui/screenshots.py FOLDER [PART...]
PART is one of full, network, mining, empty, first (default: all). Needs the Debian packages xvfb openbox xdotool imagemagick.
"""
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "functional"))
from cairn_node import Node, easy_card, wait_until  # noqa: E402

CAIRN = os.environ["CAIRN"]
SIZES = [(1440, 900)]
NETWORK_TABS = {"map": 403, "near": 466, "blocked": 543, "rules": 609, "doctor": 670}  # where they lie, from the left
PAGES = {"home": 1, "wallet": 2, "explorer": 3, "mining": 4, "network": 5, "api": 6, "settings": 7, "help": 8}
RULES = {"target_block_time": 10, "difficulty_adjustment_interval": 10, "pow_limit_bits": "1f00ffff", "initial_bits": "1f00ffff",
         "coinbase_maturity": 10, "min_difficulty_after": 200, "bech32_hrp": "lab", "genesis_message": "Lab 12", "halving_interval": 210000}


class Screen:
    """A screen of its own, with a window manager and one Cairn that fills it."""

    def __init__(self, size, theme, *arguments):
        self.size = size
        self.display = f":{random.randint(100, 599)}"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.server = subprocess.Popen(["Xvfb", self.display, "-screen", "0", f"{size[0]}x{size[1] + 24}x24", "-nolisten", "tcp", "-noreset"], **quiet)
        self.env = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "1"}
        wait_until(lambda: self.tool("getdisplaygeometry"), "the screen")
        self.manager = subprocess.Popen(["openbox"], env=self.env, **quiet)
        wait_until(lambda: self.tool("get_num_desktops"), "the window manager")
        self.program = subprocess.Popen([CAIRN, *map(str, arguments), "--theme", theme, "--language", "en", "--reduce-motion", "on"], env=self.env, **quiet)
        self.window = wait_until(self.find_window, "the window")[0]
        self.fill()

    def tool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True).stdout

    def find_window(self):
        """A window manager that is still starting can lose the request to show a window: ask again."""
        self.tool("search", "--name", "to Cairn$|^Cairn .+", "windowmap", "%@")
        return self.tool("search", "--onlyvisible", "--name", "Cairn").split()[-1:]

    def fill(self):
        """The window covers the screen but for its title bar, which lies above the picture."""
        self.tool("windowsize", self.window, *map(str, self.size), "windowmove", self.window, "0", "0", "windowactivate", self.window)
        self.tool("mousemove", "2", str(self.size[1] - 60))  # over nothing
        time.sleep(1.5)

    def keys(self, *keys):
        for key in keys:
            self.tool("key", "--clearmodifiers", key)
            time.sleep(0.3)

    def type(self, text):
        self.tool("type", "--delay", "8", "--", text)
        time.sleep(0.4)

    def find(self, text):
        self.keys("ctrl+k", "ctrl+a")
        self.type(text)
        time.sleep(0.6)
        self.keys("Return")
        time.sleep(1.2)

    def click(self, x, y):
        self.tool("mousemove", str(x), str(y), "click", "1")
        self.tool("mousemove", "2", str(self.size[1] - 60))
        time.sleep(0.8)

    def shot(self, file):
        time.sleep(0.5)
        # 255 colours are enough for a window, and a third of the bytes.
        subprocess.run(["import", "-window", self.window, "+dither", "-colors", "255", "-define", "png:compression-level=9", f"PNG8:{file}"], env=self.env, check=True)

    def close(self):
        for process in (self.program, self.manager, self.server):
            process.terminate()
            process.wait(30)


def make_network(folder, nodes):
    """Four nodes that mined, paid each other and split once. Gives the card and the folder of the one whose window is shown."""
    card = easy_card(folder, "Lab 12", **RULES)

    def start(name, *arguments):
        node = Node(folder / name, "--node-name", name, *arguments, network=card, api="127.0.0.1:5000" if name == "me" else "127.0.0.1:0").start()
        nodes.append(node)
        return node

    me = start("me", "--peer-bind", "127.0.0.1:5001")
    others = [start(name, "--connect", "http://127.0.0.1:5001", "--peer-bind", f"127.0.0.1:{port}") for name, port in (("ana", 5312), ("ben", 5313), ("cleo", 5314))]
    everybody = [me, *others]

    def level():
        wait_until(lambda: len({node.tip() for node in everybody}) == 1, "one tip", 120)

    chance = random.Random(12)
    for round_number in range(40):
        miner = me if round_number % 3 == 0 else chance.choice(others)
        miner.mine()
        level()
        if round_number > 14:
            for _ in range(chance.randint(0, 3)):
                payer, payee = chance.sample(everybody, 2)
                if payer.balance()["spendable"] > 8:
                    payer.pay(payee.address(), round(chance.uniform(0.05, 7), 8), fee_rate=chance.choice([1, 2, 4, 9, 20, 45]))
            wait_until(lambda: len({len(node.get("/api/mempool/txids")) for node in everybody}) == 1, "one mempool", 60)
    # A split: mine alone, and the others make the longer branch meanwhile.
    ana = others[0]
    ana.stop()
    together, ana.arguments = ana.arguments, ["--node-name", "ana"]
    ana.start()
    ana.mine(2)
    me.mine()
    ana.stop()
    ana.arguments = together
    ana.start()
    level()
    me.mine()
    level()
    for _ in range(7):
        payer = chance.choice(everybody)
        payer.pay(chance.choice(everybody).address(), round(chance.uniform(0.05, 7), 8), fee_rate=chance.choice([1, 2, 4, 9, 20, 45]))
    paid = me.pay(others[1].address(), 2.79, fee_rate=9)
    used = me.address()
    for payer, amount in ((others[0], 3.5), (others[2], 0.75)):
        payer.pay(used, amount, fee_rate=9)
    wait_until(lambda: len({len(node.get("/api/mempool/txids")) for node in everybody}) == 1, "one mempool", 60)
    me.mine()
    level()
    me.pay(others[0].address(), 1.25, fee_rate=4)
    others[0].pay(used, 1.2, fee_rate=20)
    facts = {"txid": paid["txid"], "address": used, "block": str(me.summary()["height"])}
    me.stop()
    nodes.remove(me)
    return card, facts


def wait_for_peers():
    probe = Node("unused")
    probe.api = "http://127.0.0.1:5000"
    wait_until(lambda: len([peer for peer in probe.get("/api/v1/peers") if peer.get("height")]) >= 3, "peers", 90)
    for path in ("/chain?limit=1", "/wallet/balance", "/difficulty", "/api/blocks/tip/height", "/api/fee-estimates", "/api/mempool"):
        probe.get(path)
    return probe


def name_of(folder, name, theme, state, size):
    small = "" if size == SIZES[0] else f"-{size[0]}x{size[1]}"
    return folder / ("-".join(filter(None, (name, theme, state))) + small + ".png")


def show_full(folder, arguments, facts, theme, size):
    screen = Screen(size, theme, *arguments)
    wait_for_peers()
    for page, number in PAGES.items():
        screen.keys(f"ctrl+{number}")
        time.sleep(1.2)
        if page == "api":
            screen.keys("ctrl+f")
            screen.type("difficulty")
            screen.keys("Return", "ctrl+Return")
            time.sleep(1)
        screen.shot(name_of(folder, page, theme, "idle" if page == "mining" else "full", size))
    for name, text in (("block", facts["block"]), ("transaction", facts["txid"]), ("address", facts["address"])):
        screen.find(text)
        screen.shot(name_of(folder, name, theme, "full", size))
    screen.keys("ctrl+r")
    time.sleep(1)
    screen.shot(name_of(folder, "receive", theme, "full", size))
    screen.keys("ctrl+n")
    time.sleep(1)
    screen.type(facts["payee"])
    screen.keys("Tab")
    screen.type("12.5")
    time.sleep(1.5)
    screen.shot(name_of(folder, "send", theme, "full", size))
    screen.close()


def show_network(folder, arguments, theme, size):
    """The tabs of Network that `full` does not show; another network is near."""
    with tempfile.TemporaryDirectory(prefix="cairn-") as made:
        stranger = Node(pathlib.Path(made) / "garden", "--peer-bind", "127.0.0.1:0", "--lobby", "on", network=easy_card(made, "Garden", bech32_hrp="gar")).start()
        screen = Screen(size, theme, *arguments, "--lobby", "on")
        wait_for_peers()
        screen.keys(f"ctrl+{PAGES['network']}")
        time.sleep(2)
        for tab, x in NETWORK_TABS.items():
            screen.click(x, 93)
            if tab == "near":
                screen.click(400, 250)
            time.sleep(1.5)
            screen.shot(name_of(folder, f"network-{tab}", theme, "", size))
        screen.close()
        stranger.stop()


def show_mining(folder, arguments, theme, size):
    screen = Screen(size, theme, *arguments, "--mine", "2")
    wait_for_peers()
    for _ in range(2):  # a window that is still starting can lose a key
        screen.keys("ctrl+4")
        time.sleep(6)
    screen.shot(name_of(folder, "mining", theme, "full", size))
    screen.close()


def show_empty(folder, theme, size):
    with tempfile.TemporaryDirectory(prefix="cairn-") as data:
        Node(data, network="sandbox").start().stop()
        screen = Screen(size, theme, "--datadir", data, "--api-bind", "127.0.0.1:5000")
        for page in ("home", "wallet", "explorer", "mining", "network", "api"):
            screen.keys(f"ctrl+{PAGES[page]}")
            time.sleep(1)
            screen.shot(name_of(folder, page, theme, "empty", size))
        for page, key in (("receive", "ctrl+r"), ("send", "ctrl+n")):
            screen.keys(key)
            time.sleep(1)
            screen.shot(name_of(folder, page, theme, "empty", size))
        screen.close()


def show_first(folder, theme, size):
    """The first run; its choices are reached by Tab."""
    for name, tabs in (("welcome", None), ("join", 1), ("create", 2), ("restore", 3)):
        with tempfile.TemporaryDirectory(prefix="cairn-") as data:
            screen = Screen(size, theme, "--datadir", data, "--api-bind", "127.0.0.1:0")
            if tabs is not None:
                screen.keys(*["Tab"] * tabs, "space")
                time.sleep(1)
            screen.shot(name_of(folder, name, theme, "", size))
            screen.close()


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    parts = sys.argv[2:] or ["full", "network", "mining", "empty", "first"]
    nodes = []
    try:
        with tempfile.TemporaryDirectory(prefix="cairn-") as made:
            if {"full", "network", "mining"} & set(parts):
                card, facts = make_network(pathlib.Path(made), nodes)
                facts["payee"] = nodes[1].address()
                arguments = ["--datadir", pathlib.Path(made) / "me", "--node-name", "me", "--network", card, "--api-bind", "127.0.0.1:5000", "--peer-bind", "127.0.0.1:5001"]
            show = {"full": lambda *look: show_full(folder, arguments, facts, *look), "mining": lambda *look: show_mining(folder, arguments, *look), "network": lambda *look: show_network(folder, arguments, *look),
                    "empty": lambda *look: show_empty(folder, *look), "first": lambda *look: show_first(folder, *look)}
            for part in parts:
                for theme in ("light", "dark"):
                    for size in SIZES:
                        show[part](theme, size)
    finally:
        for node in nodes:
            if node.process is not None:
                node.process.kill()
                node.process.wait()


if __name__ == "__main__":
    main()
