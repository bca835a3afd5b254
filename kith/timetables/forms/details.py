"""What every date is asked: when by the clock, where, for how many, and how it is joined."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.interpreting.forms.asking import ClockField
from kith.kernel.ids import VenueId
from kith.kernel.languages import ENGLISH
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.marketing import within_the_code
from kith.platform.ui.refusals import RefusableForm
from kith.timetables.rules.details import MOST_PLACES, Details
from kith.whats_on.rules.codes import Joining

ONLINE = "online"
JOINING_WORDS = {
    Joining.WALK_IN: _("People just come"),
    Joining.BOOKABLE: _("People book a place"),
}


class DetailsForm(RefusableForm):
    """The questions that a rule and a single date have in common."""

    starts = ClockField(label=_("Starts at"), error_messages={"required": _("Enter the time it starts")})
    ends = ClockField(label=_("Ends at"), error_messages={"required": _("Enter the time it ends")})
    place = forms.ChoiceField(label=_("Where?"), error_messages={"required": _("Choose where it takes place")})
    room = forms.CharField(
        label=_("Room"),
        help_text=_("As people there call it. Then nobody else can plan this room for the same time."),
        max_length=60,
        required=False,
        validators=[within_the_code],
    )
    joining = forms.TypedChoiceField(
        label=_("How do people come?"),
        choices=[(each.value, words) for each, words in JOINING_WORDS.items()],
        coerce=Joining,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how people come")},
    )
    capacity = forms.IntegerField(
        label=_("For how many people?"),
        min_value=1,
        max_value=MOST_PLACES,
        error_messages={"required": _("Enter for how many people"), "invalid": _("Enter a number")},
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=language_choices)
    interpreter_possible = forms.BooleanField(label=_("An interpreter can be booked"), required=False)
    has_creche = forms.BooleanField(label=_("There is a crèche"), required=False)
    creche_places = forms.IntegerField(
        label=_("How many children can be in the crèche?"), min_value=0, max_value=100, required=False
    )

    def __init__(self, data: Any, venues: Mapping[VenueId, str], initial: Mapping[str, Any] | None = None) -> None:
        usual = {"language": ENGLISH.code, "joining": Joining.WALK_IN.value}
        super().__init__(data, initial={**usual, **(initial or {})})
        places = [(str(venue_id), name) for venue_id, name in venues.items()]
        choice_field(self, "place").choices = [("", gettext("Choose")), *places, (ONLINE, gettext("Online"))]

    @property
    def details(self) -> Details:
        """What was entered."""
        said = self.cleaned_data
        is_online = said["place"] == ONLINE
        return Details(
            starts=said["starts"],
            ends=said["ends"],
            capacity=said["capacity"],
            venue_id=None if is_online else VenueId(int(said["place"])),
            online=is_online,
            room="" if is_online else " ".join(said["room"].split()),
            joining=said["joining"],
            language=said["language"],
            interpreter_possible=said["interpreter_possible"],
            has_creche=said["has_creche"],
            creche_places=(said["creche_places"] or 0) if said["has_creche"] else 0,
        )


def details_there(details: Details) -> dict[str, Any]:
    """Details as the form's questions have them."""
    return {
        "starts": _typed(details.starts),
        "ends": _typed(details.ends),
        "place": str(details.venue_id) if details.venue_id else ONLINE,
        "room": details.room,
        "joining": details.joining.value,
        "capacity": details.capacity,
        "language": details.language,
        "interpreter_possible": details.interpreter_possible,
        "has_creche": details.has_creche,
        "creche_places": details.creche_places or None,
    }


def _typed(clock: time) -> str:
    return clock.strftime("%H:%M")
