"""What `kith up` asks of the database and of the web server while it waits."""

from __future__ import annotations

import json
import os
from datetime import datetime
from http.client import HTTPConnection, HTTPException

import psycopg

from local.up.trouble import Trouble


def health(host: str, port: int) -> tuple[int, str]:
    """What `/healthz` answers: its status, 0 where no server listens yet, and its words."""
    connection = HTTPConnection(host, port, timeout=5)
    try:
        # As the proxy of a real place asks: by a host that it answers to, and as https.
        named = json.loads(os.environ.get("KITH_ALLOWED_HOSTS") or "[]")
        headers = {"Host": str(named[0]) if named else f"127.0.0.1:{port}", "X-Forwarded-Proto": "https"}
        connection.request("GET", "/healthz", headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(2000).decode(errors="replace")
    except (OSError, HTTPException) as error:
        return 0, str(error)
    finally:
        connection.close()


def database_now(url: str) -> datetime:
    """The present instant by the database's clock, which the worker's heartbeat goes by."""
    with psycopg.connect(url) as connection:
        row: tuple[datetime] | None = connection.execute("SELECT now()").fetchone()
    assert row
    return row[0]


def worker_has_come(url: str, since: datetime) -> bool:
    """Whether it is our worker that lives: one that was killed half a minute ago still looks alive to `/healthz`."""
    with psycopg.connect(url) as connection:
        question = "SELECT 1 FROM procrastinate_workers WHERE last_heartbeat >= %s"
        return connection.execute(question, [since]).fetchone() is not None


def refuse_unreachable(url: str) -> None:
    """Say so in words where the database of DATABASE_URL does not answer."""
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        raise Trouble(
            f"the database of DATABASE_URL cannot be reached: {str(error).strip()}\n"
            "Correct DATABASE_URL, or unset it to use the embedded PostgreSQL."
        ) from None
