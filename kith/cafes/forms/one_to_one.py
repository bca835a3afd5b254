"""The one-to-one list and its times."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.cafes.actions.offering import NewTimes
from kith.cafes.queries.one_to_one import OneToOneCard
from kith.cafes.rules.codes import Share, TurnState
from kith.cafes.rules.turns import LONGEST, SHORTEST
from kith.cafes.settings import TALK_MINUTES
from kith.cafes.wording import SHARE_WORDS
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui import formats
from kith.platform.ui.choices import Chooser, choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.whats_on.queries.sessions import SessionCard

STEP = timedelta(minutes=15)


class WalkInForm(RefusableForm):
    """Who joins the list as she comes."""

    request_key = RequestKeyField()
    known_as = forms.CharField(
        label=_("What may we call her?"),
        help_text=_("A first name is enough, or nothing: she then has her number. It is forgotten tonight."),
        max_length=40,
        required=False,
    )

    @property
    def answer(self) -> dict[str, Any]:
        """What was said, by the names of the action."""
        return dict(self.cleaned_data)


class MoveForm(forms.Form):
    """Whose turn, from where to where."""

    turn = forms.IntegerField()
    after = forms.TypedChoiceField(coerce=TurnState, choices=[(each.value, each) for each in TurnState])
    do = forms.TypedChoiceField(coerce=TurnState, choices=[(each.value, each) for each in TurnState])


class BookTurnForm(RefusableForm):
    """A time for a person who asks or rings."""

    request_key = RequestKeyField()
    slot = forms.TypedChoiceField(label=_("Which time?"), coerce=int, error_messages={"required": _("Choose a time")})
    known_as = forms.CharField(
        label=_("What may we call her?"), max_length=40, error_messages={"required": _("Enter a name for the list")}
    )

    def __init__(self, data: Any, card: OneToOneCard) -> None:
        super().__init__(data)
        choice_field(self, "slot").choices = free_choices(card)

    @property
    def answer(self) -> dict[str, Any]:
        """The booking, by the names of the action."""
        return dict(self.cleaned_data)


class OwnTurnForm(RefusableForm):
    """A time for her own family."""

    request_key = RequestKeyField()
    slot = forms.TypedChoiceField(
        label=_("Which time suits you?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a time")},
    )

    def __init__(self, data: Any, card: OneToOneCard) -> None:
        super().__init__(data)
        choice_field(self, "slot").choices = free_choices(card)

    @property
    def answer(self) -> dict[str, Any]:
        """The booking, by the names of the action."""
        return dict(self.cleaned_data)


class TimesForm(RefusableForm):
    """When a specialist is there, and which of the times can be booked."""

    specialist = forms.TypedChoiceField(
        label=_("Who sees families one to one?"), coerce=int, empty_value=None, required=False, widget=Chooser
    )
    begins = forms.TypedChoiceField(
        label=_("From when?"), coerce=int, error_messages={"required": _("Choose a beginning")}
    )
    until = forms.TypedChoiceField(label=_("Until when?"), coerce=int, error_messages={"required": _("Choose an end")})
    each = forms.IntegerField(
        label=_("How many minutes for each family?"),
        min_value=SHORTEST,
        max_value=LONGEST,
        error_messages={
            "required": _("Enter how many minutes"),
            "invalid": _("Enter a number, for example 20"),
            "min_value": _("Choose between 5 and 90 minutes for each talk"),
            "max_value": _("Choose between 5 and 90 minutes for each talk"),
        },
    )
    share = forms.ChoiceField(
        label=_("Which times can be booked?"),
        choices=[(each.value, words) for each, words in SHARE_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which times can be booked")},
    )

    def __init__(
        self, data: Any, session: SessionCard, card: OneToOneCard | None, people: Iterable[MembershipCard]
    ) -> None:
        super().__init__(data, initial=_initial(session, card))
        self._starts_at = session.starts_at
        times = list(_steps(session))
        choice_field(self, "begins").choices = times[:-1]
        choice_field(self, "until").choices = times[1:]
        offered = [(str(each.id), f"{each.name}, {each.role_name}") for each in people]
        choice_field(self, "specialist").choices = [("", ""), *offered]

    @property
    def times(self) -> NewTimes:
        """The times as they were chosen."""
        said = self.cleaned_data
        return NewTimes(
            specialist=MembershipId(said["specialist"]) if said["specialist"] else None,
            begins_at=self._starts_at + timedelta(minutes=said["begins"]),
            ends_at=self._starts_at + timedelta(minutes=said["until"]),
            each=said["each"],
            share=Share(said["share"]),
        )


def free_choices(card: OneToOneCard) -> list[tuple[int, str]]:
    """The times that can still be booked."""
    return [(slot, formats.time(at)) for slot, at in card.free]


def _steps(session: SessionCard) -> Iterator[tuple[int, str]]:
    """Minutes from the beginning of the session to its end, every quarter of an hour, and the time of each."""
    at: datetime = session.starts_at
    while at < session.ends_at:
        yield _minutes(session, at), formats.time(at)
        at += STEP
    yield _minutes(session, session.ends_at), formats.time(session.ends_at)


def _minutes(session: SessionCard, at: datetime) -> int:
    return round((at - session.starts_at) / timedelta(minutes=1))


def _initial(session: SessionCard, card: OneToOneCard | None) -> dict[str, object]:
    """As it stands, or the whole session with every other time to be booked."""
    if card is None:
        until = _minutes(session, session.ends_at)
        return {"begins": 0, "until": until, "each": TALK_MINUTES.now, "share": Share.EVERY_OTHER.value}
    times = card.times
    return {
        "specialist": card.specialist.id if card.specialist else "",
        "begins": _minutes(session, times.begins_at),
        "until": _minutes(session, times.ends_at),
        "each": round(times.each / timedelta(minutes=1)),
        "share": times.share.value,
    }
