"""Noting an entry, setting an aim, noting a cost, writing a chapter."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import MembershipId, ServiceId
from kith.organisations.forms.alliance import InEveryLanguage
from kith.organisations.queries.people import MembershipCard
from kith.plans.rules.codes import LONGEST_CHAPTER, LONGEST_GAP, LONGEST_WORDS, MOST_POUNDS, Strand
from kith.plans.rules.steps import NewEntry
from kith.plans.wording.plan import STRANDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm
from kith.showing.evidence import all_evidence


class EntryForm(RefusableForm):
    """What was done at a step, what is missing, who answers for it, and when it is looked at next."""

    request_key = RequestKeyField()
    done = forms.CharField(
        label=_("What was done or found?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what was done or found")},
    )
    gap = forms.CharField(label=_("What is missing? (optional)"), max_length=LONGEST_GAP, required=False)
    owner = forms.TypedChoiceField(
        label=_("Who answers for this step?"),
        coerce=lambda given: MembershipId(int(given)),
        error_messages={"required": _("Choose one person")},
    )
    next_on = DatePartsField(label=_("When is it looked at next?"))

    def __init__(self, data: Any = None, *, people: Iterable[MembershipCard]) -> None:
        super().__init__(data)
        named = [(card.id, f"{card.name}, {card.role_name}, {card.organisation.name}") for card in people]
        choice_field(self, "owner").choices = [("", ""), *named]

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        new = NewEntry(given["done"], given["gap"], given["owner"], given["next_on"])
        return {"new": new, "request_key": given["request_key"]}


class AimForm(InEveryLanguage):
    """What the alliance wants, and what shows it."""

    request_key = RequestKeyField()
    texts = (("words", _("What do you aim at?")),)
    evidence = forms.MultipleChoiceField(
        label=_("What shows it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what shows it")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "evidence").choices = [(each.key, each.name) for each in all_evidence()]

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        return {
            "words": self.said("words"),
            "evidence": tuple(given["evidence"]),
            "request_key": given["request_key"],
        }


class CostForm(RefusableForm):
    """What a service costs in a year, and which money pays it."""

    request_key = RequestKeyField()
    service_id = forms.TypedChoiceField(
        label=_("Which service?"),
        coerce=lambda given: ServiceId(int(given)),
        error_messages={"required": _("Choose a service")},
    )
    strand = forms.TypedChoiceField(
        label=_("Which money pays it?"),
        choices=[("", ""), *((each.value, words) for each, words in STRANDS.items())],
        coerce=Strand,
        error_messages={"required": _("Choose which money")},
    )
    yearly_pounds = forms.IntegerField(
        label=_("What does it cost in a year, in whole pounds?"),
        min_value=0,
        max_value=MOST_POUNDS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Enter whole pounds, from 0 to 100,000,000")
        ),
    )
    from_on = DatePartsField(label=_("Since when?"))
    source = forms.CharField(
        label=_("Where does the number come from?"),
        help_text=_("For example: budget of the council 2026 to 2027"),
        max_length=200,
        error_messages={"required": _("Write where the number comes from")},
    )

    def __init__(self, data: Any = None, *, services: Iterable[tuple[ServiceId, str]]) -> None:
        super().__init__(data)
        choice_field(self, "service_id").choices = [("", ""), *services]

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return dict(self.cleaned_data)


class ChapterForm(RefusableForm):
    """What a chapter of the case study says."""

    request_key = RequestKeyField()
    words = TextField(
        label=_("What does this chapter say?"),
        max_length=LONGEST_CHAPTER,
        is_long=True,
        error_messages={"required": _("Write the chapter")},
    )

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return dict(self.cleaned_data)
