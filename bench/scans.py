"""Which large tables a program read from end to end: what no page may do in a large place."""

from __future__ import annotations

import time
from typing import Any

import psycopg
from django.db import connection

LARGE = 5_000
"""Rows; smaller tables are read whole because that is quicker."""
_SCANS = """
    SELECT s.relname, s.seq_scan FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid WHERE c.reltuples >= %s
"""
_IS_THERE = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"


class Scans:
    """Counts from now on how often large tables are read whole by this program's connection."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._before = self._counted()

    def since(self) -> list[str]:
        """The tables that were."""
        return sorted(table for table, count in self._counted().items() if count > self._before.get(table, 0))

    def _counted(self) -> dict[str, int]:
        """The database notes what a connection did as it ends: ours ends, and is made anew when it is needed."""
        raw: Any = connection.connection
        pid = raw.info.backend_pid if raw is not None else 0
        connection.close()
        with psycopg.connect(self._url, autocommit=True) as owner:
            while owner.execute(_IS_THERE, [pid]).fetchone():
                time.sleep(0.01)
            return dict(owner.execute(_SCANS, [LARGE]).fetchall())
