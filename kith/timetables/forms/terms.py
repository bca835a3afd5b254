"""A term, and what is copied from one to another."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm, refusal_words
from kith.timetables.queries.rules import Unfollowed
from kith.timetables.queries.terms import CopyOffer, TermCard
from kith.timetables.rules.codes import RuleId
from kith.timetables.rules.repeating import Span
from kith.timetables.wording.sentences import rule_words


class TermForm(RefusableForm):
    """Its name, its first and its last day."""

    name = forms.CharField(
        label=_("Name of the term"),
        help_text=_("For example: Autumn 2026, first half"),
        max_length=60,
        error_messages={"required": _("Enter a name")},
    )
    first_on = DatePartsField(label=_("First day"), error_messages={"required": _("Enter the first day")})
    last_on = DatePartsField(label=_("Last day"), error_messages={"required": _("Enter the last day")})

    def __init__(self, data: Any, kept: TermCard | None = None) -> None:
        there = {"name": kept.name, "first_on": kept.span.first_on, "last_on": kept.span.last_on} if kept else None
        super().__init__(data, initial=there)

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the actions."""
        said = self.cleaned_data
        return {"name": said["name"], "span": Span(said["first_on"], said["last_on"])}


class FollowForm(RefusableForm):
    """Which rules are laid out anew. A choice carries the mark of what was shown: what has changed since is none."""

    rules = forms.MultipleChoiceField(
        label=_("Which of them shall follow the terms?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose what shall follow the terms"),
            "invalid_choice": _("This has changed meanwhile. Look at it again, and choose anew."),
        },
    )
    beside: ClassVar[Mapping[str, str]] = {"": "rules"}

    def __init__(self, data: Any, found: Iterable[Unfollowed]) -> None:
        super().__init__(data)
        choice_field(self, "rules").choices = [
            (choice_of(each), f"{each.title}: {rule_words(each.rule.plan)}") for each in found if each.effect
        ]

    @property
    def agreed(self) -> dict[RuleId, str]:
        """The marks, by rule."""
        parts = (each.partition(":") for each in self.cleaned_data["rules"])
        return {RuleId(int(rule_id)): mark for rule_id, _colon, mark in parts}


def choice_of(found: Unfollowed) -> str:
    """The rule and what was shown of it, as one choice."""
    return f"{found.rule.id}:{found.effect.mark}" if found.effect else ""


class CopyForm(RefusableForm):
    """Which rules are laid out for the new term; a refusal names the series that it is about."""

    rules = forms.TypedMultipleChoiceField(
        label=_("What takes place again?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what takes place again")},
    )
    request_key = RequestKeyField()
    beside: ClassVar[Mapping[str, str]] = {"": "rules"}

    def __init__(self, data: Any, offer: CopyOffer) -> None:
        super().__init__(data, initial={"rules": [each.rule_id for each in offer.rules if each.dates_count]})
        choice_field(self, "rules").choices = [
            (each.rule_id, f"{each.title}: {rule_words(each.plan)}") for each in offer.rules
        ]

    def refuse(self, refusal: Refusal) -> None:
        """Say of which series it is."""
        words = refusal_words(refusal)
        about = refusal.facts.get("series")
        self.add_error("rules", f"{about}: {words}" if about else words)
