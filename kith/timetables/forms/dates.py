"""One date: a new one beside the rules, or one that is changed alone."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.platform.ui.fields import DatePartsField
from kith.timetables.forms.details import DetailsForm, details_there
from kith.timetables.rules.details import Details
from kith.whats_on.queries.series import KeptDate


class DateForm(DetailsForm):
    """On which day, and what the date is like."""

    on = DatePartsField(label=_("On which day?"), error_messages={"required": _("Enter the day")})
    agreed = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    beside: ClassVar[Mapping[str, str]] = {
        "session_ends_before_it_starts": "ends",
        "session_nowhere": "place",
        "session_over": "on",
        "already_planned": "on",
        "series_ended": "on",
    }

    def __init__(self, data: Any, venues: Mapping[VenueId, str], kept: KeptDate | None = None) -> None:
        super().__init__(data, venues, date_there(kept) if kept else None)


def details_of(kept: KeptDate) -> Details:
    """What a date is like that stands."""
    return Details(
        starts=clock.local(kept.starts_at).time(),
        ends=clock.local(kept.ends_at).time(),
        capacity=kept.capacity,
        venue_id=kept.venue_id,
        online=kept.online,
        room=kept.room,
        joining=kept.joining,
        language=kept.language,
        interpreter_possible=kept.interpreter_possible,
        has_creche=kept.has_creche,
        creche_places=kept.creche_places,
    )


def date_there(kept: KeptDate) -> dict[str, Any]:
    """A date as the form's questions have it."""
    return {**details_there(details_of(kept)), "on": clock.local(kept.starts_at).date()}
