#!/usr/bin/env python3
"""The README's two short programs: ten lines with `socket` that fetch a block, forty lines with `requests` that are a whole node over HTTP, and mine along."""
import pathlib
import re
import subprocess
import sys

from cairn_node import main, wait_until

README = pathlib.Path(__file__).parents[2] / "README.md"


def program(marker):
    """The python code block of the README that has that comment in its first line."""
    for code in re.findall(r"```python\n(.*?)```", README.read_text(), re.S):
        if code.startswith(f"# {marker}"):
            return code
    raise AssertionError(f"the README has no program {marker!r}")


def test_ten_lines_fetch_a_block(folder, make):
    node = make(folder / "node", "--peer-bind", "127.0.0.1:0").start()
    node.mine(3)
    code = program("fetch.py").replace("18444", node.peer.rsplit(":", 1)[1])
    assert len(code.splitlines()) <= 16, "ten lines, and a few for the magic"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert node.get("/api/block-height/1") in done.stdout, done.stdout


def test_forty_lines_are_a_node(folder, make):
    node = make(folder / "node", "--peer-bind", "127.0.0.1:0").start()
    node.mine(5)
    code = program("node.py")
    assert len([line for line in code.splitlines() if line.strip()]) <= 60, len(code.splitlines())
    script = folder / "node.py"
    script.write_text(code)
    process = subprocess.Popen([sys.executable, str(script), node.peer, node.api], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        # It takes what is there, mines on it, and the node takes that by polling it.
        wait_until(lambda: int(node.get("/api/blocks/tip/height")) >= 8, "blocks that the small node has mined", 60)
        polled = [peer for peer in node.get("/api/v1/peers") if peer["language"] == "http"]
        assert polled and polled[0]["status"] in ("in-step", "catching-up", "behind", "checking"), polled
        node.mine(1)
        assert process.poll() is None, process.stdout.read()
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    main(test_ten_lines_fetch_a_block, test_forty_lines_are_a_node)
