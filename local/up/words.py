"""What `kith up` tells the person who waits."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROLES = "a parent, health visitor, midwife, outreach worker, peer supporter, coordinator, feeding lead, chair, analyst"


def say(text: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    sys.stdout.write(f"  {text} … ")
    sys.stdout.flush()
    started = time.monotonic()
    try:
        yield
    except BaseException:
        say("")
        raise
    say(f"{time.monotonic() - started:.1f} s")


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
