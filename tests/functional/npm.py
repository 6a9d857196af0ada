"""Programs that others wrote in JavaScript, from npm; kept in the build folder."""
import os
import pathlib
import shutil
import subprocess
import tempfile


def installed(*packages):
    """The folder with the modules, the first of the packages ("name@version") gives it its name; None where node or npm are missing or npm does not answer."""
    if not shutil.which("node") or not shutil.which("npm"):
        return None
    name = packages[0].rsplit("@", 1)[0]
    folder = pathlib.Path(os.environ.get("CAIRN_BUILD", tempfile.gettempdir())) / name
    modules = folder / "node_modules"
    if all((modules / package.rsplit("@", 1)[0] / "package.json").exists() for package in packages):
        return modules
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(f'{{"name":"with-{name}","private":true}}')
    try:
        subprocess.run(["npm", "install", *packages, "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000"], cwd=folder, timeout=240, check=True, capture_output=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return modules
