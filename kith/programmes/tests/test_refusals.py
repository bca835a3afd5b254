"""What of a programme or an enrolment is refused, word for word, and the last thing that still can be."""

import pytest

from kith.kernel.refusal import Refusal
from kith.programmes.rules import programmes
from kith.programmes.rules.programmes import Communities


def programme(name="Together", before=True, after=False, **communities):
    of = Communities(**communities)
    return lambda: programmes.check_programme(name, of, before_birth=before, after_birth=after)


FITS = {"is_over": False, "may_open": True, "works_in_it": True, "before": True, "after": False}


def enrolled(*, is_expecting=True, has_baby=False, **changed):
    return lambda: programmes.may_enrol(is_expecting=is_expecting, has_baby=has_baby, **FITS | changed)


PROGRAMMES = [
    (programme(languages=("ro",)), None),
    (programme(ethnicities=("N",), before=False, after=True), None),
    (programme(" ", languages=("ro",)), Refusal("programme_without_name")),
    (programme(wards=("W1",)), Refusal("programme_without_community")),
    (programme(languages=("ro",), before=False), Refusal("programme_without_time")),
    (enrolled(), None),
    (enrolled(before=False, after=True, is_expecting=False, has_baby=True), None),
    (enrolled(is_over=True), Refusal("programme_over")),
    (enrolled(works_in_it=False), Refusal("not_a_worker_of_it")),
    (enrolled(may_open=False), Refusal("enrolment_needs_consent")),
    (enrolled(is_expecting=False, has_baby=True), Refusal("programme_for_another_time")),
    (enrolled(before=False, after=True), Refusal("programme_for_another_time")),
]


@pytest.mark.parametrize(("asked", "refusal"), [*PROGRAMMES])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
