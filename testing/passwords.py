"""Passwords in tests: hashed by the algorithm of a place, at a cost that thousands of tests can pay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.hashers import ScryptPasswordHasher

DEAR = ScryptPasswordHasher.work_factor
"""What a place pays for each hash, and so does an attacker for each guess."""
_CHEAP = 2**4


@contextmanager
def cheap_hashes() -> Iterator[None]:
    """Inside the block a hash takes a fraction of a millisecond, not a twentieth of a second."""
    ScryptPasswordHasher.work_factor = _CHEAP
    try:
        yield
    finally:
        ScryptPasswordHasher.work_factor = DEAR
