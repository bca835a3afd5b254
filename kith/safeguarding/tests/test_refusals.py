"""What of a concern, a lone visit or a precaution is refused, word for word, and the last thing that still can be."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.kernel.refusal import Refusal
from kith.safeguarding.rules import concerns, safety
from kith.safeguarding.rules.concerns import About, ClosingReason, ConcernState
from kith.safeguarding.rules.safety import Precaution

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
DAY, HOUR, MOMENT = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)


def out(where="Station road", *, back=HOUR, buddy=True):
    return lambda: safety.may_set_out(where, back_at=NOW + back, now=NOW, buddy_works=buddy)


def minded(*precautions, in_days=1):
    of = frozenset(precautions)
    return lambda: safety.may_note_precautions(of, review_on=TODAY + in_days * DAY, today=TODAY)


SAFETY = [
    (out(), None),
    (out(back=MOMENT), None),
    (out(back=12 * HOUR), None),
    (out(" "), Refusal("where_missing")),
    (out(back=0 * HOUR), Refusal("back_in_past")),
    (out(back=12 * HOUR + MOMENT), Refusal("back_too_late")),
    (out(buddy=False), Refusal("nobody_to_alert")),
    (minded(Precaution.IN_PAIRS), None),
    (minded(Precaution.IN_PAIRS, in_days=366), None),
    (minded(), Refusal("no_precaution")),
    (minded(Precaution.IN_PAIRS, in_days=0), Refusal("precautions_review_in_past")),
    (minded(Precaution.IN_PAIRS, in_days=367), Refusal("precautions_review_too_far")),
]

SOMEBODY = frozenset(list(About)[:1])
CONCERNS = [
    (lambda: concerns.may_raise("She was afraid.", SOMEBODY), None),
    (lambda: concerns.may_raise("She was afraid.", frozenset()), Refusal("about_nobody")),
    (lambda: concerns.may_raise(" \n", SOMEBODY), Refusal("concern_says_nothing")),
    (lambda: concerns.may_raise("x" * 5000, SOMEBODY), None),
    (lambda: concerns.may_raise("x" * 5001, SOMEBODY), Refusal("concern_too_long", most=5000)),
    (
        lambda: concerns.may_move_concern(ConcernState.CLOSED, ConcernState.REFERRED, None),
        Refusal("concern_not_there", state="closed"),
    ),
    (lambda: concerns.may_move_concern(ConcernState.RECEIVED, ConcernState.REFERRED, None), None),
    (
        lambda: concerns.may_move_concern(ConcernState.RECEIVED, ConcernState.REFERRED, next(iter(ClosingReason))),
        Refusal("closing_reason_too_early"),
    ),
    (
        lambda: concerns.may_move_concern(ConcernState.REFERRED, ConcernState.CLOSED, None),
        Refusal("closing_reason_missing"),
    ),
    (lambda: concerns.may_move_concern(ConcernState.REFERRED, ConcernState.CLOSED, next(iter(ClosingReason))), None),
]


@pytest.mark.parametrize(("asked", "refusal"), [*SAFETY, *CONCERNS])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
