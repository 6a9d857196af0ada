#!/usr/bin/env python3
"""Disks that are full, or that may only be read: what only reads works, what cannot be stored is refused with the reason, and nothing is lost.

The tests run in a mount namespace of their own, with small file systems in memory.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import time

import requests

from cairn_node import easy_card, main, run, wait_until

SQL_WORDS = re.compile(r"\b(SELECT|INSERT|UPDATE|PRAGMA|BEGIN|COMMIT)\b|SQLite|malformed|disk I/O")


def sentences(err):
    return "\n".join(line for line in err.splitlines() if line.startswith("cairnd: "))


class Disk:
    """A file system in memory."""

    def __init__(self, path, megabytes=24):
        self.path = pathlib.Path(path)
        self.path.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(path)], check=True)

    def fill(self):
        """No byte is free afterwards."""
        with open(self.path / "filler", "wb", buffering=0) as file:
            for size in (1 << 20, 4096, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    pass
        assert os.statvfs(self.path).f_bavail == 0

    def free(self):
        (self.path / "filler").unlink()

    def read_only(self, on=True):
        subprocess.run(["mount", "-o", "remount," + ("ro" if on else "rw"), str(self.path)], check=True)


def on_disks(test):
    """Takes the file systems away afterwards, so that the test's folder can go."""
    def run_test(folder, make):
        nodes = []

        def noted(*arguments, **options):
            nodes.append(make(*arguments, **options))
            return nodes[-1]

        try:
            test(folder, noted)
        finally:
            for node in nodes:
                if node.process is not None:
                    node.kill()
            for line in pathlib.Path("/proc/mounts").read_text().splitlines():
                if line.split()[1].startswith(str(folder)):
                    subprocess.run(["umount", line.split()[1]], check=True)
    run_test.__name__ = test.__name__
    return run_test


def files_of(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).rglob("*") if path.is_file() and path.suffix in (".sqlite", ".cairn", ".ini", ".tip")}


def reading_works(folder, node, height, best):
    """--verify, --export-blocks and --print-settings, whatever the disk."""
    where = ("--datadir", node.datadir, "--network", "test-net")
    code, out, err = run(*where, "--verify")
    assert code == 0 and json.loads(out)["best"] == best and json.loads(out)["height"] == height, (code, out, err)
    code, _, err = run(*where, "--export-blocks", folder / "out.dat")
    assert code == 0 and (folder / "out.dat").stat().st_size > 0, (code, err)
    code, out, err = run(*where, "--print-settings")
    assert code == 0 and "api_bind=" in out, (code, err)


def made(folder, make):
    disk = Disk(folder / "disk")
    node = make(disk.path / "data", network=easy_card(folder)).start()
    node.mine(8)
    return disk, node, node.tip()


def test_a_start_on_a_full_disk(folder, make):
    disk, node, best = made(folder, make)
    node.stop()
    before = files_of(node.datadir)
    disk.fill()
    reading_works(folder, node, 8, best)
    code, out, err = run("--datadir", node.datadir, "--network", "test-net", "--api-bind", "off")
    assert code == 1 and out == "" and "no space" in sentences(err), (code, err)
    assert "in use" not in err and not SQL_WORDS.search(sentences(err)), err
    code, out, err = run("--datadir", node.datadir, "--network", "test-net", "--repair")
    assert code == 1 and "no space" in sentences(err), (code, err)
    code, _, err = run("--datadir", node.datadir / "other", "--network", "regtest", "--api-bind", "off")
    assert code == 1 and "no space" in sentences(err), (code, err)
    assert files_of(node.datadir) == before, "something was changed"
    code, _, err = run("--datadir", node.datadir, "--network", "test-net", "--export-blocks", disk.path / "out.dat")
    assert code == 1 and "no space" in sentences(err), (code, err)
    disk.free()
    node.start()
    assert node.tip() == best
    node.stop()


def test_a_killed_program_on_a_full_disk(folder, make):
    """The newest blocks are in the log: they are read without room for anything."""
    disk, node, best = made(folder, make)
    node.kill()
    disk.fill()
    reading_works(folder, node, 8, best)
    disk.free()
    node.start()
    assert node.tip() == best
    node.stop()


def test_a_disk_that_may_only_be_read(folder, make):
    for stop in ("stop", "kill"):
        base = folder / stop
        base.mkdir()
        disk, node, best = made(base, make)
        getattr(node, stop)()
        disk.read_only()
        reading_works(base, node, 8, best)
        code, out, err = run("--datadir", node.datadir, "--network", "test-net", "--api-bind", "off")
        assert code == 1 and out == "" and "may not be written" in sentences(err) and not SQL_WORDS.search(sentences(err)), (code, err)
        disk.read_only(False)
        node.start()
        assert node.tip() == best
        node.stop()


