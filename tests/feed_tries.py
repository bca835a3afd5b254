"""Every operation of the feed, tried with all that its description allows and much that it does not."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import django
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.core.failures import Failure, FailureGroup

from kith.kernel import clock

SEED = 20260310
DESCRIPTION = "/open-referral/openapi.json"
PHASES = (Phase.explicit, Phase.generate)


def tried(examples: int, *, most_faults: int = 20) -> tuple[int, list[str]]:
    """How many questions were asked, and what was wrong with the answers: a 5xx, or not what the description says."""
    with _one_connection():
        return _tried(examples, most_faults)


@contextmanager
def _one_connection() -> Iterator[None]:
    """Leave the connection open between questions: what the small place holds is not committed."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def _tried(examples: int, most_faults: int) -> tuple[int, list[str]]:
    described = schemathesis.openapi.from_wsgi(DESCRIPTION, get_wsgi_application())
    asked, faults = 0, list[str]()
    for found in described.include(path_regex="^/(services|service_at|taxonom|$)").get_all_operations():
        operation = found.ok()

        @seed(SEED)
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            nonlocal asked
            asked += 1
            try:
                case.call_and_validate()
            except (Failure, FailureGroup) as failure:
                if len(faults) < most_faults:
                    faults.append(f"{case.method} {case.formatted_path} {case.query}: {_said(failure)}")

        ask()
    return asked, faults


def _said(failure: Failure | FailureGroup) -> str:
    found = failure.exceptions if isinstance(failure, FailureGroup) else [failure]
    return "; ".join(" ".join(str(each).split())[:300] for each in found)


@contextmanager
def broken_on_purpose(how: Callable[..., Any]) -> Iterator[None]:
    """The feed with one of its queries put in the place of a broken one."""
    with mock.patch("kith.directory.queries.open_referral.publishing.taxonomies", how):
        yield


def falls_over(_viewer: Any, _asked: Any) -> dict[str, Any]:
    """A fault that ends in a 500."""
    raise RuntimeError("planted")


def says_it_otherwise(_viewer: Any, _asked: Any) -> dict[str, Any]:
    """An answer that is not what the description promises."""
    return {"total_items": "many", "contents": [{"id": 7}]}


def main() -> None:
    """Try the feed of a small place; print what was wrong, and last the count as JSON."""
    django.setup()
    logging.disable(logging.CRITICAL)
    from tests.access.report import NOW  # noqa: PLC0415  # likewise
    from tests.access.world import World  # noqa: PLC0415  # its rooms are there only after setup

    with clock.use(clock.FixedClock(NOW)), transaction.atomic():
        World.build()
        count, faults = tried(int(sys.argv[1]))
        alarms = []
        for how in (falls_over, says_it_otherwise):
            with broken_on_purpose(how):
                alarms.append(bool(tried(3)[1]))
        transaction.set_rollback(True)
    for fault in faults:
        print(fault)
    print(json.dumps({"n": count, "failed": len(faults), "control": all(alarms)}))


if __name__ == "__main__":
    main()
