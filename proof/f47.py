"""F47: tables made with models drawn up on demand are to the letter those that Django makes by itself.

The alarm: with one rule fewer, the two differ.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg
from psycopg import sql

from local.postgres.binaries import find_binaries
from proof.figures import Outcome, figure
from testing import database

BY_DJANGO = """
import django
from django.core.management import call_command
from django.core.management.commands.migrate import Command
django.setup()
call_command(Command(), verbosity=0, skip_checks=True)
"""
WAYS: dict[str, Sequence[str]] = {
    "by_django": ("-c", BY_DJANGO),
    "on_demand": ("-m", "django", "migrate", "--verbosity=0", "--skip-checks"),
}
ONE_RULE_FEWER = "ALTER TABLE families_baby DROP CONSTRAINT IF EXISTS {}"
# A key of this one writing down, and the instant at which a migration brought something in.
NOT_THE_SAME_TWICE = re.compile(r"^\\(?:un)?restrict .*$|'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00'", re.MULTILINE)


@figure("F47", claim="tables made with models drawn up on demand are those that Django makes by itself")
def run() -> Outcome:
    """Make both, and compare line by line what PostgreSQL writes down of each."""
    with database.server() as server, _made(server, "by_django") as alone, _made(server, "on_demand") as on_demand:
        expected, found = _written_down(alone), _written_down(on_demand)
        different = _different(expected, found)
        print(*different[:20], sep="\n")
        with psycopg.connect(on_demand, autocommit=True) as connection:
            rule = connection.execute(
                "SELECT conname FROM pg_constraint WHERE conrelid = 'families_baby'::regclass AND contype = 'c' LIMIT 1"
            ).fetchone()
            assert rule is not None
            connection.execute(sql.SQL(ONE_RULE_FEWER).format(sql.Identifier(rule[0])))
        control = bool(_different(expected, _written_down(on_demand)))
    return Outcome(n=len(expected), failed=len(different), control=control)


@contextmanager
def _made(server: str, way: str) -> Iterator[str]:
    """The address of a database that was empty and is migrated in this way."""
    name = database.fresh_name(way)
    url = database.at(server, name)
    with psycopg.connect(database.at(server, "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        environment = os.environ | database.environment(url, database.WORKSHOP)
        subprocess.run([sys.executable, *WAYS[way]], env=environment, cwd=database.ROOT, check=True)
        yield url
    finally:
        database.drop(server, name)


def _written_down(url: str) -> list[str]:
    """Tables, columns, rules, indexes, triggers, rights and what migrations brought in, as PostgreSQL writes them."""
    said = subprocess.run(
        [find_binaries().program("pg_dump"), f"--dbname={url}", "--inserts", "--exclude-table-data=django_migrations"],
        capture_output=True,
        text=True,
        check=True,
    )
    return NOT_THE_SAME_TWICE.sub("", said.stdout).splitlines()


def _different(expected: list[str], found: list[str]) -> list[str]:
    return [line for line in difflib.unified_diff(expected, found, lineterm="", n=0) if not line.startswith("@@")]
