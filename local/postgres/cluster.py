"""A data folder: made whole or not at all, of this version, and with the letters of every script."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from local.postgres import letters
from local.postgres.binaries import Binaries
from local.postgres.layout import Layout
from local.postgres.problem import PostgresProblem
from local.postgres.process import end, postmaster
from local.postgres.settings import OWNER

# What a rebuild works in; its complete result; and the data it was made of, until the new ones answer.
WORK, COMPLETE, BEFORE = "rebuild", "data.rebuilt", "data.before"


def locale_options(binaries: Binaries) -> list[str]:
    """How the programs are to sort, fold and know letters: alike on every machine."""
    known = letters.ctype()
    # Sorting and folding are PostgreSQL's own where it has them; what is a letter, extensions ask the C library.
    own = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if binaries.major >= 17 else []
    return [*own, "--locale=C", *([f"--lc-ctype={known}"] if known else [])]


def make(layout: Layout, binaries: Binaries, *, durable: bool, say: Callable[[str], None]) -> None:
    """Make the data folder if there is none; one that an interrupted rebuild has moved is put back first."""
    settle(layout)
    if (layout.data / "PG_VERSION").exists():
        return
    say(f"Making a new PostgreSQL {binaries.version} data folder in {layout.data}")
    half_done = layout.base / "data.new"  # renamed when complete, so a kill leaves nothing half made
    shutil.rmtree(half_done, ignore_errors=True)
    options = ["--username", OWNER, "--encoding=UTF8", "--data-checksums", "--auth=peer", "--no-instructions"]
    options += [*locale_options(binaries), *([] if durable else ["--no-sync"])]
    answer = layout.account.run([binaries.program("initdb"), "--pgdata", str(half_done), *options], folder=layout.base)
    if answer.returncode:
        raise PostgresProblem(f"initdb failed in {half_done}:\n{answer.stdout.strip()}")
    half_done.rename(layout.data)


def refuse_other_major(layout: Layout, binaries: Binaries) -> None:
    """Say so in words where the data belongs to another version than the programs."""
    of_data = (layout.data / "PG_VERSION").read_text().strip()
    if of_data != str(binaries.major):
        raise PostgresProblem(
            f"The data in {layout.data} belongs to PostgreSQL {of_data}, but the programs here are "
            f"{binaries.version} ({binaries.folder}). Set KITH_PG_BIN to the bin folder of a "
            f"PostgreSQL {of_data}, or back up with it and restore into a new folder."
        )


def exchange(layout: Layout) -> None:
    """Put the complete new data in the place of the old ones, which are kept; safe to be killed at any point."""
    base = layout.base
    (base / WORK / "data").rename(base / COMPLETE)
    layout.data.rename(base / BEFORE)
    (base / COMPLETE).rename(layout.data)
    _write_down(base)
    shutil.rmtree(base / WORK)


def settle(layout: Layout) -> None:
    """Clear away an interrupted rebuild: the old data stay if they stand in their place, else the new are complete."""
    base = layout.base
    if (base / WORK).exists():
        for data in (layout.data, base / WORK / "data"):
            if pid := postmaster(data):
                end(pid)
    if (base / COMPLETE).exists() and not layout.data.exists():
        (base / COMPLETE).rename(layout.data)
        _write_down(base)
    for rubbish in (WORK, COMPLETE):
        shutil.rmtree(base / rubbish, ignore_errors=True)


def forget_before(layout: Layout) -> bool:
    """Delete the data that a rebuild has replaced, now that the new ones answer; whether there were any."""
    before = layout.base / BEFORE
    if not before.exists():
        return False
    shutil.rmtree(before)
    return True


def _write_down(folder: Path) -> None:
    """Wait until the disk knows the names in this folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
