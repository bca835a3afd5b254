"""docs/hosting.md, read for tests: its commands, which of them no test can run and why, and its files."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from configparser import RawConfigParser
from dataclasses import dataclass

from testing.database import ROOT

PAGE = ROOT / "docs/hosting.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Commands that need root, another program or the internet, by how they begin. All others are run.
NOT_RUN = {
    "apt-get": "installs packages as root",
    "useradd": "makes an account as root",
    "git": "fetches from the internet",
    "python3 /srv/kith/kith/scripts/prepare.py": "sets up a clone: `make test` does it on each fresh machine",
    "ln": "links into folders of root",
    "install": "makes folders of root",
    "systemctl": "needs systemd; the unit files are read by a parser",
    "certbot": "asks a certificate authority on the internet",
    "nginx": "needs nginx; its file is read by a parser",
}


@dataclass(frozen=True)
class Block:
    """One fenced block of the page."""

    language: str
    text: str


def blocks(text: str) -> list[Block]:
    """Every fenced block, in order."""
    return [Block(*found) for found in _BLOCK.findall(text)]


def commands(text: str) -> list[str]:
    """Every command line of the page, in order."""
    return [line for block in blocks(text) if block.language == "sh" for line in block.text.splitlines() if line]


def why_not_run(command: str) -> str:
    """Why no test runs this command; empty where one does."""
    return next((why for start, why in NOT_RUN.items() if command.startswith(f"{start} ")), "")


def environment(text: str) -> dict[str, str]:
    """The settings that the page writes into /etc/kith.env."""
    (block,) = [block for block in blocks(text) if block.language == "env"]
    lines = (line.split("=", 1) for line in block.text.splitlines())
    return {name: shlex.split(value)[0] for name, value in lines}


def unit(text: str) -> RawConfigParser:
    """A unit of systemd; ValueError (of the parser) where it is none."""
    parser = RawConfigParser(strict=False, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # names keep their capitals
    parser.read_string(text)
    return parser


def nginx(text: str) -> list[tuple[str, ...]]:
    """The directives of a file of nginx with their arguments; ValueError where braces or semicolons do not fit."""
    depth, found, waiting = 0, [], list[str]()
    for sign in re.findall(r"[{};]|[^\s{};]+", text):
        if sign in "{;":
            if not waiting:
                raise ValueError(f"a {sign} without a directive")
            found.append(tuple(waiting))
            waiting, depth = [], depth + (sign == "{")
        elif sign == "}":
            depth -= 1
            if waiting or depth < 0:
                raise ValueError("a directive without its semicolon, or a brace too many")
        else:
            waiting.append(sign)
    if depth or waiting:
        raise ValueError("a brace is not closed")
    return found


def variables(text: str) -> Iterator[tuple[str, str]]:
    """The rows of the page's last table."""
    yield from re.findall(r"^\| `([A-Z_]+)` \| (.*) \|$", text, re.MULTILINE)
