"""What `kith up` tells the person who waits."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROLES = "a parent, health visitor, midwife, outreach worker, peer supporter, coordinator, feeding lead, chair, analyst"
USAGE = """\
kith up: start a place with all it needs (PostgreSQL, worker, web server), watch over it, and stop it with Ctrl-C.

Settings come from the environment: PORT=8123, PLACE=coventry, DATABASE_URL=postgres://… for a server of your own.
Other kith commands may run beside it: they use its database and leave it running."""

_is_half_said = False


def say(text: str) -> None:
    """One line, at once; a step under way goes on below it."""
    global _is_half_said
    _write("\n" * _is_half_said + f"{text}\n")
    _is_half_said = False


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    global _is_half_said
    _write(f"  {text} … ")
    _is_half_said = True
    started = time.monotonic()
    try:
        yield
    except BaseException:
        _end_step("")
        raise
    _end_step(f"{time.monotonic() - started:.1f} s")


def _end_step(text: str) -> None:
    global _is_half_said
    _write(f"{text}\n" if _is_half_said else f"  … {text}\n" * bool(text))
    _is_half_said = False


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def is_demonstration() -> bool:
    """Whether this place is a demonstration, as the environment has it."""
    return os.environ.get("KITH_DEMONSTRATION", "").lower() in ("1", "true", "yes", "on", "t", "y")


def say_ready(address: str, folder: Path, seconds: float) -> None:
    """Where it is, and who to sign in as."""
    place = os.environ.get("PLACE", "").replace("-", " ").title()
    kind = ", a demonstration: its people are invented" if is_demonstration() else ""
    say(f"\nKith is up after {seconds:.0f} s for {place}{kind}.\n")
    say(f"  Open     {address}")
    if is_demonstration():
        say(f"  Sign in  {address}demo/   without a password, as {ROLES} or administrator")
    if "//127.0.0.1:" in address:
        say(f"  Passkeys {address.replace('127.0.0.1', 'localhost')}   browsers want a name for them, not a number")
    say(f"  Data     {folder}")
    say("  Stop     Ctrl-C\n")
