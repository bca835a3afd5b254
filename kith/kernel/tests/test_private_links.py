"""A code counts until it ends, for five wrong tries, and while it was neither used nor taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kith.kernel.private_links import CodeFacts, may_try_code
from kith.kernel.refusal import Refusal

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
GOOD = CodeFacts(ends_at=NOON, wrong_count=4)
OVER = Refusal("code_over", offer="new_code")


@pytest.mark.parametrize(
    ("code", "after", "refusal"),
    [
        (GOOD, timedelta(microseconds=-1), None),
        (GOOD, timedelta(0), OVER),
        (replace(GOOD, is_ended=True), timedelta(hours=-1), OVER),
        (replace(GOOD, wrong_count=5), timedelta(hours=-1), Refusal("code_spent", offer="new_code")),
        (None, timedelta(0), OVER),
    ],
)
def test_a_code_can_be_tried_or_is_refused_by_these_words(code, after, refusal):
    assert may_try_code(code, now=NOON + after) == refusal
