"""Where my families are booked this week."""

from datetime import datetime, time, timedelta

from kith.caseloads.queries.leading import led_family_ids
from kith.front.today_page.lists import Asked
from kith.groups.queries.expected import ExpectedFamily, families_expected
from kith.kernel import clock
from kith.kernel.listed import Listed

SOON = timedelta(days=7)


def read(asked: Asked) -> Listed[ExpectedFamily]:
    """Their sessions of the next seven days."""
    midnight = datetime.combine(asked.day, time(), clock.LONDON)
    led = led_family_ids(asked.viewer)
    return families_expected(asked.viewer, led, first=midnight, last=midnight + SOON, lang=asked.lang)