def rpc(node, method, *params):
    """The answer of a call that needs the cookie, and its error."""
    cookie = tuple((node.datadir / "test-net" / "api.cookie").read_text().strip().split(":", 1))
    answer = requests.post(node.api, json={"id": 1, "method": method, "params": params}, auth=cookie, timeout=30).json()
    return answer["result"], answer["error"]


def test_a_disk_that_fills_up(folder, make):
    """Answers come at once and say why, reads go on, mining rests and goes on by itself, and nothing that was told is lost."""
    disk, node, _ = made(folder, make)
    cookie = tuple((node.datadir / "test-net" / "api.cookie").read_text().strip().split(":", 1))
    tokens = node.api + "/api/v1/tokens"
    assert requests.post(tokens, json={"name": "kept", "scopes": ["wallet"]}, auth=cookie, timeout=30).status_code == 201
    address = node.address()
    disk.fill()
    told = []
    for _ in range(300):  # the log has some room of its own
        started = time.monotonic()
        answer = requests.get(node.api + "/mine", timeout=30)
        if answer.status_code != 200:
            break
        told.append(answer.json()["hash"])
    assert answer.status_code == 507 and "disk is full" in answer.json()["error"], (answer.status_code, answer.text)
    assert time.monotonic() - started < 5, "the answer took too long"
    for call in (("generatetoaddress", 1, address), ("getblocktemplate", {"rules": ["segwit"]})):
        started = time.monotonic()
        result, error = rpc(node, *call)
        assert result is None and "disk" in error["message"] and time.monotonic() - started < 5, (call, result, error)
    # Questions are answered.
    height = node.summary()["height"]
    assert height == 8 + len(told)
    assert len(node.get("/chain?transactions=0")["chain"]) == height + 1
    assert node.balance()["balance"] >= 0 and node.get("/api/blocks/tip/height") is not None
    # The switch stays on, and says why nothing is mined.
    node.post("/api/v1/mining", {"enabled": True})
    wait_until(lambda: node.get("/api/v1/mining")["pause"] == "disk-full", "mining rests", 20)
    # Tokens: refused, and as they were.
    answer = requests.post(tokens, json={"name": "lost", "scopes": ["wallet"]}, auth=cookie, timeout=30)
    assert answer.status_code == 500 and not SQL_WORDS.search(answer.text), answer.text
    answer = requests.delete(tokens + "/kept", auth=cookie, timeout=30)
    assert answer.status_code == 500 and not SQL_WORDS.search(answer.text), answer.text
    assert [token["name"] for token in requests.get(tokens, auth=cookie, timeout=30).json()] == ["kept"]
    disk.free()
    wait_until(lambda: node.summary()["height"] > height + 1, "mining goes on by itself", 30)
    node.post("/api/v1/mining", {"enabled": False})
    assert requests.delete(tokens + "/kept", auth=cookie, timeout=30).status_code == 200
    node.stop()
    node.start()
    known = {block["hash"] for block in node.get("/chain?transactions=0")["chain"]}
    assert set(told) <= known, "a block that was told is gone"
    cookie = tuple((node.datadir / "test-net" / "api.cookie").read_text().strip().split(":", 1))
    assert requests.get(node.api + "/api/v1/tokens", auth=cookie, timeout=30).json() == []
    node.stop()
    code, _, err = run("--datadir", node.datadir, "--network", "test-net", "--verify")
    assert code == 0, err


def test_a_disk_that_fills_up_while_syncing(folder, make):
    """Peers are not blamed for it; what they give is taken once there is room."""
    disk = Disk(folder / "disk")
    card = easy_card(folder)
    node = make(disk.path / "data", network=card).start()
    source = make(folder / "source", "--peer-bind", "127.0.0.1:0", network=card).start()
    source.mine(60)
    disk.fill()
    node.post("/nodes/register", {"nodes": [source.peer]}, 201)
    wait_until(lambda: any(peer["height"] == 60 for peer in node.get("/api/v1/peers")), "its headers")
    assert node.summary()["height"] < 60 and node.get("/api/blocks/tip/height") is not None
    disk.free()
    wait_until(lambda: node.tip() == source.tip(), "all blocks")
    assert [peer["status"] for peer in node.get("/api/v1/peers")] == ["in-step"]


if __name__ == "__main__":
    if os.environ.get("CAIRN_OWN_MOUNTS") != "1":
        inside = ["unshare", "--map-root-user", "--mount"] if os.geteuid() != 0 else ["unshare", "--mount"]
        if subprocess.run([*inside, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode != 0:
            assert os.environ.get("CI") != "true", "file systems in memory cannot be mounted here"
            print("skipped: file systems in memory cannot be mounted here")
            sys.exit(0)
        sys.exit(subprocess.run([*inside, sys.executable, *sys.argv], env={**os.environ, "CAIRN_OWN_MOUNTS": "1"}).returncode)
    main(*map(on_disks, (test_a_start_on_a_full_disk, test_a_killed_program_on_a_full_disk, test_a_disk_that_may_only_be_read, test_a_disk_that_fills_up,
                          test_a_disk_that_fills_up_while_syncing)))
