"""Everything that is said of a service, in English; its words in other languages have a form of their own."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.directory.queries.listing import KeptService
from kith.directory.rules.codes import Way
from kith.directory.rules.listed import SERVICE_TEXTS, ListedService, SpeakerOf, texts_after
from kith.directory.rules.needs import Need
from kith.directory.words import NEED_WORDS, WAY_WORDS
from kith.kernel import clock, phone
from kith.kernel.ids import OrganisationId, VenueId
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.reaching import MailField, PhoneField, WebsiteField
from kith.platform.ui.refusals import RefusableForm

BLANK_SPEAKERS, MOST_SPEAKERS = 3, 30
OLDEST_MONTHS = 60
MOST_POUNDS = Decimal(10_000)
ALIKE = ("before_birth", "youngest_months", "oldest_months", "email", "website")
"""What is kept as it is entered."""


class Cost(StrEnum):
    """What is said of the price."""

    FREE = "free"
    PAID = "paid"
    NOT_SAID = "not_said"


COST_WORDS = {Cost.FREE: _("It is free"), Cost.PAID: _("It costs something"), Cost.NOT_SAID: _("We do not say")}


def _months(label: Any, *, least: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=least,
        max_value=OLDEST_MONTHS,
        error_messages={
            "invalid": _("Enter a whole number of months"),
            "min_value": _("Enter a whole number of months"),
            "max_value": _("Enter at most 60 months, or leave it empty"),
        },
    )


class ServiceForm(RefusableForm):
    """Name, words, for which needs and families, how and where, what it costs, who speaks what, how to reach it."""

    name = TextField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    summary = TextField(
        label=_("In one or two sentences"),
        help_text=_("Parents read this in the list."),
        max_length=400,
        is_long=True,
        error_messages={"required": _("Say in a sentence what it is")},
    )
    what_happens = TextField(label=_("What happens there"), max_length=2000, is_long=True, required=False)
    needs = forms.MultipleChoiceField(
        label=_("What is it for?"),
        choices=list(NEED_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing it is for")},
    )
    who_is_welcome = TextField(label=_("Who is welcome"), max_length=400, required=False)
    before_birth = forms.BooleanField(label=_("Parents may come before the birth"), required=False, initial=True)
    youngest_months = _months(_("For babies from how many months on?"), least=0)
    oldest_months = _months(_("For babies under how many months?"), least=1)
    ways = forms.MultipleChoiceField(
        label=_("How is it reached?"),
        choices=list(WAY_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one way")},
    )
    venue = forms.TypedChoiceField(label=_("Where?"), required=False, coerce=int, empty_value=None)
    open_when = TextField(
        label=_("When is it there?"),
        help_text=_("For what has no dates in the calendar. For example: Mondays, 10 to 12."),
        max_length=300,
        required=False,
    )
    cost = forms.ChoiceField(
        label=_("What does it cost?"),
        choices=list(COST_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it is free")},
    )
    pounds = forms.DecimalField(
        label=_("How much, in pounds?"),
        required=False,
        min_value=Decimal("0.01"),
        max_value=MOST_POUNDS,
        decimal_places=2,
        error_messages={
            "invalid": _("Enter an amount in pounds, like 2.50"),
            "min_value": _("Enter an amount in pounds, like 2.50"),
        },
    )
    cost_note = TextField(
        label=_("What else is there to say of the cost?"),
        help_text=_("For example: free with Healthy Start."),
        max_length=200,
        required=False,
    )
    how_to_refer = TextField(label=_("How to be referred"), max_length=600, is_long=True, required=False)
    phone = PhoneField(is_published=True)
    email = MailField()
    website = WebsiteField()
    still_right = forms.BooleanField(label=_("What it says in other languages still fits"), required=False)
    is_checked = forms.BooleanField(label=_("I have looked at all of it today, and it is right"), required=False)
    request_key = RequestKeyField(required=False)

    def __init__(self, kept: KeptService | None, venues: Mapping[VenueId, str], given: Any = None) -> None:
        super().__init__(given, initial=_initial(kept))
        self.kept = kept
        here = {kept.service.venue_id: kept.venue_name} if kept and kept.service.venue_id else {}
        choice_field(self, "venue").choices = [("", _("At no one place")), *({**here, **venues}).items()]
        self.speakers = list(range(1, min(len(_spoken(kept)) + BLANK_SPEAKERS, MOST_SPEAKERS) + 1))
        known = language_choices()
        for number in self.speakers:
            self._add_speaker(number, _spoken(kept)[number - 1 : number], known)
        for name in SERVICE_TEXTS:
            self.fields[name].widget.attrs.update({"lang": "en", "dir": "ltr"})
        if kept is None or not kept.other_languages:
            del self.fields["still_right"]
        if kept is None:
            del self.fields["is_checked"]

    def _add_speaker(self, number: int, there: list[SpeakerOf], known: list[tuple[str, str]]) -> None:
        speaker = there[0] if there else None
        # A feed may name a language that our list does not have.
        foreign = [(each.language, each.language) for each in there if each.language not in dict(known)]
        self.fields[f"language_{number}"] = forms.ChoiceField(
            label=_("Language"),
            choices=[("", _("Choose a language")), *known, *foreign],
            required=False,
            initial=speaker.language if speaker else "",
        )
        self.fields[f"spoken_by_{number}"] = TextField(
            label=_("Who speaks it?"), max_length=120, required=False, initial=speaker.spoken_by if speaker else ""
        )
        self.fields[f"when_{number}"] = TextField(
            label=_("When is she or he there?"),
            max_length=200,
            required=False,
            initial=speaker.when.get("en", "") if speaker else "",
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a price without an amount, ages that leave no baby, and a speaker without a language."""
        data = super().clean() or {}
        if data.get("cost") == Cost.PAID and not data.get("pounds") and "pounds" not in self.errors:
            self.add_error("pounds", _("Enter how much it costs, or say that you do not say"))
        youngest, oldest = data.get("youngest_months"), data.get("oldest_months")
        if youngest is not None and oldest is not None and oldest <= youngest:
            self.add_error("oldest_months", _("Enter more months than the age from which babies may come"))
        if Way.IN_PERSON not in data.get("ways", ()) and data.get("venue"):
            self.add_error("venue", _("Choose “In person” above, or no place"))
        self._check_speakers(data)
        return data

    def _check_speakers(self, data: dict[str, Any]) -> None:
        seen = set()
        for number in self.speakers:
            language, who = data.get(f"language_{number}"), data.get(f"spoken_by_{number}")
            if not language and (who or data.get(f"when_{number}")):
                self.add_error(f"language_{number}", _("Choose which language it is"))
            if language and (language, who) in seen:
                self.add_error(f"spoken_by_{number}", _("This is said twice: empty one of the two"))
            seen.add((language, who))

    def speaker_rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The boxes of each speaker."""
        return [(self[f"language_{n}"], self[f"spoken_by_{n}"], self[f"when_{n}"]) for n in self.speakers]

    def said(self, organisation_id: OrganisationId) -> ListedService:
        """What was entered, with the words in other languages that still fit."""
        data = self.cleaned_data
        is_checked = self.kept is None or data["is_checked"]
        texts: dict[str, Any] = {name: self._texts(name) for name in SERVICE_TEXTS}
        return ListedService(
            organisation_id=organisation_id,
            checked_on=clock.today() if self.kept is None or is_checked else self.kept.service.checked_on,
            needs=tuple(need for need in Need if need in data["needs"]),
            ways=tuple(way for way in Way if way in data["ways"]),
            venue_id=VenueId(data["venue"]) if data["venue"] else None,
            spoken=tuple(self._speakers()),
            cost_pence=_pence(data),
            phone=data["phone"],
            **{name: data[name] for name in ALIKE},
            **texts,
        )

    def _texts(self, name: str) -> dict[str, str]:
        before = getattr(self.kept.service, name) if self.kept else {}
        return texts_after(before, self.cleaned_data[name], still_right=bool(self.cleaned_data.get("still_right")))

    def _speakers(self) -> list[SpeakerOf]:
        data = self.cleaned_data
        before = {(each.language, each.spoken_by): each.when for each in _spoken(self.kept)}
        found = []
        for number in self.speakers:
            if language := data[f"language_{number}"]:
                who = data[f"spoken_by_{number}"]
                when = texts_after(
                    before.get((language, who), {}),
                    data[f"when_{number}"],
                    still_right=bool(data.get("still_right")),
                )
                found.append(SpeakerOf(language, who, when))
        return found


def _spoken(kept: KeptService | None) -> list[SpeakerOf]:
    return list(kept.service.spoken) if kept else []


def _pence(data: Mapping[str, Any]) -> int | None:
    match Cost(data["cost"]):
        case Cost.FREE:
            return 0
        case Cost.PAID:
            return int(data["pounds"] * 100)
        case Cost.NOT_SAID:
            return None


def _initial(kept: KeptService | None) -> dict[str, Any]:
    if kept is None:
        return {}
    said = kept.service
    cost = Cost.NOT_SAID if said.cost_pence is None else Cost.PAID if said.cost_pence else Cost.FREE
    return {
        **{name: getattr(said, name).get("en", "") for name in SERVICE_TEXTS},
        **{name: getattr(said, name) for name in ("needs", "ways", *ALIKE)},
        "phone": phone.spoken(said.phone) if said.phone.startswith("+") else said.phone,
        "venue": said.venue_id or "",
        "cost": cost,
        "pounds": f"{said.cost_pence / 100:.2f}" if said.cost_pence else None,
    }
