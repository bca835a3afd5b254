"""Whether a database knows the letters outside ASCII.

pg_trgm, which finds misspelt words, asks the C library by LC_CTYPE which signs are letters; in C and POSIX only ASCII
has any, and it drops all others. PostgreSQL's own locales (from 17) change nothing in that.
"""

from __future__ import annotations

import locale
from contextlib import suppress

import psycopg

# The first is there on every glibc since Debian 12 and on musl; a Mac knows the last.
KNOWN = ("C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_US.UTF-8", "UTF-8")
ARE_DROPPED_HERE = "SELECT datctype IN ('C', 'POSIX') FROM pg_database WHERE datname = current_database()"
_ARE_DROPPED_BY_ANY = "SELECT bool_or(datctype IN ('C', 'POSIX')) FROM pg_database WHERE datname <> 'template0'"
WORDS = (
    "Its LC_CTYPE is C: misspelt words in Arabic, Bengali, Punjabi, Urdu and all letters outside ASCII are not found. "
    "Everything else works. To mend it, bring the data with pg_dump and pg_restore into a database made by: "
    "CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
)


def ctype() -> str | None:
    """A name of LC_CTYPE that this machine has and that knows all letters."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in KNOWN:
            with suppress(locale.Error):
                return locale.setlocale(locale.LC_CTYPE, name)
        return None
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def are_dropped(url: str, *, by_any: bool = False) -> bool:
    """Whether letters outside ASCII are dropped in the database of this address, or in any of its server's."""
    with psycopg.connect(url, connect_timeout=10) as connection:
        row = connection.execute(_ARE_DROPPED_BY_ANY if by_any else ARE_DROPPED_HERE).fetchone()
    return bool(row and row[0])
