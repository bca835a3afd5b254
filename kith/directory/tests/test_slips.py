"""A misspelt word finds a service in letters of every script; with the fault of old databases it would not."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from kith.directory.models.listings import Service
from kith.directory.queries.search import needs_heard
from kith.directory.tests.slips import OUTSIDE_ASCII, SLIPS, found, list_them
from kith.kernel.folding import folded
from testing import database
from testing.connection import connected_to

TABLE = Service._meta.db_table
COLUMNS = """
SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
"""


def copy_listings(name: str, url: str) -> None:
    with psycopg.connect(database.at(url, name)) as source, psycopg.connect(url) as target:
        (columns,) = source.execute(COLUMNS, [TABLE]).fetchone() or ("",)
        target.execute("CREATE EXTENSION pg_trgm")
        target.execute(sql.SQL(f"CREATE TABLE {TABLE} ({columns})"))
        with (
            source.cursor().copy(sql.SQL(f"COPY {TABLE} TO STDOUT")) as rows,
            target.cursor().copy(sql.SQL(f"COPY {TABLE} FROM STDIN")) as taken,
        ):
            for row in rows:
                taken.write(row)


@pytest.fixture
def made_before(transactional_db: None, database_server: str) -> Iterator[str]:
    """The name of a database with the fault of those made before, and with the listings."""
    list_them()
    name = database.fresh_name("letterless")
    with database.without_letters(database_server, name) as url:
        copy_listings(connection.settings_dict["NAME"], url)
        yield name


@pytest.mark.parametrize("language", SLIPS)
def test_nothing_but_the_trigrams_could_find_them(language: str) -> None:
    words, slip = SLIPS[language]
    assert folded(slip) not in folded(words)
    assert not needs_heard(slip)


@pytest.mark.django_db
def test_misspelt_words_of_every_script_are_found() -> None:
    list_them()
    assert found() == set(SLIPS)


def test_the_control_with_the_fault_of_old_databases_only_latin_letters_are_found(made_before: str) -> None:
    with connected_to(made_before):
        assert found() == set(SLIPS) - OUTSIDE_ASCII
