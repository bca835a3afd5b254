"""Asking how a baby is fed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.statuses import Feeding, FirstFeed, Milestone, SkinToSkin, Source
from kith.feeding.wording.first_feed import AT_DISCHARGE, AT_FIRST_FEED, FIRST_FEEDS
from kith.feeding.wording.goals import ASKED_BY, SOURCES
from kith.feeding.wording.statuses import FEEDING, refusal_words
from kith.kernel.refusal import Refusal
from kith.platform.ui.fields import DatePartsField

NOT_KNOWN = "not_known"


class FeedingForm(forms.Form):
    """One question, how the answer came, and the day it was asked, today unless said otherwise."""

    status = forms.ChoiceField(
        label=_("The baby is"),
        choices=[(status.value, meaning.name) for status, meaning in FEEDING.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the baby is fed")},
    )
    source = forms.ChoiceField(
        label=_("Where does the answer come from?"),
        choices=[(source.value, SOURCES[source]) for source in ASKED_BY],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where the answer comes from")},
    )
    asked_on = DatePartsField(
        label=_("When did you ask?"), error_messages={"required": _("Enter the day on which you asked")}
    )

    @property
    def hints(self) -> dict[str, Any]:
        """What counts as each answer."""
        return {status.value: meaning.definition for status, meaning in FEEDING.items()}

    @property
    def answer(self) -> dict[str, Any]:
        """What the action needs."""
        data = self.cleaned_data
        return {
            "status": Feeding(data["status"]),
            "source": Source(data["source"]),
            "asked_on": data["asked_on"],
        }

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside the day."""
        self.add_error("asked_on", refusal_words(refusal))


class DischargeForm(FeedingForm):
    """The same question in the categories of discharge."""

    status = forms.ChoiceField(
        label=_("On leaving maternity care the baby had"),
        choices=[(status.value, words) for status, words in AT_DISCHARGE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the baby was fed")},
    )


class FirstFeedForm(FeedingForm):
    """What the first feed was, by its code in the maternity data set, and skin to skin within the hour."""

    status = forms.ChoiceField(
        label=_("The first feed was"),
        choices=[
            *((code.value, words) for code, words in FIRST_FEEDS.items()),
            (NOT_KNOWN, AT_FIRST_FEED[Feeding.UNKNOWN]),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the first feed was")},
    )
    skin_to_skin = forms.ChoiceField(
        label=_("Skin to skin within an hour of the birth?"),
        choices=[
            (SkinToSkin.YES.value, _("Yes")),
            (SkinToSkin.NO.value, _("No")),
            (SkinToSkin.NOT_KNOWN.value, _("Not known")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they were skin to skin")},
    )
    field_order = ("status", "skin_to_skin", "source", "asked_on")

    @property
    def hints(self) -> dict[str, Any]:
        """The codes need no explaining."""
        return {}

    @property
    def answer(self) -> dict[str, Any]:
        """What the action needs."""
        data = self.cleaned_data
        code = None if data["status"] == NOT_KNOWN else FirstFeed(data["status"])
        return {
            "status": code.status if code else Feeding.UNKNOWN,
            "first_feed": code,
            "skin_to_skin": SkinToSkin(data["skin_to_skin"]),
            "source": Source(data["source"]),
            "asked_on": data["asked_on"],
        }


def form_at(milestone: Milestone) -> type[FeedingForm]:
    """The form by which this milestone is asked."""
    forms_by = {Milestone.FIRST_FEED: FirstFeedForm, Milestone.DISCHARGE: DischargeForm}
    return forms_by.get(milestone, FeedingForm)
