"""The lists that advice is sorted by."""

from enum import StrEnum

KEY = r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$"
"""How a statement is named: the page that is its home, a dot, and what it answers."""
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class PageKind(StrEnum):
    """Who a page is for: parents read advice, staff who are asked follow a script, a course is shown slides.

    A page of signs stands on Help now and wherever the signs about its subject are shown.
    """

    ADVICE = "advice"
    SCRIPT = "script"
    SLIDES = "slides"
    SIGNS = "signs"


class Evidence(StrEnum):
    """What an answer rests on."""

    NATIONAL_GUIDANCE = "national guidance"
    SYSTEMATIC_REVIEW = "systematic review"
    GOOD_PRACTICE = "good practice"


class PageTopic(StrEnum):
    """What a page is about, in the order in which a family meets it."""

    BEFORE_BIRTH = "before-birth"
    FIRST_DAYS = "first-days"
    FEEDING = "feeding"
    EXPRESSING = "expressing"
    BOTTLE = "bottle"
    WORRIES = "worries"
    GOING_ON = "going-on"
    FAMILY = "family"
    SAFETY = "safety"
