"""Planning an event, asking members, and noting what was shared."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.awareness.actions.events import NewEvent
from kith.awareness.queries.events import MemberRow
from kith.awareness.rules.codes import LONGEST_SHORT, Channel, EventKind
from kith.awareness.rules.known import Known
from kith.awareness.wording.events import CHANNELS, KINDS
from kith.awareness.wording.known import texts_of
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.organisations.forms.alliance import InEveryLanguage
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.reaching import WebsiteField
from kith.platform.ui.refusals import RefusableForm


class EventForm(InEveryLanguage):
    """What is promoted, from when until when, in which words."""

    texts = (
        ("title", _("What is it called?")),
        ("short", _("Short text, to post")),
        ("long", _("Long text, for a website or newsletter")),
    )
    optional = ("long",)
    long = ("long",)
    request_key = RequestKeyField()
    kind = forms.TypedChoiceField(
        label=_("What is it?"),
        choices=[(each.value, words) for each, words in KINDS.items()],
        coerce=EventKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is")},
    )
    from_on = DatePartsField(label=_("First day"))
    until_on = DatePartsField(label=_("Last day"))
    source = forms.CharField(
        label=_("Who says that it is on these days?"),
        help_text=_("The organisers and the year, or a decision of our own"),
        max_length=200,
        error_messages={"required": _("Write who says so")},
    )
    link = WebsiteField()

    @classmethod
    def of(cls, known: Known) -> "EventForm":
        """The form with what is known of a day; its dates where they return each year."""
        dates = known.next_dates(clock.today())
        words = {f"{name}_{code}": text for name, said in texts_of(known.key).items() for code, text in said.items()}
        days = {"from_on": dates[0], "until_on": dates[1]} if dates else {}
        return cls(initial={"kind": EventKind.AWARENESS, "source": known.source, **words, **days})

    def clean(self) -> dict[str, Any]:
        """Refuse a short text that no post takes."""
        data = super().clean() or {}
        for name, text in data.items():
            if name.startswith("short_") and len(text or "") > LONGEST_SHORT:
                self.add_error(name, _("Make it shorter: at most 240 letters"))
        return data

    def new(self, known: Known | None) -> NewEvent:
        """The event."""
        data = self.cleaned_data
        return NewEvent(
            title=self.said("title"),
            short=self.said("short"),
            long=self.said("long"),
            known=known.key.value if known else "",
            **{name: data[name] for name in ("kind", "from_on", "until_on", "source", "link")},
        )


class AskForm(RefusableForm):
    """Which members are asked to share it."""

    organisations = forms.TypedMultipleChoiceField(
        label=_("Whom do you ask?"),
        coerce=lambda given: OrganisationId(int(given)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one organisation")},
    )

    def __init__(self, data: Any = None, *, members: Iterable[MemberRow]) -> None:
        super().__init__(data)
        choice_field(self, "organisations").choices = [(each.organisation_id, each.name) for each in members]


class SharedForm(RefusableForm):
    """In which ways the own organisation shared it, and where."""

    channels = forms.MultipleChoiceField(
        label=_("Where has your organisation shared it?"),
        choices=[(each.value, words) for each, words in CHANNELS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Any = None, *, own: MemberRow | None) -> None:
        shared = {each.channel: each for each in own.shared} if own else {}
        initial: dict[str, Any] = {"channels": [each.value for each in shared]}
        initial |= {f"where_{each.value}": row.where for each, row in shared.items()}
        super().__init__(data, initial=initial)
        for each, words in CHANNELS.items():
            label = _("%(channel)s: where? (optional)") % {"channel": words}
            self.fields[f"where_{each.value}"] = forms.CharField(label=label, max_length=200, required=False)

    def where_rows(self) -> list[forms.BoundField]:
        """The boxes for where, one a way."""
        return [self[f"where_{each.value}"] for each in Channel]

    @property
    def shared(self) -> dict[Channel, str]:
        """Each way that was ticked, or named by where, with where."""
        data = self.cleaned_data
        named = {each for each in Channel if data[f"where_{each.value}"] or each.value in data["channels"]}
        return {each: data[f"where_{each.value}"] for each in Channel if each in named}
