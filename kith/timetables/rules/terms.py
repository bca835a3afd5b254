"""Whether a term can be, and which one a copy leads from and to. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from kith.kernel.refusal import Refusal
from kith.timetables.rules.repeating import Span


def may_be_term(span: Span, others: Iterable[Span]) -> Refusal | None:
    """Say why these days cannot be a term beside the others, or None if they can."""
    if span.last_on < span.first_on:
        return Refusal("ends_before_it_starts")
    if any(span.first_on <= each.last_on and each.first_on <= span.last_on for each in others):
        return Refusal("term_overlaps")
    return None


def copied_between(spans: Sequence[Span], *, today: date) -> tuple[Span, Span] | None:
    """The latest term that has begun and the next one after it, in this order; None where one of them is missing."""
    begun = [each for each in spans if each.first_on <= today]
    to_begin = [each for each in spans if each.first_on > today]
    if not begun or not to_begin:
        return None
    return max(begun, key=lambda each: each.first_on), min(to_begin, key=lambda each: each.first_on)


def may_copy(source: Span, target: Span, *, today: date) -> Refusal | None:
    """Say why what took place in one term cannot be copied to another, or None if it can."""
    if target.last_on < today:
        return Refusal("term_is_over")
    return Refusal("term_before_the_other") if target.first_on <= source.last_on else None
