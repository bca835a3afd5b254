"""What the measured shares may not fall below; the floors only rise."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from testing.machine import ROOT

FILE = "proof/floors.toml"


@dataclass(frozen=True)
class Floors:
    """Per cent, by group: of the branches that tests take, and of the small errors that they notice."""

    branches: dict[str, float]
    mutants: dict[str, float]


def floors() -> Floors:
    """The floors as they stand."""
    return read((ROOT / FILE).read_text())


def read(text: str) -> Floors:
    """The floors that a text of the file says."""
    return Floors(**tomllib.loads(text))


def lowered(before: Floors, now: Floors) -> list[str]:
    """The floors that stand lower now, or nowhere any more."""
    pairs = (("branches", before.branches, now.branches), ("mutants", before.mutants, now.mutants))
    return [
        f"{kind}: {group} from {floor:g} to {there.get(group, 0):g}"
        for kind, was, there in pairs
        for group, floor in was.items()
        if there.get(group, 0) < floor
    ]


def earlier() -> Iterable[Floors]:
    """The floors of every commit that changed them, as far as this clone reaches back."""
    for commit in _git("log", "--format=%H", "--", FILE).split():
        yield read(_git("show", f"{commit}:{FILE}"))


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["/usr/bin/env", "git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
