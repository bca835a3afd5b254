"""One kind of F04: so many of it, and what differed; or its control, which plants a fault that must be found."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from unittest.mock import patch

from django.db import transaction

from kith.caseloads.tests import lead_machine
from kith.courses.actions import booking as course_booking
from kith.courses.tests import machine as course_machine
from kith.families.actions import consenting
from kith.families.tests import consent_model
from kith.groups.actions import offering, several
from kith.groups.rules.offers import Turn
from kith.groups.tests import machine as session_machine
from kith.kernel import clock
from kith.referrals.actions import steps as referral_steps
from kith.referrals.actions.steps import Owner
from kith.referrals.tests import machine as referral_machine
from tests.histories import races
from tests.histories.passing import PassingClock

CHUNK = 100  # histories in one transaction, each behind a savepoint of its own
CONTROL = 200
Run = Callable[[int, int], list[str]]
Plant = Callable[[], AbstractContextManager[object]]


def main(kind: str, count: int, seed: int) -> None:
    """Print what differed, and last how many were counted."""
    clock.set_default(PassingClock())
    run, *plants = KINDS[kind]
    if count:
        found, control = run(count, seed), True
    else:
        found, control = [], all(_is_found(kind, plant, seed) for plant in plants)
    for each in found[:20]:
        print(each)
    print(json.dumps({"n": count, "failed": len(found), "control": control, "seed": seed}))


def _is_found(kind: str, plant: Plant, seed: int) -> bool:
    run, *_ = KINDS[kind]
    with plant():
        differs = run(CONTROL if kind in HISTORIES else races.CONTROL_ROUNDS, seed)
    print(f"{plant.__name__}: {differs[0] if differs else 'NOT FOUND'}")
    return bool(differs)


def consent(count: int, seed: int) -> list[str]:
    """Histories of consent; the model's own words for the first that differs."""
    moved = PassingClock()
    before = clock.set_default(moved)
    try:
        with transaction.atomic():
            ran = consent_model.run_histories(count, moved_clock=moved, seeded=seed)
            transaction.set_rollback(True)
    except AssertionError as difference:
        return [f"consent, seed {seed}: {difference}"]
    finally:
        clock.set_default(before)
    return [] if ran >= count else [f"consent, seed {seed}: only {ran} of {count} histories"]


def _in_chunks(run: Run) -> Run:
    def chunked(count: int, seed: int) -> list[str]:
        sizes = [min(CHUNK, count - start) for start in range(0, count, CHUNK)]
        return [each for number, size in enumerate(sizes) for each in run(size, seed * 10_000 + number)]

    return chunked


def _withdrawing_does_nothing() -> AbstractContextManager[object]:
    return patch.object(consenting, "_withdraw", lambda *_: None)


def _the_deputy_is_passed_over() -> AbstractContextManager[object]:
    return patch.object(lead_machine.Model, "leave", _leaves_to_the_first)


def _leaves_to_the_first(model: lead_machine.Model, who: int, here: set[int], _sizes: list[int]) -> None:
    model.lead = min(here) if model.lead == who else model.lead


def _nobody_takes_it_on() -> AbstractContextManager[object]:
    truly = referral_steps.owner_after

    def forgets(*asked: object) -> Owner:
        owner = truly(*asked)  # type: ignore[arg-type]
        return Owner(owner.organisation_id, owner.team_id)

    return patch.object(referral_steps, "owner_after", forgets)


def _offers_never_end() -> AbstractContextManager[object]:
    return patch.object(offering, "turn_of", lambda **_: Turn(None))


def _a_newcomer_passes_who_waits_for_the_course() -> AbstractContextManager[object]:
    return patch.object(course_booking, "may_book", lambda *_, **__: None)


def _what_is_kept_on_a_date_stays_kept() -> AbstractContextManager[object]:
    return patch.object(several, "_free", lambda *_: None)


HISTORIES = ("consent", "lead", "referral", "session", "booking")
KINDS: dict[str, tuple[Run, *tuple[Plant, ...]]] = {
    "consent": (consent, _withdrawing_does_nothing),
    "lead": (_in_chunks(lead_machine.run_histories), _the_deputy_is_passed_over),
    "referral": (_in_chunks(referral_machine.run_histories), _nobody_takes_it_on),
    "session": (_in_chunks(session_machine.run_histories), _offers_never_end),
    # Of a course, each of whose dates is booked alone as well: all that a session has, and all that a course has.
    "booking": (
        _in_chunks(course_machine.run_histories),
        _offers_never_end,
        _a_newcomer_passes_who_waits_for_the_course,
        _what_is_kept_on_a_date_stays_kept,
    ),
    "accepting": (races.two_teams_accept, races.without_locking_the_family),
    "sending": (races.consent_withdrawn_while_sending, races.without_locking_before_sending),
}
