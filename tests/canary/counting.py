"""What each role could read, counted; and the same with a scope taken away, which must be noticed."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from unittest.mock import patch
from uuid import UUID

from django.conf import settings
from django.core.cache import caches
from django.db import transaction

from kith.demonstration.build import build
from kith.families.models.family import FamilyQuerySet
from kith.kernel import clock
from kith.messages.actions import sending
from kith.messages.models import Message
from kith.messages.providers.letter import Letter
from kith.organisations.rules import Role
from kith.platform.web.log_lines import DiscreetFormatter
from testing.queue import run_due_jobs
from tests.access.report import NOW
from tests.canary.crawling import Answer, browser, crawl, guess
from tests.canary.filling import fill
from tests.canary.known import Known, everybody, who_may_know
from tests.canary.planting import Planted, plant

FAMILIES, SEED, STRANGERS = 60, 5, 3
STARTS = {None: "/en/", "parent": "/en/my/"}


def main() -> None:
    """Print every sign that was found where it must not be, and last what was counted."""
    settings.ALLOWED_HOSTS = ["localhost"]
    with clock.use(clock.FixedClock(NOW)), transaction.atomic():
        caught = _listen()
        build(families_wanted=FAMILIES, seed=SEED, say=lambda _words: None)
        fill(_some(everybody()))
        planted = plant()
        read, found = 0, list[str]()
        for role in [None, "parent", *(role.value for role in Role)]:
            count, leaks = leaks_of(role, planted)
            read, found = read + count, found + leaks
        letters, mixed = letters_of(planted)
        lines, told = _told(caught, planted)
        alarms = controls(planted)
        transaction.set_rollback(True)
    wrong = [*found, *mixed, *told, *gaps(planted)]
    for line in wrong:
        print(line)
    where = f"{len(planted.owners):,} signs in {len(planted.columns)} columns"
    print(f"{where}; {read} answers, {letters} letters, {lines} lines of the log")
    print(json.dumps({"n": read + letters + lines, "failed": len(wrong), "control": all(alarms)}))


def leaks_of(role: str | None, planted: Planted, most: int = 6) -> tuple[int, list[str]]:
    """How many answers this role read, and the signs in them of families she may not know."""
    answers = [*_answers(role, planted, most)]
    return len(answers), [leak for leaks in answers for leak in leaks]


def first_leak_of(role: str, planted: Planted) -> str | None:
    """The first sign of a family that this role may not know, read no further than it takes to find it: the control."""
    return next((leak for leaks in _answers(role, planted, 1) for leak in leaks), None)


def _answers(role: str | None, planted: Planted, most: int) -> Iterator[list[str]]:
    """For each answer that this role reads, the signs in it of families she may not know."""
    known = who_may_know(role)
    caches["pages"].clear()
    client = browser(role)
    strangers = [each for each in everybody() if each not in known.records][:STRANGERS]
    for answer in chain(crawl(client, STARTS.get(role, "/desk/"), most), guess(client, strangers, put_back)):
        yield [*_foreign(answer, known, planted, role or "anonymous")]


def _foreign(answer: Answer, known: Known, planted: Planted, who: str) -> Iterator[str]:
    for sign in sorted(planted.found_in(answer.text)):
        owner, column = planted.owners[sign]
        if owner != answer.of and not known.may_be_told(owner, column, answer.name):
            yield f"{who} read {column} of a family that is not hers: {answer.asked}"


def _some(families: list[UUID]) -> list[UUID]:
    """A family of which each role knows nothing, and a few others."""
    unknown = {next(iter(each for each in families if each not in who_may_know(role.value).records)) for role in Role}
    return [*unknown, *families[:STRANGERS]]


def letters_of(planted: Planted) -> tuple[int, list[str]]:
    """All that waits is sent; a letter carries nothing of another family."""
    taken: list[tuple[UUID | None, Letter]] = []

    class Taker:
        """Takes letters, and notes whose they are."""

        def find(self, _reference: str) -> None:
            """Nothing was sent before."""

        def send(self, letter: Letter) -> str:
            """Take the letter."""
            whose = Message.objects.values_list("family_id", flat=True).get(pk=letter.reference.removeprefix("kith-"))
            taken.append((whose, letter))
            return letter.reference

    with patch.object(sending, "provider_for", lambda _channel: Taker()), put_back():
        run_due_jobs()
    found = []
    for whose, letter in taken:
        for sign in planted.found_in("\n".join(map(str, vars(letter).values()))):
            owner, column = planted.owners[sign]
            if owner != whose:
                found.append(f"a letter to family {whose} carries {column} of another")
    return len(taken), found


def gaps(planted: Planted) -> list[str]:
    """Columns of texts about families that took no sign, or stand in a table that stayed empty."""
    bare = {each for each in planted.empty if not each.startswith(NOT_ABOUT_HER)}
    return [f"{each}: no sign in it" for each in sorted(planted.refused | bare)]


# Names of tables and rows that a merge moved; and messages, which are made and read when all that waits is sent.
NOT_ABOUT_HER = ("families.MergeStep.", "messages.")


def controls(planted: Planted) -> list[bool]:
    """A scope taken away, and letters mixed up: both must be found."""
    with patch.object(FamilyQuerySet, "visible_to", lambda rows, _viewer: rows):
        found = first_leak_of("health-visitor", planted)
    truly, before = sending._letter, list[Letter]()

    def mixes_up(row: Message) -> Letter:
        before.append(truly(row))
        # Everybody gets what was meant for the one before; a message that has gone out cannot be drawn again.
        return replace(before[-2 if len(before) > 1 else -1], reference=f"kith-{row.pk}")

    with patch.object(sending, "_letter", mixes_up):
        _, mixed = letters_of(planted)
    return [bool(found), bool(mixed)]


@contextmanager
def put_back() -> Iterator[None]:
    """Whatever is done inside is undone."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.set_rollback(False)
        transaction.savepoint_rollback(point)


def _listen() -> io.StringIO:
    """The real lines of the log, kept here instead of written."""
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(DiscreetFormatter())
    for name in ("", "django", "django.request", "kith"):
        logging.getLogger(name).handlers = [handler] if not name else []
    return kept


def _told(caught: io.StringIO, planted: Planted) -> tuple[int, list[str]]:
    lines = caught.getvalue().splitlines()
    return len(lines), [f"a line of the log carries a sign: {line}" for line in lines if planted.found_in(line)]
