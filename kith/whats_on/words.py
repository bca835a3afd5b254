"""The words people read for the codes of sessions, and for what cannot be planned or changed.

Where several dates are laid out, a refusal names the one.
"""

from collections.abc import Callable
from datetime import datetime

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.whats_on.rules.codes import WEEKDAYS, Audience, DayWish, PartOfDay


def _on(words: Promise) -> Callable[[Refusal], str]:
    """The words after the date that they are about."""

    def said(refusal: Refusal) -> str:
        starts_at = refusal.facts.get("starts_at")
        if not isinstance(starts_at, datetime):
            return str(words)
        day = f"{formats.date(starts_at)}, {formats.time(starts_at)}"
        return gettext("%(date)s: %(what)s") % {"date": day, "what": words}

    return said


def _capacity(refusal: Refusal) -> str:
    taken = int(str(refusal.facts["places_taken"]))
    words = ngettext(
        "%(num)s place is taken already. There can be no fewer places than that.",
        "%(num)s places are taken already. There can be no fewer places than that.",
        taken,
    )
    return words % {"num": formats.number(taken)}


AUDIENCE_WORDS: dict[Audience, Promise] = {
    Audience.EVERYONE: _("Everyone: expecting, with a baby, partners, grandparents"),
    Audience.EXPECTING: _("Anyone expecting a baby, with a partner or helper"),
    Audience.WITH_BABY: _("Parents and carers with a baby, and whoever helps them"),
}
DAY_WORDS: dict[DayWish, Promise | str] = {
    DayWish.ANY: _("Any day"),
    DayWish.TODAY: _("Today"),
    DayWish.TOMORROW: _("Tomorrow"),
    DayWish.WEEKDAY: _("A weekday"),
    DayWish.EVENING: _("A weekday evening"),
    DayWish.WEEKEND: _("The weekend"),
    **{day: lazy(formats.weekday, str)(number) for number, day in enumerate(WEEKDAYS)},
}
PART_WORDS: dict[PartOfDay, Promise] = {
    PartOfDay.MORNING: _("In the morning"),
    PartOfDay.AFTERNOON: _("In the afternoon"),
    PartOfDay.EVENING: _("In the evening"),
}


def _creche(refusal: Refusal) -> str:
    taken = int(str(refusal.facts["creche_taken"]))
    words = ngettext(
        "%(num)s child has a place in the crèche already. There can be no fewer places than that.",
        "%(num)s children have a place in the crèche already. There can be no fewer places than that.",
        taken,
    )
    return words % {"num": formats.number(taken)}


REFUSALS: RefusalWords = {
    "session_over": Refused(_("This session has already begun. Choose another date.")),
    "session_cancelled": Refused(_("This session is called off. Choose another date.")),
    "nothing_changed": Refused(_("Nothing is different from before. Change something, or go back.")),
    "session_ends_before_it_starts": Refused(_on(_("It ends before it starts. Give a later end.")), "ends_at"),
    "session_too_long": Refused(_on(_("It lasts longer than a day. Give an earlier end.")), "ends_at"),
    "session_nowhere": Refused(_on(_("Choose a venue, or say that it is online.")), "venue"),
    "session_without_places": Refused(_on(_("Give it at least one place.")), "capacity"),
    "room_taken": Refused(
        _on(_("Another session has this room at that time. Choose another room or another time.")), "room"
    ),
    "already_planned": Refused(_on(_("The series has this date already, at the same place.")), "starts_at"),
    "series_ended": Refused(_on(_("The series ends before this date. Let it go on first, or choose an earlier date."))),
    "series_has_bookings": Refused(
        _on(_("From this date on families have places or wait for them. Call these dates off first: they are told."))
    ),
    "series_needs_english_title": Refused(
        _("Give the title in English too: it stands in where one is missing."), "title"
    ),
    "capacity_below_bookings": Refused(_capacity, "capacity"),
    "creche_below_wishes": Refused(_creche, "creche_places"),
    "has_bookings": Refused(_("Families have booked it. It stays one that is booked."), "joining"),
    "effect_not_agreed": Refused(_("Look at whom this concerns, and confirm it. It may have changed meanwhile.")),
}
