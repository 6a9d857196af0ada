#!/usr/bin/env python3
"""Every curl line of the README answers on a fresh node, run by the shell as it is printed (only the port is another one)."""
import json
import os
import pathlib
import re
import subprocess

from cairn_node import environment, main

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"
STATUS = {"/nodes/register": 201,
          "/transactions/new": 400}  # ADDRESS is to be filled in


def curl_lines():
    for block in re.findall(r"```sh\n(.*?)```", README.read_text(), re.S):
        for line in block.replace("\\\n", " ").splitlines():
            if line.startswith("curl "):
                yield line


def test_every_curl_line_answers(folder, make):
    lines = list(curl_lines())
    assert len(lines) >= 16, lines
    node = make(folder / "data", network="sandbox", env={"TARGET_BLOCK_TIME": "1"}).start()
    assert node.height_at_start == 0
    home = folder / "home"
    home.mkdir()
    (home / ".curlrc").write_text('write-out = "\\n%{http_code}"\n')
    for line in lines:
        assert "http://127.0.0.1:5000" in line, line
        command = line.replace("http://127.0.0.1:5000", node.api)
        done = subprocess.run(["sh", "-c", command], env=environment({"CURL_HOME": str(home)}), capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, (line, done)
        body, _, status = done.stdout.rpartition("\n")
        path = re.search(r"http://127\.0\.0\.1:5000([^\s'?]*)", line)[1]
        assert int(status) == STATUS.get(path, 200), (line, done.stdout)
        if int(status) in (200, 201):
            json.loads(body)
    node.stop()


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    main(test_every_curl_line_answers)
