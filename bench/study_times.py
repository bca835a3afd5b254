"""Run as a program of its own: how long the reasons of few and of many answers take to count and to protect."""

from __future__ import annotations

import json
import random
import time
from datetime import timedelta
from statistics import median
from typing import Any

import django

django.setup()
from django.db import connection, transaction  # noqa: E402  # it stands on a Django that is set up
from django.test.utils import CaptureQueriesContext  # noqa: E402

from kith.kernel import clock  # noqa: E402
from kith.kernel.barriers import Barrier  # noqa: E402
from kith.kernel.ids import new_uuid  # noqa: E402
from kith.kernel.languages import INTERFACE_LANGUAGES  # noqa: E402
from kith.methods.suppression.remembered import forget_tables  # noqa: E402
from kith.platform.access.viewer import ANONYMOUS, system_actor  # noqa: E402
from kith.platform.listing import ListAsked  # noqa: E402
from kith.studies.actions.asking import answer_study  # noqa: E402
from kith.studies.queries.barriers import heard_barriers  # noqa: E402
from kith.studies.queries.studies import studies  # noqa: E402
from kith.studies.rules.asking import Said  # noqa: E402
from kith.studies.rules.codes import EthnicGroup, Used  # noqa: E402
from kith.walls.saying import OPEN, asked_by  # noqa: E402

BY = system_actor("bench")
FEW, MANY, TIMES = 50, 5000, 7
YEAR = timedelta(days=365)


def main() -> None:
    """Print both as one line of JSON; the invented place has some answers already."""
    with asked_by(OPEN), transaction.atomic():
        token = studies(BY, ListAsked()).rows[0].token
        found: dict[str, Any] = {}
        drawn = random.Random(1)  # noqa: S311  # invented answers
        for name, count in (("few", FEW), ("many", MANY)):
            for number in range(count):
                _answer(token, drawn, number)
            found |= _measured(name, count)
        transaction.set_rollback(True)
    print(json.dumps({**found, "times": TIMES}))


def _answer(token: str, drawn: random.Random, number: int) -> None:
    """One answer; an open link rests after so many in a month, so each thousand stands in a month of its own."""
    with clock.use(clock.FixedClock(clock.now() - timedelta(days=31 * (number // 1000)))):
        reasons = tuple(sorted(drawn.sample(list(Barrier), 2)))
        language = drawn.choice(INTERFACE_LANGUAGES).code
        said = Said(language, str(drawn.choice(list(EthnicGroup))), drawn.choice([Used.YES, Used.NO]), reasons)
        answer_study(by=ANONYMOUS, token=token, said=said, request_key=new_uuid())


def _measured(name: str, count: int) -> dict[str, float]:
    today, took = clock.today(), []
    heard_barriers(BY, today - YEAR, today)  # the place's settings are read once in a while, whoever asks
    with CaptureQueriesContext(connection) as asked:
        heard_barriers(BY, today - YEAR, today)
    for _ in range(TIMES):
        forget_tables()
        began = time.perf_counter()
        heard_barriers(BY, today - YEAR, today)
        took.append(time.perf_counter() - began)
    return {name: count, f"{name}_ms": round(median(took) * 1000, 1), f"{name}_statements": len(asked)}


if __name__ == "__main__":
    main()
